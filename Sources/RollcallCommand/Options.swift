import ArgumentParser
import Foundation
import Rollcall

/// How results are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table
  case json
  case csv
}

/// The options of every command that prints tables.
struct OutputOptions: ParsableArguments {
  @Option(help: "How to print: table, json or csv.")
  var format = OutputFormat.table

  @Option(
    name: .customLong("table"),
    help: ArgumentHelp("Print this table only; `--table list` names them.", valueName: "name"))
  var tableName: String?

  @Flag(name: .shortAndLong, help: "Do not report progress.")
  var quiet = false

  @Flag(
    name: .customLong("public"),
    help: ArgumentHelp(
      "Withhold what may not be made public.",
      discussion: """
        Counts under 10 of people and of sensitive types of call, and as many others as keep them \
        from being worked back. Never posts, ranks, rates of staffing or hours of work.
        """))
  var isPublic = false

  /// The run as it is shown and written: with `--public`, small counts are withheld in all of its
  /// tables, whichever of them are printed.
  func guarded(_ results: StudyResults) -> (results: StudyResults, tables: [ResultTable]) {
    guard isPublic else { return (results, results.tables) }
    let published = results.published()
    return (published.results, published.tables.tables)
  }

  /// Prints the tables that were asked for: the named one, else those of `main`.
  func show(_ tables: [ResultTable], main: [String], notice: String?) throws {
    if tableName == "list" {
      try Page.show(tables.map { "\($0.name)\t\($0.title)\n" }.joined())
      return
    }
    let names = tableName.map { [$0] } ?? main
    let chosen = names.compactMap { name in tables.first { $0.name == name } }
    try checkName(among: tables)
    guard !chosen.isEmpty else { return }
    switch format {
    case .table:
      try Page.show(chosen.map { $0.text(notice: notice) }.joined(separator: "\n"))
    case .csv:
      if chosen.count > 1 {
        Talk.say("csv holds one table: \(chosen[0].name). Choose another with --table.")
      }
      try Page.show(chosen[0].csv(notice: notice))
    case .json:
      let text: String
      do {
        text = try ResultTable.json(chosen, notice: notice)
      } catch {
        Talk.say(error.description)
        throw Exit.defect
      }
      try Page.show(text)
    }
  }

  /// Refuses the name of a table that there is not, before anything is written.
  func checkName(among tables: [ResultTable]) throws {
    guard let tableName, tableName != "list" else { return }
    if tables.contains(where: { $0.name == tableName }) { return }
    let known = tables.map(\.name).joined(separator: ", ")
    throw ValidationError("There is no table \(tableName). Use one of: \(known).")
  }

  /// Says on standard error what is being done.
  var progress: @Sendable (String) -> Void {
    let quiet = quiet
    return { stage in
      if !quiet { Talk.say("rollcall: \(stage) …") }
    }
  }
}

/// The study that a command works on.
struct StudyOptions: ParsableArguments {
  @Argument(help: "The folder of a study, or the name of a bundled one, such as chicago.")
  var study: String

  /// The folder: a path that exists, else a bundled study of this name.
  func path() throws -> String {
    if !study.isEmpty {
      if FileManager.default.fileExists(atPath: study) { return study }
      if !study.contains("/"), let bundled = ReferenceData.study(study) { return bundled }
    }
    let names = ReferenceData.studyNames
    Talk.say(
      "error: there is no study `\(study)`\n  help: give the folder of a study, or one of the bundled "
        + "names: \(names.joined(separator: ", "))")
    throw Exit.badInput
  }
}

/// How the calls of a study are reached.
struct AccessOptions: ParsableArguments {
  @Flag(help: "Read the exports directly, without a store in the cache.")
  var noStore = false

  @Flag(help: "Read every export whole to see whether it changed; else size and time tell.")
  var verify = false

  @Option(help: "How many threads read; all processors if not given.")
  var threads: Int?

  func validate() throws {
    guard let threads, !(1...256).contains(threads) else { return }
    throw ValidationError("--threads takes a number from 1 to 256.")
  }

  var access: CallAccess {
    var access = CallAccess()
    access.usesStore = !noStore
    access.verifies = verify
    if let threads { access.threads = threads }
    return access
  }
}
