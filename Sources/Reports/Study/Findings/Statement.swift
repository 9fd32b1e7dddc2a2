public import PolicingDomain

/// Findings that people wrote about a run, with every number that they refer to looked up.
///
/// The file is Markdown: a heading `##` for each finding, words, then a list of what should follow.
/// Numbers are references to tables of the run, so that they can neither be mistyped nor go stale:
///
/// ```markdown
/// ## Sergeants are short
/// The plan needs {{staffing-summary | group=Rank: Sergeant | required}} sergeants.
///
/// - Recommendation: promote on the next list
/// - Priority: 1
/// - Cost: {{target-ladder | target_percent=45 | dollars_change}} dollars a year
/// - Owner: Bureau of Patrol
/// ```
///
/// A reference names a table, the row by its cells (`key=value; key=value`), and a column;
/// `sum`, `max`, `min` and `count` before the column take all rows that fit. `{{figure | NAME}}` is a key
/// figure. See `FigureReference`.
public struct Statement: Hashable, Sendable {
  /// One finding and what should follow from it.
  public struct Finding: Hashable, Sendable {
    /// What was found, as a heading.
    public var title: String
    /// What was found, in words.
    public var text: [String] = []
    /// What should be done.
    public var recommendation = ""
    /// How soon: a word or number of the people who wrote it.
    public var priority = ""
    /// What it costs, in words.
    public var cost = ""
    /// Who answers for it.
    public var owner = ""
    /// The line of the file on which it begins, counted from 1.
    public let line: Int

    /// Creates a finding of a title.
    public init(title: String, line: Int) {
      self.title = title
      self.line = line
    }

    /// Whether nobody has taken it over yet: its title begins with `DRAFT`.
    public var isDraft: Bool { title.hasPrefix(Statement.draftMark) }
  }

  /// What is wrong in the file of findings.
  public struct Issue: Hashable, Sendable {
    /// How bad it is.
    public enum Kind: Hashable, Sendable {
      /// A reference cannot be read.
      case unreadable
      /// A reference names something that the run does not have.
      case unknown
      /// A reference fits several rows.
      case ambiguous
      /// A part of a finding is missing or not known.
      case incomplete
      /// A number is typed, not referred to; a warning.
      case typed
    }

    /// What kind of fault it is.
    public let kind: Kind
    /// What is wrong, in one sentence.
    public let message: String
    /// The line, counted from 1.
    public let line: Int
    /// The column, counted from 1.
    public let column: Int
    /// The word that is not known, if that is the fault.
    public let word: String?
    /// The words that are known in its place.
    public let known: [String]

    init(
      _ kind: Kind, _ message: String, line: Int, column: Int, word: String? = nil,
      known: [String] = []
    ) {
      self.kind = kind
      self.message = message
      self.line = line
      self.column = column
      self.word = word
      self.known = known
    }
  }

  /// The word with which the title of a draft begins.
  public static let draftMark = "DRAFT"

  /// The findings, in the order of the file.
  public let findings: [Finding]
  /// What is wrong in the file; with anything but typed numbers, it must not be shown.
  public let issues: [Issue]

  /// Whether every reference was found and nothing is missing.
  public var isSound: Bool { issues.allSatisfy { $0.kind == .typed } }

  /// Reads findings and looks their references up.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - record: The run.
  /// - Complexity: O(length + references × rows of the tables that they name).
  public init(parsing text: String, against record: RunRecord) {
    var reader = StatementReader(record)
    reader.read(text)
    findings = reader.findings
    issues = reader.issues
  }
}
