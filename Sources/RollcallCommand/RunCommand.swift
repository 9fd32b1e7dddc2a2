import ArgumentParser
import Foundation
import Rollcall

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Answer a study: who is needed, and the best use of those there are.",
    discussion: """
      EXAMPLES
        rollcall run my-study
        rollcall run my-study -o runs/first
        rollcall run my-study --table districts-by-watch --format markdown
        rollcall run my-study --table assumptions --format ndjson | head -n 3
        rollcall run chicago -o runs/chicago

      Prints bureau × rank × sworn and civilian, then districts × watch, then what the study \
      assumes. With -o, writes manifest.json, record.json, results.json, tables/*.csv and the page \
      report.html to a folder, whole or not at all; an earlier run there is replaced.
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var calls: AccessOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write the run to this folder.", valueName: "folder"),
    completion: .directory)
  var folder: String?

  @Flag(help: "Leave out the prices of people and rules, which take further solves.")
  var noPrices = false

  @Flag(help: "With -o: leave out the report, and the tables that only it needs.")
  var noReport = false

  @Flag(help: "Exit with 1 when the recommended plan leaves anything unfilled.")
  var failOnShortage = false

  func run() throws {
    let started = Date()
    let path = try study.path()
    let pipeline = try explainingErrors { () throws(PlanningError) in
      try StudyPipeline(studyAt: path, access: calls.access)
    }
    let found = try explainingErrors(
      showing: output.talk, stages: StudyPipeline.Extent.allocation.stages
    ) { progress throws(PlanningError) in
      try pipeline.run(to: .allocation, pricing: !noPrices, progress: progress.tell)
    }
    let (results, tables) =
      try folder.map { folder in
        try save(found, of: pipeline, started: started, to: folder)
      } ?? checked(output.guarded(found))
    let waits = results.calibration == nil ? [] : ["waits-predicted-and-observed"]
    try output.show(tables, main: waits + Self.mainTables, notice: results.study.notice)
    results.report()
    if let folder, !noReport { Talk.say("report: \(folder)/report.html") }
    if let code = Exit.code(for: results) { throw code }
    if failOnShortage, results.leavesSomethingUnfilled { throw Exit.findings }
  }

  private func checked(
    _ page: (results: StudyResults, tables: [ResultTable])
  ) throws -> (results: StudyResults, tables: [ResultTable]) {
    try output.checkName(among: page.tables)
    return page
  }

  /// Writes the run with its record, and returns what of it may be shown.
  private func save(
    _ found: StudyResults, of pipeline: StudyPipeline, started: Date, to folder: String
  ) throws -> (results: StudyResults, tables: [ResultTable]) {
    let manifest = try explainingErrors { () throws(PlanningError) in
      try pipeline.manifest(
        arguments: ["run", found.study.name] + (noPrices ? ["--no-prices"] : [])
          + (noReport ? ["--no-report"] : [])
          + (output.isPublic ? ["--public"] : []),
        started: started)
    }
    let own = try explainingErrors(showing: output.talk) { progress in
      pipeline.record(
        of: found, manifest: manifest, extras: !noReport, progress: progress.tell)
    }
    let record = output.isPublic ? own.published() : own
    try output.checkName(among: record.tables)
    let report = try explainingErrors { () throws(PlanningError) -> ReportFiles? in
      let report =
        noReport ? nil : try ReportFiles(of: record, ReportRequest(), isLenient: true)
      try RunFolder.save(
        found, record: record, reports: report?.files ?? [], manifest: manifest, to: folder)
      return report
    }
    for issue in report?.issues ?? [] { Talk.say(issue.description) }
    if !output.talk.quiet { Talk.say("rollcall: wrote \(folder)") }
    return (found.asShown(by: record), record.tables)
  }

  static let mainTables = [
    "staffing-summary", "staffing-by-bureau", "districts-by-watch", "standards", "net-hours",
    "calls-by-category", "stages", "prices", "assumptions",
  ]
}

extension StudyResults {
  /// Says on standard error what a reader should know before using a figure.
  func report() {
    for answer in [required, recommended].compactMap({ $0 }) where answer.status != .optimal {
      Talk.say("\(answer.mode.rawValue): \(answer.status.rawValue): \(answer.reason)")
    }
    for finding in findings { Talk.say("note: \(finding)") }
    for check in ledgers where !check.closes {
      Talk.say("defect: the books do not close: \(check.name): \(check.left) ≠ \(check.right)")
    }
  }

  /// Whether the recommended plan lacks people anywhere.
  var leavesSomethingUnfilled: Bool {
    guard let plan = recommended?.plan else { return true }
    return !plan.shortages.isEmpty || plan.coverageShortages.contains { $0.short > 0 }
  }
}
