/// The name of a figure that stands in several places of one run.
///
///     let calls = FigureKey("calls")
public struct FigureKey: Hashable, Codable, Comparable, Sendable {
  /// The name.
  public let name: String

  /// Creates a key.
  public init(_ name: String) { self.name = name }

  /// Reads a key: its name.
  public init(from decoder: any Decoder) throws {
    name = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the key as its name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }

  /// The order of the names.
  public static func < (lhs: FigureKey, rhs: FigureKey) -> Bool { lhs.name < rhs.name }
}

/// What a table shows that other tables of the same run show too, or sums of it.
///
/// A count withheld in one table must not follow from another one. So tables say which of their
/// cells are the same figure, which figures are sums of others, and from which cells and notes a
/// figure would follow. The tables of a run are then made public together.
///
///     var shared = SharedFigures()
///     shared.figures = [.init(FigureKey("calls"), value: 120)]
///     shared.cells = [.init(row: 3, column: 1, FigureKey("calls"))]
public struct SharedFigures: Hashable, Codable, Sendable {
  /// A figure of the run.
  public struct Figure: Hashable, Codable, Sendable {
    /// Its name.
    public let key: FigureKey
    /// Its value.
    public let value: Double
    /// Whether it may be withheld itself: of figures that could make room the one that costs least
    /// is taken.
    public let standing: Standing

    /// Creates a figure.
    public init(_ key: FigureKey, value: Double, standing: Standing = .spare) {
      self.key = key
      self.value = value
      self.standing = standing
    }
  }

  /// What it would cost to withhold a figure.
  public enum Standing: Int, Codable, Comparable, Sendable {
    /// Little: it is a number of its own.
    case spare
    /// Much: other figures that are needed, such as rates, go with it.
    case dear
    /// It is known anyhow, so withholding it would hide nothing.
    case known

    /// Whether `lhs` is withheld sooner.
    public static func < (lhs: Standing, rhs: Standing) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// A cell that shows a figure, or tells it.
  public struct Place: Hashable, Codable, Sendable {
    /// The row.
    public let row: Int
    /// The column.
    public let column: Int
    /// The figure.
    public let key: FigureKey

    /// Creates a place.
    public init(row: Int, column: Int, _ key: FigureKey) {
      self.row = row
      self.column = column
      self.key = key
    }
  }

  /// A figure that is the sum of others.
  public struct Sum: Hashable, Codable, Sendable {
    /// The sum.
    public let total: FigureKey
    /// Its parts.
    public let parts: [FigureKey]

    /// Creates a sum.
    public init(_ total: FigureKey, of parts: [FigureKey]) {
      self.total = total
      self.parts = parts
    }
  }

  /// A figure that is the sum of some rows of a column.
  public struct CellSum: Hashable, Codable, Sendable {
    /// The sum.
    public let total: FigureKey
    /// The column.
    public let column: Int
    /// The rows.
    public let rows: [Int]

    /// Creates a sum.
    public init(_ total: FigureKey, ofColumn column: Int, rows: [Int]) {
      self.total = total
      self.column = column
      self.rows = rows
    }
  }

  /// A note from which figures would follow.
  public struct Note: Hashable, Codable, Sendable {
    /// The position of the note.
    public let position: Int
    /// The figures.
    public let keys: [FigureKey]

    /// Creates a note.
    public init(_ position: Int, tells keys: [FigureKey]) {
      self.position = position
      self.keys = keys
    }
  }

  /// Figures with their values; one that has a cell needs no other value.
  public var figures: [Figure] = []
  /// Cells that show a figure: those with equal keys are equal in all tables of the run.
  public var cells: [Place] = []
  /// Cells from which a figure would follow, as means and shares do; withheld with it.
  public var tells: [Place] = []
  /// Notes from which figures would follow; left out with them.
  public var notes: [Note] = []
  /// Figures that are sums of figures.
  public var sums: [Sum] = []
  /// Figures that are sums of cells.
  public var cellSums: [CellSum] = []
  /// Figures that go together: where one is withheld, all are.
  public var groups: [[FigureKey]] = []

  /// Creates a table's share of nothing.
  public init() {}

  /// Whether nothing is shared.
  public var isEmpty: Bool { self == SharedFigures() }
}

/// The figures that many tables of a run of a study show.
extension FigureKey {
  /// All calls of the period.
  public static let calls = FigureKey("calls")
  /// All times of units observed.
  public static let timesObserved = FigureKey("times observed")

  /// The calls of an origin.
  public static func calls(of origin: CallOrigin) -> FigureKey {
    FigureKey("calls, \(origin.rawValue)")
  }

  /// The calls of an origin to which a unit went.
  public static func callsWithUnit(of origin: CallOrigin) -> FigureKey {
    FigureKey("calls with a unit, \(origin.rawValue)")
  }

  /// The times of units observed on calls of an origin.
  public static func timesObserved(of origin: CallOrigin) -> FigureKey {
    FigureKey("times observed, \(origin.rawValue)")
  }

  /// The units sent to calls of an origin.
  public static func unitsSent(of origin: CallOrigin) -> FigureKey {
    FigureKey("units sent, \(origin.rawValue)")
  }
}
