/// A block of the day for which units are planned, such as the second watch, 07:00 to 15:00.
///
/// Watches divide the day without gaps. A tour is one person's turn of duty; it belongs to a watch
/// and may reach beyond it.
public struct Watch: Hashable, Identifiable, Sendable {
  /// The name of a watch.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The name, such as `first`.
    public let description: String
    /// Creates a name.
    public init(_ description: String) { self.description = description }
    /// Alphabetical order.
    public static func < (lhs: ID, rhs: ID) -> Bool { lhs.description < rhs.description }
  }

  /// The name.
  public let id: ID
  /// The hour of the day at which the watch begins, from 0 to 23.
  public let startHour: Int
  /// The number of hours, from 1 to 24.
  public let length: Int
  /// The share of units that carry one officer; the others carry two (FORMULATION 4.8).
  public let oneOfficerShare: Share

  /// Creates a watch.
  ///
  /// - Precondition: `startHour` is from 0 to 23 and `length` from 1 to 24.
  public init(id: ID, startHour: Int, length: Int, oneOfficerShare: Share) {
    precondition((0..<24).contains(startHour) && (1...24).contains(length))
    self.id = id
    self.startHour = startHour
    self.length = length
    self.oneOfficerShare = oneOfficerShare
  }

  /// Officers per unit: 2 less the share of one-officer units.
  public var crew: Double { 2 - oneOfficerShare.value }

  /// The hours of the week that the watch of `weekday` covers; the watch belongs to the day on
  /// which most of it lies.
  ///
  /// A watch from 23:00 to 07:00 of Monday begins on Sunday night.
  public func hours(on weekday: Weekday) -> [HourOfWeek] {
    let startsTheDayBefore = startHour + length > 24 && startHour + length - 24 > 24 - startHour
    let start = weekday.rawValue * 24 + startHour - (startsTheDayBefore ? 24 : 0)
    return (0..<length).map { HourOfWeek(wrapping: start + $0) }
  }

  /// Whether the hour of the day `hour` lies in the watch.
  public func contains(hourOfDay hour: Int) -> Bool { (hour - startHour + 24) % 24 < length }
}
