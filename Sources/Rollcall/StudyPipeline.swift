/// The way from a study folder to an answer, stage by stage.
///
/// Only this type knows the order of the stages; each stage is a pure function of hand-off values.
///
///     let pipeline = try StudyPipeline(studyAt: "my-study")
///     let results = try pipeline.run(to: .allocation)
public struct StudyPipeline: Sendable {
  /// How far to go.
  public enum Extent: Int, Comparable, Sendable {
    /// Until the work of the calls is known.
    case workload
    /// Until the units and positions are known.
    case requirement
    /// Until there is a plan.
    case allocation

    /// The stages that are done until then, as a run tells them.
    public var stages: [String] {
      let all = ["calls and workload", "requirements", "allocation", "best use of the strength"]
      switch self {
      case .workload: return Array(all.prefix(1))
      case .requirement: return Array(all.prefix(2))
      case .allocation: return all
      }
    }

    /// Whether `lhs` stops earlier.
    public static func < (lhs: Extent, rhs: Extent) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// The study and the files that it was read from.
  public let reading: StudyReading
  let store: CallStore
  /// How the calls are reached.
  public var access: CallAccess
  /// How waits are computed.
  public var queueing = QueueingAssumptions()
  let folder: String

  /// Reads and checks a study.
  ///
  /// - Parameters:
  ///   - path: The folder of the study.
  ///   - store: Where made-up calls and stores of calls are kept.
  ///   - access: How the calls are reached.
  /// - Throws: ``PlanningError/files(_:)`` with every problem of the study.
  public init(
    studyAt path: String, store: CallStore = CallStore(), access: CallAccess = CallAccess()
  ) throws(PlanningError) {
    do {
      reading = try StudyFolder.read(at: path, profiles: Profiles.known)
    } catch {
      throw .files(error)
    }
    self.store = store
    self.access = access
    folder = path
  }

  /// Runs the study.
  ///
  /// - Parameters:
  ///   - extent: How far to go.
  ///   - pricing: Whether to solve again for what people and rules are worth.
  ///   - progress: Told the name of each stage as it begins.
  /// - Returns: What was found out; an infeasible allocation is an answer, not an error.
  /// - Throws: A ``PlanningError`` from the stage that could not be done.
  public func run(
    to extent: Extent, pricing: Bool = true,
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(PlanningError) -> StudyResults {
    if extent >= .requirement, queueing.pooling == .zone, reading.study.geography.zones.isEmpty {
      throw .requirements(.missingZones)
    }
    progress("calls and workload")
    var results = try workload(progress)
    results.countingFindings = LeftOutCalls.counts(of: results)
    results.findings = findingsOfInputs(results)
    if extent >= .requirement, results.workload.callCount == 0 {
      let period = results.study.period
      throw .calls(
        reason: "none of the \(results.calls.calls) calls was received in the period "
          + "\(period.first) through \(period.last); set `period` in study.yaml to the days of the "
          + "export")
    }
    if extent >= .requirement {
      try answer(
        &results, under: Scenario(results.study), to: extent, pricing: pricing, progress: progress)
    }
    results.ledgers = Books.checks(of: results)
    return results
  }

  /// What a reader should know of the files and the calls, before anything follows from them.
  func findingsOfInputs(_ results: StudyResults) -> [String] {
    reading.warnings.map { "\(shown($0.file)): \($0.message)" } + results.countingFindings
      + LeftOutCalls.unused(results)
  }

  /// The path of a file as a reader elsewhere understands it: from the folder of the study.
  func shown(_ file: String) -> String {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    if file.hasPrefix(prefix) { return String(file.dropFirst(prefix.count)) }
    guard file.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return file }
    return String(file[file.index(after: slash)...])
  }

