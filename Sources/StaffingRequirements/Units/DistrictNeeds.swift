import PolicingDomain
import QueueingModels

/// The calls of one district with the standards that its units must meet.
struct DistrictNeeds {
  /// How much of a performance is worked out.
  enum Detail {
    /// Busy share, probability of a wait and mean waits, by the pooled formula too.
    case plain
    /// Also the waits of nine in ten, responses and the interval of patrol.
    case full
  }

  let id: District.ID
  let calls: DistrictCalls
  let standards: ServiceStandards
  let complement: Complement?
  let travel: DistrictTravel?
  private let streetKilometres: Double?

  init(
    _ id: District.ID, _ calls: QueuedCalls, complement: Complement?, travel: DistrictTravel?,
    streetKilometres: Double? = nil
  ) {
    self.id = id
    self.calls = calls.calls(of: id)
    standards = calls.standards
    self.complement = complement
    self.travel = travel
    self.streetKilometres = streetKilometres
  }

  /// Returns every district of `geography`, in its order.
  static func all(
    _ demand: Demand, _ geography: Geography, _ standards: ServiceStandards,
    _ queueing: QueueingAssumptions
  ) throws(RequirementsError) -> [DistrictNeeds] {
    let calls = try QueuedCalls(demand, under: standards, queueing: queueing)
    let known = Set(geography.districts.map(\.id))
    for district in demand.districts where !known.contains(district) {
      throw .unknownDistrict(district)
    }
    for district in geography.districts {
      if !standards.response.isEmpty {
        if standards.travel?.responseSpeed == nil { throw .missingSpeed(of: "response") }
        if district.squareKilometres == nil { throw .missingArea(district.id) }
      }
      if standards.patrolInterval != nil {
        if standards.travel?.patrolSpeed == nil { throw .missingSpeed(of: "patrol") }
        if district.streetKilometres == nil { throw .missingStreets(district.id) }
      }
    }
    return geography.districts.map { district in
      DistrictNeeds(
        district.id, calls,
        complement: Complement(standards.complement, of: district.id, in: geography),
        travel: DistrictTravel(district, standards.travel),
        streetKilometres: district.streetKilometres)
    }
  }

  /// How often the week is followed anew with more units before what still misses is left.
  private static let mostRounds = 40

  /// Returns the requirements of blocks that make up a week.
  ///
  /// With `feedsBack`, a block whose standards for waiting are missed, because queues of the hours
  /// before reach into it, gets one unit more, and the week is followed again; a week with hours in
  /// no block is not followed, nor are standards for the response.
  func requirements(_ blocks: [PatrolBlock], feedsBack: Bool) -> [UnitRequirement] {
    var drafts = blocks.map { block in
      BlockNeeds(block, needs(calls.queue(during: block.hours), during: block.hours))
    }
    var waitShares: [Double]?
    let limits = standards.waiting.map { TimeStandard($0) }
    let covered = Set(blocks.flatMap(\.hours)).count == HourOfWeek.count
    if feedsBack, covered, !limits.isEmpty, !calls.priorities.isEmpty {
      let inTime = drafts.indices.sorted { drafts[$0].start < drafts[$1].start }
      for round in 0...Self.mostRounds {
        let shares = ScheduleCheck(calls, units: Self.week(drafts)).waitShares
        waitShares = shares
        let missed = inTime.filter { misses(drafts[$0], limits, waitShares: shares) }
        if missed.isEmpty || round == Self.mostRounds { break }
        for position in Self.firsts(of: missed, in: inTime) { drafts[position].raise() }
      }
    }
    return drafts.map { requirement($0, waitShares: waitShares) }
  }

  /// The first of each row of missed blocks that follow one another, because the others may miss only
  /// for what it leaves behind; all of them where every block misses.
  private static func firsts(of missed: [Int], in order: [Int]) -> [Int] {
    let set = Set(missed)
    let firsts = order.indices.filter { place in
      set.contains(order[place]) && !set.contains(order[(place + order.count - 1) % order.count])
    }
    return firsts.isEmpty ? missed : firsts.map { order[$0] }
  }

  /// Whether a block misses a standard over the week; of a week that cannot keep up, whether the
  /// block itself is overloaded.
  private func misses(
    _ draft: BlockNeeds, _ limits: [TimeStandard], waitShares: [Double]?
  ) -> Bool {
    guard draft.needs.waiting ?? 0 > 0 else { return false }
    let hours = draft.block.hours
    let finding = PatrolFinding(
      calls.queue(during: hours), units: draft.needs.units.rounded(.down), travel: nil)
    guard let waitShares else { return finding.states.contains(where: \.isOverloaded) }
    let shares = hours.map { waitShares[$0.index] }
    return !limits.allSatisfy { $0.isMet(finding, waitShares: shares) }
  }

  /// The units in each hour of the week.
  private static func week(_ drafts: [BlockNeeds]) -> [Double] {
    var units = [Double](repeating: 0, count: HourOfWeek.count)
    for draft in drafts {
      for hour in draft.block.hours { units[hour.index] = draft.needs.units }
    }
    return units
  }

