public import PolicingDomain

/// What stands in for the seniority bands of a rank for which none are stated.
public enum MissingBands: Hashable, Sendable {
  /// Nothing: an absence by band is an error for such a rank.
  case refuse
  /// The bands of another rank, such as field officers.
  case mix(of: Rank.ID)
  /// Every band that the absences of the rank name, with equal weight.
  case equalWeight
}

/// The weights of the seniority bands of one rank; they sum to 1.
struct BandMix {
  private let weights: [String: Double]
  private let knownBands: Set<String>
  private let rank: Rank.ID

  init(
    of rank: Rank, absences: [AbsenceItem], seniority: [SeniorityBand], missing: MissingBands
  ) throws(RequirementsError) {
    self.rank = rank.id
    for band in seniority {
      _ = try Figure("The number of members of \(band.rank) in band \(band.band)", band.members)
        .checked()
    }
    var rows = seniority.filter { $0.rank == rank.id && $0.members > 0 }
    var known = Set(seniority.map(\.band))
    if rows.isEmpty {
      switch missing {
      case .refuse: break
      case .mix(let other):
        rows = seniority.filter { $0.rank == other && $0.members > 0 }
      case .equalWeight:
        let named = Set(absences.filter { $0.concerns(rank) }.compactMap(\.band)).sorted()
        rows = named.map { SeniorityBand(rank: rank.id, band: $0, members: 1) }
        known.formUnion(named)
      }
    }
    let members = rows.reduce(0) { $0 + $1.members }
    var weights: [String: Double] = [:]
    for row in rows { weights[row.band, default: 0] += row.members / members }
    self.weights = weights
    knownBands = known
  }

  /// Returns the share of the rank that `item` concerns: 1 for an item without a band, 0 for a
  /// band that other ranks have and this one has not.
  func weight(of item: AbsenceItem) throws(RequirementsError) -> Double {
    guard let band = item.band else { return 1 }
    guard !weights.isEmpty, knownBands.contains(band) else {
      throw .missingBandMix(item: item.name, band: band, rank: rank)
    }
    return weights[band] ?? 0
  }
}
