/// A row of a table of the study.
public struct RowPlace: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The file, as the study names it.
  public let file: String
  /// The line, counted from 1.
  public let line: Int

  /// Creates a place.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// File and line, such as `positions.csv:12`.
  public var description: String { "\(file):\(line)" }
}

/// Where a figure comes from: its source, the date, and whether it is an assumption of the study.
public struct Provenance: Hashable, Codable, Sendable {
  /// The document, page or data set, in words that let a reader find it.
  public let source: String
  /// The date of the source, as the source gives it.
  public let date: String
  /// Who has the power to set the figure, if anybody does.
  public let authority: String
  /// Whether the figure is an assumption of the study's author.
  public let isAssumption: Bool
  /// The row of the study that states it, if it was read from one.
  public let place: RowPlace?
  /// The entry of the study's list of assumptions that argues for it, if the row names one.
  public let assumptionID: String?

  /// Creates a provenance.
  public init(
    source: String, date: String, authority: String = "", isAssumption: Bool = false,
    place: RowPlace? = nil, assumptionID: String? = nil
  ) {
    self.source = source
    self.date = date
    self.authority = authority
    self.isAssumption = isAssumption
    self.place = place
    self.assumptionID = assumptionID
  }
}

/// A figure that the study's reasoning rests on, with its unit and provenance.
public struct PlanningParameter: Hashable, Sendable {
  /// The name of the parameter.
  public let name: String
  /// The figure.
  public let value: Double
  /// The unit of the figure.
  public let unit: String
  /// Where it comes from.
  public let provenance: Provenance

  /// Creates a parameter.
  public init(name: String, value: Double, unit: String, provenance: Provenance) {
    self.name = name
    self.value = value
    self.unit = unit
    self.provenance = provenance
  }
}

/// One statement that the study assumes, as it stands in the study's own list.
public struct Assumption: Hashable, Codable, Sendable {
  /// A short name.
  public let id: String
  /// What is assumed, in plain words.
  public let statement: String
  /// The value, as written.
  public let value: String
  /// The unit, as written.
  public let unit: String
  /// The smallest value worth trying, as written.
  public let low: String
  /// The largest value worth trying, as written.
  public let high: String
  /// Why this value.
  public let reason: String
  /// Who stands for it.
  public let owner: String

  /// Creates an assumption.
  public init(
    id: String, statement: String, value: String, unit: String, low: String, high: String,
    reason: String, owner: String
  ) {
    self.id = id
    self.statement = statement
    self.value = value
    self.unit = unit
    self.low = low
    self.high = high
    self.reason = reason
    self.owner = owner
  }
}
