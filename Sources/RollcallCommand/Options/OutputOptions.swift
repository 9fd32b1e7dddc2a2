import ArgumentParser
import Rollcall

/// The options of every command that prints tables.
struct OutputOptions: ParsableArguments {
  @Option(help: "How to print: table, json, ndjson, csv or markdown.")
  var format = TableFormat.table

  @Option(
    name: .customLong("table"),
    help: ArgumentHelp("Print this table only; `--table list` names them.", valueName: "name"),
    completion: .custom { _, _, _ in Completions.tables })
  var tableName: String?

  @OptionGroup var talk: ProgressOptions

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
    try checkName(among: tables)
    try print(
      names.compactMap { name in tables.first { $0.name == name } }, notice: notice)
  }

  /// Prints tables in the format that was asked for.
  func print(_ chosen: [ResultTable], notice: String?) throws {
    guard !chosen.isEmpty else { return }
    if format == .csv, chosen.count > 1 {
      Talk.say("note: csv holds one table: \(chosen[0].name). Choose another with --table.")
    }
    try Page.show(try text(chosen, notice: notice))
  }

  private func text(_ chosen: [ResultTable], notice: String?) throws -> String {
    switch format {
    case .table: return chosen.map { $0.text(notice: notice) }.joined(separator: "\n")
    case .csv: return chosen[0].csv(notice: notice)
    case .ndjson:
      return chosen.map { $0.ndjson(notice: notice, isNamed: chosen.count > 1) }.joined()
    case .markdown: return chosen.map { $0.markdown(notice: notice) }.joined(separator: "\n")
    case .json:
      do {
        return try ResultTable.json(chosen, notice: notice)
      } catch {
        Talk.say(error.description)
        throw Exit.defect
      }
    }
  }

  /// Refuses the name of a table that there is not, before anything is written.
  func checkName(among tables: [ResultTable]) throws {
    guard let tableName, tableName != "list" else { return }
    let known = tables.map(\.name)
    if known.contains(tableName) { return }
    throw ValidationError(Suggestion.refusal(of: tableName, "table", among: known))
  }
}
