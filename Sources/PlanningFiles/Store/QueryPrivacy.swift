public import PolicingDomain

/// What the columns of a named query could tell about single persons, as its header says.
///
/// ```sql
/// -- privacy category: call-type
/// -- privacy origin: group
/// -- privacy calls: count-of-calls
/// -- privacy percent: mean-per-call
/// -- privacy hours: none
/// ```
///
/// | Kind | The column |
/// |---|---|
/// | `call-type` | names the type of call |
/// | `count-of-calls`, `count-of-people` | counts |
/// | `mean-per-call` | would give a count away: a mean, a share, a number a day |
/// | `group` | says what is counted; other queries tell the totals of its values |
/// | `none` | tells nothing about single persons |
///
/// `-- privacy parameter NAME: call-type` says that a parameter chooses one type of call, and
/// `-- privacy rows: single-calls` that each row is one call.
public struct QueryPrivacy: Hashable, Sendable {
  /// What each column is, by name.
  public private(set) var columns: [String: ResultTable.Privacy] = [:]
  /// The columns whose values have totals that are known.
  public private(set) var groups: Set<String> = []
  /// The parameters that choose one type of call.
  public private(set) var typeParameters: Set<String> = []
  /// Whether each row is one call.
  public private(set) var isOfSingleCalls = false

  init() {}

  /// Adds a line of a header; returns whether it can be understood.
  mutating func add(_ head: Substring, _ kind: String) -> Bool {
    let words = head.split(separator: " ").map(String.init)
    switch (words.count, kind) {
    case (2, "call-type") where words[0] == "parameter": typeParameters.insert(words[1])
    case (1, "single-calls") where words[0] == "rows": isOfSingleCalls = true
    case (1, "call-type"): columns[words[0]] = .callType
    case (1, "count-of-calls"): columns[words[0]] = .countOfCalls
    case (1, "count-of-people"): columns[words[0]] = .countOfPeople
    case (1, "mean-per-call"): columns[words[0]] = .meanPerCall
    case (1, "none"): columns[words[0]] = ResultTable.Privacy.none
    case (1, "group"):
      columns[words[0]] = ResultTable.Privacy.none
      groups.insert(words[0])
    default: return false
    }
    return true
  }

  static func fault(in file: String, line: Int) -> FileIssue {
    FileIssue(
      code: "E184", "what the column tells about persons cannot be understood", file: file,
      line: line,
      remedy: "write `-- privacy COLUMN: call-type|count-of-calls|count-of-people|mean-per-call|"
        + "group|none`")
  }
}
