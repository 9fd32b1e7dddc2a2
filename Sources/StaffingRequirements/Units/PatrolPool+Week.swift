import PolicingDomain

/// A watch of one weekday, for all districts of a pool.
struct WatchDay {
  let watch: Watch
  let weekday: Weekday
  let hours: [HourOfWeek]

  init(_ watch: Watch, _ weekday: Weekday) {
    self.watch = watch
    self.weekday = weekday
    hours = watch.hours(on: weekday)
  }

  /// Every watch of every weekday, watch by watch.
  static func all(of watches: [Watch]) -> [WatchDay] {
    watches.flatMap { watch in Weekday.allCases.map { WatchDay(watch, $0) } }
  }
}

/// Requirements over a week of watches, with the queues that reach from one into the next.
extension PatrolPool {
  /// How often the week is followed anew with more units before what still misses is left.
  private static let mostRounds = 40

  /// Returns the requirements of every member on watches that make up a week, day by day as they are
  /// given, members side by side.
  ///
  /// With `feedsBack`, a watch whose standards for waiting are missed, because queues of the hours
  /// before reach into it, gets one unit more, and the week is followed again; a week with hours in
  /// no watch is not followed, nor are standards for the response.
  func requirements(_ days: [WatchDay], feedsBack: Bool) -> [UnitRequirement] {
    var drafts = days.map { needs(during: $0.hours) }
    var waitShares: [Double]?
    let limits = standards.waiting.map { TimeStandard($0) }
    let covered = Set(days.flatMap(\.hours)).count == HourOfWeek.count
    if feedsBack, covered, !limits.isEmpty, !calls.priorities.isEmpty {
      let starts = days.map { $0.hours.first?.index ?? 0 }
      let inTime = drafts.indices.sorted { starts[$0] < starts[$1] }
      for round in 0...Self.mostRounds {
        let shares = ScheduleCheck(calls, units: Self.week(drafts)).waitShares
        waitShares = shares
        let missed = inTime.filter { misses(drafts[$0], limits, waitShares: shares) }
        if missed.isEmpty || round == Self.mostRounds { break }
        for position in Self.firsts(of: missed, in: inTime) { drafts[position].raise() }
      }
    }
    return zip(days, drafts).flatMap { requirements($0, $1, waitShares: waitShares) }
  }

  /// The first of each row of missed watches that follow one another, because the others may miss only
  /// for what it leaves behind; all of them where every watch misses.
  private static func firsts(of missed: [Int], in order: [Int]) -> [Int] {
    let set = Set(missed)
    let firsts = order.indices.filter { place in
      set.contains(order[place]) && !set.contains(order[(place + order.count - 1) % order.count])
    }
    return firsts.isEmpty ? missed : firsts.map { order[$0] }
  }

  /// Whether a watch misses a standard over the week; of a week that cannot keep up, whether the
  /// watch itself is overloaded.
  private func misses(
    _ draft: PoolNeeds, _ limits: [TimeStandard], waitShares: [Double]?
  ) -> Bool {
    guard draft.waiting ?? 0 > 0 else { return false }
    let finding = PatrolFinding(
      calls.queue(during: draft.hours), units: draft.wholeUnits, travel: nil)
    guard let waitShares else { return finding.states.contains(where: \.isOverloaded) }
    let shares = draft.hours.map { waitShares[$0.index] }
    return !limits.allSatisfy { $0.isMet(finding, waitShares: shares) }
  }

  /// The units of the pool in each hour of the week.
  private static func week(_ drafts: [PoolNeeds]) -> [Double] {
    var units = [Double](repeating: 0, count: HourOfWeek.count)
    for draft in drafts {
      for hour in draft.hours { units[hour.index] = draft.units }
    }
    return units
  }

  private func requirements(
    _ day: WatchDay, _ draft: PoolNeeds, waitShares: [Double]?
  ) -> [UnitRequirement] {
    let hours = day.hours
    let finding = PatrolFinding(
      calls.queue(during: hours), units: draft.units, travel: travel)
    let overWeek = waitShares.flatMap { mean(of: $0, overCallsOf: finding.queue, during: hours) }
    let words = (zone.map { "in zone \($0), " } ?? "") + draft.hardest.words
    return zip(members, zip(draft.members, draft.shares)).map { member, part in
      let (needs, share) = part
      let busy = member.calls.busyUnits(during: hours)
      var performance = performance(finding, busy: busy, units: needs.units)
      performance.waitShareOverWeek = overWeek
      return UnitRequirement(
        district: member.id, watch: day.watch.id, weekday: day.weekday, needs: needs,
        raisedBy: draft.raisedBy * share,
        crew: day.watch.crew(of: needs.units, rapidUnits: member.complement?.rapidUnits ?? 0),
        hardestWait: words, performance: performance, busyUnits: busy,
        calls: member.calls.allCalls(during: hours))
    }
  }

  /// The mean of the hours' shares over the calls of some hours; nothing without calls.
  private func mean(
    of shares: [Double], overCallsOf queue: PatrolQueue, during hours: [HourOfWeek]
  ) -> Double? {
    let counts = queue.hours.map { $0.calls.reduce(0, +) }
    let all = counts.reduce(0, +)
    let waiting = zip(hours, counts).reduce(0) { $0 + shares[$1.0.index] * $1.1 }
    return all > 0 ? waiting / all : nil
  }
}

extension Watch {
  /// Returns officers per unit, when `rapidUnits` of the units always carry two: one-officer units are the
  /// stated share of all, as far as there are others (FORMULATION 4.8).
  fileprivate func crew(of units: Double, rapidUnits: Double) -> Double {
    guard units > 0 else { return crew }
    return 2 - min(oneOfficerShare.value, max(0, units - rapidUnits) / units)
  }
}
