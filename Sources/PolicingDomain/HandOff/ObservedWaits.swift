/// How long calls of the community waited for their first unit, as the export tells
/// (FORMULATION 4.9).
///
/// The wait runs from receipt to the dispatch of the first unit. It holds what the queue makes a
/// call wait, and also what call-taking and dispatching take when a unit is free.
public struct ObservedWaits: Hashable, Sendable {
  /// The waits of one priority.
  public struct Row: Hashable, Sendable {
    /// The priority; nothing for calls without one.
    public let priority: CallPriority?
    /// Calls whose wait is known, over the period.
    public let known: HourlyTable
    /// The hours that they waited, over the period.
    public let hours: HourlyTable
    /// The distribution of the waits, by district in the order of the tables.
    public let distributions: [WaitDistribution]

    /// Creates the waits of one priority.
    ///
    /// - Precondition: There is a distribution for each district of the tables.
    public init(
      priority: CallPriority?, known: HourlyTable, hours: HourlyTable,
      distributions: [WaitDistribution]
    ) {
      precondition(distributions.count == known.districts.count, "One for each district")
      self.priority = priority
      self.known = known
      self.hours = hours
      self.distributions = distributions
    }
  }

  /// The rows, most urgent first.
  public let rows: [Row]

  /// Creates waits.
  public init(rows: [Row]) { self.rows = rows }

  /// No waits.
  public static let none = ObservedWaits(rows: [])

  /// Returns the row of `priority`, if there are such calls.
  public func row(_ priority: CallPriority?) -> Row? { rows.first { $0.priority == priority } }
}

/// Waits counted by length: exact to a quarter of a minute below four minutes, to about a tenth of
/// their length beyond.
public struct WaitDistribution: Hashable, Sendable {
  /// Waits by the bin of their length.
  public private(set) var counts: [Int]

  /// The upper ends of the bins, in seconds; the last bin has none.
  public static let ends: [Double] = {
    var ends = (1...16).map { Double($0) * 15 }
    while let last = ends.last, last < 86_400 { ends.append((last * 1.1).rounded(.up)) }
    return ends
  }()

  /// Creates an empty distribution.
  public init() { counts = [Int](repeating: 0, count: Self.ends.count + 1) }

  /// Creates a distribution from counts by bin.
  ///
  /// - Precondition: There is a count for each of ``ends`` and one for what is longer.
  public init(counts: [Int]) {
    precondition(counts.count == Self.ends.count + 1, "A count for each bin")
    self.counts = counts
  }

  /// The bin of a wait of `seconds`.
  ///
  /// - Complexity: O(log bins).
  public static func bin(seconds: Int) -> Int {
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] > Double(seconds) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The number of waits.
  public var total: Int { counts.reduce(0, +) }

  /// Adds the waits of another distribution.
  public static func += (lhs: inout WaitDistribution, rhs: WaitDistribution) {
    for bin in rhs.counts.indices { lhs.counts[bin] += rhs.counts[bin] }
  }

  /// Returns the wait that the share `share` does not exceed, waits being taken to lie evenly in
  /// their bin; nothing without waits, or where it lies in the last bin.
  public func quantile(_ share: Share) -> Hours? {
    let wanted = share.value * Double(total)
    guard total > 0 else { return nil }
    var below = 0.0
    for (bin, count) in counts.enumerated() where count > 0 {
      let upTo = below + Double(count)
      if upTo >= wanted {
        guard bin < Self.ends.count else { return nil }
        let low = bin > 0 ? Self.ends[bin - 1] : 0
        return Hours((low + (Self.ends[bin] - low) * (wanted - below) / Double(count)) / 3600)
      }
      below = upTo
    }
    return nil
  }
}