  /// Goes on from the workload to the requirement and the allocation.
  func answer(
    _ results: inout StudyResults, under scenario: Scenario, to extent: Extent, pricing: Bool,
    progress: @escaping @Sendable (String) -> Void
  ) throws(PlanningError) {
    progress("requirements")
    let requirement = try RequirementStage(results, queueing, under: scenario)
    requirement.record(in: &results)
    try DepartmentStage(results.study, requirement).record(in: &results)
    if extent >= .allocation {
      progress("allocation")
      let allocation = try AllocationStage(results, requirement)
      try allocation.record(in: &results, pricing: pricing, progress: progress)
    }
    try ServiceStage(results.study, requirement).record(in: &results)
  }

  /// Reads the calls and adds up their work, batch by batch.
  private func workload(
    _ progress: @escaping @Sendable (String) -> Void
  ) throws(PlanningError) -> StudyResults {
    let study = reading.study
    do {
      let (tally, ledger) = try calls(progress).tally()
      try ledger.requireRows(in: ledger.source)
      var results = StudyResults(
        study: study, calls: ledger,
        workload: tally.workload.finish(
          intervals: IntervalSettings(seed: study.seed), lacking: tally.season.missingDays))
      let known = tally.season.knownUnitHours
      let all = results.workload.matrix.total(\.community)
      results.seasonFindings = tally.season.finish(
        for: study, hasTimes: ledger.refusal(of: .hoursOfWeek) == nil,
        workToKnown: known > .zero ? all / known : 1)
      if !study.commitments.isEmpty {
        results.scheduledWork = ScheduledWork(
          of: study.commitments, during: study.period,
          districts: study.geography.districts.map(\.id))
      }
      results.deployment = try deployment(of: study)
      return results
    } catch {
      throw .files(error)
    }
  }

  /// The calls of the study.
  func calls(_ progress: @escaping @Sendable (String) -> Void) -> StudyCalls {
    StudyCalls(
      study: reading.study, folder: folder, store: store, access: access, progress: progress)
  }
}

extension ColumnProfile {
  /// Reads a profile by its bundled name, or from a file when `name` is a path.
  ///
  /// - Throws: `FileError` when there is no such profile or it is wrong.
  public static func named(_ name: String) throws(FileError) -> ColumnProfile {
    try ColumnProfile(contentsOf: try path(named: name))
  }

  /// Returns the text of a profile, after checking that it can be read.
  static func text(named name: String) throws(FileError) -> String {
    let path = try path(named: name)
    _ = try ColumnProfile(contentsOf: path)
    return try ColumnProfile.text(at: path)
  }

  private static func path(named name: String) throws(FileError) -> String {
    if let path = ReferenceData.profile(name) { return path }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return name }
    let known = ReferenceData.profileNames.joined(separator: ", ")
    throw FileError([
      FileIssue(
        code: "E093", "there is no profile called \(name)", file: name,
        remedy: known.isEmpty
          ? "no bundled profile was found; set ROLLCALL_DATA to the folder of the data files"
          : "use one of: \(known); or the path of a .yaml file")
    ])
  }
}

extension Study {
  /// The units that a call draws by category and hour: from the officers that it needs and the
  /// crews of the watch, where the study states officers, else the stated units per call.
  public var backUpFactors: BackUpFactors {
    let factors = categories.map { need -> (category: CallCategory, byHourOfDay: [Double]) in
      let byHour = (0..<24).map { hour -> Double in
        guard let officers = need.officers else { return max(1, need.unitsPerCall) }
        let watch = schedule.watches.first { $0.contains(hourOfDay: hour) }
        return BackUpFactors.expectedUnits(
          officers: officers, oneOfficerShare: watch?.oneOfficerShare ?? .none)
      }
      return (need.category, byHour)
    }
    return BackUpFactors(units: factors, others: [Double](repeating: 1, count: 24))
  }
}

extension CallLedger {
  /// Throws unless the export has rows.
  func requireRows(in file: String) throws(FileError) {
    guard rowsRead == 0 else { return }
    throw FileError([
      FileIssue(
        code: "E094", "the export has a header and no rows", file: file, line: 1,
        remedy: "export the calls again; a period without calls cannot be studied")
    ])
  }
}
