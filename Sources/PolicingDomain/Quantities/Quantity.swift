/// A measured amount of one kind, so that hours of cars and hours of people never mix.
///
/// Adding two amounts of the same kind, scaling one by a plain number and dividing one by another
/// of its kind are all that a quantity can do; everything else needs a named conversion.
public protocol Quantity: Comparable, Hashable, Sendable {
  /// The amount, in the unit that the type is named for.
  var value: Double { get }
  /// Creates the amount `value`, in the unit that the type is named for.
  init(_ value: Double)
}

extension Quantity {
  /// No amount at all.
  public static var zero: Self { Self(0) }

  /// Returns the sum of two amounts of one kind.
  public static func + (lhs: Self, rhs: Self) -> Self { Self(lhs.value + rhs.value) }

  /// Returns what is left of `lhs` when `rhs` is taken away; it may be negative.
  public static func - (lhs: Self, rhs: Self) -> Self { Self(lhs.value - rhs.value) }

  /// Adds `rhs` to `lhs`.
  public static func += (lhs: inout Self, rhs: Self) { lhs = lhs + rhs }

  /// Takes `rhs` away from `lhs`.
  public static func -= (lhs: inout Self, rhs: Self) { lhs = lhs - rhs }

  /// Returns the amount scaled by a plain number.
  public static func * (lhs: Self, rhs: Double) -> Self { Self(lhs.value * rhs) }

  /// Returns the amount divided by a plain number.
  public static func / (lhs: Self, rhs: Double) -> Self { Self(lhs.value / rhs) }

  /// Returns how many times `rhs` goes into `lhs`.
  public static func / (lhs: Self, rhs: Self) -> Double { lhs.value / rhs.value }

  /// Whether `lhs` is the smaller amount.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.value < rhs.value }
}

extension Sequence {
  /// Returns the sum of the amounts that `amount` takes from the elements, in their order.
  public func total<Amount: Quantity>(_ amount: (Element) -> Amount) -> Amount {
    reduce(into: Amount.zero) { sum, element in sum += amount(element) }
  }
}
