import ArgumentParser
import Rollcall

struct ToursCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tours",
    abstract:
      "Schedules of tours and days off: which there are, what each gives, how they compare.",
    discussion: """
      EXAMPLES
        rollcall tours list
        rollcall tours show chicago-10.5
        rollcall tours teams 61-63-65
        rollcall tours compare chicago-9.0 chicago-10.5 twelve-hour-2-2-3
        rollcall tours compare own chicago-10.5 --study my-study --district 2

      Schedules are those of the study, whose own is called `own`, then those that come with the tool.
      """,
    subcommands: [
      ToursListCommand.self, ToursShowCommand.self, ToursTeamsCommand.self,
      ToursCompareCommand.self,
    ])
}

/// The study whose schedules are added, if one is named.
struct TourStudyOptions: ParsableArguments {
  @Option(
    help: "The folder of a study, or the name of a bundled one; its schedules come first.",
    completion: .custom { _, _, begun in Completions.studies(begun) })
  var study: String?

  func pipeline(_ access: CallAccess = CallAccess()) throws -> StudyPipeline? {
    guard let study else { return nil }
    var options = StudyOptions()
    options.study = study
    let path = try options.path()
    return try explainingErrors { () throws(PlanningError) in
      try StudyPipeline(studyAt: path, access: access)
    }
  }
}

struct ToursListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the schedules.",
    discussion: """
      EXAMPLES
        rollcall tours list
        rollcall tours list --study my-study --format csv
      """)

  @OptionGroup var study: TourStudyOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let pipeline = try study.pipeline()
    let table = try explainingErrors { () throws(PlanningError) in
      try TourSchedules(of: pipeline?.reading.study).table()
    }
    try output.show([table], main: [table.name], notice: nil)
  }
}

struct ToursShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract:
      "Show a schedule: tours, days off, officers on the street by hour and day of the cycle.",
    discussion: """
      EXAMPLES
        rollcall tours show chicago-10.5
        rollcall tours show own --study my-study --format csv
      """)

  @Argument(
    help: "The name of a schedule.", completion: .custom { _, _, _ in Completions.schedules })
  var schedule: String

  @OptionGroup var study: TourStudyOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let pipeline = try study.pipeline()
    let name = schedule
    let tables = try explainingErrors { () throws(PlanningError) in
      try TourSchedules(of: pipeline?.reading.study).tables(of: name)
    }
    try output.show(
      tables, main: output.format == .table ? tables.map(\.name) : ["tour-coverage"], notice: nil)
  }
}

struct ToursTeamsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "teams",
    abstract: "Show rotations of teams: who covers which duty on each day, and what does not hold.",
    discussion: """
      Exit code 1 when a rule of the rotation does not hold.

      EXAMPLES
        rollcall tours teams
        rollcall tours teams 61-63-65 --format json
      """)

  @Argument(help: "The name of a rotation; all of them if not given.")
  var rotation: String?

  @OptionGroup var study: TourStudyOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let pipeline = try study.pipeline()
    let name = rotation
    let checks = try explainingErrors { () throws(PlanningError) in
      try TourSchedules(of: pipeline?.reading.study).checks(of: name)
    }
    let tables = checks.map { ResultTable.teamRotation($0) }
    if output.format == .table, output.tableName == nil {
      try Page.show(tables.map { $0.text(notice: nil) }.joined(separator: "\n"))
    } else {
      try output.show(tables, main: tables.map(\.name), notice: nil)
    }
    if checks.contains(where: { !$0.holds }) { throw Exit.findings }
  }
}

struct ToursCompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare schedules on one page; with a study, also by their fit to its demand.",
    discussion: """
      EXAMPLES
        rollcall tours compare chicago-9.0 chicago-10.5 twelve-hour-2-2-3
        rollcall tours compare own chicago-10.5 --study my-study

      Without a study the figures that need one are left out: fit, relief, cost and span. Other tables: \
      tours-compared, tour-teams, tour-stages.
      """)

  @Argument(
    help: "Names of schedules; with --study, those of the study if none is given.",
    completion: .custom { _, _, _ in Completions.schedules })
  var schedules: [String] = []

  @OptionGroup var study: TourStudyOptions
  @Option(help: "The number of a district; the one with the largest need if not given.")
  var district: String?
  @OptionGroup var output: OutputOptions
  @OptionGroup var calls: AccessOptions

  func validate() throws {
    if schedules.isEmpty, study.study == nil {
      throw ValidationError("Name at least one schedule; `rollcall tours list` names them.")
    }
    if district != nil, study.study == nil {
      throw ValidationError("--district belongs to --study.")
    }
  }

  func run() throws {
    let pipeline = try study.pipeline(calls.access)
    let names = schedules
    let district = district
    let stages = pipeline == nil ? [] : StudyPipeline.Extent.requirement.stages + ["schedules"]
    let (comparison, notice) = try explainingErrors(showing: output.talk, stages: stages) {
      progress throws(PlanningError) in
      let known = try TourSchedules(of: pipeline?.reading.study)
      let chosen = try known.chosen(names)
      guard let pipeline else { return (try TourComparisons.compare(chosen), String?.none) }
      let results = try pipeline.run(to: .requirement, progress: progress.tell)
      progress.tell("schedules")
      let comparison = try pipeline.compareTours(chosen, in: results, district: district)
      return (comparison, results.study.notice)
    }
    let tables: [ResultTable] = [
      .toursSideBySide(comparison), .toursCompared(comparison), .tourTeams(comparison),
      .tourStages(comparison),
    ]
    try output.show(
      tables, main: [output.format == .table ? "tours-side-by-side" : "tours-compared"],
      notice: notice)
  }
}
