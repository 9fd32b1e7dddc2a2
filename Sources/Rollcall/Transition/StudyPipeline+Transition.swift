extension StudyPipeline {
  /// The longest transition that is planned: beyond it, no flow of people is known.
  public static let mostYears = 20

  /// Plans several years: people leave, are hired, promoted and trained, positions pass to civilians,
  /// and each year's people are placed as well as they can be (FORMULATION 7.5, 7.6 and 8).
  ///
  /// Patrol needs the positions that the plan of all standards gives it. Separations enter here, so no
  /// seats of the pipeline come on top.
  ///
  /// - Parameters:
  ///   - years: How many years, at least one and at most ``mostYears``.
  ///   - results: The run of the study as it is, to the allocation.
  /// - Returns: The plan year by year, or why there is none.
  /// - Throws: ``PlanningError/question(reason:)`` without flows or without a plan that meets all
  ///   standards, and ``PlanningError/allocation(_:)`` for a question that makes no sense.
  public func transition(
    over years: Int, of results: StudyResults
  ) throws(PlanningError) -> TransitionAnswer {
    let organization = results.study.organization
    guard (1...Self.mostYears).contains(years) else {
      throw .question(reason: "a transition takes from 1 to \(Self.mostYears) years")
    }
    guard !organization.flows.isEmpty else {
      throw .question(
        reason:
          "a transition needs to know who leaves and enters: add the table `flows` to the study")
    }
    guard let required = results.required?.plan else {
      throw .question(
        reason: "no plan meets all standards, so that there is nothing to move towards: "
          + (results.required?.reason ?? "run the study to the allocation"))
    }
    do {
      return try TransitionPlan.answer(
        Self.question(results, towards: required, years: years))
    } catch {
      throw .allocation(error)
    }
  }

  private static func question(
    _ results: StudyResults, towards required: StaffingPlan, years: Int
  ) -> TransitionQuestion {
    let study = results.study
    let organization = study.organization
    let needs = Dictionary(
      results.positions.map { ($0.group, $0.positions.value) }, uniquingKeysWith: { $1 })
    let conversions = Dictionary(
      results.department.conversions.filter { $0.convertible > .zero }.map { ($0.group, $0) },
      uniquingKeysWith: { $1 })
    let groups = organization.positions.filter { $0.supply == .deployable }.map { group in
      let bySize = required.assignments.filter { $0.group == group.id }.total(\.strength).value
      return TransitionQuestion.Group(
        id: group.id, section: group.section, ranks: group.fittingRanks,
        needs: [group.basis.isSizedByTours ? bySize : needs[group.id] ?? 0],
        weight: group.weight, isMinimum: group.isMinimum,
        isDistrictPatrol: group.basis.isSizedByTours,
        conversion: group.basis.isSizedByTours ? nil : conversions[group.id])
    }
    let others = results.peopleBesideDeployable
    let costs = Dictionary(
      organization.ranks.map { ($0.id, $0.annualCost) }, uniquingKeysWith: { $1 })
    let otherCost = others.reduce(DollarsPerYear.zero) { sum, item in
      sum + (costs[item.rank] ?? .zero) * item.people
    }
    let employments = Dictionary(
      organization.ranks.map { ($0.id, $0.employment) }, uniquingKeysWith: { $1 })
    var byEmployment: [Employment: Double] = [:]
    for item in others {
      if let employment = employments[item.rank] {
        byEmployment[employment, default: 0] += item.people
      }
    }
    let preferences = study.preferences
    return TransitionQuestion(
      ranks: organization.ranks, groups: groups, strength: results.strength,
      flows: organization.flows,
      years: Array(
        repeating: .init(
          budget: study.budget?.limit, otherCost: otherCost, moves: preferences.movementLimit),
        count: years),
      authorized: study.authorizedLimits, others: byEmployment,
      largestCut: preferences.largestCut, conversionLimit: preferences.conversions,
      order: preferences.order.filter { $0 != .urgentWaiting },
      tolerances: preferences.tolerances)
  }
}

extension StudyResults {
  /// People of each rank who are on the roster and not deployable.
  ///
  /// They are off strength, detached or in held seats; they are paid, and nothing moves them.
  fileprivate var peopleBesideDeployable: [(rank: Rank.ID, people: Double)] {
    study.organization.ranks.map { rank in
      let own = strength.filter { $0.rank == rank.id }
      let beside = own.total(\.assigned).value - own.total(\.deployable).value
      return (rank.id, max(0, beside))
    }
  }
}

extension Study {
  /// The authorized totals that can be a limit: one below the strength on hand belongs to another
  /// date or another count of people.
  var authorizedLimits: [AuthorizedTotal] {
    organization.authorized.filter { total in
      let assigned = organization.strength.filter { $0.employment == total.employment }
        .total(\.assigned)
      return total.positions >= assigned
    }
  }
}
