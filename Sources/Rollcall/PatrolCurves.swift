/// What units on the street give in one district, or in its radio zone, over numbers of units.
extension StudyPipeline {
  /// Returns the curves of one district: units against busy share, waits and responses.
  ///
  /// With pooling by zone they are the curves of the district's zone, where it shares one.
  ///
  /// - Parameters:
  ///   - results: Results of ``run(to:pricing:progress:)`` that reach the requirement.
  ///   - district: The number of a district; `7` stands for `007` where there is no `7`.
  ///   - watch: The name of a watch; all of them if not given.
  ///   - weekday: The first letters of a weekday; the one with the largest need if not given.
  ///   - units: The numbers of units; those between overload and no wait if not given.
  /// - Returns: A curve for each watch.
  /// - Throws: A ``PlanningError`` for a name that the study does not have.
  public func curves(
    of results: StudyResults, district: String, watch: String? = nil, weekday: String? = nil,
    units: ClosedRange<Int>? = nil
  ) throws(PlanningError) -> [PatrolCurve] {
    let study = results.study
    let place = try Self.district(district, in: study.geography)
    let shared = queueing.pooling == .zone ? study.geography.zone(of: place) : nil
    let zone = shared.flatMap { $0.districts.count > 1 ? $0 : nil }
    let watches = try Self.watches(watch, in: study)
    let day = try weekday.map { name throws(PlanningError) in try Self.weekday(name) }
    let demand = results.policeDemand
    var curves: [PatrolCurve] = []
    for watch in watches {
      let days = results.units.filter { need in
        need.district == place && need.watch == watch.id && (day.map { $0 == need.weekday } ?? true)
      }.map { ZoneDay($0, in: zone, of: results.units) }
      let hardest = days.max { ($0.units, $0.busyUnits) < ($1.units, $1.busyUnits) }
      guard let hardest else { continue }
      let need = hardest.requirement
      let block = PatrolBlock(district: place, watch: watch, weekday: need.weekday)
      do {
        let points = try UnitRequirements.curve(
          of: block, units: units, demand: demand, geography: study.geography,
          standards: study.standards, queueing: queueing)
        curves.append(hardest.curve(points))
      } catch {
        throw .requirements(error)
      }
    }
    return curves
  }

  static func district(
    _ name: String, in geography: Geography
  ) throws(PlanningError) -> District.ID {
    let ids = geography.districts.map(\.id)
    if let exact = ids.first(where: { $0.description == name }) { return exact }
    let equal = ids.filter { id in Int(id.description).map { $0 == Int(name) } ?? false }
    if equal.count == 1 { return equal[0] }
    let known = ids.map(\.description).joined(separator: ", ")
    throw .question(reason: "there is no district `\(name)`; use one of: \(known)")
  }

  /// Returns the watch of a name, or all of them without one.
  static func watches(_ name: String?, in study: Study) throws(PlanningError) -> [Watch] {
    let all = study.schedule.watches
    guard let name else { return all }
    let found = all.filter { $0.id.description == name }
    if !found.isEmpty { return found }
    let known = all.map(\.id.description).joined(separator: ", ")
    throw .question(reason: "there is no watch `\(name)`; use one of: \(known)")
  }

  /// Returns the weekday that begins with some letters.
  static func weekday(_ name: String) throws(PlanningError) -> Weekday {
    let wanted = name.lowercased()
    let found = Weekday.allCases.filter { "\($0)".hasPrefix(wanted) }
    guard found.count == 1, wanted.count >= 2 else {
      let known = Weekday.allCases.map { "\($0)" }.joined(separator: ", ")
      throw .question(reason: "there is no weekday `\(name)`; use one of: \(known)")
    }
    return found[0]
  }
}

/// What a district requires on a watch of one weekday, with all of its zone where units are pooled so.
private struct ZoneDay {
  let requirement: UnitRequirement
  let units: Double
  let busyUnits: Double
  private let zone: RadioZone?

  init(_ requirement: UnitRequirement, in zone: RadioZone?, of all: [UnitRequirement]) {
    self.requirement = requirement
    self.zone = zone
    let members = zone.map { zone in
      all.filter { need in
        zone.districts.contains(need.district) && need.watch == requirement.watch
          && need.weekday == requirement.weekday
      }
    }
    let parts = members ?? [requirement]
    units = parts.reduce(0) { $0 + $1.units }
    busyUnits = parts.reduce(0) { $0 + $1.busyUnits }
  }

  func curve(_ points: [CurvePoint]) -> PatrolCurve {
    guard let zone else { return PatrolCurve(requirement: requirement, points: points) }
    return PatrolCurve(
      requirement: requirement, points: points, zone: zone, unitsRequired: units)
  }
}
