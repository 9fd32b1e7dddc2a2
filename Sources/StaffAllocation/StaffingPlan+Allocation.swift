public import LinearProgramming
public import PolicingDomain

extension StaffingPlan {
  /// Answers a staffing question.
  ///
  /// Mode *require* asks what all standards need, whatever the strength and the budget; mode
  /// *allocate* makes the best use of the strength on hand. The objectives of each mode are taken
  /// in order (FORMULATION 8), and every optimum is checked by code that knows nothing of the
  /// solver before the next one is sought.
  ///
  /// - Parameters:
  ///   - question: What is needed, who is there, and by which rules.
  ///   - mode: What to answer.
  ///   - pricing: Whether to solve again for what people and rules are worth; only mode *allocate*
  ///     has such prices.
  ///   - settings: Limits for each solve.
  /// - Returns: A plan, or why there is none.
  /// - Throws: An ``AllocationError`` for a question that makes no sense.
  public static func answer(
    _ question: AllocationQuestion, mode: Mode, pricing: Bool = false,
    settings: SolverSettings = SolverSettings()
  ) throws(AllocationError) -> AllocationOutcome {
    let model = try AllocationModel(question, mode: mode)
    var stages = AllocationStages(model, settings: settings)
    var prices: [Price] = []
    for objective in AllocationStages.Objective.sequence(mode) {
      if let failure = try stages.run(objective) { return failure }
      if objective == .weightedShortage, pricing, let base = stages.solution?.objective {
        prices += try stages.pricesOfPeople()
        prices += try AllocationStages.pricesOfRules(question, base: base, settings: settings)
      }
      stages.hold()
    }
    guard let solution = stages.solution else {
      return .notProven(stage: "all", report: "No stage was solved.")
    }
    return .plan(stages.model.plan(from: solution, stages: stages.stages, prices: prices))
  }
}

extension AllocationModel {
  /// Reads the plan off a solution.
  func plan(
    from solution: Solution, stages: [StaffingPlan.Stage], prices: [StaffingPlan.Price]
  ) -> StaffingPlan {
    StaffingPlan(
      mode: mode, assignments: assignments(solution), teams: teams(solution),
      shortages: shortages(solution), coverageShortages: coverageShortages(solution),
      stages: stages, prices: prices)
  }

  private func assignments(_ solution: Solution) -> [StaffingPlan.Assignment] {
    question.groups.flatMap { group -> [StaffingPlan.Assignment] in
      guard group.supply == .deployable else {
        let count = question.positions.first { $0.group == group.id }?.positions ?? .zero
        return [StaffingPlan.Assignment(group: group.id, rank: group.rank, strength: count)]
      }
      return group.fittingRanks.map { rank in
        let value = solution.value(of: strength[GroupRank(group: group.id, rank: rank)])
        return StaffingPlan.Assignment(
          group: group.id, rank: rank, strength: FullTimeEquivalents(Self.cleaned(value)))
      }
    }
  }

  private func teams(_ solution: Solution) -> [StaffingPlan.Team] {
    let patrol = question.patrol
    return officers.indices.compactMap { index in
      let team = StaffingPlan.Team(
        district: index.district, tour: patrol.tours[index.tour].id,
        dayOffGroup: patrol.rotation.groups[index.group],
        officers: FullTimeEquivalents(Self.cleaned(solution.value(of: officers[index]))),
        sergeants: FullTimeEquivalents(Self.cleaned(solution.value(of: sergeants[index]))))
      return team.officers.value > 0 || team.sergeants.value > 0 ? team : nil
    }
  }

  private func shortages(_ solution: Solution) -> [StaffingPlan.Shortage] {
    var found: [StaffingPlan.Shortage] = []
    for group in positionShort.indices {
      let amount = Self.cleaned(solution.value(of: positionShort[group]))
      if amount > 0 {
        found.append(.init(what: "\(group)", amount: amount, unit: "positions"))
      }
    }
    for index in fieldShort.indices {
      let amount = Self.cleaned(solution.value(of: fieldShort[index]))
      if amount > 0 {
        found.append(
          .init(what: "field sergeants of \(index)", amount: amount, unit: "sergeants scheduled"))
      }
    }
    let ordered = found.enumerated().sorted { first, second in
      (second.element.amount, first.offset) < (first.element.amount, second.offset)
    }
    return ordered.map(\.element)
  }

  private func coverageShortages(_ solution: Solution) -> [CoverageShortage] {
    let patrol = question.patrol
    let cycle = patrol.rotation.cycleLength
    return question.districts.flatMap { district in
      patrol.watches.enumerated().map { position, watch in
        var short = 0.0
        var planned = 0.0
        for phase in 0..<cycle {
          let index = WatchPhase(district: district, watch: watch.id, phase: phase)
          short += solution.value(of: coverShort[index])
          for team in officers.indices where team.district == district {
            let share = shareOnDuty(
              tour: team.tour, watch: position, group: team.group, phase: phase)
            planned += share * patrol.presence * solution.value(of: officers[team])
          }
        }
        return CoverageShortage(
          district: district, watch: watch.id,
          required: question.officersRequired(district, watch.id),
          planned: Self.cleaned(planned / Double(cycle)),
          short: Self.cleaned(short / Double(cycle)))
      }
    }
  }

  /// The value without the dust of floating-point arithmetic: rounded to a millionth, and never
  /// −0.
  private static func cleaned(_ value: Double) -> Double {
    let rounded = (value * 1e6).rounded() / 1e6
    return rounded == 0 ? 0 : rounded
  }
}
