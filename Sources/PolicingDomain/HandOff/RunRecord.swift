/// A run as it is kept: all that a report needs, with nothing that would have to be computed again.
///
/// A report, a workbook and a query are functions of a record, so that a run folder that was moved to
/// another machine still answers, with the same bytes.
public struct RunRecord: Hashable, Codable, Sendable {
  /// What was studied.
  public struct Subject: Hashable, Codable, Sendable {
    /// The short name, as on the command line.
    public let name: String
    /// The title of reports.
    public let title: String
    /// What every page must say, if anything.
    public let notice: String?
    /// The first day of the calls.
    public let from: String
    /// The last day of the calls.
    public let through: String
    /// Where the calls come from, in words.
    public let calls: String

    /// Creates a subject.
    public init(
      name: String, title: String, notice: String?, from: String, through: String, calls: String
    ) {
      self.name = name
      self.title = title
      self.notice = notice
      self.from = from
      self.through = through
      self.calls = calls
    }
  }

  /// What became of one question to the allocation.
  public struct Answer: Hashable, Codable, Sendable {
    /// The question: required or recommended.
    public let mode: String
    /// What became of it.
    public let status: String
    /// Why, where there is no plan.
    public let reason: String

    /// Creates an answer.
    public init(mode: String, status: String, reason: String) {
      self.mode = mode
      self.status = status
      self.reason = reason
    }
  }

  /// How the run was made: what two runs must share to have the same bytes.
  public struct Making: Hashable, Codable, Sendable {
    /// One file that was read.
    public struct Input: Hashable, Codable, Sendable {
      /// The path, relative to the study.
      public let path: String
      /// The number of bytes.
      public let bytes: Int
      /// The SHA-256 of the bytes, in hexadecimal digits.
      public let sha256: String

      /// Creates a description of a file.
      public init(path: String, bytes: Int, sha256: String) {
        self.path = path
        self.bytes = bytes
        self.sha256 = sha256
      }
    }

    /// The version of the tool.
    public let version: String
    /// What does its linear algebra.
    public let numerics: String
    /// The arguments that shape the results.
    public let arguments: [String]
    /// The seed of everything random.
    public let seed: UInt64
    /// Every file that was read.
    public let inputs: [Input]

    /// Creates a description.
    public init(
      version: String, numerics: String, arguments: [String], seed: UInt64, inputs: [Input]
    ) {
      self.version = version
      self.numerics = numerics
      self.arguments = arguments
      self.seed = seed
      self.inputs = inputs
    }
  }

  /// A place of the department, as pages name it.
  public struct District: Hashable, Codable, Sendable {
    /// The number or short name.
    public let id: String
    /// The name.
    public let name: String

    /// Creates a place.
    public init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// Findings that people wrote, as they wrote them.
  public struct Statement: Hashable, Codable, Sendable {
    /// The file, as messages name it.
    public let file: String
    /// Its text.
    public let text: String

    /// Creates a statement.
    public init(file: String, text: String) {
      self.file = file
      self.text = text
    }
  }

  /// The version of the layout.
  public static let schema = 1

  /// What was studied.
  public var subject: Subject
  /// The districts, in the order of the study.
  public var districts: [District] = []
  /// The key figures.
  public var figures: [StudyResults.Figure]
  /// What became of the questions to the allocation.
  public var answers: [Answer]
  /// Every table of the run, in the order in which a reader wants them.
  public var tables: [ResultTable]
  /// What a reader should know before using a figure.
  public var findings: [String]
  /// Those of ``findings`` that say how many calls or rows there are.
  public var countingFindings: [String]
  /// Whether every ledger of the run closes.
  public var booksClose: Bool
  /// Where the numbers come from, by item, without what one more and one less would change.
  public var explanations: [Explanation]
  /// How the run was made.
  public var making: Making
  /// Findings that people wrote for this study, if they did.
  public var statement: Statement?
  /// The figures that are withheld, in the order of their names, where the run is made public.
  public var withheld: [FigureKey] = []
  /// Whether small counts were withheld.
  public var isPublic = false

  /// Creates a record.
  public init(
    subject: Subject, figures: [StudyResults.Figure], answers: [Answer], tables: [ResultTable],
    findings: [String], countingFindings: [String], booksClose: Bool, explanations: [Explanation],
    making: Making
  ) {
    self.subject = subject
    self.figures = figures
    self.answers = answers
    self.tables = tables
    self.findings = findings
    self.countingFindings = countingFindings
    self.booksClose = booksClose
    self.explanations = explanations
    self.making = making
  }

  /// Returns the table of a name, if the run has it.
  public func table(_ name: String) -> ResultTable? { tables.first { $0.name == name } }
}
