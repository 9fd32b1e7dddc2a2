/// The time of one district's units that calls leave free, against its target (FORMULATION 4.1).
public struct ProactiveTime: Hashable, Sendable {
  /// The share at one number of units.
  public struct Level: Hashable, Sendable {
    /// What the units are: required, deployed, planned.
    public let name: String
    /// Unit-hours on the street in a week.
    public let staffed: UnitHours
    /// Unit-hours a week that calls leave free; negative where calls bring more work than that.
    public let free: UnitHours

    /// Creates a level.
    public init(name: String, staffed: UnitHours, free: UnitHours) {
      self.name = name
      self.staffed = staffed
      self.free = free
    }

    /// The share of on-street time that calls leave free; nothing without units.
    public var share: Double? { staffed > .zero ? free / staffed : nil }
  }

  /// The district.
  public let district: District.ID
  /// The target: the district's own, else that of all; nothing where there is none.
  public let target: Share?
  /// The levels, in the order asked for; one that is not known for the district is left out.
  public let levels: [Level]

  /// Creates a district's proactive time.
  public init(district: District.ID, target: Share?, levels: [Level]) {
    self.district = district
    self.target = target
    self.levels = levels
  }

  /// Returns the level of a name, if it is known.
  public func level(_ name: String) -> Level? { levels.first { $0.name == name } }
}
