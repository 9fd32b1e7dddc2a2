import PolicingDomain
import StaffAllocation

/// A department of the size of a very large city, made up from a seed: 22 districts, six tours in
/// three watches with six day-off groups, 40 ranks, 124 sections and 800 position groups.
struct LargeDepartment {
  static let provenance = Provenance(source: "made up", date: "2026-01-01")
  let districts: Int
  let sections: Int
  let groupsPerSection: Int
  /// Units beyond which a delay curve stays as it is.
  let mostUnits: Int
  private var state: UInt64 = 7

  init(
    districts: Int = 22, sections: Int = 102, groupsPerSection: Int = 7, mostUnits: Int = 25
  ) {
    self.districts = districts
    self.sections = sections
    self.groupsPerSection = groupsPerSection
    self.mostUnits = mostUnits
  }

  private mutating func random(_ range: ClosedRange<Double>) -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let unit = Double(state >> 11) / 9_007_199_254_740_992
    return range.lowerBound + unit * (range.upperBound - range.lowerBound)
  }

  static let watches = [("first", 23), ("second", 7), ("third", 15)].map { name, start in
    Watch(id: .init(name), startHour: start, length: 8, oneOfficerShare: Share(3, of: 10))
  }

  static func tours(length: Double = 9) -> [Tour] {
    [
      ("first-early", "first", 22.0), ("first-late", "first", 23), ("second-early", "second", 6),
      ("second-late", "second", 7), ("third-early", "third", 14), ("third-late", "third", 15),
    ].map { name, watch, start in
      Tour(
        id: .init(name), watch: .init(watch), start: Hours(start), length: Hours(length),
        paid: Hours(length - 0.5), meal: Hours(0.5), rollCall: Hours(0.75), relief: Hours(0.25),
        checkOff: Hours(0.25))
    }
  }

  static func rotation() throws -> DayOffRotation {
    let groups = (61...66).map { DayOffGroup("\($0)") }
    guard let found = DayOffRotation(daysOn: 4, daysOff: 2, groups: groups) else {
      throw TinyDepartment.Unusable()
    }
    return found
  }

  static func rank(_ position: Int) -> Rank.ID { Rank.ID("r\(position < 10 ? "0" : "")\(position)") }

  mutating func question() throws -> AllocationQuestion {
    let ids = (1...districts).map { District.ID("\($0 < 10 ? "00" : "0")\($0)") }
    let ranks = (0..<40).map { position in
      Rank(
        id: Self.rank(position), title: "rank", employment: position < 25 ? .sworn : .civilian,
        order: position + 1, annualCost: DollarsPerYear(90_000 + 2500 * Double(40 - position)),
        provenance: Self.provenance)
    }
    var groups: [PositionGroup] = []
    var needs: [PositionRequirement] = []
    var strength: [DeployableStrength] = []
    for id in ids { addStation(id, &groups, &needs, &strength) }
    for section in 0..<sections { addSection(section, &groups, &needs, &strength) }
    let roster = AllocationQuestion.Roster(
      tours: Self.tours(), rotation: try Self.rotation())
    var question = AllocationQuestion(
      districts: ids, ranks: ranks, groups: groups, positions: needs, units: [],
      strength: strength,
      patrol: .init(
        watches: Self.watches, rosters: [roster], presence: 0.78, netStreetHours: Hours(1450)),
      limits: .init(budget: DollarsPerYear(2.2e9), authorized: []))
    question = withDemand(question)
    question.rules = rules(ids)
    question.preferences.waitingBeyondStandardOnly = false
    return question
  }

  private mutating func addStation(
    _ district: District.ID, _ groups: inout [PositionGroup],
    _ needs: inout [PositionRequirement], _ strength: inout [DeployableStrength]
  ) {
    let section = Section.ID(district.description)
    func add(_ name: String, _ rank: Int, _ basis: PositionBasis, _ need: Double) {
      let group = PositionGroup(
        id: .init("\(district)-\(name)"), section: section, function: name,
        rank: Self.rank(rank), alsoFits: name == "patrol" ? [Self.rank(11)] : [], basis: basis,
        provenance: Self.provenance)
      groups.append(group)
      needs.append(
        PositionRequirement(
          group: group.id, positions: FullTimeEquivalents(need), basis: basis.name, reason: "",
          isSizedByTours: basis.isSizedByTours))
    }
    add("patrol", 10, .coverage, 0)
    add("sergeants", 5, .spanOverTours(span: 10), 0)
    add("desk", 10, .fixedPost(posts: 2, hoursPerWeek: 168), 10)
    add("tactical", 10, .policySet(positions: 30), 30)
    for (rank, low, high) in [(10, 180.0, 320.0), (11, 5, 15), (5, 25, 40), (6, 3, 6)] {
      let count = random(low...high)
      strength.append(
        DeployableStrength(
          section: section, rank: Self.rank(rank), assigned: FullTimeEquivalents(count),
          deployable: FullTimeEquivalents(count), authorized: nil))
    }
  }

  private mutating func addSection(
    _ number: Int, _ groups: inout [PositionGroup], _ needs: inout [PositionRequirement],
    _ strength: inout [DeployableStrength]
  ) {
    let section = Section.ID("\(100 + number)")
    for position in 0..<groupsPerSection {
      let rank = position == 0 ? 5 : Int(random(0...39.99))
      let other = min(39, rank + 1 + Int(random(0...2.99)))
      let need = random(1...25)
      let group = PositionGroup(
        id: .init("\(section)-\(position)"), section: section, function: "work",
        rank: Self.rank(rank), alsoFits: other > rank ? [Self.rank(other)] : [],
        basis: .fixedCount(positions: need), weight: random(0.2...2),
        isMinimum: position == 1, provenance: Self.provenance)
      groups.append(group)
      needs.append(
        PositionRequirement(
          group: group.id, positions: FullTimeEquivalents(need), basis: "fixed count", reason: "",
          isSizedByTours: false))
      let there = need * random(0.6...1.1)
      strength.append(
        DeployableStrength(
          section: section, rank: Self.rank(rank), assigned: FullTimeEquivalents(there),
          deployable: FullTimeEquivalents(there), authorized: nil))
    }
  }

  /// Units required and delay curves: each district has its own size, each hour its own load.
  private mutating func withDemand(_ question: AllocationQuestion) -> AllocationQuestion {
    var units: [UnitRequirement] = []
    var curves: [DelayCurve] = []
    for district in question.districts {
      let size = random(5...12)
      for watch in Self.watches {
        for weekday in Weekday.allCases {
          let load = size * random(0.7...1.3)
          units.append(
            UnitRequirement(
              district: district, watch: watch.id, weekday: weekday,
              needs: UnitNeeds(work: load * 1.5), crew: watch.crew, hardestWait: "",
              performance: .init(busyShare: 0.3, waitShare: 0.1, meanWaits: []), busyUnits: load,
              calls: load))
          for hour in watch.hours(on: weekday) {
            let calls = load * random(0.2...0.5)
            var delays = (0...mostUnits).map { calls * 2 / (1 + Double($0 * $0) / load) }
            delays = Self.convex(delays)
            curves.append(
              DelayCurve(
                district: district, hour: hour, calls: calls, hoursWaited: delays,
                keepsUp: Int(load) + 1, required: load * 1.5))
          }
        }
      }
    }
    var changed = AllocationQuestion(
      districts: question.districts, ranks: question.ranks, groups: question.groups,
      positions: question.positions, units: units, strength: question.strength,
      patrol: question.patrol, limits: question.limits)
    changed.curves = curves
    return changed
  }

  /// The lower convex hull of figures at 0, 1, 2 …
  private static func convex(_ values: [Double]) -> [Double] {
    var hull: [Int] = []
    for point in values.indices {
      while hull.count >= 2 {
        let (first, last) = (hull[hull.count - 2], hull[hull.count - 1])
        let before = (values[last] - values[first]) / Double(last - first)
        let after = (values[point] - values[last]) / Double(point - last)
        guard after <= before else { break }
        hull.removeLast()
      }
      hull.append(point)
    }
    return values.indices.map { place in
      guard let next = hull.firstIndex(where: { $0 >= place }), next > 0 else { return values[0] }
      let (low, high) = (hull[next - 1], hull[next])
      let part = Double(place - low) / Double(high - low)
      return values[low] + part * (values[high] - values[low])
    }
  }

  private func rules(_ districts: [District.ID]) -> [PatrolRule] {
    func minimums(
      _ members: WatchMinimum.Members, _ factor: Double, _ amount: Double
    ) -> PatrolRule.Demand {
      .minimums(
        districts.flatMap { district in
          Self.watches.map {
            WatchMinimum(
              district: district, watch: $0.id, members: members, factor: factor, amount: amount)
          }
        })
    }
    return [
      PatrolRule(name: "span_of_control", authority: .decree, demand: .span(10)),
      PatrolRule(
        name: "field_sergeants", authority: .pilotDirective, demand: minimums(.sergeants, 1, 4)),
      PatrolRule(
        name: "beat_complement", authority: .contract, demand: minimums(.officers, 0.78, 12)),
      PatrolRule(
        name: "crisis_certified", authority: .decree, demand: minimums(.officers, 0.2, 3)),
    ]
  }
}
