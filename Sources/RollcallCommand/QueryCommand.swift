import ArgumentParser
import Foundation
import Rollcall

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Ask the results of a study or its calls: by a named query, or in SQL.",
    discussion: """
      EXAMPLES
        rollcall query --list
        rollcall query my-study staffing --district 2 --watch 2 --weekday fri
        rollcall query my-study need --rank sergeant --format markdown
        rollcall query runs/first assumptions --format ndjson
        rollcall query my-study calls-by-hour --district 2 --priority 1
        rollcall query calls.sqlite --sql 'SELECT count(*) FROM calls_view'
        rollcall query staffing --district 7 --watch 3

      Queries on results are answered from the folder of a run, else by running the study. Queries on \
      calls, and SQL, are put to a store, which is opened for reading only; a study's calls are \
      imported first where they are not in its store yet. Options are forgiving: 7 is 007, 3 is the \
      third watch, fri is Friday; several values are parted by commas.

      Without a place, the study or run in the current folder is asked, else the latest run below \
      runs/, else the bundled demonstration, which is said.
      """)

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp(
      "A study, the folder of a run or a store (.sqlite), if it is not the one in the current "
        + "folder; a named query; its options.", valueName: "place-and-query"),
    completion: .custom { _, _, begun in Completions.placesAndQueries(begun) })
  var words: [String] = []

  @Option(help: ArgumentHelp("One SELECT statement.", valueName: "statement"))
  var sql: String?

  @Flag(help: "List the named queries with their options.")
  var list = false

  @Option(help: "How to print: table, json, ndjson, csv or markdown.")
  var format = TableFormat.table

  @Option(help: "The most rows that are printed of calls.")
  var rows = 10_000

  @Option(help: "The most seconds that a query on calls may take.")
  var seconds = 60.0

  @Flag(
    name: .customLong("public"),
    help: ArgumentHelp(
      "Withhold what may not be made public.",
      discussion: "Small counts of people and of sensitive types of call; for named queries only."))
  var isPublic = false

  @OptionGroup var talk: ProgressOptions

  func validate() throws {
    guard rows > 0, rows <= 100_000_000 else {
      throw ValidationError("--rows takes a number from 1 to 100000000.")
    }
    guard seconds > 0, seconds <= 86_400 else {
      throw ValidationError("--seconds takes a number of seconds up to a day.")
    }
    if sql != nil, isPublic {
      throw ValidationError(
        "--sql has no --public: nobody can say what a free statement counts. Ask a named query, or "
          + "add one whose header says what its columns count.")
    }
  }

  func run() throws {
    let question = try QueryWords(words, hasSQL: sql != nil)
    if list || (sql == nil && question.query == nil) {
      let table = try explainingErrors { () throws(PlanningError) in try ResultQueries.list() }
      return try show(table, notice: nil)
    }
    if let sql { return try askCalls(question, StoreQuery(sql), named: nil) }
    let name = question.query ?? ""
    let found = try explainingErrors { () throws(PlanningError) in
      try ResultQueries.named(name)
    }
    if let query = found { return try askResults(question, query) }
    let (named, query) = try explainingErrors {
      () throws(PlanningError) -> (NamedQuery, StoreQuery) in
      let named = try NamedQueries.named(name)
      if isPublic { try named.requirePrivacy() }
      return (named, try named.query(with: question.values))
    }
    try askCalls(question, query, named: named)
  }

  private func askResults(_ question: QueryWords, _ query: ResultQuery) throws {
    let place = try AnsweringPlace.of(question.place, isQuiet: talk.quiet)
    let tables: [ResultTable]
    let notice: String?
    switch place {
    case .run(let folder):
      let record = try explainingErrors { () throws(PlanningError) in
        let own = try RunFolder.readRecord(at: folder)
        return isPublic ? own.published() : own
      }
      (tables, notice) = (record.tables, record.subject.notice)
    case .study(let path):
      let results = try explainingErrors(
        showing: talk, stages: StudyPipeline.Extent.allocation.stages
      ) { progress throws(PlanningError) in
        try StudyPipeline(studyAt: path).run(
          to: .allocation, pricing: false, progress: progress.tell)
      }
      tables = isPublic ? results.published().tables.tables : results.tables
      notice = results.study.notice
    case .store(let path):
      throw ValidationError(
        "\(path) holds calls and no results: name a study or the folder of a run for "
          + "`\(query.name)`.")
    }
    let table = try explainingErrors { () throws(PlanningError) in
      try query.answered(by: tables, question.values)
    }
    try show(table, notice: notice)
  }

  private func askCalls(
    _ question: QueryWords, _ query: StoreQuery, named: NamedQuery?
  ) throws {
    let store = try store(of: question)
    var limits = StoreQuery.Limits()
    limits.rows = rows
    limits.seconds = seconds
    limits.memory = 1 << 30
    let answer = try explainingErrors { () throws(PlanningError) in
      let answer = try query.answer(on: store, limits: limits)
      guard isPublic, let named else { return answer }
      return try named.published(answer, values: question.values)
    }
    try Page.show(answer.text(format))
    if answer.isCut { Talk.say("note: cut after \(rows) rows; ask for more with --rows") }
  }

  /// The store: the file itself, or that of a study.
  private func store(of question: QueryWords) throws -> String {
    switch try AnsweringPlace.of(question.place, isQuiet: talk.quiet, isOfCalls: true) {
    case .store(let path): return path
    case .run(let folder):
      throw ValidationError(
        "\(folder) is the folder of a run, which holds no calls: name its study or a store.")
    case .study(let folder):
      return try explainingErrors(showing: talk, stages: ["calls"]) {
        progress throws(PlanningError) in
        progress.tell("calls")
        return try StudyPipeline(studyAt: folder).storeOfCalls(progress: progress.tell)
      }
    }
  }

  private func show(_ table: ResultTable, notice: String?) throws {
    var output = OutputOptions()
    output.format = format
    output.tableName = nil
    try output.print([table], notice: notice)
  }
}
