import PolicingDomain

/// The values by which rows are kept, as forgiving as planners write them: `7` is `007`, `3` is the
/// third watch, `fri` is Friday, `P1` is priority 1.
enum FilterValue {
  /// The word of a cell by which it can be asked for.
  static func word(_ cell: ResultTable.Cell) -> String {
    switch cell {
    case .text(let text): text
    case .count(let count): "\(count)"
    case .number(let number): ResultTable.plain(number)
    case .missing: ""
    }
  }

  /// Returns the words of a column that `text` stands for.
  ///
  /// - Parameters:
  ///   - text: What was given; several values are parted by commas.
  ///   - option: The option.
  ///   - words: The words of the column, row by row.
  /// - Returns: The words.
  /// - Throws: A ``FileError`` with `E542` for a value that no row has.
  static func matches(
    of text: String, for option: ResultQuery.Option, among words: [String]
  ) throws(FileError) -> Set<String> {
    var known: [String] = []
    var seen: Set<String> = []
    for word in words where !word.isEmpty && seen.insert(word).inserted { known.append(word) }
    var kept: Set<String> = []
    if known.contains(text) { return [text] }
    for part in text.split(separator: ",") {
      let value = part.trimmed
      guard let match = match(of: value, option, among: known) else {
        throw unknown(value, option, known)
      }
      kept.formUnion(match)
    }
    return kept
  }

  private static func match(
    of value: String, _ option: ResultQuery.Option, among known: [String]
  ) -> [String]? {
    let wanted = folded(value)
    let same = known.filter { folded($0) == wanted }
    if !same.isEmpty { return same }
    switch option.column {
    case "watch":
      if let number = Int(wanted), known.indices.contains(number - 1) { return [known[number - 1]] }
    case "weekday":
      let days = known.filter { day in
        let day = day.lowercased()
        return value.count >= 3 && (day.hasPrefix(wanted) || wanted.hasPrefix(day))
      }
      if days.count == 1 { return days }
    default: break
    }
    // One known value that has all the words, such as `officer` of `police_officer`.
    let words = Set(wanted.split(separator: " "))
    let holding = known.filter { words.isSubset(of: Set(folded($0).split(separator: " "))) }
    return !words.isEmpty && holding.count == 1 ? holding : nil
  }

  /// A word without regard to case, to what stands between its parts, to zeros before a number, and to
  /// whether an order is a word or a figure.
  private static func folded(_ text: String) -> String {
    let parts = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }.map(
      String.init)
    return parts.filter { $0 != "watch" && $0 != "the" || parts.count == 1 }.map { part in
      if let order = orders.firstIndex(of: part) { return "\(order + 1)" }
      let digits =
        part.hasPrefix("p") && Int(part.dropFirst()) != nil ? String(part.dropFirst()) : part
      let bare = digits.drop { $0 == "0" }
      return digits.allSatisfy(\.isNumber) ? (bare.isEmpty ? "0" : String(bare)) : part
    }.joined(separator: " ")
  }

  private static let orders = ["first", "second", "third", "fourth", "fifth", "sixth"]

  private static func unknown(
    _ value: String, _ option: ResultQuery.Option, _ known: [String]
  ) -> FileError {
    let shown = known.prefix(40).joined(separator: ", ")
    // Of numbers and other short words, near is not alike.
    let near = value.count > 2 ? NearestMatch.question(value, in: known) : ""
    let more = known.count > 40 ? " and \(known.count - 40) more" : ""
    return FileError([
      FileIssue(
        code: "E542", "no row has `\(value)` for `--\(option.name)`", file: "the query",
        remedy: near + "use one of: \(shown)\(more)")
    ])
  }
}

extension Substring {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
