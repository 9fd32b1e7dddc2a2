public import PolicingDomain

/// When the teams of a schedule are on the street: A[hour of the week × day of the cycle] of each
/// tour and day-off group (FORMULATION 7.1).
///
/// Roll call, relief and check-off are off the street, the meal is spread over the street window, and
/// a tour that reaches over midnight, or from Sunday to Monday, is on the street on the next day.
public struct ScheduleCoverage: Hashable, Sendable {
  /// The schedule.
  public let schedule: TourSchedule
  private let streets: [[Double]]

  /// Works out when the tours of `schedule` are on the street.
  public init(of schedule: TourSchedule) {
    self.schedule = schedule
    streets = schedule.tours.map { $0.streetShareByHour() }
  }

  /// Days until the cycle and the week meet again.
  public var calendarDays: Int { Self.commonMultiple(7, schedule.rotation.cycleLength) }

  /// Returns the share of an hour for which one officer of a team, if present, is on the street.
  ///
  /// - Parameters:
  ///   - tour: The position of the tour.
  ///   - group: The position of the day-off group.
  ///   - hour: The hour of the day, from 0 to 23.
  ///   - day: The day of the cycle; any number, taken round the cycle.
  /// - Returns: A share from 0 to 1.
  /// - Precondition: The positions and the hour exist.
  public func share(tour: Int, group: Int, hourOfDay hour: Int, day: Int) -> Double {
    precondition((0..<24).contains(hour), "An hour of the day is from 0 to 23")
    let rotation = schedule.rotation
    let cycle = rotation.cycleLength
    let today = ((day % cycle) + cycle) % cycle
    let street = streets[tour]
    var share = 0.0
    for daysBefore in 0...1 where street[hour + 24 * daysBefore] > 0 {
      let start = (today - daysBefore % cycle + cycle) % cycle
      if rotation.isOn(groupAt: group, phase: start) { share += street[hour + 24 * daysBefore] }
    }
    return min(1, share)
  }

  /// Returns the shares of all teams in an hour: by tour, then by day-off group.
  public func shares(hourOfDay hour: Int, day: Int) -> [Double] {
    schedule.tours.indices.flatMap { tour in
      schedule.rotation.groups.indices.map { group in
        share(tour: tour, group: group, hourOfDay: hour, day: day)
      }
    }
  }

  private struct Kind: Hashable {
    let shares: [Double]
    let required: Double
    /// Hours that no tour reaches stay apart, so that each can be named.
    let unreached: HourOfWeek?
  }

  /// Returns the kinds of hours of the calendar, in the order of their first hour.
  ///
  /// - Parameter required: Officers required on the street in each hour of the week.
  /// - Precondition: There are 168 numbers.
  /// - Complexity: O(calendar days × 24 × teams).
  public func cells(required: [Double]) -> [CoverageCell] {
    precondition(required.count == HourOfWeek.count, "168 numbers")
    var positions: [Kind: Int] = [:]
    var found: [(first: CoverageCell, count: Int)] = []
    for day in 0..<calendarDays {
      for hour in 0..<24 {
        let hourOfWeek = HourOfWeek(wrapping: day % 7 * 24 + hour)
        let phase = day % schedule.rotation.cycleLength
        let shares = shares(hourOfDay: hour, day: phase)
        let kind = Kind(
          shares: shares, required: required[hourOfWeek.index],
          unreached: shares.contains { $0 > 1e-9 } ? nil : hourOfWeek)
        if let position = positions[kind] {
          found[position].count += 1
          continue
        }
        positions[kind] = found.count
        let cell = CoverageCell(
          hour: hourOfWeek, day: phase, shares: kind.shares, required: kind.required,
          occurrences: 1)
        found.append((cell, 1))
      }
    }
    return found.map { cell, count in
      CoverageCell(
        hour: cell.hour, day: cell.day, shares: cell.shares, required: cell.required,
        occurrences: count)
    }
  }

  static func commonMultiple(_ first: Int, _ second: Int) -> Int {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return first / larger * second
  }
}
