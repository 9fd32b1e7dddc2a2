import ArgumentParser
import Foundation
import Rollcall

/// How answers are printed: ``QueryFormat`` in words of the command line.
enum QueryOutput: String, ExpressibleByArgument, CaseIterable {
  case table, json, ndjson, csv, markdown
}

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Ask the calls of a study or a store: by a named query, or in SQL.",
    discussion: """
      EXAMPLES
        rollcall query my-study --list
        rollcall query my-study calls-by-hour --district 7 --priority 1
        rollcall query calls.sqlite --sql 'SELECT category, count(*) FROM calls_view GROUP BY 1'

      The store is opened for reading only. A study's calls are imported first where they are not in \
      its store yet. Named queries take parameters as options; --list names them all.
      """)

  @Argument(help: "A store (.sqlite), the folder of a study, or the name of a bundled one.")
  var place: String

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("A named query, then its parameters.", valueName: "query"))
  var rest: [String] = []

  @Option(help: ArgumentHelp("One SELECT statement.", valueName: "statement"))
  var sql: String?

  @Flag(help: "List the named queries.")
  var list = false

  @Option(help: "How to print: table, json, ndjson, csv or markdown.")
  var format = QueryOutput.table

  @Option(help: "The most rows that are printed.")
  var rows = 10_000

  @Option(help: "The most seconds that the query may take.")
  var seconds = 60.0

  @Flag(
    name: .customLong("public"),
    help: ArgumentHelp(
      "Withhold what may not be made public.",
      discussion: "Small counts of people and of sensitive types of call; for named queries only."))
  var isPublic = false

  @Flag(name: .shortAndLong, help: "Do not report progress.")
  var quiet = false

  func validate() throws {
    guard rows > 0, rows <= 100_000_000 else {
      throw ValidationError("--rows takes a number from 1 to 100000000.")
    }
    guard seconds > 0, seconds <= 86_400 else {
      throw ValidationError("--seconds takes a number of seconds up to a day.")
    }
    if sql != nil, !rest.isEmpty {
      throw ValidationError("Give either --sql or a named query, not both: \(rest[0]).")
    }
    if sql != nil, isPublic {
      throw ValidationError(
        "--sql has no --public: nobody can say what a free statement counts. Ask a named query, or "
          + "add one whose header says what its columns count.")
    }
  }

  func run() throws {
    if list || (sql == nil && rest.isEmpty) {
      let table = try explainingErrors { () throws(PlanningError) in try NamedQueries.list() }
      try Page.show(format == .csv ? table.csv(notice: nil) : table.text(notice: nil))
      return
    }
    let values = try sql == nil ? parameters() : []
    let named = try explainingErrors { () throws(PlanningError) in
      let named = sql == nil ? try NamedQueries.named(rest[0]) : nil
      if isPublic { try named?.requirePrivacy() }
      return named
    }
    let query = try explainingErrors { () throws(PlanningError) in
      try named?.query(with: values) ?? StoreQuery(sql ?? "")
    }
    let store = try path()
    var limits = StoreQuery.Limits()
    limits.rows = rows
    limits.seconds = seconds
    limits.memory = 1 << 30
    let answer = try explainingErrors { () throws(PlanningError) in
      let answer = try query.answer(on: store, limits: limits)
      guard isPublic, let named else { return answer }
      return try named.published(answer, values: values)
    }
    try Page.show(answer.text(QueryFormat(rawValue: format.rawValue) ?? .table))
    if answer.isCut { Talk.say("note: cut after \(rows) rows; ask for more with --rows") }
  }

  /// The options after the name of the query, as `--name value` or `--name=value`.
  private func parameters() throws -> [(name: String, text: String)] {
    var values: [(name: String, text: String)] = []
    var words = rest.dropFirst()
    while let word = words.popFirst() {
      guard word.hasPrefix("--"), word.count > 2 else {
        throw ValidationError("Parameters are given as --name value, not \(word).")
      }
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1)
      if parts.count == 2 {
        values.append((String(parts[0]), String(parts[1])))
      } else if let value = words.popFirst() {
        values.append((String(parts.first ?? ""), value))
      } else {
        throw ValidationError("\(word) needs a value.")
      }
    }
    return values
  }

  /// The store: the file itself, or that of a study.
  private func path() throws -> String {
    let kind = try? URL(filePath: place).resourceValues(forKeys: [.isDirectoryKey])
    if kind?.isDirectory == false || place.hasSuffix(".sqlite") { return place }
    var options = StudyOptions()
    options.study = place
    let folder = try options.path()
    let quiet = quiet
    return try explainingErrors { () throws(PlanningError) in
      try StudyPipeline(studyAt: folder).storeOfCalls { stage in
        if !quiet { Talk.say("rollcall: \(stage) …") }
      }
    }
  }
}
