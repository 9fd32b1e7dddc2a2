/// The units and officers on the street, or the overtime, that files of an agency tell.
public struct DeploymentReading: Sendable {
  /// The units and officers; nothing when the files are of overtime.
  public let deployment: Deployment?
  /// The overtime; nothing when the files are of another kind.
  public let overtime: OvertimeHours?
  private let watches: [Watch]

  /// Reads `files`.
  ///
  /// - Parameters:
  ///   - files: The files, read as one.
  ///   - profile: The bundled name or the file of a deployment profile.
  ///   - studyPath: The folder of the study that has the period, the watches and the districts.
  /// - Throws: ``PlanningError/files(_:)`` when a file, the profile or the study is wrong.
  public init(files: [String], profile: String, studyAt studyPath: String?) throws(PlanningError) {
    do {
      let columns = try DeploymentProfile.named(profile)
      let study: StudyReading?
      if let studyPath { study = try StudyFolder.read(at: studyPath) } else { study = nil }
      let frame =
        study.map { DeploymentFrame($0.study, timeZone: $0.timezone) } ?? DeploymentFrame()
      let found = try DeploymentImport(files: files, profile: columns, frame: frame)
      watches = frame.watches
      let crew = DeploymentCrew(stated: columns.crews, watches: watches)
      deployment = found.deployment?.told(crew: crew)
      overtime = found.overtime
    } catch {
      throw .files(error)
    }
  }

  /// The tables of what was read.
  public var tables: [ResultTable] {
    (deployment?.tables(watches: watches) ?? []) + (overtime?.tables ?? [])
  }

  /// What became of every row.
  public var ledger: DeploymentLedger? { deployment?.ledger ?? overtime?.ledger }
}

extension StudyPipeline {
  /// Returns the units and officers on the street that `study` has records of, or assumes; nothing
  /// when it has neither.
  ///
  /// - Throws: `FileError` when the records cannot be read, or are of overtime.
  func deployment(of study: Study) throws(FileError) -> Deployment? {
    switch study.deployment {
    case nil: return nil
    case .assumption(let rows):
      let watches = study.schedule.watches
      return Deployment(assumed: rows, watches: watches).told(
        crew: DeploymentCrew(watches: watches))
    case .records(let files, let name):
      let profile = try DeploymentProfile.named(name)
      let found = try DeploymentImport(
        files: files, profile: profile,
        frame: DeploymentFrame(study, timeZone: reading.timezone))
      guard let deployment = found.deployment else {
        throw FileError([
          FileIssue(
            code: "E170", "records of overtime do not tell who was on the street",
            file: files.joined(separator: ", "),
            remedy: "name a unit log, attendance sheets or a roster under `deployment`")
        ])
      }
      return deployment.told(
        crew: DeploymentCrew(stated: profile.crews, watches: study.schedule.watches))
    }
  }
}

extension DeploymentProfile {
  /// Reads a profile by its bundled name, or from a file when `name` is a path.
  ///
  /// - Throws: `FileError` when there is no such profile or it is wrong.
  public static func named(_ name: String) throws(FileError) -> DeploymentProfile {
    if let path = ReferenceData.profile("Deployment/\(name)") {
      return try DeploymentProfile(contentsOf: path)
    }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      return try DeploymentProfile(contentsOf: name)
    }
    let known = ReferenceData.deploymentProfileNames.joined(separator: ", ")
    throw FileError([
      FileIssue(
        code: "E093", "there is no deployment profile called \(name)", file: name,
        remedy: known.isEmpty
          ? "no bundled profile was found; set ROLLCALL_DATA to the folder of the data files"
          : "use one of: \(known); or the path of a .yaml file")
    ])
  }
}
