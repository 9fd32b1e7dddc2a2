public import PolicingDomain

/// Adds up the work of calls, one call at a time, in memory that does not grow with their number.
///
/// Only calls whose unit time must be imputed are kept until ``finish()``, because the mean of
/// their kind is known only then.
///
///     var tally = WorkloadTally(period: period, districts: districts)
///     for call in calls { tally.add(call) }
///     let workload = tally.finish()
public struct WorkloadTally: Sendable {
  /// The longest time of a unit on a call that is believed; a longer one is treated as missing.
  ///
  /// An assumption: a unit that seems to be on one call for more than a day was not cleared.
  public static let longestUnitTime = Hours(24)

  let period: StudyPeriod
  let backUp: BackUpFactors
  var imputation = UnitTimeImputation()
  var pending: [CallForService] = []
  var priorities: [PriorityCells]
  var communityUnitHours: HourlyCells
  var officerUnitHours: HourlyCells
  var categories: [CategoryKey: CategoryCell] = [:]
  var beats: [Beat.ID: BeatCell] = [:]
  var counts = Counts()

  private let rows: [District.ID: Int]
  let districtOrder: [District.ID]

  /// Creates an empty tally.
  ///
  /// - Parameters:
  ///   - period: Calls received outside it are counted and left out.
  ///   - districts: The rows of the tables; calls elsewhere are counted as unplaced.
  ///   - backUp: Units per call where the export does not tell.
  public init(period: StudyPeriod, districts: [District.ID], backUp: BackUpFactors = .single) {
    self.period = period
    self.backUp = backUp
    districtOrder = districts
    rows = Dictionary(districts.enumerated().map { ($1, $0) }) { first, _ in first }
    let cells = HourlyCells(rows: districts.count)
    priorities = (0...CallPriority.lowest + 1).map { _ in PriorityCells(rows: districts.count) }
    communityUnitHours = cells
    officerUnitHours = cells
  }

  /// Counts one call.
  ///
  /// - Complexity: O(hours that the call covers).
  public mutating func add(_ call: CallForService) {
    guard period.contains(call.received) else {
      counts.outsidePeriod += 1
      return
    }
    counts.calls += 1
    let row = call.district.flatMap { rows[$0] }
    if let row, call.origin == .community {
      let level = call.priority?.level ?? CallPriority.lowest + 1
      priorities[level].calls.add(1, row: row, hour: call.received.hourOfWeek.index)
    }
    categories[CategoryKey(call), default: CategoryCell()].calls += 1
    if let beat = call.beat { beats[beat, default: BeatCell()].calls += 1 }

    guard Self.drewUnit(call) else {
      if call.origin == .community { counts.withoutUnit += 1 }
      if call.cleared != nil { counts.onlyCleared += 1 }
      return
    }
    guard let seconds = knownSeconds(of: call) else {
      pending.append(call)
      return
    }
    imputation.observe(call, seconds: seconds)
    book(call, start: call.dispatched ?? call.received, seconds: seconds, imputed: false, row: row)
  }

  /// Whether a unit went to the call, as far as the stamps tell.
  static func drewUnit(_ call: CallForService) -> Bool {
    call.dispatched != nil || call.enroute != nil || call.arrived != nil
      || (call.unitCount ?? 0) > 0
  }

  /// Returns the row of the district of `call`, or nothing for a call elsewhere.
  func row(of call: CallForService) -> Int? { call.district.flatMap { rows[$0] } }

  private mutating func knownSeconds(of call: CallForService) -> Int? {
    guard let dispatched = call.dispatched, let cleared = call.cleared else { return nil }
    let seconds = cleared.seconds - dispatched.seconds
    if seconds < 0 {
      counts.reversed += 1
      return nil
    }
    if Double(seconds) > Self.longestUnitTime.value * 3600 {
      counts.tooLong += 1
      return nil
    }
    return seconds
  }

  /// Books the time of every unit on a call in every table.
  mutating func book(
    _ call: CallForService, start: LocalTime, seconds: Int, imputed: Bool, row: Int?
  ) {
    let known = call.unitCount.flatMap { $0 > 0 ? Double($0) : nil }
    let hour = call.received.hourOfWeek
    let units = known ?? backUp.units(for: call.category, hourOfDay: hour.hourOfDay)
    let unitHours = Double(seconds) / 3600 * units
    counts.unitHours += unitHours
    if imputed { counts.imputed += unitHours }
    if known == nil { counts.backUp += unitHours * (units - 1) / units }

    categories[CategoryKey(call), default: CategoryCell()].book(
      units: units, seconds: seconds, unitHours: unitHours)
    if let beat = call.beat {
      beats[beat, default: BeatCell()].unitHours += unitHours
    } else {
      counts.unbeated += unitHours
    }
    guard let row else {
      counts.unplaced += unitHours
      return
    }
    switch call.origin {
    case .community:
      let level = call.priority?.level ?? CallPriority.lowest + 1
      priorities[level].callsWithUnit.add(1, row: row, hour: hour.index)
      priorities[level].unitHours.add(unitHours, row: row, hour: hour.index)
      communityUnitHours.spread(units: units, from: start, seconds: seconds, row: row)
    case .officer:
      officerUnitHours.spread(units: units, from: start, seconds: seconds, row: row)
    }
  }
}
