/// One kind of turn of duty: when it starts, how long it is, and how its time is spent.
public struct Tour: Hashable, Identifiable, Sendable {
  /// The name of a tour.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The name, such as `first-early`.
    public let description: String
    /// Creates a name.
    public init(_ description: String) { self.description = description }
    /// Alphabetical order.
    public static func < (lhs: ID, rhs: ID) -> Bool { lhs.description < rhs.description }
  }

  /// The name.
  public let id: ID
  /// The watch that the tour belongs to; none for office hours.
  public let watch: Watch.ID?
  /// When the tour starts, in hours after midnight, from 0 to less than 24.
  public let start: Hours
  /// From the start to the end, meal included.
  public let length: Hours
  /// The part that is paid.
  public let paid: Hours
  /// The meal.
  public let meal: Hours
  /// Roll call at the start.
  public let rollCall: Hours
  /// Relief and vehicle inspection, after roll call.
  public let relief: Hours
  /// Check-off at the end.
  public let checkOff: Hours

  /// Creates a tour.
  public init(
    id: ID, watch: Watch.ID?, start: Hours, length: Hours, paid: Hours, meal: Hours,
    rollCall: Hours, relief: Hours, checkOff: Hours
  ) {
    self.id = id
    self.watch = watch
    self.start = start
    self.length = length
    self.paid = paid
    self.meal = meal
    self.rollCall = rollCall
    self.relief = relief
    self.checkOff = checkOff
  }

  /// The hours on the street: what is left after roll call, relief, meal and check-off
  /// (FORMULATION 5.3).
  public var onStreet: Hours { length - rollCall - relief - meal - checkOff }

  /// The share of each hour of the day that the tour is on the street, counted from the midnight
  /// before its start, so that hours from 24 on belong to the next day.
  ///
  /// The street window runs from the end of relief to the beginning of check-off; the meal is
  /// spread evenly over it, because who eats when is the field sergeant's decision.
  ///
  /// - Returns: 48 shares.
  public func streetShareByHour() -> [Double] {
    let begin = start.value + rollCall.value + relief.value
    let end = start.value + length.value - checkOff.value
    let window = end - begin
    guard window > 0 else { return [Double](repeating: 0, count: 48) }
    let density = onStreet.value / window
    return (0..<48).map { hour in
      let overlap = min(end, Double(hour + 1)) - max(begin, Double(hour))
      return max(0, overlap) * density
    }
  }
}
