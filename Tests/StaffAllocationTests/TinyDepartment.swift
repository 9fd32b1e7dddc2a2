import PolicingDomain
import StaffAllocation

/// A department that fits on a page: one district with two watches of twelve hours, a tour for each,
/// a rotation of two days on and one day off, and a desk elsewhere.
enum TinyDepartment {
  static let district = District.ID("001")
  static let provenance = Provenance(source: "worked by hand", date: "2026-01-01")
  static let officer = Rank.ID("officer")
  static let veteran = Rank.ID("veteran")
  static let sergeant = Rank.ID("sergeant")
  static let clerk = Rank.ID("clerk")

  static let ranks = [
    rank(sergeant, .sworn, order: 1, cost: 120),
    rank(veteran, .sworn, order: 2, cost: 110),
    rank(officer, .sworn, order: 3, cost: 100),
    rank(clerk, .civilian, order: 4, cost: 50),
  ]

  static let groups = [
    PositionGroup(
      id: .init("001-patrol"), section: .init("001"), function: "patrol", rank: officer,
      alsoFits: [veteran], basis: .coverage, workingHours: .street, provenance: provenance),
    PositionGroup(
      id: .init("001-sergeants"), section: .init("001"), function: "supervision", rank: sergeant,
      basis: .spanOverTours(span: 10), weight: 3, isMinimum: true, workingHours: .street,
      provenance: provenance),
    PositionGroup(
      id: .init("001-desk"), section: .init("001"), function: "desk", rank: officer,
      basis: .fixedPost(posts: 1, hoursPerWeek: 84), weight: 2, isMinimum: true,
      provenance: provenance),
    PositionGroup(
      id: .init("100-records"), section: .init("100"), function: "records", rank: clerk,
      alsoFits: [officer], holders: .either, basis: .policySet(positions: 3), weight: 0.5,
      provenance: provenance),
    PositionGroup(
      id: .init("100-recruits"), section: .init("100"), function: "academy", rank: officer,
      basis: .policySet(positions: 5), supply: .held, provenance: provenance),
  ]

  /// A tour of twelve hours, one of them off the street, so that A = 11/12.
  static func tour(_ name: String, watch: String, start: Double, rollCall: Double) -> Tour {
    Tour(
      id: .init(name), watch: .init(watch), start: Hours(start), length: Hours(12),
      paid: Hours(12), meal: Hours(1), rollCall: Hours(rollCall), relief: .zero, checkOff: .zero)
  }

  static func question(
    officersRequired: Double = 8, officers: Double = 14, span: Double = 10,
    fieldSergeants: Double = 1, budget: Double? = 5000, authorized: Double = 30,
    sectionAuthorized: Double? = nil, units: [UnitRequirement]? = nil, offStrength: Double = 0,
    rollCall: Double = 0
  ) throws -> AllocationQuestion {
    let watches = [
      Watch(id: .init("day"), startHour: 6, length: 12, oneOfficerShare: .none),
      Watch(id: .init("night"), startHour: 18, length: 12, oneOfficerShare: .none),
    ]
    var question = AllocationQuestion(
      districts: [district], ranks: ranks, groups: groups,
      positions: [
        need("001-patrol", 0, tours: true), need("001-sergeants", 0, tours: true),
        need("001-desk", 2), need("100-records", 3), need("100-recruits", 5),
      ],
      units: units
        ?? watches.flatMap { watch in
          Weekday.allCases.map { requirement(watch.id, $0, officers: officersRequired) }
        },
      strength: [
        line("001", officer, officers, authorized: sectionAuthorized), line("001", veteran, 2),
        line("001", sergeant, 4), line("100", clerk, 2),
        // Five recruits in the academy, and those off strength.
        DeployableStrength(
          section: .init("100"), rank: officer, assigned: FullTimeEquivalents(5 + offStrength),
          deployable: .zero, authorized: nil),
      ],
      patrol: .init(
        watches: watches,
        rosters: [
          .init(
            tours: [
              tour("day", watch: "day", start: 6, rollCall: rollCall),
              tour("night", watch: "night", start: 18, rollCall: rollCall),
            ], rotation: try rotation(on: 2, off: 1))
        ], presence: 0.9, netStreetHours: Hours(1500)),
      limits: .init(
        budget: budget.map { DollarsPerYear($0) },
        authorized: [
          AuthorizedTotal(
            employment: .sworn, positions: FullTimeEquivalents(authorized), provenance: provenance)
        ]))
    question.rules = rules(span: span, fieldSergeants: fieldSergeants, watches)
    return question
  }

  /// A span by decree, and field sergeants by a pilot directive.
  static func rules(
    span: Double, fieldSergeants: Double, _ watches: [Watch]
  ) -> [PatrolRule] {
    [
      PatrolRule(name: "span_of_control", authority: .decree, demand: .span(span)),
      PatrolRule(
        name: "field_sergeants", authority: .pilotDirective,
        demand: .minimums(
          watches.map {
            WatchMinimum(
              district: district, watch: $0.id, members: .sergeants, amount: fieldSergeants)
          })),
    ]
  }

  static func rotation(on: Int, off: Int) throws -> DayOffRotation {
    let groups = "ABCDEFGH".prefix(on + off).map { DayOffGroup("\($0)") }
    guard let rotation = DayOffRotation(daysOn: on, daysOff: off, groups: groups) else {
      throw Unusable()
    }
    return rotation
  }

  struct Unusable: Error {}

  /// Desk positions that clerks could hold.
  static let conversion = CivilianConversion(
    group: .init("001-desk"), eligible: FullTimeEquivalents(5),
    convertible: FullTimeEquivalents(4), officersFreed: FullTimeEquivalents(3),
    civilianRank: clerk, civiliansPerPosition: 1.25, reason: "worked by hand",
    provenance: provenance)

  static func requirement(
    _ watch: Watch.ID, _ weekday: Weekday, officers: Double, district: District.ID = district
  ) -> UnitRequirement {
    UnitRequirement(
      district: district, watch: watch, weekday: weekday,
      needs: UnitNeeds(complement: officers / 2),
      crew: 2, hardestWait: "",
      performance: .init(busyShare: 0.3, waitShare: 0.1, meanWaits: []), busyUnits: 1, calls: 3)
  }

  static func need(_ group: String, _ positions: Double, tours: Bool = false) -> PositionRequirement
  {
    PositionRequirement(
      group: .init(group), positions: FullTimeEquivalents(positions), basis: "test", reason: "",
      isSizedByTours: tours)
  }

  static func line(
    _ section: String, _ rank: Rank.ID, _ count: Double, authorized: Double? = nil
  ) -> DeployableStrength {
    DeployableStrength(
      section: .init(section), rank: rank, assigned: FullTimeEquivalents(count),
      deployable: FullTimeEquivalents(count), authorized: authorized.map { FullTimeEquivalents($0) }
    )
  }

  private static func rank(
    _ id: Rank.ID, _ employment: Employment, order: Int, cost: Double
  ) -> Rank {
    Rank(
      id: id, title: id.description, employment: employment, order: order,
      annualCost: DollarsPerYear(cost), provenance: provenance)
  }
}
