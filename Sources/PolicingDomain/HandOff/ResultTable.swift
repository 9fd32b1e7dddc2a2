/// A table of results: what a report prints, a CSV file holds and a program reads.
public struct ResultTable: Hashable, Codable, Sendable {
  /// One value of a table.
  public enum Cell: Hashable, Sendable {
    /// Words.
    case text(String)
    /// A number, in the unit of its column.
    case number(Double)
    /// A whole number.
    case count(Int)
    /// A value that is not known.
    case missing

    /// A number, or a missing value where there is none.
    public static func optional(_ value: Double?) -> Cell { value.map(Cell.number) ?? .missing }
  }

  /// One column of a table.
  public struct Column: Hashable, Codable, Sendable {
    /// The name in files: lower case with underscores, the unit included where there is one.
    public let key: String
    /// The heading for people.
    public let heading: String
    /// Digits after the decimal point, where people read it; files hold six.
    public let decimals: Int
    /// What must be guarded when the table is made public.
    public let privacy: Privacy

    /// Creates a column.
    public init(
      _ key: String, _ heading: String, decimals: Int = 0, privacy: Privacy = .none
    ) {
      self.key = key
      self.heading = heading
      self.decimals = decimals
      self.privacy = privacy
    }
  }

  /// What a column could tell about single persons.
  ///
  /// Posts, ranks, strength, rates of staffing and hours of work are never guarded.
  public enum Privacy: String, Hashable, Codable, Sendable {
    /// Nothing.
    case none
    /// It counts people: victims, persons arrested, callers.
    case countOfPeople
    /// It counts calls, which must be guarded where the type of call is sensitive.
    case countOfCalls
    /// It names the type of call.
    case callType
    /// It is a mean per call: with the hours of work beside it, it would give the count away.
    case meanPerCall
  }

  /// A row or a column that is the sum of others: what a reader could work backwards from.
  public struct Sum: Hashable, Codable, Sendable {
    /// The position of the sum.
    public let total: Int
    /// The positions of its parts.
    public let parts: [Int]

    /// Creates a sum.
    public init(_ total: Int, of parts: [Int]) {
      self.total = total
      self.parts = parts
    }
  }

  /// The name in files, lower case with hyphens.
  public let name: String
  /// The title for people.
  public let title: String
  /// The columns.
  public let columns: [Column]
  /// The rows; each has one cell for each column.
  public let rows: [[Cell]]
  /// The rows that are sums of other rows, in every column that counts.
  public let rowSums: [Sum]
  /// The columns that are sums of other columns, in every row.
  public let columnSums: [Sum]
  /// What a reader must know: the basis, the number of observations, what was imputed.
  public let notes: [String]
  /// Which of its figures other tables of the run show too.
  public var shared: SharedFigures

  /// Creates a table.
  ///
  /// - Precondition: Every row has one cell for each column, and sums are of rows and columns that
  ///   there are.
  public init(
    name: String, title: String, columns: [Column], rows: [[Cell]], rowSums: [Sum] = [],
    columnSums: [Sum] = [], notes: [String] = [], shared: SharedFigures = SharedFigures()
  ) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "A row has a cell per column")
    precondition(rowSums.allSatisfy { ([$0.total] + $0.parts).allSatisfy(rows.indices.contains) })
    precondition(
      columnSums.allSatisfy { ([$0.total] + $0.parts).allSatisfy(columns.indices.contains) })
    self.rowSums = rowSums
    self.columnSums = columnSums
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
    self.shared = shared
  }
}
