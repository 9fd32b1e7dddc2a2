/// The work that the calls of a period brought, by place, time, priority, category and origin.
///
/// Made by `Workload(of:during:districts:backUp:)` in the module WorkloadAnalysis. The tables
/// reconcile: categories, classes, the matrix and weeks hold all unit-hours, tables by district all
/// but ``unplacedUnitHours``, beats all but ``unbeatedUnitHours``, and tables by priority those of
/// the community in a district.
public struct Workload: Hashable, Sendable {
  /// The calls and the work of one category and origin.
  public struct CategoryRow: Hashable, Sendable {
    /// The category.
    public let category: CallCategory
    /// Who started the calls.
    public let origin: CallOrigin
    /// The number of calls.
    public let calls: Int
    /// Calls to which a unit went.
    public let callsWithUnit: Int
    /// Units per call to which a unit went.
    public let unitsPerCall: Double
    /// Minutes of one unit on one call, on average over units: × units per call × calls with a unit
    /// ÷ 60 it gives the unit-hours.
    public let minutesPerUnit: Double
    /// Unit-hours of the category.
    public let unitHours: UnitHours
    /// Observed unit times, and the share of the unit-hours that was imputed.
    public let reliability: Reliability

    /// Creates a row; without a reliability, every call with a unit counts as observed.
    public init(
      category: CallCategory, origin: CallOrigin, calls: Int, callsWithUnit: Int,
      unitsPerCall: Double, minutesPerUnit: Double, unitHours: UnitHours,
      reliability: Reliability? = nil
    ) {
      self.category = category
      self.origin = origin
      self.calls = calls
      self.callsWithUnit = callsWithUnit
      self.unitsPerCall = unitsPerCall
      self.minutesPerUnit = minutesPerUnit
      self.unitHours = unitHours
      self.reliability =
        reliability ?? Reliability(observations: callsWithUnit, imputed: .none)
    }
  }

  /// The calls of one priority, place and hour, and the work they bring.
  public struct PriorityTables: Hashable, Sendable {
    /// The priority; nothing for calls without one.
    public let priority: CallPriority?
    /// Community calls received in the hour, over the period.
    public let calls: HourlyTable
    /// Community calls to which a unit went, over the period.
    public let callsWithUnit: HourlyTable
    /// Their unit-hours, booked on the hour received, over the period.
    public let unitHoursByArrival: HourlyTable
    /// How many of them drew 1, 2, … units, by district in the order of the tables; a call whose
    /// units follow from a factor counts in parts.
    public let callsByUnits: [[Double]]

    /// Creates the tables of a priority; without a count of units, every call drew one.
    public init(
      priority: CallPriority?, calls: HourlyTable, callsWithUnit: HourlyTable,
      unitHoursByArrival: HourlyTable, callsByUnits: [[Double]]? = nil
    ) {
      self.priority = priority
      self.calls = calls
      self.callsWithUnit = callsWithUnit
      self.unitHoursByArrival = unitHoursByArrival
      self.callsByUnits =
        callsByUnits ?? callsWithUnit.districts.map { [callsWithUnit.total(of: $0)] }
    }
  }

  /// The calls and the work of one beat.
  public struct BeatRow: Hashable, Sendable {
    /// The beat.
    public let beat: Beat.ID
    /// The number of calls.
    public let calls: Int
    /// Unit-hours of the beat's calls.
    public let unitHours: UnitHours
    /// Observed unit times, and the share of the unit-hours that was imputed.
    public let reliability: Reliability

    /// Creates a row; without a reliability, every call counts as observed.
    public init(
      beat: Beat.ID, calls: Int, unitHours: UnitHours, reliability: Reliability? = nil
    ) {
      self.beat = beat
      self.calls = calls
      self.unitHours = unitHours
      self.reliability = reliability ?? Reliability(observations: calls, imputed: .none)
    }
  }

