internal import PolicingDomain

/// Closes the books of records: the rows, the days, the hours in the table and beside it.
struct DeploymentBooks {
  private static let longestSpan = 7320

  let files: [String]
  let profile: DeploymentProfile
  let tally: DeploymentTally

  /// Returns the first and the last of `days`.
  ///
  /// - Throws: `E174` when they lie more than 20 years apart: one of them is a slip of the pen.
  func span(of days: Set<Int>) throws(FileError) -> (first: CalendarDay, last: CalendarDay) {
    let first = CalendarDay(dayNumber: days.min() ?? 0)
    let last = CalendarDay(dayNumber: days.max() ?? 0)
    guard last.dayNumber - first.dayNumber <= Self.longestSpan else {
      throw FileError([
        FileIssue(
          code: "E174", "the days lie more than 20 years apart, from \(first) through \(last)",
          file: files.joined(separator: ", "),
          remedy: "correct the dates, or give the study: days outside its period are set aside")
      ])
    }
    return (first, last)
  }

  /// Returns `days` and their neighbours, within `period` if there is one, in order.
  func near(_ days: Set<Int>, _ period: StudyPeriod?) -> [Int] {
    var found: Set<Int> = []
    for day in days { found.formUnion([day - 1, day, day + 1]) }
    return found.sorted().filter { day in
      period.map { ($0.first.dayNumber...$0.last.dayNumber).contains(day) } ?? true
    }
  }

  /// Returns the deployment of `sum`.
  func deployment(
    _ sum: StreetSum, days: [Int], notTold: [String], isObserved: (Int, Int, Int) -> Bool
  ) -> Deployment {
    let answer = sum.answer(days: days, isObserved: isObserved)
    let kind = profile.kind.deployment ?? .attendance
    let first = answer.days.min().map(CalendarDay.init(dayNumber:))
    let last = answer.days.max().map(CalendarDay.init(dayNumber:))
    var span: ClosedRange<CalendarDay>?
    if kind != .roster, let first, let last { span = first...last }
    let names = files.map { String($0.split(separator: "/").last ?? "") }
    return Deployment(
      kind: kind,
      provenance: Provenance(
        source: "\(kind.rawValue) \(names.joined(separator: ", "))",
        date: span.map { "\($0.lowerBound) to \($0.upperBound)" } ?? ""),
      span: span, observedDays: answer.days.count, series: answer.series,
      observed: sum.hours(answer.observed),
      unobserved: sum.hours(sum.cells.total - answer.observed),
      ledger: tally.ledger(files: names, profile: profile), notTold: notTold)
  }
}

extension RecordValues {
  /// Returns the date of `row`, or nothing after counting why there is none.
  func date(_ row: RecordRow, _ tally: inout DeploymentTally) -> LocalTime? {
    guard let text = row.text(.date) else {
      tally.setAside(.noDate, row.line)
      return nil
    }
    switch stamp(text) {
    case .moment(let moment): return moment
    case .sentinel: tally.setAside(.sentinelDate, row.line)
    case .unlikely: tally.setAside(.unlikelyDate, row.line)
    case .unreadable: tally.setAside(.unreadableDate, row.line)
    }
    return nil
  }

  /// Returns the count in `field` of `row`, or nothing after counting why there is none.
  func count(
    _ field: DeploymentField, _ row: RecordRow, _ tally: inout DeploymentTally
  ) -> Int? {
    guard let text = row.text(field) else {
      tally.setAside(.noCount, row.line)
      return nil
    }
    if let count = Self.count(text) { return count }
    tally.setAside(.unreadableCount, row.line)
    return nil
  }
}
