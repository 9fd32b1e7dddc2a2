/// The best use of the units there are.
extension StudyPipeline {
  /// Returns the use of a fixed number of units over the districts of a study that keeps an objective
  /// smallest.
  ///
  /// - Parameters:
  ///   - supply: The units of one watch of one weekday, or the hours of units over the watches and
  ///     weekdays that are asked for.
  ///   - results: Results of ``run(to:pricing:progress:)`` that reach the requirement.
  ///   - objective: What is to be small; calls that are late without times take those of the study's
  ///     standards for waiting.
  ///   - watch: The name of a watch; all of them if not given.
  ///   - weekday: The first letters of a weekday; the whole week if not given.
  ///   - keepsComplement: Whether every district keeps its complement in each watch.
  /// - Returns: The units of each district, watch and weekday; or how many are needed at least.
  /// - Throws: A ``PlanningError`` for a name that the study does not have, or times that it lacks.
  public func bestUse(
    of supply: UnitSupply, in results: StudyResults, for objective: UnitObjective,
    watch: String? = nil, weekday: String? = nil, keepsComplement: Bool = false
  ) throws(PlanningError) -> UnitAllocation {
    let study = results.study
    let watches = try Self.watches(watch, in: study)
    let days = try weekday.map { name throws(PlanningError) in [try Self.weekday(name)] }
    if keepsComplement, study.standards.complement == nil {
      throw .question(reason: "the study states no complement to keep; leave it out")
    }
    let blocks = study.geography.districts.flatMap { district in
      watches.flatMap { watch in
        (days ?? Weekday.allCases).map {
          PatrolBlock(district: district.id, watch: watch, weekday: $0)
        }
      }
    }
    let objective = try Self.completed(objective, study.standards)
    do {
      return try FixedUnits.bestUse(
        of: supply, among: blocks, for: objective, keepsComplement: keepsComplement,
        demand: results.policeDemand,
        geography: study.geography, standards: study.standards, queueing: queueing)
    } catch {
      throw .requirements(error)
    }
  }

  private static func completed(
    _ objective: UnitObjective, _ standards: ServiceStandards
  ) throws(PlanningError) -> UnitObjective {
    guard case .callsLate(let times) = objective.measure, times.isEmpty else { return objective }
    let stated = standards.lateTimes
    guard !stated.isEmpty else {
      throw .question(
        reason:
          "no standard for waiting states a time after which calls are late; give the minutes "
          + "of each priority, such as 1:5,2:15")
    }
    return UnitObjective(
      .callsLate(stated), weights: objective.weights, provenance: objective.provenance)
  }
}
