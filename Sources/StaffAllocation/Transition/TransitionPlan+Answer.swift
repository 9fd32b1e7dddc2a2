public import LinearProgramming
public import PolicingDomain

extension TransitionPlan {
  /// Plans several years: hires, promotions, conversions and places in each.
  ///
  /// The objectives are taken in the order of the question, each summed over the years with no year
  /// counted less than another, and each optimum is checked by code that knows nothing of the solver
  /// (FORMULATION 8).
  ///
  /// - Parameters:
  ///   - question: What is needed, who is there, how people come and go, and by which limits.
  ///   - settings: Limits for each solve.
  /// - Returns: A plan; or the rules that contradict one another, in words.
  /// - Throws: An ``AllocationError`` for a question that makes no sense.
  public static func answer(
    _ question: TransitionQuestion, settings: SolverSettings = SolverSettings()
  ) throws(AllocationError) -> TransitionAnswer {
    let model = try TransitionModel(question)
    var objectives = HeldObjectives(model.program, settings: settings)
    var seen: Set<AllocationPreferences.Objective> = []
    for objective in question.order where seen.insert(objective).inserted {
      guard let (expression, name, unit) = model.expression(objective) else { continue }
      if let failure = try objectives.minimize(
        expression, name, unit: unit, tolerance: question.tolerances[objective] ?? 0)
      {
        return try TransitionWords(model, settings).answer(failure)
      }
    }
    if let failure = try objectives.minimize(
      model.tieBreak(), "tie-break among equal plans", unit: "weighted full-time equivalents")
    {
      return try TransitionWords(model, settings).answer(failure)
    }
    guard let solution = objectives.solution else {
      return .unanswered(stage: "all", report: "No objective was solved.")
    }
    return .plan(
      TransitionPlan(
        years: model.yearNumbers.map { model.year($0, solution) }, stages: objectives.stages))
  }
}

extension TransitionModel {
  /// Reads a year off a solution.
  func year(_ year: Int, _ solution: Solution) -> TransitionPlan.Year {
    let ofYear = short.indices.filter { $0.year == year }
    return TransitionPlan.Year(
      number: year, ranks: question.ranks.map { book($0.id, year, solution) },
      assignments: assignments(year, solution),
      shortages: ofYear.compactMap { index in
        let group = question.groups[index.group]
        let amount = Self.significant(solution.value(of: short[index]))
        guard amount > 0 else { return nil }
        return .init(group: group.id, needed: group.need(in: year), short: amount)
      },
      conversions: conversions(year, solution),
      moves: Self.significant(solution.value(of: moves(in: year))),
      cost: DollarsPerYear(HeldObjectives.cleaned(solution.value(of: cost(of: year)))),
      budget: question.years[year - 1].budget)
  }

  /// The book of a rank. Its end is worked out from its lines, so that it closes exactly.
  private func book(
    _ rank: Rank.ID, _ year: Int, _ solution: Solution
  ) -> TransitionPlan.RankYear {
    var start = today(rank)
    var line = lines(rank, 1, start: start, solution)
    for number in 1..<max(1, year) {
      start = line.end
      line = lines(rank, number + 1, start: start, solution)
    }
    return line
  }

  private func lines(
    _ rank: Rank.ID, _ year: Int, start: Double, _ solution: Solution
  ) -> TransitionPlan.RankYear {
    let index = RankInYear(rank: rank, year: year)
    func amount(_ expression: some LinearExpressible) -> Double {
      max(0, HeldObjectives.cleaned(solution.value(of: expression)))
    }
    let hired = hires.contains(index) ? amount(hires[index]) : 0
    let promotedIn = promotions.contains(index) ? amount(promotions[index]) : 0
    let promotedOut = promotedOut(of: index).reduce(0) { $0 + amount($1) }
    let exits = exitShare(rank) * start
    return TransitionPlan.RankYear(
      rank: rank, start: start, hires: hired, promotedIn: promotedIn, promotedOut: promotedOut,
      exits: exits, end: start + hired + promotedIn - promotedOut - exits,
      training: amount(training(index)),
      unplaced: Self.significant(solution.value(of: unplaced[index])))
  }

  private func assignments(_ year: Int, _ solution: Solution) -> [StaffingPlan.Assignment] {
    var found: [StaffingPlan.Assignment] = []
    for index in placed.indices where index.year == year {
      let group = question.groups[index.group]
      let amount = Self.significant(solution.value(of: placed[index]))
      guard amount > 0 else { continue }
      found.append(
        .init(group: group.id, rank: group.ranks[index.rank], strength: .init(amount)))
    }
    return found
  }

  private func conversions(_ year: Int, _ solution: Solution) -> [TransitionPlan.Conversion] {
    converted.indices.filter { $0.year == year }.compactMap { index in
      let group = question.groups[index.group]
      let total = Self.significant(solution.value(of: converted[index]))
      guard total > 0, let conversion = group.conversion else { return nil }
      let before = GroupInYear(group: index.group, year: year - 1, name: "")
      let already = year > 1 ? Self.significant(solution.value(of: converted[before])) : 0
      return .init(
        group: group.id, rank: conversion.civilianRank, added: max(0, total - already),
        total: total, civilians: Self.significant(solution.value(of: civilians[index])))
    }
  }

  /// An amount without what tolerances leave: below a thousandth of a person there is none.
  private static func significant(_ amount: Double) -> Double {
    amount < 1e-3 ? 0 : HeldObjectives.cleaned(amount)
  }
}
