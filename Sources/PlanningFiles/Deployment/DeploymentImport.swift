public import PolicingDomain

/// What files of one deployment profile tell.
///
///     let profile = try DeploymentProfile(contentsOf: "Data/Profiles/Deployment/unit-log.yaml")
///     let found = try DeploymentImport(files: ["log.csv"], profile: profile, frame: DeploymentFrame())
///     print(found.deployment?.observed.units ?? .zero)
///
/// No row is kept and no name is read. A row that cannot be used is set aside and counted in the
/// ledger, with its line.
public struct DeploymentImport: Hashable, Sendable {
  /// The units and officers on the street; nothing when the files are of overtime.
  public let deployment: Deployment?
  /// The overtime; nothing when the files are of another kind.
  public let overtime: OvertimeHours?

  /// Reads `files`.
  ///
  /// - Parameters:
  ///   - files: The paths of the files, plain or compressed by gzip, all of one profile.
  ///   - profile: How to read them.
  ///   - frame: The period, watches, rotation and districts of the study, if there is one.
  /// - Throws: A ``FileError``: `E101` to `E109` for a file that cannot be read, `E125` for a column
  ///   that the profile maps and the file does not have, `E126` for one that it has twice, `E127`
  ///   when there is no file, `E171` for a column that looks personal and is not listed under
  ///   `never_read`, `E174` when the days lie more than 20 years apart.
  /// - Complexity: O(bytes) in time; memory for the sums, and for the sessions of a log.
  public init(
    files: [String], profile: DeploymentProfile, frame: DeploymentFrame
  ) throws(FileError) {
    try self.init(files.map { .file(path: $0) }, profile: profile, frame: frame)
  }

  /// Reads `inputs`.
  package init(
    _ inputs: [DelimitedInput], profile: DeploymentProfile, frame: DeploymentFrame
  ) throws(FileError) {
    var tally = DeploymentTally()
    var deployment: Deployment?
    var overtime: OvertimeHours?
    switch profile.kind {
    case .attendance:
      var sheets = AttendanceSheets(profile, frame)
      let files = try RecordRows.each(inputs, profile: profile, tally: &tally) {
        sheets.read($0, &$1)
      }
      deployment = try sheets.finish(
        DeploymentBooks(files: files, profile: profile, tally: tally))
    case .roster:
      var lines = RosterLines(profile, frame)
      let files = try RecordRows.each(inputs, profile: profile, tally: &tally) {
        lines.read($0, &$1)
      }
      deployment = lines.finish(DeploymentBooks(files: files, profile: profile, tally: tally))
    case .unitLog:
      var sessions = UnitSessions(profile, frame)
      let files = try RecordRows.each(inputs, profile: profile, tally: &tally) {
        sessions.read($0, &$1)
      }
      deployment = try sessions.finish(files: files, tally: tally)
    case .overtime:
      var entries = OvertimeEntries(profile, frame)
      let files = try RecordRows.each(inputs, profile: profile, tally: &tally) {
        entries.read($0, &$1)
      }
      overtime = entries.finish(files: files, tally: tally)
    }
    self.deployment = deployment
    self.overtime = overtime
  }
}
