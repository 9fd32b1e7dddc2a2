public import PolicingDomain

/// A file that a study was read from.
public struct InputFile: Hashable, Sendable {
  /// The path inside the study folder, the same on every machine.
  public let path: String
  /// The path on this machine.
  public let absolutePath: String

  /// Creates a file.
  public init(path: String, absolutePath: String) {
    self.path = path
    self.absolutePath = absolutePath
  }
}

/// What came of reading a study folder in which nothing is wrong.
public struct StudyReading: Hashable, Sendable {
  /// The study.
  public let study: Study
  /// The name of the time zone of the agency's wall clock, such as `America/Chicago`.
  public let timezone: String
  /// Every file that was read, in the order of reading, for a manifest of hashes.
  ///
  /// A dispatch export is listed too, although only its presence is checked here.
  public let inputs: [InputFile]
  /// What a reader of the results should know about the inputs.
  public let warnings: [FileIssue]
  /// The findings that people wrote into ``StudyFolder/findingsName``, if they did.
  public let statement: RunRecord.Statement?
}

/// Reads study folders: `study.yaml` and the tables that it names.
///
/// Every problem of every file is gathered before an answer is given, so that a planner mends a
/// study in one round and not in twenty. `study.yaml` has this shape:
///
/// ```yaml
/// schema: 1
/// study:
///   name: two-districts            # letters, digits, - and _; part of file names
///   title: "Two districts"
///   timezone: America/Chicago
///   period: {from: 2025-01-01, through: 2025-12-31}
///   seed: 7
///   notice: "what every page must say"        # optional
/// tables:                          # one CSV file each, or a list; from `seniority` on, optional
///   {geography: …, districts: …, sections: …, strength: …, ranks: …, positions: …,
///    availability: …, tours: …, standards: …,
///    seniority: …, categories: …, rules: …, budget: …, authorized: …, assumptions: …,
///    deployment: …, commitments: …, targets: …, responders: …, caseloads: …, arrests: …,
///    civilianization: …, flows: …, second_count: …, differences: …, calendar: …, schedules: …,
///    teams: …}
/// calls: {file: calls.csv, profile: canonical}   # or one of these:
/// #  {files: [january.csv, february.csv], profile: own.yaml, cleaning: cpsm}
/// #  {store: calls.sqlite}       # what `rollcall import --into` made
/// #  {synthesis: synthesis.yaml}
/// watches: [{name: day, start: "07:00", hours: 12}, {name: night, start: "19:00", hours: 12}]
/// rotation: {days_on: 4, days_off: 2, groups: [A, B, C, D, E, F]}      # or:
/// #  {pattern: "1100111 0011000", groups: {A: 0, B: 7}}
/// office: {tour: office, tours_per_year: 260.71}
/// civilian: {tour: civilian, tours_per_year: 260.71}
/// budget: {items: [pay, benefits]} # optional: the rows that make the limit, else the row `limit`
/// deployment: {files: [log.csv], profile: unit-log}   # optional: records of who was on the street
/// include: [base]                  # optional: folders or files whose keys count where this has none
/// as_of: 2025-07-01                # optional: the day on which rows with from and through are in force
/// arrests_per_year: 4200           # optional
/// schedule_limits: {max_consecutive_days: 6, min_rest_hours: 11}       # optional
/// allocation: {order: [minimums, fairness], source: …, date: …}        # optional
/// stated_totals:                   # optional: printed totals to be added up again
///   - {name: hours away, items: {vacation: 91, training: 225}, printed: 316}
///   - {name: sworn, table: strength, column: assigned, where: {employment: sworn}, printed: 133}
/// ```
///
/// The study in `Data/Studies/generic-two-districts` is the smallest complete example;
/// `Data/Studies/generic` uses every table. ``StudySchemas`` declares every key and column. A file is
/// named without a path that leads out of the folder; anchors and aliases are not read.
public enum StudyFolder {
  /// The version of the folder's layout that this version of the library reads.
  public static let schema = 1
  /// The file in which people write their findings: it belongs to them and is never written.
  public static let findingsName = "findings.md"

  /// Reads the study in the folder at `path`.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - profiles: The names of the library's own profiles; nothing leaves the name of one unchecked.
  /// - Returns: The study with its inputs and warnings.
  /// - Throws: ``FileError`` with every error and warning, if there is an error among them.
  public static func read(
    at path: String, profiles: [String]? = nil
  ) throws(FileError) -> StudyReading {
    let (reading, issues) = attempt(at: path, profiles)
    guard let reading else { throw FileError(issues) }
    return reading
  }

  /// Returns everything that is wrong with the study in the folder at `path`, warnings included.
  ///
  /// Nothing is returned for a study without fault.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - profiles: The names of the library's own profiles; nothing leaves the name of one unchecked.
  ///   - isStrict: Whether to look further: for rows without source or date, assumptions without a
  ///     range, citations that nobody has read, choices of value without a row in the table of targets
  ///     or without a forum, and positions for which nobody is named. Warnings then count as errors,
  ///     but for rows that are not in force.
  /// - Returns: The issues, in the order in which they were found.
  public static func issues(
    at path: String, profiles: [String]? = nil, isStrict: Bool = false
  ) -> [FileIssue] {
    let issues = attempt(at: path, profiles, isStrict: isStrict).issues
    return isStrict ? issues.map(\.strict) : issues
  }

  private static func attempt(
    at path: String, _ profiles: [String]?, isStrict: Bool = false
  ) -> (reading: StudyReading?, issues: [FileIssue]) {
    let log = IssueLog()
    let files = StudyFiles(folder: path, log: log)
    let draft = StudyDraft(files: files, log: log, profiles: profiles)
    if isStrict { draft?.checkStrictly(log: log) }
    let statement = files.statement()
    guard let draft, !log.hasErrors, let study = draft.study() else { return (nil, log.issues) }
    let reading = StudyReading(
      study: study, timezone: draft.manifest.timezone, inputs: files.inputs,
      warnings: log.issues, statement: statement)
    return (reading, log.issues)
  }
}

extension FileIssue {
  /// The issue as strict validation shows it: an error, unless nothing needs to be done about it.
  fileprivate var strict: FileIssue {
    if code == StudyIssueCode.rowsNotInForce.rawValue { return self }
    return FileIssue(
      .error, code: code, message, file: file, line: line, column: column, count: count,
      remedy: remedy)
  }
}
