import PolicingDomain
import QueueingModels

/// The calls that queue for one pool of units over some hours of the week, by priority, most urgent
/// first (FORMULATION 4.2 and 4.7).
///
/// The units of a district, or of a radio zone, form the pool, and each hour is in the steady state of its rates. A
/// call draws one unit or several; each stays for an exponential time of its own, whose mean is that
/// of the hour. A free unit goes to the most urgent call that lacks one, among equals to the one that
/// came first, and the wait of a call is the wait for its first unit.
struct PatrolQueue {
  /// One hour.
  struct Hour {
    /// Calls an hour as they come, by priority: the weights of this hour.
    let calls: [Double]
    /// The calls by which waits are computed.
    let classes: [CustomerClass]
    /// Mean hours of one unit on a call.
    let unitTime: Double
    /// Units at work that no call interrupts.
    let removedUnits: Double

    /// Units that queued calls keep busy on average.
    var load: Double { classes.reduce(0) { $0 + $1.arrivalRate * $1.meanServers } * unitTime }

    /// Returns those of `units` on the street that calls can have.
    func free(_ units: Double) -> Double { max(0, units - removedUnits) }

    /// Returns what calls find with `units` on the street.
    func state(_ units: Double) -> HourState {
      guard classes.contains(where: { $0.arrivalRate > 0 }) else { return .idle }
      let free = free(units)
      guard let sequence = sequence(units) else { return free > 0 ? .idle : .overloaded(nil) }
      if let queue = SeveralServerQueue(sequence) { return .steady(queue) }
      return .overloaded(
        SeveralServerQueue.withBacklog(servers: free, classes: classes, serviceRate: 1 / unitTime))
    }

    /// Returns the chain of busy units with `units` on the street; nothing where no unit is ever busy.
    func sequence(_ units: Double) -> SeveralServerSequence? {
      guard unitTime > 0, classes.contains(where: { $0.arrivalRate > 0 }) else { return nil }
      return SeveralServerSequence(
        classes: classes, serviceRate: 1 / unitTime, servers: free(units))
    }

    /// Returns the queue of the pooled formula, or nothing where the hour is idle or overloaded.
    ///
    /// A call that draws two units is one customer that takes twice the time.
    func pooled(_ units: Double) -> PriorityQueue? {
      let rates = classes.map(\.arrivalRate)
      let calls = rates.reduce(0, +)
      guard load > 0 else { return nil }
      return PriorityQueue(
        servers: free(units), arrivalRates: rates, serviceRate: calls / load)
    }
  }

  /// What calls find in one hour.
  enum HourState {
    /// No call waits.
    case idle
    /// The queue keeps up.
    case steady(SeveralServerQueue)
    /// Calls bring at least as much work as the units can do; the queue of the more urgent
    /// priorities that keep up all the same, if there are any.
    case overloaded(SeveralServerQueue?)

    /// The probability that a call has to wait; 1 when overloaded.
    var waitProbability: Double {
      switch self {
      case .idle: 0
      case .steady(let queue): queue.waitProbability
      case .overloaded: 1
      }
    }

    /// Whether work exceeds the units.
    var isOverloaded: Bool {
      if case .overloaded = self { true } else { false }
    }

    /// Returns the mean wait of a class; infinite where it does not keep up.
    func meanWait(_ position: Int) -> Double {
      switch self {
      case .idle: 0
      case .steady(let queue): queue.meanWaits[position]
      case .overloaded(let queue):
        queue.flatMap { position < $0.meanWaits.count ? $0.meanWaits[position] : nil } ?? .infinity
      }
    }

    /// Returns the share of a class that waits at most `hours`; 0 where it does not keep up.
    func share(_ position: Int, within hours: Double) -> Double {
      switch self {
      case .idle: 1
      case .steady(let queue): queue.shareWaiting(ofClass: position, atMost: hours)
      case .overloaded(let queue):
        queue.flatMap {
          position < $0.meanWaits.count ? $0.shareWaiting(ofClass: position, atMost: hours) : nil
        } ?? 0
      }
    }
  }

  /// The priorities that queue, most urgent first.
  let priorities: [CallPriority]
  /// The hours.
  let hours: [Hour]

  /// Returns what calls find in each hour with `units` on the street.
  func states(_ units: Double) -> [HourState] { hours.map { $0.state(units) } }

  /// Returns calls of the priority at `position` over the hours.
  func calls(_ position: Int) -> Double { hours.reduce(0) { $0 + $1.calls[position] } }

  /// Returns the mean of a figure of the hours, weighted with the calls of one priority, or nothing
  /// when there is no such call.
  func mean(
    overCalls position: Int, _ states: [HourState], _ figure: (Hour, HourState) -> Double
  ) -> Double? {
    var calls = 0.0
    var sum = 0.0
    for (hour, state) in zip(hours, states) where hour.calls[position] > 0 {
      calls += hour.calls[position]
      sum += hour.calls[position] * figure(hour, state)
    }
    return calls > 0 ? sum / calls : nil
  }

  /// Returns the waits of the calls of one priority.
  func waits(overCalls position: Int, _ states: [HourState]) -> WaitMixture {
    var mixture = WaitMixture()
    for (hour, state) in zip(hours, states) { mixture.add(hour.calls[position], state, position) }
    return mixture
  }
}
