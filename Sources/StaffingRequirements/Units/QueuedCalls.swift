import PolicingDomain

/// The part of a demand that queues for units: the priorities 0 to 3 and those that a standard
/// names, as far as there are such calls (FORMULATION 4.2).
struct QueuedCalls {
  /// The least urgent priority that queues without being named.
  private static let leastUrgent = 3

  let demand: Demand
  let standards: ServiceStandards
  let queueing: QueueingAssumptions
  /// The priorities with calls, most urgent first.
  let priorities: [CallPriority]
  private let streams: [[Demand.Stream]]

  /// Checks a demand and takes from it what queues.
  init(
    _ demand: Demand, under standards: ServiceStandards,
    queueing: QueueingAssumptions = QueueingAssumptions()
  ) throws(RequirementsError) {
    try Self.check(demand)
    let named = standards.waiting.map(\.priority) + standards.response.map(\.priority)
    let queued = demand.streams.filter { stream in
      guard let priority = stream.priority, stream.arrivals.total > 0 else { return false }
      return priority.level <= Self.leastUrgent || named.contains(priority)
    }
    let priorities = Set(queued.compactMap(\.priority)).sorted()
    self.demand = demand
    self.standards = standards
    self.queueing = queueing
    self.priorities = priorities
    streams = priorities.map { priority in queued.filter { $0.priority == priority } }
    try checkStandards()
  }

  /// Returns the calls of `districts` over the week, as one stream for each priority; those of a
  /// district without demand are none.
  func calls(of districts: [District.ID]) -> PoolCalls {
    let known = districts.compactMap { id in
      demand.districts.firstIndex(of: id).map { (id: id, row: $0) }
    }
    func sum(_ figure: (District.ID) -> Double) -> Double {
      districts.reduce(0) { $0 + figure($1) }
    }
    return PoolCalls(
      priorities: priorities, streams: streams.map { QueuedStream(parts: $0, districts: known) },
      busyUnits: HourOfWeek.all.map { hour in sum { demand.busyUnits[$0, hour] } },
      removedUnits: HourOfWeek.all.map { hour in sum { demand.removedUnits?[$0, hour] ?? 0 } },
      allCalls: HourOfWeek.all.map { hour in
        sum { district in demand.streams.reduce(0) { $0 + $1.arrivals[district, hour] } }
      }, rule: queueing.timeRule)
  }

  private static func check(_ demand: Demand) throws(RequirementsError) {
    for busy in demand.busyUnits.values { _ = try Figure("A number of busy units", busy).checked() }
    for removed in demand.removedUnits?.values ?? [] {
      _ = try Figure("A number of units at other work", removed).checked()
    }
    for stream in demand.streams {
      for (noun, count) in [
        ("unit times", stream.unitTimePerCall.count), ("units per call", stream.unitsPerCall.count),
      ] where count != demand.districts.count {
        throw .invalidFigure(
          what: "The number of \(noun) of a stream (one for each district)", value: Double(count))
      }
      for rate in stream.arrivals.values { _ = try Figure("An arrival rate", rate).checked() }
      for time in stream.unitTimePerCall {
        _ = try Figure("A unit time per call", time.value).checked()
      }
    }
  }

  private func checkStandards() throws(RequirementsError) {
    if let share = standards.proactiveTime, share >= .whole { throw .noTimeForCalls }
    if let complement = standards.complement {
      _ = try Figure("The number of units per beat", complement.unitsPerBeat).checked()
      _ = try Figure("The number of units per sector", complement.rapidUnitsPerSector).checked()
    }
    if let patrol = standards.patrolInterval, patrol.interval <= .zero {
      throw .invalidFigure(what: "The patrol interval", value: patrol.interval.value)
    }
    let limits =
      standards.waiting.map { ($0.priority, $0.limit, Hours.zero) }
      + standards.response.map { ($0.priority, $0.limit, Hours(seconds: 1)) }
    for (priority, limit, least) in limits {
      switch limit {
      case .share(let share, let time):
        guard share < .whole, time >= least else { throw .unreachableWait(priority: priority) }
      case .mean(let time):
        guard time > .zero else { throw .unreachableWait(priority: priority) }
      }
    }
  }
}
