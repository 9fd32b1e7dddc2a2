/// What units on the street give in one district, over numbers of units.
extension StudyPipeline {
  /// Returns the curves of one district: units against busy share, waits and responses.
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
    let watches = try Self.watches(watch, in: study)
    let day = try weekday.map { name throws(PlanningError) in try Self.weekday(name) }
    let demand = results.demand(growth: results.growthOfDemand)
    var curves: [PatrolCurve] = []
    for watch in watches {
      let needs = results.units.filter { need in
        need.district == place && need.watch == watch.id && (day.map { $0 == need.weekday } ?? true)
      }
      guard let need = needs.max(by: { ($0.units, $0.busyUnits) < ($1.units, $1.busyUnits) }) else {
        continue
      }
      let block = PatrolBlock(district: place, watch: watch, weekday: need.weekday)
      do {
        let points = try UnitRequirements.curve(
          of: block, units: units, demand: demand, geography: study.geography,
          standards: study.standards, queueing: queueing)
        curves.append(PatrolCurve(requirement: need, points: points))
      } catch {
        throw .requirements(error)
      }
    }
    return curves
  }

  private static func district(
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
