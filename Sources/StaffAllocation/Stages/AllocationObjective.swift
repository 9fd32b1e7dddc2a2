import LinearProgramming
import PolicingDomain

/// One objective of the lexicographic sequence.
enum AllocationObjective: Hashable, Sendable {
  /// One that the study orders.
  case preferred(AllocationPreferences.Objective)
  /// Deployable people whom the plan places nowhere.
  case unplaced
  /// Even teams and sergeants where officers are.
  case balance
  /// What tells equal plans apart.
  case tieBreak

  /// The objectives of a question in a mode, in order.
  ///
  /// People who are there are paid anyway and are not dismissed to pay for others, so that leaving
  /// nobody unplaced comes before all but the minimums by rule.
  static func sequence(
    _ question: AllocationQuestion, _ mode: StaffingPlan.Mode
  ) -> [AllocationObjective] {
    guard mode.isLimited else {
      return [.preferred(.cost), .preferred(.movement), .balance, .tieBreak]
    }
    var order: [AllocationPreferences.Objective] = []
    for objective in question.preferences.order where !order.contains(objective) {
      if objective == .urgentWaiting, question.curves.isEmpty { continue }
      order.append(objective)
    }
    let early = order.first == .minimums ? 1 : 0
    return order[..<early].map(AllocationObjective.preferred) + [.unplaced]
      + order[early...].map(AllocationObjective.preferred) + [.balance, .tieBreak]
  }

  /// Whether the stage is solved sooner from scratch than from the stage before: waiting is made of
  /// so many steps that the way from any other optimum is longer.
  var startsAnew: Bool { self == .preferred(.urgentWaiting) }

  /// Whether a reader is told what rules change in it; the last stages only tell equal plans apart.
  var isPriced: Bool {
    switch self {
    case .preferred, .unplaced: true
    case .balance, .tieBreak: false
    }
  }

  /// The name of the stage and the unit of its optimum.
  func words(
    _ question: AllocationQuestion, _ mode: StaffingPlan.Mode
  ) -> (name: String, unit: String) {
    switch self {
    case .preferred(.minimums): ("shortage of minimums by rule", "full-time equivalents")
    case .preferred(.urgentWaiting):
      question.preferences.waitingBeyondStandardOnly
        ? ("waiting of urgent calls, units above the standards not counted", "hours a week")
        : ("waiting of urgent calls", "hours a week")
    case .preferred(.weightedShortage): ("weighted shortage", "full-time equivalents")
    case .preferred(.fairness):
      question.preferences.fairness == .shortage
        ? ("largest share of its need that a district lacks", "share")
        : ("mean wait of urgent calls in the worst-off district", "hours")
    case .unplaced: ("pay of deployable people placed nowhere", "full-time equivalents at mean pay")
    case .preferred(.cost): ("cost of the plan", "dollars a year")
    case .preferred(.movement) where !mode.isLimited:
      ("people to add or move, by section and rank", "full-time equivalents")
    case .preferred(.movement): ("people who change sections", "full-time equivalents")
    case .balance: ("uneven teams and idle sergeants", "full-time equivalents")
    case .tieBreak: ("tie-break among equal plans", "weighted full-time equivalents")
    }
  }

  /// The part of its best value by which it may get worse for the sake of later ones.
  func tolerance(_ preferences: AllocationPreferences) -> Double {
    guard case .preferred(let objective) = self else { return 0 }
    return preferences.tolerances[objective] ?? 0
  }
}

extension AllocationModel {
  /// What `objective` makes small; variables and rows that only it needs are added.
  mutating func expression(for objective: AllocationObjective) -> LinearExpression {
    switch objective {
    case .preferred(.minimums): minimumShortage()
    case .preferred(.urgentWaiting): urgentWaiting()
    case .preferred(.weightedShortage): weightedShortage()
    case .preferred(.fairness): LinearExpression(worstOff)
    case .unplaced: payOfUnplaced()
    case .preferred(.cost): annualCost()
    case .preferred(.movement): countMovement()
    case .balance: evenOutTeams()
    case .tieBreak: tieBreak()
    }
  }

  /// The people placed nowhere, by their pay against the mean of all ranks: nobody is exchanged for
  /// somebody cheaper.
  private func payOfUnplaced() -> LinearExpression {
    let costs = question.ranks.map(\.annualCost.value)
    let mean = costs.reduce(0, +) / Double(max(1, costs.count))
    var pay = LinearExpression()
    for rank in unplaced.indices {
      let cost = question.ranks.first { $0.id == rank }?.annualCost.value ?? 0
      pay.add(unplaced[rank], times: mean > 0 ? max(0.01, cost / mean) : 1)
    }
    return pay
  }
}
