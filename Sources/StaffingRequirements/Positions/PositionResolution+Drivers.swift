import PolicingDomain

extension PositionResolution {
  /// Returns what a ratio counts, and the same in words.
  mutating func count(
    _ driver: RatioDriver, for group: PositionGroup
  ) throws(RequirementsError) -> (count: Double, words: String) {
    switch driver {
    case .groups(let ids):
      var sum = FullTimeEquivalents.zero
      for id in ids { sum += try requirement(of: id, namedBy: group.id).positions }
      let names = ids.map(\.description).joined(separator: ", ")
      return (sum.value, "\(sum.value.counted("position", "positions")) (\(names))")
    case .rank(let rank):
      let people = assigned.of(rank)
      return (people, "\(people.written()) assigned of the rank \(title(rank))")
    case .swornStrength:
      return (assigned.sworn, "\(assigned.sworn.written()) assigned sworn members")
    case .civilianStrength:
      return (assigned.civilian, "\(assigned.civilian.written()) assigned civilians")
    case .headcount:
      let everybody = assigned.sworn + assigned.civilian
      return (everybody, "\(everybody.written()) people on the roster")
    case .band(let rank, let band): return try members(of: rank, in: band, group)
    case .entries(let rank):
      let entries = try PipelineSeats(of: organization).entries(into: rank)
      return (entries, "\(entries.written(1)) entries a year into the rank \(title(rank))")
    case .population, .callsPerYear, .arrestsPerYear, .districts, .beats:
      return try figure(driver, group)
    }
  }

  /// Returns a figure that the study or the calls state.
  private func figure(
    _ driver: RatioDriver, _ group: PositionGroup
  ) throws(RequirementsError) -> (count: Double, words: String) {
    switch driver {
    case .population:
      guard let residents = drivers.population else { throw .unstatedPopulation(group: group.id) }
      return (Double(residents), "\(Double(residents).written(0)) residents")
    case .arrestsPerYear:
      let arrests = try stated(drivers.arrestsPerYear, "arrests a year", group)
      return (arrests, "\(arrests.written(0)) arrests a year")
    case .districts:
      let districts = try stated(drivers.districts.map(Double.init), "districts", group)
      return (districts, districts.counted("district", "districts"))
    case .beats:
      let beats = try stated(drivers.beats.map(Double.init), "beats", group)
      return (beats, beats.counted("beat", "beats"))
    default:
      return (drivers.allCalls, "\(drivers.allCalls.written(0)) community calls a year")
    }
  }

  private func stated(
    _ figure: Double?, _ what: String, _ group: PositionGroup
  ) throws(RequirementsError) -> Double {
    guard let figure else { throw .unstatedDriver(group: group.id, what: what) }
    return figure
  }

  /// Assigned people of a rank × the share of the rank that is in the band.
  private func members(
    of rank: Rank.ID, in band: String, _ group: PositionGroup
  ) throws(RequirementsError) -> (count: Double, words: String) {
    var all = 0.0
    var inBand = 0.0
    for row in drivers.seniority where row.rank == rank {
      let members = try Figure("The members of \(rank) in band \(row.band)", row.members).checked()
      all += members
      if row.band == band { inBand += members }
    }
    guard all > 0, drivers.seniority.contains(where: { $0.rank == rank && $0.band == band }) else {
      throw .missingBand(group: group.id, rank: rank, band: band)
    }
    let people = assigned.of(rank) * (inBand / all)
    return (
      people,
      "\(people.written(1)) of the rank \(title(rank)) in the band \(band) "
        + "(\(assigned.of(rank).written()) assigned × \((100 * inBand / all).written(1)) %)"
    )
  }
}

/// Assigned people by rank and by employment.
struct AssignedStrength {
  private var byRank: [Rank.ID: Double] = [:]
  /// Sworn members.
  private(set) var sworn = 0.0
  /// Civilians.
  private(set) var civilian = 0.0

  init(_ records: [StrengthRecord]) {
    for record in records {
      let people = record.assigned.value
      byRank[record.rank, default: 0] += people
      switch record.employment {
      case .sworn: sworn += people
      case .civilian: civilian += people
      }
    }
  }

  /// Returns the assigned people of a rank; 0 when it has none.
  func of(_ rank: Rank.ID) -> Double { byRank[rank] ?? 0 }
}
