/// The named queries on results that come with the library.
public enum ResultQueries {
  /// Returns all of them, in the order in which they are listed.
  ///
  /// - Throws: ``PlanningError/files(_:)`` when they are not found or cannot be understood.
  public static func all() throws(PlanningError) -> [ResultQuery] {
    guard let path = ReferenceData.resultQueries else {
      throw .files(
        FileError([
          FileIssue(
            code: "E184", "the queries on results were not found", file: "Queries/results.yaml",
            remedy: "set \(ReferenceData.environmentVariable) to the folder `Data` of the library")
        ]))
    }
    do {
      return try ResultQuery.all(at: path)
    } catch {
      throw .files(error)
    }
  }

  /// The names, in the order in which they are listed; none where they are not found.
  public static var names: [String] { ((try? all()) ?? []).map(\.name) }

  /// The tables that they are answered from.
  public static var tables: [String] {
    var seen: Set<String> = []
    return ((try? all()) ?? []).flatMap { $0.sources.map(\.table) }
      .filter { seen.insert($0).inserted }
  }

  /// Returns the query called `name`, if there is one.
  ///
  /// - Throws: ``PlanningError/files(_:)`` when the queries cannot be read.
  public static func named(_ name: String) throws(PlanningError) -> ResultQuery? {
    try all().first { $0.name == name }
  }

  /// Returns the table of all queries, on results first, then on calls, with their options.
  ///
  /// - Throws: ``PlanningError/files(_:)`` when one of them cannot be read.
  public static func list() throws(PlanningError) -> ResultTable {
    let results = try all().map { query -> [ResultTable.Cell] in
      [
        .text(query.name), .text("results"), .text(query.title),
        .text(query.options.map { "--\($0.name)" }.joined(separator: ", ")), .text(query.about),
      ]
    }
    let calls = try NamedQueries.list()
    let others = calls.rows.map { row in [row[0], .text("calls"), row[1], row[2], row[3]] }
    return ResultTable(
      name: "queries", title: "Named queries",
      columns: [
        .init("query", "Query"), .init("of", "Of"), .init("title", "Title"),
        .init("parameters", "Options"), .init("about", "What it tells"),
      ], rows: results + others)
  }
}

extension ResultQuery {
  /// Answers from the tables of a run.
  ///
  /// - Throws: ``PlanningError/files(_:)`` with what `answer(from:_:)` throws.
  public func answered(
    by tables: [ResultTable], _ values: [(name: String, text: String)]
  ) throws(PlanningError) -> ResultTable {
    do {
      return try answer(from: tables, values)
    } catch {
      throw .files(error)
    }
  }
}
