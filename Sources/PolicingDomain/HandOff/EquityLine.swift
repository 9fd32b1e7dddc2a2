/// What one district brings in work and gets in staff (FORMULATION 7.7, equity).
///
/// What is not known is nothing, never zero. Made by `EquityLine.all(…)` in the module
/// StaffingRequirements.
public struct EquityLine: Hashable, Sendable {
  /// Staff by one count.
  public struct Staff: Hashable, Sendable {
    /// What is counted: assigned, required, recommended.
    public let name: String
    /// The district's amount; nothing where it is not known.
    public let amount: Double?
    /// The district's share of all districts; nothing where one of them is not known.
    public let share: Double?

    /// Creates a count of staff.
    public init(name: String, amount: Double?, share: Double?) {
      self.name = name
      self.amount = amount
      self.share = share
    }
  }

  /// Waits at one number of units.
  public struct Waits: Hashable, Sendable {
    /// What the units are: required, planned.
    public let name: String
    /// The waits by priority, most urgent first.
    public let waits: [UnitRequirement.MeanWait]

    /// Creates waits.
    public init(name: String, waits: [UnitRequirement.MeanWait]) {
      self.name = name
      self.waits = waits
    }
  }

  /// The district.
  public let district: District.ID
  /// Unit-hours of the community's calls a week.
  public let workload: UnitHours
  /// The district's share of the work of all districts; nothing without any work.
  public let workloadShare: Double?
  /// Its staff by each count.
  public let staff: [Staff]
  /// Waits by priority.
  public let waits: [Waits]
  /// Hours a week that calls leave free to its units; nothing where units are not known.
  public let proactiveHours: UnitHours?
  /// Residents.
  public let residents: Int?
  /// People there by day.
  public let daytimePopulation: Int?
  /// Violent crimes a year.
  public let violentCrimes: Double?
  /// Community calls a week to which a unit went.
  public let calls: Double
  /// The share of calls with a unit whose stamps of receipt and dispatch are both recorded; nothing without
  /// such calls.
  public let stampsRecorded: Share?

  /// Creates a line.
  public init(
    district: District.ID, workload: UnitHours, workloadShare: Double?, staff: [Staff],
    waits: [Waits], proactiveHours: UnitHours?, residents: Int?, daytimePopulation: Int?,
    violentCrimes: Double?, calls: Double, stampsRecorded: Share?
  ) {
    self.district = district
    self.workload = workload
    self.workloadShare = workloadShare
    self.staff = staff
    self.waits = waits
    self.proactiveHours = proactiveHours
    self.residents = residents
    self.daytimePopulation = daytimePopulation
    self.violentCrimes = violentCrimes
    self.calls = calls
    self.stampsRecorded = stampsRecorded
  }

  /// Proactive hours a year for each thousand residents.
  public var proactiveHoursPerThousandResidents: Double? {
    guard let residents, residents > 0, let proactiveHours else { return nil }
    return proactiveHours.value * 365 / 7 * 1000 / Double(residents)
  }

  /// Proactive hours a year for each violent crime.
  public var proactiveHoursPerViolentCrime: Double? {
    guard let violentCrimes, violentCrimes > 0, let proactiveHours else { return nil }
    return proactiveHours.value * 365 / 7 / violentCrimes
  }

  /// Calls a year for each thousand residents.
  public var callsPerThousandResidents: Double? {
    guard let residents, residents > 0 else { return nil }
    return calls * 365 / 7 * 1000 / Double(residents)
  }
}
