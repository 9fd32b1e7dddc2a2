public import PolicingDomain

/// The figures of a year that positions depend on, beside the organization itself.
public struct PositionDrivers: Hashable, Sendable {
  /// Calls of one priority.
  public struct AnnualCalls: Hashable, Sendable {
    /// The priority; nothing for calls without one.
    public let priority: CallPriority?
    /// Community calls a year.
    public let calls: Double

    /// Creates a number of calls.
    public init(priority: CallPriority?, calls: Double) {
      self.priority = priority
      self.calls = calls
    }
  }

  /// The officers that one district needs on the street, over a year.
  public struct StreetHours: Hashable, Sendable {
    /// The district.
    public let district: District.ID
    /// Officer-hours a year.
    public let required: OfficerHours

    /// Creates street hours.
    public init(district: District.ID, required: OfficerHours) {
      self.district = district
      self.required = required
    }
  }

  /// Community calls a year, by priority.
  public let calls: [AnnualCalls]
  /// Officer-hours required on the street, by district.
  public let streetHours: [StreetHours]
  /// Residents of all districts, if known.
  public let population: Int?
  /// Arrests a year, if the study states them.
  public let arrestsPerYear: Double?
  /// The number of districts, if known.
  public let districts: Int?
  /// The number of beats of all districts, if known.
  public let beats: Int?
  /// How ranks divide into bands of seniority.
  public let seniority: [SeniorityBand]

  /// Creates figures.
  public init(
    calls: [AnnualCalls], streetHours: [StreetHours], population: Int?,
    arrestsPerYear: Double? = nil, districts: Int? = nil, beats: Int? = nil,
    seniority: [SeniorityBand] = []
  ) {
    self.calls = calls
    self.streetHours = streetHours
    self.population = population
    self.arrestsPerYear = arrestsPerYear
    self.districts = districts
    self.beats = beats
    self.seniority = seniority
  }

  /// Takes the figures from the hand-offs before: calls of the period scaled to 365 days, required
  /// officers × hours of their watch × 365/7 weeks, residents, districts and beats of the geography.
  ///
  /// Calls without a district are in no table of the workload and are not counted. A requirement
  /// of a watch that is not in `watches` counts no hours.
  public init(
    workload: Workload, growth: Double = 1, requirements: [UnitRequirement], watches: [Watch],
    geography: Geography, arrestsPerYear: Double? = nil, seniority: [SeniorityBand] = []
  ) {
    let years = Double(workload.period.observedDayCount) / Year.days
    let calls = workload.priorities.map { tables in
      AnnualCalls(priority: tables.priority, calls: tables.calls.total * growth / years)
    }
    let lengths = Dictionary(watches.map { ($0.id, Double($0.length)) }) { first, _ in first }
    var hours: [District.ID: Double] = [:]
    for requirement in requirements {
      let length = lengths[requirement.watch] ?? 0
      hours[requirement.district, default: 0] += requirement.officers * length * Year.weeks
    }
    let streetHours = geography.districts.map { district in
      StreetHours(district: district.id, required: OfficerHours(hours[district.id] ?? 0))
    }
    let residents = geography.districts.compactMap(\.population)
    self.init(
      calls: calls, streetHours: streetHours,
      population: residents.count == geography.districts.count ? residents.reduce(0, +) : nil,
      arrestsPerYear: arrestsPerYear, districts: geography.districts.count,
      beats: geography.beats.count, seniority: seniority)
  }

  /// Community calls a year, of all priorities and without one.
  public var allCalls: Double { calls.reduce(0) { $0 + $1.calls } }

  /// Returns community calls a year of `priority`; 0 when there are none.
  public func calls(of priority: CallPriority) -> Double {
    calls.reduce(0) { $1.priority == priority ? $0 + $1.calls : $0 }
  }

  /// Returns the officer-hours of the district that `section` is, if it is one: a district's
  /// section has the district's number.
  func streetHours(of section: Section.ID) -> OfficerHours? {
    streetHours.first { $0.district.description == section.description }?.required
  }
}
