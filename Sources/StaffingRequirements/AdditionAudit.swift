/// A check of a printed sum against its items.
///
/// Published staffing tables contain errors of addition; a study that builds on one checks it first
/// and says what it found.
public struct AdditionAudit: Hashable, Sendable {
  /// One printed item.
  public struct Item: Hashable, Sendable {
    /// The name of the item.
    public let name: String
    /// The amount as printed.
    public let amount: Double

    /// Creates an item.
    public init(_ name: String, _ amount: Double) {
      self.name = name
      self.amount = amount
    }
  }

  /// The items, in the order of the table.
  public let items: [Item]
  /// The sum as printed.
  public let stated: Double
  /// The largest difference that rounding in print explains; not negative.
  public let tolerance: Double

  /// Creates an audit.
  ///
  /// - Precondition: `tolerance` is not negative.
  public init(items: [Item], stated: Double, tolerance: Double = 0) {
    precondition(tolerance >= 0, "A tolerance is not negative")
    self.items = items
    self.stated = stated
    self.tolerance = tolerance
  }

  /// The sum of the items.
  public var sum: Double { items.reduce(0) { $0 + $1.amount } }

  /// The printed sum less the true one: negative when items were lost in print.
  public var difference: Double { stated - sum }

  /// Whether the printed sum is the sum of the items, within the tolerance.
  public var agrees: Bool { difference.magnitude <= tolerance }

  /// The finding in one sentence.
  public var finding: String {
    agrees
      ? "\(stated.written()) is the sum of its \(items.count) items."
      : "\(stated.written()) is printed, the \(items.count) items add up to \(sum.written()): "
        + "the printed sum is \(difference.magnitude.written()) too "
        + (difference < 0 ? "small." : "large.")
  }
}
