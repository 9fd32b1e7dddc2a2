internal import PolicingDomain

/// What became of the rows of the records of a deployment, while they are read.
struct DeploymentTally {
  /// Why a row is set aside, in the order of the ledger.
  enum Reason: String, CaseIterable {
    case noDate = "no date"
    case unreadableDate = "a date that cannot be read"
    case sentinelDate = "a date that stands for nothing"
    case unlikelyDate = "a date before 1950 or after 2149"
    case outsidePeriod = "outside the period of the study"
    case noWatch = "no watch"
    case unknownWatch = "a watch that neither the profile nor the study knows"
    case unreadableTour = "a start or an end that is no time of day"
    case noCount = "no number of officers or units"
    case unreadableCount = "a number of officers or units that is not whole, or too large"
    case unreadableCrew = "a crew that is not a number from 0.1 to 100"
    case noStatus = "no status"
    case unknownStatus = "a status that the profile does not know"
    case offStreet = "an assignment off the street"
    case unreadableWeekday = "a weekday that cannot be read"
    case unknownGroup = "a day-off group that no rotation has"
    case noUnit = "no unit"
    case noLogOn = "no log-on"
    case unreadableLogOn = "a log-on that cannot be read"
    case noLogOff = "no log-off"
    case unreadableLogOff = "a log-off that cannot be read"
    case negative = "a log-off before the log-on"
    case overlong = "a session longer than the longest"
    case noHours = "no hours"
    case unreadableHours = "hours that are no number from 0 to 1,000"
    case tooMany = "a text beyond the most that are told apart"
    case personal = "a value that looks like a telephone number or an e-mail address"

    var remedy: String {
      switch self {
      case .noDate, .noWatch, .noCount, .noStatus, .noUnit, .noLogOn, .noHours, .offStreet: ""
      case .unreadableDate, .unreadableLogOn, .unreadableLogOff:
        "add the way in which they are written to `times.formats`"
      case .sentinelDate, .unlikelyDate: "leave them out of the export, or correct them"
      case .outsidePeriod: "compare with `period` in study.yaml"
      case .unknownWatch: "add it to `watches` in the profile, or give the study that has it"
      case .unreadableTour: "write the time as 07:00"
      case .unreadableCount, .unreadableCrew, .unreadableHours:
        "check that the right column is mapped"
      case .unknownStatus: "add it to `statuses` in the profile"
      case .unreadableWeekday: "write Mon, Mon-Fri, Sat, Sun or daily"
      case .unknownGroup: "add it to `rotation` or `fixed_groups`, or give the study that has it"
      case .noLogOff, .overlong: "`sessions: {forgotten: cut}` cuts them instead"
      case .negative: "`sessions: {log_off_date: log-on}` puts them on the next day"
      case .tooMany: "check that the column holds districts, tours or reasons"
      case .personal: "map another column: no staffing question needs personal data"
      }
    }
  }

  /// What a reader should know of rows that are used.
  enum Remark: String, CaseIterable {
    case noDistrict = "no district"
    case unknownDistrict = "a district that the study does not have"
    case unknownClass = "a class that the profile does not know: unclassified"
    case unfittingUnit = "a call sign that no pattern fits: unclassified"
    case repeated = "the day, watch, district, class and unit of a row before: added to it"
    case noOfficers = "no number of officers: counted as a unit without any"
    case ambiguous = "on or off while the clock shows the hour twice: taken as the shorter"
    case skipped = "on or off in the hour that the clock skips: taken as the hour after"
    case overlapping = "overlaps a session of the same unit: merged"
    case instant = "on and off at the same moment"
    case cutOpen = "no log-off: cut"
    case cutLong = "longer than the longest session: cut"
    case unknownReason = "a reason that the profile does not list"
    case manyOfficers = "more than 8 officers aboard"

