import PolicingDomain
import QueueingModels

/// The calls that queue for the units of one district during one watch of one weekday, by hour and
/// priority, most urgent first (FORMULATION 4.2).
///
/// This is the **pooled approximation**. All units of the district form one pool; each hour is in
/// the steady state of its own rates; and all priorities share one exponential service time, the
/// mean unit time per call of the hour. A call that draws two units counts as one customer who
/// takes twice the time, which keeps the load right and leaves the wait a little off: the wait is
/// to the first unit, and the second is neither waited for nor sent in parallel.
struct PatrolQueue {
  /// One hour of the watch.
  struct Hour {
    /// Calls an hour, by priority.
    let arrivals: [Double]
    /// Mean unit-hours per call, over the priorities.
    let serviceTime: Double

    /// Calls an hour.
    var calls: Double { arrivals.reduce(0, +) }
    /// Units busy on average.
    var load: Double { calls * serviceTime }

    /// Returns the queue that calls find with the units of `sequence`.
    func state(_ sequence: ErlangSequence) -> HourState {
      guard calls > 0 else { return .idle }
      guard serviceTime > 0 else { return sequence.servers > 0 ? .idle : .overloaded }
      let queue = PriorityQueue(sequence, arrivalRates: arrivals, serviceRate: 1 / serviceTime)
      return queue.map(HourState.steady) ?? .overloaded
    }
  }

  /// What calls find in one hour.
  enum HourState {
    /// No call waits.
    case idle
    /// The queue keeps up.
    case steady(PriorityQueue)
    /// Calls bring at least as much work as the units can do.
    case overloaded

    /// The probability that a call has to wait; 1 when overloaded.
    var waitProbability: Double {
      switch self {
      case .idle: 0
      case .steady(let queue): queue.waitProbability
      case .overloaded: 1
      }
    }

    /// Returns the mean wait of a class; infinite when overloaded.
    func meanWait(_ position: Int) -> Double {
      switch self {
      case .idle: 0
      case .steady(let queue): queue.meanWaits[position]
      case .overloaded: .infinity
      }
    }

    /// Returns the share of the most urgent class that waits at most `hours`; 0 when overloaded.
    func mostUrgentShare(within hours: Double) -> Double {
      switch self {
      case .idle: 1
      case .steady(let queue): queue.mostUrgentShareWaiting(atMost: hours)
      case .overloaded: 0
      }
    }
  }

  /// The priorities that queue, most urgent first.
  let priorities: [CallPriority]
  /// The hours of the watch.
  let hours: [Hour]

  /// Returns calls of the priority at `position` over the watch.
  func calls(_ position: Int) -> Double { hours.reduce(0) { $0 + $1.arrivals[position] } }

  /// Returns the mean of a figure of the hours, weighted with the calls of one priority, or nothing
  /// when there is no such call.
  func mean(
    overCalls position: Int, _ states: [HourState], _ figure: (HourState) -> Double
  ) -> Double? {
    var calls = 0.0
    var sum = 0.0
    for (hour, state) in zip(hours, states) where hour.arrivals[position] > 0 {
      calls += hour.arrivals[position]
      sum += hour.arrivals[position] * figure(state)
    }
    return calls > 0 ? sum / calls : nil
  }

  /// Returns what the public gets from `units` on the street (FORMULATION 4.2).
  func performance(units: Double, busyUnits: Double) -> UnitRequirement.Performance {
    let states = hours.map { $0.state(ErlangSequence(load: $0.load, servers: units)) }
    let calls = hours.reduce(0) { $0 + $1.calls }
    let waiting = zip(hours, states).reduce(0) { $0 + $1.0.calls * $1.1.waitProbability }
    var waits: [UnitRequirement.MeanWait] = []
    for (position, priority) in priorities.enumerated() {
      let wait = mean(overCalls: position, states) { $0.meanWait(position) }
      if let wait { waits.append(.init(priority: priority, wait: Hours(wait))) }
    }
    return .init(
      busyShare: busyUnits > 0 ? busyUnits / units : 0,
      waitShare: calls > 0 ? waiting / calls : 0, meanWaits: waits)
  }
}
