import ArgumentParser
import Foundation
import Rollcall

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Answer a study: who is needed, and the best use of those there are.",
    discussion: """
      Prints bureau × rank × sworn and civilian, then districts × watch, then what the study \
      assumes. With -o, writes manifest.json, results.json and tables/*.csv to a folder, whole or \
      not at all; an earlier run there is replaced.
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var calls: AccessOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write the run to this folder.", valueName: "folder"))
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
    let found = try explainingErrors { () throws(PlanningError) in
      try pipeline.run(to: .allocation, pricing: !noPrices, progress: output.progress)
    }
    let (results, tables) =
      try folder.map { folder in
        try save(found, of: pipeline, started: started, to: folder)
      } ?? checked(output.guarded(found))
    let waits = results.calibration == nil ? [] : ["waits-predicted-and-observed"]
    try output.show(tables, main: waits + Self.mainTables, notice: results.study.notice)
    results.report()
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
    let (own, manifest) = try explainingErrors { () throws(PlanningError) in
      let manifest = try pipeline.manifest(
        arguments: ["run", found.study.name] + (noPrices ? ["--no-prices"] : [])
          + (noReport ? ["--no-report"] : [])
          + (output.isPublic ? ["--public"] : []),
        started: started)
      return (
        pipeline.record(
          of: found, manifest: manifest, extras: !noReport, progress: output.progress), manifest
      )
    }
    let record = output.isPublic ? own.published() : own
    try output.checkName(among: record.tables)
    try explainingErrors { () throws(PlanningError) in
      try RunFolder.save(found, record: record, manifest: manifest, to: folder)
    }
    output.progress("wrote \(folder)")
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
