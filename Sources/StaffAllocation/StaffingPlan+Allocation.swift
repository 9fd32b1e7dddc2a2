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
    if mode == .allocate, pricing {
      prices += try AllocationStages.pricesOfFairness(
        question, stages: stages.stages, settings: settings)
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
      unplaced: unplacedPeople(solution), shortages: shortages(solution),
      coverageShortages: coverageShortages(solution),
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

  private func unplacedPeople(_ solution: Solution) -> [StaffingPlan.Unplaced] {
    unplaced.indices.compactMap { rank in
      let amount = Self.significant(solution.value(of: unplaced[rank]))
      return amount > 0
        ? StaffingPlan.Unplaced(rank: rank, strength: FullTimeEquivalents(amount)) : nil
    }
  }

  private func shortages(_ solution: Solution) -> [StaffingPlan.Shortage] {
    var found: [StaffingPlan.Shortage] = []
    for group in positionShort.indices {
      let amount = Self.significant(solution.value(of: positionShort[group]))
      if amount > 0 {
        found.append(.init(what: "\(group)", amount: amount, unit: "positions"))
      }
    }
    for index in fieldShort.indices {
      let amount = Self.significant(solution.value(of: fieldShort[index]))
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
    let planned = coverShort.indices.map { officersOnStreet(during: $0, solution) }
    return question.districts.flatMap { district in
      patrol.watches.map { watch in
        var short = 0.0
        var sum = 0.0
        var least = Double.infinity
        for (position, index) in coverShort.indices.enumerated()
        where index.district == district && index.watch == watch.id {
          let weight = Double(index.hours)
          short += weight * solution.value(of: coverShort[index])
          sum += weight * planned[position]
          least = min(least, planned[position])
        }
        let hours = Double(watch.length * patrol.rotation.cycleLength)
        return CoverageShortage(
          district: district, watch: watch.id,
          required: question.officersRequired(district, watch.id),
          planned: Self.cleaned(sum / hours), leastPlanned: Self.cleaned(least),
          short: Self.significant(short / hours))
      }
    }
  }

  private func officersOnStreet(during index: CoverIndex, _ solution: Solution) -> Double {
    let patrol = question.patrol
    guard let watch = patrol.watches.firstIndex(where: { $0.id == index.watch }) else { return 0 }
    let block = coverage.blocks[watch][index.block]
    var sum = 0.0
    for tour in patrol.tours.indices {
      for group in patrol.rotation.groups.indices {
        let share = shareOnDuty(tour: tour, block: block, group: group, phase: index.phase)
        guard share > 0 else { continue }
        let team = TeamIndex(district: index.district, tour: tour, group: group, patrol: patrol)
        sum += share * patrol.presence * solution.value(of: officers[team])
      }
    }
    return sum
  }

  /// A shortage without what the tolerance of earlier stages leaves: below a thousandth of a person
  /// there is none.
  private static func significant(_ shortage: Double) -> Double {
    shortage < 1e-3 ? 0 : cleaned(shortage)
  }

  /// The value without the dust of floating-point arithmetic: rounded to a millionth, and never
  /// −0.
  private static func cleaned(_ value: Double) -> Double {
    let rounded = (value * 1e6).rounded() / 1e6
    return rounded == 0 ? 0 : rounded
  }
}
