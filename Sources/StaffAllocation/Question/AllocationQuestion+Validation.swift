import PolicingDomain

extension AllocationQuestion {
  /// Throws the first thing in the question that makes no sense.
  func validate() throws(AllocationError) {
    try require(patrol.presence, "The presence of officers", positive: true)
    try require(
      patrol.netStreetHours.value, "The hours an officer is on the street", positive: true)
    for line in strength {
      try require(line.deployable.value, "Deployable \(line.rank) of section \(line.section)")
    }
    for need in units {
      try require(need.officers, "The officers that \(need.district) needs on \(need.watch)")
    }
    if let budget = limits.budget { try require(budget.value, "The budget") }
    for total in limits.authorized {
      try require(total.positions.value, "The authorized \(total.employment.rawValue) strength")
    }
    try validateGroups()
    try validatePatrol()
    try validateRosters()
    try validateRules()
    try validateCurves()
    try validatePreferences()
    try validateConversions()
  }

  private func validateGroups() throws(AllocationError) {
    let known = Set(ranks.map(\.id))
    let needed = Set(positions.map(\.group))
    for group in groups {
      for rank in group.fittingRanks where !known.contains(rank) {
        throw .unknownRank(rank, group: group.id)
      }
      guard needed.contains(group.id) else { throw .noRequirement(group.id) }
      try require(group.weight, "The weight of group \(group.id)")
    }
    for need in positions {
      try require(need.positions.value, "The positions of group \(need.group)")
    }
  }

  private func validatePatrol() throws(AllocationError) {
    for district in districts {
      let station = station(of: district)
      let ofStation = groups.filter { $0.section == station && $0.basis.isSizedByTours }
      if let held = ofStation.first(where: { $0.supply == .held }) { throw .heldPatrol(held.id) }
      let officers = ofStation.filter { $0.basis == .coverage }
      let sergeants = ofStation.filter { $0.basis != .coverage }
      guard officers.count <= 1, sergeants.count <= 1 else { throw .repeatedPatrol(station) }
      let needsUnits = units.contains { $0.district == district && $0.officers > 0 }
      if needsUnits, officers.isEmpty { throw .noPatrol(district) }
      if needsUnits, sergeants.isEmpty { throw .noSergeants(district) }
    }
  }

  func require(
    _ value: Double, _ what: String, positive: Bool = false
  ) throws(AllocationError) {
    guard value.isFinite, positive ? value > 0 : value >= 0 else {
      throw .unusableNumber(what: what, value: value)
    }
  }
}