  /// The period.
  public let period: StudyPeriod
  /// Community work by priority, most urgent first, then calls without a priority.
  public let priorities: [PriorityTables]
  /// Community unit-hours, spread over the hours that they really cover, over the period.
  public let communityUnitHours: HourlyTable
  /// Officer-initiated unit-hours, spread likewise.
  public let officerUnitHours: HourlyTable
  /// Calls and work by category and origin, in alphabetical order.
  public let categories: [CategoryRow]
  /// Unit-hours by beat, in the order of the beats' numbers; calls without a beat are not in it.
  public let beats: [BeatRow]
  /// Unit-hours of calls without a district of the study, which no table by district holds.
  public let unplacedUnitHours: UnitHours
  /// Unit-hours of calls without a beat.
  public let unbeatedUnitHours: UnitHours
  /// Calls of the period that were counted.
  public let callCount: Int
  /// Calls that fall outside the period.
  public let callsOutsidePeriod: Int
  /// Calls of the community to which, by the stamps, no unit was sent: unmet or cancelled demand.
  public let callsWithoutUnit: Int
  /// Unit-hours that were imputed because a stamp is missing.
  public let imputedUnitHours: UnitHours
  /// Unit-hours that come from a sourced units-per-call factor, not from unit rows.
  public let backUpUnitHours: UnitHours
  /// How missing times were filled, in words with counts.
  public let imputationNotes: [String]
  /// Second records of other calls: no demand and in no table.
  public var duplicateCalls = 0
  /// Unit-hours that duplicates show; they are in no table.
  public var duplicateUnitHours = UnitHours.zero
  /// The work by class of unit and origin, in the order of the classes.
  public var classes: [ClassRow] = []
  /// The work by district of the call and home of the unit; cells without work are left out.
  public var matrix: [MatrixCell] = []
  /// Calls that were not served, or not soon.
  public var unmet = UnmetDemand.none
  /// How long calls waited for their first unit.
  public var waits = ObservedWaits.none
  /// What was missing and how it was filled.
  public var imputation = ImputationReport.empty
  /// Calls and unit-hours with intervals; nothing where they were not asked for.
  public var estimates: WorkloadEstimates?
  /// Community calls of each category and priority by district and by hour, in alphabetical order.
  public var categoryPlaces: [CategoryPlaces] = []
  /// What was assumed.
  public var assumptions = WorkloadAssumptions()

  /// Creates a workload.
  public init(
    period: StudyPeriod, priorities: [PriorityTables], communityUnitHours: HourlyTable,
    officerUnitHours: HourlyTable, categories: [CategoryRow],
    beats: [BeatRow], unplacedUnitHours: UnitHours,
    unbeatedUnitHours: UnitHours, callCount: Int, callsOutsidePeriod: Int, callsWithoutUnit: Int,
    imputedUnitHours: UnitHours, backUpUnitHours: UnitHours, imputationNotes: [String]
  ) {
    self.period = period
    self.priorities = priorities
    self.communityUnitHours = communityUnitHours
    self.officerUnitHours = officerUnitHours
    self.categories = categories
    self.beats = beats
    self.unplacedUnitHours = unplacedUnitHours
    self.unbeatedUnitHours = unbeatedUnitHours
    self.callCount = callCount
    self.callsOutsidePeriod = callsOutsidePeriod
    self.callsWithoutUnit = callsWithoutUnit
    self.imputedUnitHours = imputedUnitHours
    self.backUpUnitHours = backUpUnitHours
    self.imputationNotes = imputationNotes
  }

  /// All unit-hours, whatever their place and origin.
  public var totalUnitHours: UnitHours {
    UnitHours(communityUnitHours.total + officerUnitHours.total) + unplacedUnitHours
  }

  /// The share of the unit-hours that was imputed.
  public var imputedShare: Share {
    totalUnitHours.value > 0
      ? Share(min(1, imputedUnitHours / totalUnitHours)) ?? .none : .none
  }
}
