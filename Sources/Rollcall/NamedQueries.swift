import Foundation

/// The queries that come with the library, and the stores that they are put to.
public enum NamedQueries {
  /// Returns all queries, in alphabetical order.
  ///
  /// - Throws: ``PlanningError/files(_:)`` when one of them cannot be read.
  public static func all() throws(PlanningError) -> [NamedQuery] {
    var queries: [NamedQuery] = []
    for name in ReferenceData.queryNames { queries.append(try named(name)) }
    return queries
  }

  /// Returns the query called `name`.
  ///
  /// - Throws: ``PlanningError/files(_:)`` with `E168` when there is none.
  public static func named(_ name: String) throws(PlanningError) -> NamedQuery {
    guard let path = ReferenceData.query(name),
      let text = try? String(contentsOfFile: path, encoding: .utf8)
    else {
      let names = ResultQueries.names + ReferenceData.queryNames
      let issue = FileIssue(
        code: "E168", "there is no query called `\(name)`", file: "the query",
        remedy: NearestMatch.question(name, in: names)
          + "use one of: \(names.joined(separator: ", "))")
      throw .files(FileError([issue]))
    }
    do {
      return try NamedQuery(text, name: name)
    } catch {
      throw .files(error)
    }
  }

  /// Returns the table of all queries with their parameters.
  ///
  /// - Throws: ``PlanningError/files(_:)`` when one of them cannot be read.
  public static func list() throws(PlanningError) -> ResultTable {
    let rows = try all().map { query -> [ResultTable.Cell] in
      let parameters = query.parameters.map { parameter in
        "--\(parameter.name) \(parameter.kind.rawValue)"
          + (parameter.standard.map { " = \($0)" } ?? "")
      }
      return [
        .text(query.name), .text(query.title), .text(parameters.joined(separator: ", ")),
        .text(query.about),
      ]
    }
    return ResultTable(
      name: "queries", title: "Named queries",
      columns: [
        .init("query", "Query"), .init("title", "Title"), .init("parameters", "Parameters"),
        .init("about", "What it tells"),
      ], rows: rows)
  }
}

extension StudyPipeline {
  /// Returns the path of the store of the study's calls, bringing it up to date first.
  ///
  /// - Throws: ``PlanningError/files(_:)`` when the calls cannot be read or stored.
  public func storeOfCalls(
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(PlanningError) -> String {
    let calls = calls(progress)
    if case .store(let file) = reading.study.calls { return file }
    do {
      return try calls.upToDate(try calls.exports()).store.path
    } catch {
      throw .files(error)
    }
  }
}

extension StoreQuery {
  /// Asks the store at `path`.
  ///
  /// - Throws: ``PlanningError/files(_:)`` with what `run(on:limits:)` throws.
  public func answer(on path: String, limits: Limits) throws(PlanningError) -> Answer {
    do {
      return try run(on: path, limits: limits)
    } catch {
      throw .files(error)
    }
  }
}

extension NamedQuery {
  /// Returns the query with its parameters set.
  ///
  /// - Throws: ``PlanningError/files(_:)`` for a parameter that there is not, or a wrong value.
  public func query(with values: [(name: String, text: String)]) throws(PlanningError) -> StoreQuery
  {
    do {
      return try query(values)
    } catch {
      throw .files(error)
    }
  }
}
