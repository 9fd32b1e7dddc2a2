/// The places of a department: area ⊃ district ⊃ sector ⊃ beat.
public struct Geography: Hashable, Sendable {
  /// The areas, in the order of the file.
  public let areas: [Area]
  /// The districts, in the order of the file.
  public let districts: [District]
  /// The sectors, in the order of the file.
  public let sectors: [Sector]
  /// The beats, in the order of the file.
  public let beats: [Beat]

  /// Creates a geography from beats that are already consistent.
  public init(areas: [Area], districts: [District], sectors: [Sector], beats: [Beat]) {
    self.areas = areas
    self.districts = districts
    self.sectors = sectors
    self.beats = beats
  }

  /// Returns the number of beats in `district`.
  public func beatCount(in district: District.ID) -> Int {
    beats.count { $0.district == district }
  }

  /// Returns the number of sectors in `district`.
  public func sectorCount(in district: District.ID) -> Int {
    sectors.count { $0.district == district }
  }
}

/// A group of districts under one deputy chief.
public struct Area: Hashable, Identifiable, Sendable {
  /// The name of an area.
  public struct ID: Hashable, Sendable, CustomStringConvertible {
    /// The name.
    public let description: String
    /// Creates a name.
    public init(_ description: String) { self.description = description }
  }
  /// The name.
  public let id: ID
  /// Creates an area.
  public init(id: ID) { self.id = id }
}

/// The territory of one station: contiguous sectors under one commander.
public struct District: Hashable, Identifiable, Sendable {
  /// The number of a district as text, such as `007`.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number as text.
    public let description: String
    /// Creates a number.
    public init(_ description: String) { self.description = description }
    /// Order of the text.
    public static func < (lhs: ID, rhs: ID) -> Bool { lhs.description < rhs.description }
  }
  /// The number.
  public let id: ID
  /// The name.
  public let name: String
  /// The area it belongs to.
  public let area: Area.ID
  /// Land area in square kilometres, if known.
  public let squareKilometres: Double?
  /// Residents, if known.
  public let population: Int?
  /// Kilometres of street that are patrolled, if known.
  public let streetKilometres: Double?
  /// The radio zone it belongs to, if any.
  public let zone: RadioZone.ID?
  /// People there by day, if known.
  public var daytimePopulation: Int?
  /// Violent crimes reported in a year, if known.
  public var violentCrimes: Double?

  /// Creates a district.
  public init(
    id: ID, name: String, area: Area.ID, squareKilometres: Double? = nil, population: Int? = nil,
    streetKilometres: Double? = nil, zone: RadioZone.ID? = nil
  ) {
    self.id = id
    self.name = name
    self.area = area
    self.squareKilometres = squareKilometres
    self.population = population
    self.streetKilometres = streetKilometres
    self.zone = zone
  }
}

/// Contiguous beats of a district that share a sergeant and a rapid-response unit.
public struct Sector: Hashable, Identifiable, Sendable {
  /// The name of a sector, such as `007-1`.
  public struct ID: Hashable, Sendable, CustomStringConvertible {
    /// The name.
    public let description: String
    /// Creates a name.
    public init(_ description: String) { self.description = description }
  }
  /// The name.
  public let id: ID
  /// The district it belongs to.
  public let district: District.ID
  /// Creates a sector.
  public init(id: ID, district: District.ID) {
    self.id = id
    self.district = district
  }
}

/// A tract with one car that is primarily responsible for it.
public struct Beat: Hashable, Identifiable, Sendable {
  /// The number of a beat as text, such as `0713`.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number as text.
    public let description: String
    /// Creates a number.
    public init(_ description: String) { self.description = description }
    /// Order of the text.
    public static func < (lhs: ID, rhs: ID) -> Bool { lhs.description < rhs.description }
  }
  /// The number.
  public let id: ID
  /// The sector it belongs to.
  public let sector: Sector.ID
  /// The district it belongs to.
  public let district: District.ID
  /// Creates a beat.
  public init(id: ID, sector: Sector.ID, district: District.ID) {
    self.id = id
    self.sector = sector
    self.district = district
  }
}
