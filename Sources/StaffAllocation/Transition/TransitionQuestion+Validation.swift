import PolicingDomain

extension TransitionQuestion {
  /// Throws the first thing in the question that makes no sense.
  func validate() throws(AllocationError) {
    try Self.check(Double(years.count), "The number of years of the transition", positive: true)
    for (number, year) in years.enumerated() {
      let name = "of year \(number + 1)"
      if let budget = year.budget { try Self.check(budget.value, "The budget \(name)") }
      try Self.check(year.otherCost.value, "The cost of people outside the plan \(name)")
      if let seats = year.academySeats { try Self.check(seats, "The academy seats \(name)") }
      if let moves = year.moves { try Self.check(moves, "The limit on moves \(name)") }
    }
    for line in strength {
      try Self.check(
        line.deployable.value, "Deployable \(line.rank) of section \(line.section)")
    }
    for total in authorized {
      try Self.check(
        total.positions.value, "The authorized \(total.employment.rawValue) strength")
      try Self.check(
        others[total.employment] ?? 0, "The \(total.employment.rawValue) people outside the plan")
    }
    for objective in order {
      try Self.check(tolerances[objective] ?? 0, "The tolerance of \(objective.rawValue)")
    }
    if let conversionLimit { try Self.check(conversionLimit, "The limit on conversions") }
    try validateGroups()
    try validateFlows()
  }

  private func validateGroups() throws(AllocationError) {
    let known = Set(ranks.map(\.id))
    var seen: Set<PositionGroup.ID> = []
    for group in groups {
      guard !group.needs.isEmpty, !group.ranks.isEmpty, seen.insert(group.id).inserted else {
        throw .noRequirement(group.id)
      }
      for need in group.needs { try Self.check(need, "The positions of group \(group.id)") }
      try Self.check(group.weight, "The weight of group \(group.id)")
      let civilian = group.conversion.map { [$0.civilianRank] } ?? []
      for rank in group.ranks + civilian where !known.contains(rank) {
        throw .unknownRank(rank, group: group.id)
      }
      guard let conversion = group.conversion else { continue }
      try Self.check(conversion.convertible.value, "The convertible positions of group \(group.id)")
      try Self.check(
        conversion.civiliansPerPosition, "The civilians per position of group \(group.id)",
        positive: true)
    }
    for rank in ranks { try Self.check(rank.annualCost.value, "The cost of rank \(rank.id)") }
  }

  private func validateFlows() throws(AllocationError) {
    let known = Set(ranks.map(\.id))
    var seen: Set<Rank.ID> = []
    for flow in flows {
      guard known.contains(flow.rank), seen.insert(flow.rank).inserted else {
        throw .unusableNumber(
          what: "The number of ranks called \(flow.rank), or of their flows,", value: 2)
      }
      try Self.check(flow.monthsToSolo, "The months until a new \(flow.rank) works alone")
      if let limit = flow.entriesLimit { try Self.check(limit, "The entries into \(flow.rank)") }
      if let from = flow.promotedFrom, !known.contains(from) || from == flow.rank {
        throw .unusableNumber(
          what: "The number of ranks called \(from), from which \(flow.rank) is promoted,",
          value: 0)
      }
    }
  }

  private static func check(
    _ value: Double, _ what: String, positive: Bool = false
  ) throws(AllocationError) {
    guard value.isFinite, positive ? value > 0 : value >= 0 else {
      throw .unusableNumber(what: what, value: value)
    }
  }
}
