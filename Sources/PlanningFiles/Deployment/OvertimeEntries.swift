internal import PolicingDomain

/// Sums overtime by reason, district and period, in whole seconds.
struct OvertimeEntries {
  private struct Key: Hashable {
    let reason: DeploymentProfile.Reason
    let district: Int
    let period: String
  }

  private struct Sum {
    var seconds = 0
    var entries = 0
  }

  private static let mostHours = 1000.0

  private let profile: DeploymentProfile
  private let frame: DeploymentFrame
  private let values: RecordValues
  private var places: RecordPlaces
  private var sums: [Key: Sum] = [:]
  private var ownReasons: [String: DeploymentProfile.Reason] = [:]

  init(_ profile: DeploymentProfile, _ frame: DeploymentFrame) {
    self.profile = profile
    self.frame = frame
    values = RecordValues(profile)
    places = RecordPlaces(profile, frame)
  }

  /// Reads one row.
  mutating func read(_ row: RecordRow, _ tally: inout DeploymentTally) {
    guard let day = values.date(row, &tally)?.day else { return }
    if let period = frame.period, day < period.first || day > period.last {
      return tally.setAside(.outsidePeriod, row.line)
    }
    guard let text = row.text(.hours) else { return tally.setAside(.noHours, row.line) }
    guard var seconds = Self.seconds(text, profile.hoursUnit) else {
      return tally.setAside(.unreadableHours, row.line)
    }
    if profile.tells(.officers) {
      guard let officers = values.count(.officers, row, &tally) else { return }
      if profile.hoursOf == .each { seconds *= officers }
    }
    guard let reason = reason(row, &tally), let district = places.district(row, &tally) else {
      return
    }
    let key = Key(reason: reason, district: district, period: Self.period(of: day, profile.periods))
    sums[key, default: Sum()].seconds += seconds
    sums[key, default: Sum()].entries += 1
  }

  private mutating func reason(
    _ row: RecordRow, _ tally: inout DeploymentTally
  ) -> DeploymentProfile.Reason? {
    guard let text = row.text(.reason) else {
      return DeploymentProfile.Reason(name: "not told", isOnStreet: nil)
    }
    if let reason = profile.reasons[text] { return reason }
    if let others = profile.otherReasons { return others }
    if !profile.reasons.isEmpty {
      tally.remark(.unknownReason, row.line, text: text)
      return DeploymentProfile.Reason(name: "not listed", isOnStreet: nil)
    }
    if let known = ownReasons[text] { return known }
    guard ownReasons.count < RecordPlaces.most else {
      tally.setAside(.tooMany, row.line)
      return nil
    }
    let own = DeploymentProfile.Reason(name: text, isOnStreet: nil)
    ownReasons[text] = own
    return own
  }

  /// Returns the seconds of `text`, or nothing if it is no number from 0 to 1,000 hours.
  static func seconds(_ text: String, _ unit: ColumnProfile.Elapsed.Unit) -> Int? {
    let factor: Double
    switch unit {
    case .seconds: factor = 1
    case .minutes: factor = 60
    case .hours: factor = 3600
    case .clock: return clockSeconds(text)
    }
    guard let number = NumberReader.plainNumber(text), number >= 0,
      number * factor <= mostHours * 3600
    else { return nil }
    return Int((number * factor).rounded())
  }

  /// `HH:MM` or `HH:MM:SS`.
  private static func clockSeconds(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    var seconds = 0
    for (position, part) in parts.enumerated() {
      guard (1...4).contains(part.utf8.count), let number = Int(part), number >= 0,
        position == 0 || number < 60
      else { return nil }
      seconds = seconds * 60 + number
    }
    if parts.count == 2 { seconds *= 60 }
    return Double(seconds) <= mostHours * 3600 ? seconds : nil
  }

  private static func period(of day: CalendarDay, _ kind: OvertimeHours.Period) -> String {
    let (year, month, _) = day.parts
    switch kind {
    case .month: return "\(padded(year, to: 4))-\(padded(month, to: 2))"
    case .police:
      let first = CalendarDay(year: year, month: 1, day: 1) ?? day
      let period = PolicePeriod(dayOfYear: day.dayNumber - first.dayNumber + 1)
      return "\(padded(year, to: 4)) period \(padded(period.number, to: 2))"
    }
  }

  /// Returns the sums.
  func finish(files: [String], tally: DeploymentTally) -> OvertimeHours {
    let names = files.map { String($0.split(separator: "/").last ?? "") }
    func place(_ key: Key) -> (Int, String) {
      places.districts[key.district].map { (0, $0.description) } ?? (1, "")
    }
    let rows = sums.sorted { first, second in
      (first.key.reason.name, place(first.key).0, place(first.key).1, first.key.period)
        < (second.key.reason.name, place(second.key).0, place(second.key).1, second.key.period)
    }.map { key, sum in
      OvertimeHours.Row(
        reason: key.reason.name, isOnStreet: key.reason.isOnStreet,
        district: places.districts[key.district], period: key.period,
        hours: OfficerHours(Double(sum.seconds) / 3600), entries: sum.entries)
    }
    var notTold: [String] = []
    if rows.contains(where: { $0.isOnStreet == nil }) {
      notTold.append(
        "Whether officers on overtime were on the street is told for reasons that the profile maps "
          + "with `street: yes` or `no` only.")
    }
    if !profile.tells(.district) { notTold.append("The file does not tell the district.") }
    let seconds = sums.values.reduce(0) { $0 + $1.seconds }
    return OvertimeHours(
      rows: rows, total: OfficerHours(Double(seconds) / 3600),
      ledger: tally.ledger(files: names, profile: profile), notTold: notTold)
  }
}
