/// A table of results: what a report prints, a CSV file holds and a program reads.
public struct ResultTable: Hashable, Sendable {
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
  public struct Column: Hashable, Sendable {
    /// The name in files: lower case with underscores, the unit included where there is one.
    public let key: String
    /// The heading for people.
    public let heading: String
    /// Digits after the decimal point, where people read it; files hold six.
    public let decimals: Int

    /// Creates a column.
    public init(_ key: String, _ heading: String, decimals: Int = 0) {
      self.key = key
      self.heading = heading
      self.decimals = decimals
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
  /// What a reader must know: the basis, the number of observations, what was imputed.
  public let notes: [String]

  /// Creates a table.
  ///
  /// - Precondition: Every row has one cell for each column.
  public init(name: String, title: String, columns: [Column], rows: [[Cell]], notes: [String] = [])
  {
    precondition(rows.allSatisfy { $0.count == columns.count }, "A row has a cell per column")
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}
