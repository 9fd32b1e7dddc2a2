import PolicingDomain
import QueueingModels

/// The teams of one responder by its own load (FORMULATION 3 and 4): M/M/n in each hour of service, all
/// of its districts as one pool.
struct TeamStaffing {
  /// The responder's load in one hour of the week.
  struct Hour {
    /// Calls an hour while in service.
    let rate: Double
    /// Mean hours of a team on a call.
    let service: Double
    /// The part of the hour in service.
    let inService: Double

    var load: Double { rate * service }

    /// Returns the mean wait with some teams; infinite when they do not keep up.
    func meanWait(_ teams: Int) -> Double {
      guard load > 0 else { return 0 }
      return ErlangC(servers: teams, arrivalRate: rate, serviceRate: 1 / service)?.meanWait
        ?? .infinity
    }
  }

  let responder: Responder
  let hours: [Hour]

  init(_ responder: Responder, taken: [Double], service: [Double], inService: [Double]) {
    self.responder = responder
    hours = zip(zip(taken, service), inService).map { part, inService in
      Hour(
        rate: inService > 0 ? part.0 / inService : 0,
        service: part.0 > 0 ? part.1 / part.0 : 0, inService: inService)
    }
  }

  /// Returns the fewest teams that hold the wait and the busy share over `hours`, and keep up in each of
  /// them; at least one where the responder is in service and has calls.
  func teams(_ hours: [Hour]) -> Int {
    let open = hours.reduce(0) { $0 + $1.inService }
    let work = hours.reduce(0) { $0 + $1.inService * $1.load }
    guard open > 0, work > 0 else { return 0 }
    let highest = hours.map(\.load).max() ?? 0
    let busy = work / open / responder.busyShare.value
    var teams = max(Int(highest.rounded(.down)) + 1, Int((busy - 1e-9).rounded(.up)))
    guard let limit = responder.meanWait?.value else { return teams }
    while meanWait(teams, hours) > limit { teams += 1 }
    return teams
  }

  /// Returns the mean wait over the calls of `hours`.
  func meanWait(_ teams: Int, _ hours: [Hour]) -> Double {
    var calls = 0.0
    var waited = 0.0
    for hour in hours where hour.load > 0 {
      let count = hour.rate * hour.inService
      calls += count
      waited += count * hour.meanWait(teams)
    }
    return calls > 0 ? waited / calls : 0
  }

  /// Returns the teams of every watch of every weekday in which the responder is in service.
  func blocks(_ watches: [Watch]) -> [ResponderTeam.Block] {
    WatchDay.all(of: watches).compactMap { day in
      let part = day.hours.map { hours[$0.index] }
      let open = part.reduce(0) { $0 + $1.inService }
      guard open > 0 else { return nil }
      let count = teams(part)
      return ResponderTeam.Block(
        watch: day.watch.id, weekday: day.weekday, hours: Hours(open),
        calls: part.reduce(0) { $0 + $1.rate * $1.inService }, teams: count,
        meanWait: Hours(meanWait(count, part)))
    }
  }

  /// Returns what the responder needs, with teams that stay the same over each of `watches`; `returned` are
  /// calls a week that come back to police, and the hours that they lost with the team.
  func need(
    _ watches: [Watch], returned: (calls: Double, hours: Double),
    _ availabilities: AvailabilityTable, _ ranks: [Rank]
  ) throws(RequirementsError) -> ResponderTeam {
    let blocks = blocks(watches)
    let weekly = blocks.reduce(0) { $0 + $1.hours.value * Double($1.teams) }
    let working: PositionGroup.WorkingHours = responder.kind == .telephone ? .desk : .street
    var positions: [ResponderTeam.Positions] = []
    for member in responder.crew {
      let net = try availabilities.netHours(of: member.rank, working)
      let count = weekly * Year.weeks * member.count / net.value
      let cost = ranks.first { $0.id == member.rank }?.annualCost ?? .zero
      positions.append(
        .init(rank: member.rank, positions: FullTimeEquivalents(count), cost: cost * count))
    }
    let calls = blocks.reduce(0) { $0 + $1.calls }
    let wait =
      calls > 0 ? Hours(blocks.reduce(0) { $0 + $1.calls * $1.meanWait.value } / calls) : nil
    let lost = returned.calls > 0 ? Hours(returned.hours / returned.calls) : nil
    return ResponderTeam(
      responder: responder.id, teamsByHour: hours.map { teams([$0]) }, blocks: blocks,
      positions: positions, meanWait: wait,
      lostBeforeReturn: lost.map { $0 + (wait ?? .zero) })
  }
}
