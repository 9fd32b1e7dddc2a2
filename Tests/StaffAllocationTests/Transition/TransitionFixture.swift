import PolicingDomain
import StaffAllocation

/// A department of two sections and three sworn ranks, with civilians, over some years.
enum TransitionFixture {
  static let source = Provenance(source: "worked by hand", date: "2026-01-01")
  static let officer = Rank.ID("officer")
  static let sergeant = Rank.ID("sergeant")
  static let clerk = Rank.ID("clerk")

  static let ranks = [
    rank(sergeant, .sworn, 1, 120), rank(officer, .sworn, 2, 100), rank(clerk, .civilian, 3, 50),
  ]

  static func rank(_ id: Rank.ID, _ employment: Employment, _ order: Int, _ cost: Double) -> Rank {
    Rank(
      id: id, title: "\(id)", employment: employment, order: order,
      annualCost: DollarsPerYear(cost), provenance: source)
  }

  static func flow(
    _ rank: Rank.ID, from: Rank.ID? = nil, exits: Double = 0, months: Double = 0,
    limit: Double? = nil
  ) -> RankFlow {
    RankFlow(
      rank: rank, promotedFrom: from, exits: Share(exits) ?? .none, monthsToSolo: months,
      entriesLimit: limit, provenance: source)
  }

  static func strength(_ section: String, _ rank: Rank.ID, _ count: Double) -> DeployableStrength {
    DeployableStrength(
      section: .init(section), rank: rank, assigned: FullTimeEquivalents(count),
      deployable: FullTimeEquivalents(count), authorized: nil)
  }

  static func conversion(_ group: String, _ positions: Double) -> CivilianConversion {
    CivilianConversion(
      group: .init(group), eligible: FullTimeEquivalents(positions),
      convertible: FullTimeEquivalents(positions), officersFreed: FullTimeEquivalents(positions),
      civilianRank: clerk, civiliansPerPosition: 1.25, reason: "", provenance: source)
  }

  static func groups(scale: Double = 1, converting: Bool = false) -> [TransitionQuestion.Group] {
    [
      .init(
        id: .init("001-patrol"), section: .init("001"), ranks: [officer], needs: [50 * scale],
        weight: 2, isDistrictPatrol: true),
      .init(
        id: .init("001-sergeants"), section: .init("001"), ranks: [sergeant], needs: [5 * scale],
        isMinimum: true),
      .init(
        id: .init("100-desk"), section: .init("100"), ranks: [officer], needs: [10 * scale],
        conversion: converting ? conversion("100-desk", 6 * scale) : nil),
    ]
  }

  static func question(
    years: Int = 3, scale: Double = 1, exits: Double = 0.1, months: Double = 0,
    limit: Double? = nil, budget: Double? = nil, converting: Bool = false,
    needs: [TransitionQuestion.Group]? = nil, seats: Double? = nil, moves: Double? = nil,
    authorized: Double? = nil, cut: Double? = nil
  ) -> TransitionQuestion {
    TransitionQuestion(
      ranks: ranks, groups: needs ?? groups(scale: scale, converting: converting),
      strength: [
        strength("001", officer, 40 * scale), strength("001", sergeant, 3 * scale),
        strength("100", officer, 10 * scale),
      ],
      flows: [
        flow(sergeant, from: officer, exits: exits, months: months / 4),
        flow(officer, exits: exits, months: months, limit: limit.map { $0 * scale }),
        flow(clerk, exits: exits),
      ],
      years: (0..<years).map { _ in
        .init(
          budget: budget.map { DollarsPerYear($0 * scale) },
          academySeats: seats.map { $0 * scale }, moves: moves.map { $0 * scale })
      },
      authorized: authorized.map {
        [
          AuthorizedTotal(
            employment: .sworn, positions: FullTimeEquivalents($0 * scale), provenance: source)
        ]
      } ?? [], largestCut: cut.flatMap { Share($0) })
  }
}
