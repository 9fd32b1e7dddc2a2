import PolicingDomain

/// The part of a demand that queues for units: the priorities 0 to 3 and those that a waiting
/// standard names, as far as there are such calls (FORMULATION 4.2).
struct QueuedCalls {
  /// The least urgent priority that queues without being named.
  private static let leastUrgent = 3

  let demand: Demand
  let standards: ServiceStandards
  /// The priorities with calls, most urgent first.
  let priorities: [CallPriority]
  private let streams: [[Demand.Stream]]
  private let rows: [District.ID: Int]

  /// Checks a demand and takes from it what queues.
  init(_ demand: Demand, under standards: ServiceStandards) throws(RequirementsError) {
    try Self.check(demand)
    let named = standards.waiting.map(\.priority)
    let queued = demand.streams.filter { stream in
      guard let priority = stream.priority, stream.arrivals.total > 0 else { return false }
      return priority.level <= Self.leastUrgent || named.contains(priority)
    }
    let priorities = Set(queued.compactMap(\.priority)).sorted()
    self.demand = demand
    self.standards = standards
    self.priorities = priorities
    streams = priorities.map { priority in queued.filter { $0.priority == priority } }
    rows = Dictionary(demand.districts.enumerated().map { ($1, $0) }) { first, _ in first }
    try checkStandards()
  }

  /// Returns the queue of `district` over `hours`.
  func queue(of district: District.ID, during hours: [HourOfWeek]) -> PatrolQueue {
    let row = rows[district]
    return PatrolQueue(
      priorities: priorities,
      hours: hours.map { hour in
        var arrivals: [Double] = []
        var unitHours = 0.0
        for parts in streams {
          arrivals.append(parts.reduce(0) { $0 + $1.arrivals[district, hour] })
          guard let row else { continue }
          for part in parts {
            unitHours += part.arrivals[district, hour] * part.unitTimePerCall[row].value
          }
        }
        let calls = arrivals.reduce(0, +)
        return .init(arrivals: arrivals, serviceTime: calls > 0 ? unitHours / calls : 0)
      })
  }

  /// Returns units busy in `district`, on average over `hours`.
  func busyUnits(of district: District.ID, during hours: [HourOfWeek]) -> Double {
    let sum = hours.reduce(0) { $0 + demand.busyUnits[district, $1] }
    return hours.isEmpty ? 0 : sum / Double(hours.count)
  }

  /// Returns calls of all priorities to which a unit goes, over `hours`.
  func calls(of district: District.ID, during hours: [HourOfWeek]) -> Double {
    demand.streams.reduce(0) { sum, stream in
      sum + hours.reduce(0) { $0 + stream.arrivals[district, $1] }
    }
  }

  private static func check(_ demand: Demand) throws(RequirementsError) {
    for busy in demand.busyUnits.values { _ = try Figure("A number of busy units", busy).checked() }
    for stream in demand.streams {
      guard stream.unitTimePerCall.count == demand.districts.count else {
        throw .invalidFigure(
          what: "The number of unit times of a stream (one for each district)",
          value: Double(stream.unitTimePerCall.count))
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
    for standard in standards.waiting {
      switch standard.limit {
      case .share(let share, let time):
        guard share < .whole, time >= .zero else {
          throw .unreachableWait(priority: standard.priority)
        }
        // Whether a call waits at all does not depend on its priority; how long does.
        if time > .zero, let first = priorities.first, first < standard.priority {
          throw .waitShareNotAvailable(priority: standard.priority, ahead: first)
        }
      case .mean(let time):
        guard time > .zero else { throw .unreachableWait(priority: standard.priority) }
      }
    }
  }
}
