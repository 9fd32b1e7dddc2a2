internal import Foundation

/// A query that comes with the library: a file of SQL that begins with what it tells.
///
/// ```sql
/// -- title: Long calls
/// -- about: Calls on which the first unit sent to the last unit free took longest.
/// -- parameter hours number = 8: only calls that took longer
/// -- parameter district text: only this district
/// SELECT … WHERE busy_minutes > 60 * :hours AND (:district IS NULL OR district = :district)
/// ```
///
/// What may be made public of its answer stands in the header too; see ``QueryPrivacy``.
///
/// A parameter without a value is null, which the statement takes as no limit. Values are bound, and
/// never become part of the statement.
public struct NamedQuery: Hashable, Sendable {
  /// A parameter.
  public struct Parameter: Hashable, Sendable {
    /// What values it takes.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
      /// Any text.
      case text
      /// A whole number.
      case integer
      /// A number.
      case number
      /// A day, as 2024-01-31.
      case day
    }
    /// The name, which is that of the option.
    public let name: String
    /// What values it takes.
    public let kind: Kind
    /// The value where none is given, if there is one.
    public let standard: String?
    /// What it does.
    public let about: String
  }

  /// The name.
  public let name: String
  /// What it tells, in a few words.
  public let title: String
  /// What it tells, in a sentence or two.
  public let about: String
  /// The parameters, in their order.
  public let parameters: [Parameter]
  /// What its columns could tell about single persons, if the header says.
  public let privacy: QueryPrivacy?
  /// The statement.
  public let sql: String

  /// Reads a query.
  ///
  /// - Throws: A ``FileError`` with `E184` for a header that cannot be understood.
  public init(_ text: String, name: String) throws(FileError) {
    self.name = name
    var heads: [String: String] = [:]
    var parameters: [Parameter] = []
    var privacy = QueryPrivacy()
    for (position, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    where line.hasPrefix("-- ") {
      let parts = line.dropFirst(3).split(separator: ":", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard parts.count == 2 else { continue }
      if parts[0].hasPrefix("privacy ") {
        guard privacy.add(parts[0].dropFirst(8), parts[1]) else {
          throw FileError([QueryPrivacy.fault(in: "\(name).sql", line: position + 1)])
        }
      } else if !parts[0].hasPrefix("parameter ") {
        heads[parts[0]] = parts[1]
      } else if let parameter = Self.parameter(parts[0], about: parts[1]) {
        parameters.append(parameter)
      } else {
        throw FileError([
          FileIssue(
            code: "E184", "the parameter cannot be understood", file: "\(name).sql",
            line: position + 1,
            remedy: "write `-- parameter NAME text|integer|number|day [= VALUE]: what it does`")
        ])
      }
    }
    guard let title = heads["title"] else {
      throw FileError([
        FileIssue(
          code: "E184", "the query has no title", file: "\(name).sql", line: 1,
          remedy: "begin it with `-- title: …`")
      ])
    }
    self.title = title
    about = heads["about"] ?? ""
    self.parameters = parameters
    self.privacy = privacy == QueryPrivacy() ? nil : privacy
    sql = text
  }

  private static func parameter(_ head: String, about: String) -> Parameter? {
    let sides = head.split(separator: "=", maxSplits: 1).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let words = sides[0].split(separator: " ")
    guard words.count == 3, let kind = Parameter.Kind(rawValue: String(words[2])) else {
      return nil
    }
    return Parameter(
      name: String(words[1]), kind: kind, standard: sides.count > 1 ? sides[1] : nil,
      about: about)
  }

  /// Returns the query with its parameters set.
  ///
  /// - Parameter values: A text for each parameter that is given, by name.
  /// - Returns: The statement with a value for every parameter.
  /// - Throws: A ``FileError`` with `E168` for a parameter that there is not, or a text that is not of
  ///   its kind.
  public func query(_ values: [(name: String, text: String)]) throws(FileError) -> StoreQuery {
    var bound: [String: StoreQuery.Value] = [:]
    for parameter in parameters {
      bound[parameter.name] =
        try parameter.standard.map { text throws(FileError) in
          try value(text, of: parameter)
        } ?? .null
    }
    for (name, text) in values {
      guard let parameter = parameters.first(where: { $0.name == name }) else {
        throw unknown(name)
      }
      bound[name] = try value(text, of: parameter)
    }
    return StoreQuery(sql, parameters: bound)
  }

  private func unknown(_ name: String) -> FileError {
    let names = parameters.map(\.name)
    return FileError([
      FileIssue(
        code: "E168", "the query `\(self.name)` has no parameter `\(name)`", file: "the query",
        remedy: NearestMatch.question(name, in: names)
          + (names.isEmpty
            ? "it takes none" : "it takes " + names.map { "--\($0)" }.joined(separator: ", ")))
    ])
  }

  private func value(
    _ text: String, of parameter: Parameter
  ) throws(FileError) -> StoreQuery.Value {
    switch parameter.kind {
    case .text: return .text(text)
    case .integer: if let number = Int(text) { return .integer(number) }
    case .number: if let number = Double(text), number.isFinite { return .number(number) }
    case .day: if StudyDate(text) != nil { return .text(text) }
    }
    throw FileError([
      FileIssue(
        code: "E168", "`--\(parameter.name) \(text)` is not \(parameter.kind.words)",
        file: "the query", remedy: parameter.about)
    ])
  }
}

extension NamedQuery.Parameter.Kind {
  /// The kind with its article.
  var words: String {
    switch self {
    case .text: "a text"
    case .integer: "a whole number"
    case .number: "a number"
    case .day: "a day, as 2024-01-31"
    }
  }
}
