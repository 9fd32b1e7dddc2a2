public import LinearProgramming
public import PolicingDomain

extension StagedComparison {
  /// Makes a staged plan and compares it with the integrated one.
  ///
  /// First the tours of each district are sized by themselves for all that is required; then people
  /// are given to positions, patrol groups among them, by the same objectives; last the best tours
  /// for the strength that each district was given are found. Every optimum is checked.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - plan: The integrated plan of the question in mode *allocate*.
  ///   - settings: Limits for each solve.
  /// - Returns: The comparison; nothing where a step has no plan.
  /// - Throws: An ``AllocationError`` for a question that makes no sense.
  public static func comparing(
    _ plan: StaffingPlan, of question: AllocationQuestion,
    settings: SolverSettings = SolverSettings()
  ) throws(AllocationError) -> StagedComparison? {
    var sizes: [PositionGroup.ID: Double] = [:]
    for district in question.districts {
      let alone = question.patrol(of: district)
      guard !alone.groups.isEmpty else { continue }
      guard
        let tours = try StaffingPlan.answer(alone, mode: .require, settings: settings).plan
      else { return nil }
      for assignment in tours.assignments {
        sizes[assignment.group, default: 0] += assignment.strength.value
      }
    }
    let positions = question.withoutTours(sizes)
    guard
      let placed = try StaffingPlan.answer(positions, mode: .allocate, settings: settings).plan
    else { return nil }
    var model = try AllocationModel(question, mode: .allocate)
    model.keepStrength(of: placed)
    var stages = AllocationStages(model, settings: settings)
    if try stages.run(AllocationObjective.sequence(question, .allocate)) != nil { return nil }
    let integrated = Dictionary(
      plan.stages.map { ($0.objective, $0.value) }, uniquingKeysWith: { $1 })
    return StagedComparison(
      lines: stages.solved.filter(\.objective.isPriced).compactMap { stage in
        let (name, unit) = stage.objective.words(question, .allocate)
        return integrated[name].map {
          Line(objective: name, unit: unit, integrated: $0, staged: stage.solution.objective)
        }
      })
  }
}

extension AllocationModel {
  /// How far a strength may lie from that of the plan whose rounded figures it repeats.
  private static let rounding = 1e-5

  /// Leaves every group the strength that it has in `plan`.
  ///
  /// Whoever was given to patrol beyond what its sergeants may lead is on no tour.
  fileprivate mutating func keepStrength(of plan: StaffingPlan) {
    for assignment in plan.assignments {
      let index = GroupRank(group: assignment.group, rank: assignment.rank)
      guard strength.contains(index) else { continue }
      program.setBounds(
        of: strength[index], to: Self.around(assignment.strength.value))
    }
    for row in teamRows { program.setBounds(of: row, to: -.infinity...0) }
    for group in converted.indices {
      let positions = plan.conversions.first { $0.group == group }?.positions.value ?? 0
      program.setBounds(of: converted[group], to: Self.around(positions))
    }
  }

  private static func around(_ value: Double) -> ClosedRange<Double> {
    max(0, value - rounding)...value + rounding
  }
}

extension AllocationQuestion {
  /// The question of the tours of one district alone.
  fileprivate func patrol(of district: District.ID) -> AllocationQuestion {
    let section = station(of: district)
    let own = groups.filter { $0.section == section && $0.basis.isSizedByTours }
    let names = Set(own.map(\.id))
    var alone = AllocationQuestion(
      districts: [district], ranks: ranks, groups: own,
      positions: positions.filter { names.contains($0.group) },
      units: units.filter { $0.district == district },
      strength: strength.filter { $0.section == section }, patrol: patrol, limits: limits)
    alone.rules = rules.map { rule in
      guard case .minimums(let minimums) = rule.demand else { return rule }
      var own = rule
      own.demand = .minimums(minimums.filter { $0.district == district })
      return own
    }
    return alone
  }

  /// The question of positions alone, the patrol groups having the sizes given.
  fileprivate func withoutTours(_ sizes: [PositionGroup.ID: Double]) -> AllocationQuestion {
    let plain = groups.map { group in
      guard group.basis.isSizedByTours else { return group }
      return PositionGroup(
        id: group.id, section: group.section, function: group.function, rank: group.rank,
        alsoFits: group.alsoFits, holders: group.holders,
        basis: .fixedCount(positions: sizes[group.id] ?? 0), weight: group.weight,
        isMinimum: group.isMinimum, supply: group.supply, workingHours: group.workingHours,
        provenance: group.provenance)
    }
    let needs = positions.map { need in
      guard let size = sizes[need.group] else { return need }
      return PositionRequirement(
        group: need.group, positions: FullTimeEquivalents(size), basis: need.basis,
        reason: need.reason, isSizedByTours: false)
    }
    var question = AllocationQuestion(
      districts: [], ranks: ranks, groups: plain, positions: needs, units: [],
      strength: strength, patrol: patrol, limits: limits)
    question.preferences = preferences
    question.preferences.overtime = nil
    question.conversions = conversions
    return question
  }
}
