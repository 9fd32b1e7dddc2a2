/// Scheduled work that is no call, by district and hour of the week (FORMULATION 2.6).
///
/// Made by `ScheduledWork(of:during:districts:)` in the module WorkloadAnalysis. Hours are those of
/// the wall clock over the whole period. The tables hold all of it: Σ cells = Σ posts × hours.
public struct ScheduledWork: Hashable, Sendable {
  /// The work of one kind that the same calls may interrupt and the same supply fills.
  public struct Stream: Hashable, Sendable {
    /// What the work is.
    public let kind: Commitment.Kind
    /// Which calls may interrupt it.
    public let interruptibility: Commitment.Interruptibility
    /// Whose officers fill the posts.
    public let supply: Commitment.Supply
    /// Unit-hours over the period; the last row is the city's own.
    public let unitHours: HourlyTable
    /// Officer-hours over the period, in the same rows.
    public let officerHours: HourlyTable

    /// Creates a stream.
    public init(
      kind: Commitment.Kind, interruptibility: Commitment.Interruptibility,
      supply: Commitment.Supply, unitHours: HourlyTable, officerHours: HourlyTable
    ) {
      self.kind = kind
      self.interruptibility = interruptibility
      self.supply = supply
      self.unitHours = unitHours
      self.officerHours = officerHours
    }
  }

  /// What one commitment comes to.
  public struct Line: Hashable, Sendable {
    /// The commitment.
    public let commitment: Commitment
    /// How often its window starts within the period.
    public let occurrences: Int
    /// Unit-hours over the period, in all districts together.
    public let unitHours: UnitHours
    /// Officer-hours over the period, in all districts together.
    public let officerHours: OfficerHours

    /// Creates a line.
    public init(
      commitment: Commitment, occurrences: Int, unitHours: UnitHours, officerHours: OfficerHours
    ) {
      self.commitment = commitment
      self.occurrences = occurrences
      self.unitHours = unitHours
      self.officerHours = officerHours
    }
  }

  /// The name of the row of posts that are in no district.
  public static let cityRow = District.ID("city")

  /// The period.
  public let period: StudyPeriod
  /// What each commitment comes to, in the order of the study.
  public let lines: [Line]
  /// The work, stream by stream, in the order in which the study first has each.
  public let streams: [Stream]

  /// Creates scheduled work.
  public init(period: StudyPeriod, lines: [Line], streams: [Stream]) {
    self.period = period
    self.lines = lines
    self.streams = streams
  }

  /// How often each hour of the wall clock comes in the period, by hour of the week: what the
  /// tables must be divided by to give units at work in an hour.
  public var occurrences: [Double] {
    var counts = [Double](repeating: 0, count: HourOfWeek.count)
    for dayNumber in period.first.dayNumber...period.last.dayNumber {
      let start = CalendarDay(dayNumber: dayNumber).weekday.rawValue * 24
      for hour in start..<start + 24 { counts[hour] += 1 }
    }
    return counts
  }

  /// Returns the sum over the streams that fulfil `condition`, as units at work in an hour.
  ///
  /// - Parameter condition: Which streams count, such as those that are uninterruptible.
  /// - Returns: Unit-hours an hour by district and hour of the week; nothing when no stream counts.
  public func unitsAtWork(where condition: (Stream) -> Bool) -> HourlyTable? {
    let chosen = streams.filter(condition)
    guard let first = chosen.first else { return nil }
    var sums = [Double](repeating: 0, count: first.unitHours.values.count)
    for stream in chosen {
      for (position, value) in stream.unitHours.values.enumerated() { sums[position] += value }
    }
    return HourlyTable(districts: first.unitHours.districts, values: sums)
      .perOccurrence(occurrences)
  }
}