    var remedy: String {
      switch self {
      case .noDistrict, .ambiguous, .skipped, .instant, .cutOpen, .cutLong, .overlapping: ""
      case .unknownDistrict: "add it to `districts` in the profile, or correct it"
      case .unknownClass: "add it to `classes` in the profile"
      case .unfittingUnit: "add a pattern to `units` in the profile"
      case .repeated: "check that no sheet is there twice"
      case .noOfficers: "officers on the street are too low by theirs"
      case .unknownReason: "add it to `reasons` in the profile"
      case .manyOfficers: "check that the right column is mapped"
      }
    }
  }

  /// The fewest rows that a text must have before a report quotes it: a rare one may be a name.
  static let fewestToQuote = 10
  private static let quoted = 20
  private static let toldApart = 10_000

  var rowsRead = 0
  private var setAside: [Reason: LineTally] = [:]
  private var remarks: [Remark: LineTally] = [:]
  private var absences: [String: LineTally] = [:]
  private var texts: [Remark: [String: LineTally]] = [:]
  private var statusTexts: [String: LineTally] = [:]
  private var watchTexts: [String: LineTally] = [:]

  mutating func setAside(_ reason: Reason, _ line: Int, text: String? = nil) {
    setAside[reason, default: LineTally()].add(line: line)
    guard let text else { return }
    if reason == .unknownStatus { Self.count(text, line, in: &statusTexts) }
    if reason == .unknownWatch { Self.count(text, line, in: &watchTexts) }
  }

  mutating func remark(_ remark: Remark, _ line: Int, text: String? = nil) {
    remarks[remark, default: LineTally()].add(line: line)
    if let text { Self.count(text, line, in: &texts[remark, default: [:]]) }
  }

  mutating func absent(_ status: String, _ line: Int) {
    absences[status, default: LineTally()].add(line: line)
  }

  private static func count(_ text: String, _ line: Int, in texts: inout [String: LineTally]) {
    guard texts[text] != nil || texts.count < toldApart else { return }
    texts[text, default: LineTally()].add(line: line)
  }

  /// Rows that were not set aside.
  var rowsUsed: Int { rowsRead - setAside.values.reduce(0) { $0 + $1.count } }

  /// Returns the books.
  func ledger(files: [String], profile: DeploymentProfile) -> DeploymentLedger {
    let setAside = Reason.allCases.compactMap { reason in
      self.setAside[reason].map { tally in
        DeploymentLedger.Entry(
          what: reason.rawValue + Self.quotes(of: reason, statusTexts, watchTexts),
          rows: tally.count, lines: tally.lines, remedy: reason.remedy)
      }
    }
    let remarks = Remark.allCases.compactMap { remark in
      self.remarks[remark].map { tally in
        DeploymentLedger.Entry(
          what: remark.rawValue + Self.quotes(texts[remark] ?? [:]), rows: tally.count,
          lines: tally.lines, remedy: remark.remedy)
      }
    }
    let absences = self.absences.sorted { $0.key < $1.key }.map { status, tally in
      DeploymentLedger.Entry(what: status, rows: tally.count)
    }
    return DeploymentLedger(
      source: files.joined(separator: ", "), profile: profile.name, grain: profile.kind.grain,
      rowsRead: rowsRead, rowsUsed: rowsUsed, setAside: setAside, absences: absences,
      remarks: remarks)
  }

  private static func quotes(
    of reason: Reason, _ statuses: [String: LineTally], _ watches: [String: LineTally]
  ) -> String {
    switch reason {
    case .unknownStatus: quotes(statuses)
    case .unknownWatch: quotes(watches)
    default: ""
    }
  }

  /// The texts of enough rows to be no names, the most frequent first.
  private static func quotes(_ texts: [String: LineTally]) -> String {
    let frequent = texts.filter { $0.value.count >= fewestToQuote }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    guard !frequent.isEmpty else { return "" }
    let words = frequent.prefix(quoted).map { "\($0.key.quoted) \($0.value.count)" }
    let more = frequent.count > quoted ? ", …" : ""
    return " (\(words.joined(separator: ", "))\(more))"
  }
}