  private func requirement(_ draft: BlockNeeds, waitShares: [Double]?) -> UnitRequirement {
    let hours = draft.block.hours
    let units = draft.needs.units
    var performance = performance(units: units, during: hours, detail: .plain)
    performance.waitShareOverWeek = waitShares.flatMap { shares in
      let queue = calls.queue(during: hours)
      let counts = queue.hours.map { $0.calls.reduce(0, +) }
      let all = counts.reduce(0, +)
      let waiting = zip(hours, counts).reduce(0) { $0 + shares[$1.0.index] * $1.1 }
      return all > 0 ? waiting / all : nil
    }
    return UnitRequirement(
      district: id, watch: draft.block.watch.id, weekday: draft.block.weekday, needs: draft.needs,
      raisedBy: draft.raisedBy,
      crew: draft.block.watch.crew(of: units, rapidUnits: complement?.rapidUnits ?? 0),
      hardestWait: draft.hardest.words, performance: performance,
      busyUnits: calls.busyUnits(during: hours), calls: calls.allCalls(during: hours))
  }

  /// Returns the requirement of an hour by itself.
  func requirement(_ hour: HourOfWeek) -> HourlyRequirement {
    let queue = calls.queue(during: [hour])
    let needs = needs(queue, during: [hour]).units
    let one = queue.hours[0]
    return HourlyRequirement(
      district: id, hour: hour, needs: needs, calls: one.calls.reduce(0, +),
      busyUnits: calls.busyUnits[hour.index], offeredLoad: one.load,
      waitShare: one.state(needs.units).waitProbability)
  }

  private func needs(
    _ queue: PatrolQueue, during hours: [HourOfWeek]
  ) -> (units: UnitNeeds, hardest: TimeNeed) {
    let busy = calls.busyUnits(during: hours)
    let waiting = TimeNeed(
      of: queue, standards: standards.waiting.map { TimeStandard($0) }, travel: nil)
    let response = TimeNeed(
      of: queue, standards: standards.response.map { TimeStandard($0) }, travel: travel)
    let needs = UnitNeeds(
      complement: complement?.units,
      work: standards.proactiveTime.map { busy / $0.complement.value },
      waiting: waiting.units.map { Double($0) }, response: response.units.map { Double($0) },
      patrolInterval: patrolled(every: standards.patrolInterval?.interval, busy: busy))
    let isResponse = (response.units ?? 0) > (waiting.units ?? 0)
    return (needs, isResponse ? response : waiting)
  }

  /// The units that pass every street once in `interval` while `busy` others are at calls.
  private func patrolled(every interval: Hours?, busy: Double) -> Double? {
    guard let interval, let length = streetKilometres, let speed = standards.travel?.patrolSpeed
    else { return nil }
    return busy + length / (speed * interval.value)
  }

  /// Returns what the public gets from `units` on the street.
  func performance(
    units: Double, during hours: [HourOfWeek], detail: Detail
  ) -> UnitRequirement.Performance {
    let queue = calls.queue(during: hours)
    let finding = PatrolFinding(queue, units: units, travel: travel)
    let busy = calls.busyUnits(during: hours)
    var performance = UnitRequirement.Performance(
      busyShare: busy > 0 ? busy / units : 0, waitShare: finding.waitShare,
      meanWaits: finding.byPriority { position in
        queue.mean(overCalls: position, finding.states) { $1.meanWait(position) }
      })
    performance.pooled = finding.pooled
    guard detail == .full else { return performance }
    performance.ninetiethWaits = finding.byPriority { position in
      queue.waits(overCalls: position, finding.states).quantile(0.9)
    }
    if let travel {
      performance.meanResponses = finding.byPriority { position in
        queue.mean(overCalls: position, finding.states) { hour, state in
          state.meanWait(position) + travel.mean(state, units: hour.free(units))
        }
      }
    }
    if let length = streetKilometres, let speed = standards.travel?.patrolSpeed {
      let free = units - busy
      performance.patrolInterval = Hours(free > 0 ? length / (free * speed) : .infinity)
    }
    return performance
  }
}

/// The needs of one block on the way to its requirement.
private struct BlockNeeds {
  let block: PatrolBlock
  var needs: UnitNeeds
  let hardest: TimeNeed
  private(set) var raisedBy = 0.0
  /// The hour of the week at which the block begins.
  var start: Int { block.hours.first?.index ?? 0 }

  init(_ block: PatrolBlock, _ found: (units: UnitNeeds, hardest: TimeNeed)) {
    self.block = block
    needs = found.units
    hardest = found.hardest
  }

  /// Adds one unit to what is required, on the account of waiting.
  mutating func raise() {
    let raised = needs.units.rounded(.down) + 1
    raisedBy += raised - (needs.waiting ?? 0)
    needs.waiting = raised
  }
}

/// The cars that one district fields whatever the calls (FORMULATION 4.5).
struct Complement {
  let units: Double
  let rapidUnits: Double

  init?(_ standard: ServiceStandards.Complement?, of district: District.ID, in places: Geography) {
    guard let standard else { return nil }
    rapidUnits = Double(places.sectorCount(in: district)) * standard.rapidUnitsPerSector
    units = Double(places.beatCount(in: district)) * standard.unitsPerBeat + rapidUnits
  }
}

extension Watch {
  /// Returns officers per unit, when `rapidUnits` of the units always carry two (FORMULATION 4.8).
  fileprivate func crew(of units: Double, rapidUnits: Double) -> Double {
    guard units > 0 else { return crew }
    return (rapidUnits * 2 + (units - rapidUnits) * crew) / units
  }
}
