/// A queue whose arrivals and servers change with the time of a cycle: M(t)/M/s(t).
///
/// Customers arrive at the rates of an ``ArrivalCurve`` and wait in one line in order of arrival;
/// service times are exponential with one mean; the number of servers is constant within a period.
/// The probabilities of the number of customers are computed exactly but for truncation and
/// rounding: see ``VaryingQueueRun/lostProbability``.
///
/// ```swift
/// let arrivals = ArrivalCurve.sinusoid(mean: 10, relativeAmplitude: 0.5, peak: 12, periods: 24)
/// let servers = LoadRule.offeredLoadMean.servers(
///   for: arrivals, serviceRate: 2, meeting: .waitProbability(atMost: 0.1))
/// let queue = VaryingQueue(arrivals: arrivals, serviceRate: 2, servers: servers)
/// if case .settled(let run) = queue.cyclicSteadyState() {
///   print(run.periods.map(\.waitProbability).max() ?? 0)          // 0.0967
/// }
/// ```
public struct VaryingQueue: Hashable, Sendable {
  /// Customers per unit of time.
  public let arrivals: ArrivalCurve
  /// Customers that one busy server completes per unit of time.
  public let serviceRate: Double
  /// The servers of each period.
  public let servers: [Int]
  /// How many of the servers of the period before leave at the start of each period; the servers of
  /// the last period come before the first.
  public let leaving: [Int]
  /// What becomes of the customers of servers who leave.
  public let shiftChange: ShiftChange
  /// The probabilities that an arrival brings 1, 2, … customers at once; the last one is above 0.
  public let groups: [Double]

  /// Creates a queue.
  ///
  /// Where arrivals bring several customers at once (`groups`), each takes a server of its own, and all figures
  /// of waiting are those of the **first** of them: customers of one arrival stand together.
  ///
  /// Without `leaving`, no more servers leave than their number falls by. It says how many of the
  /// servers of the period before leave at the start of each period, where others may come in their
  /// place, and matters only if those who leave finish their customers.
  ///
  /// - Precondition: The service rate is finite and positive, each period has its servers, and of
  ///   the servers of a period neither more leave than there are nor more stay than are needed.
  public init(
    arrivals: ArrivalCurve, serviceRate: Double, servers: [Int], leaving: [Int]? = nil,
    groups: [Double] = [1], shiftChange: ShiftChange = .handOver
  ) {
    precondition(serviceRate > 0 && serviceRate.isFinite, "A service rate is positive")
    precondition(servers.count == arrivals.periods, "Each period has its servers")
    precondition(servers.allSatisfy { $0 >= 0 }, "Servers are not negative")
    let before = servers.suffix(1) + servers.dropLast()
    let least = zip(before, servers).map { max(0, $0 - $1) }
    let leaving = leaving ?? least
    precondition(leaving.count == servers.count, "Each period has those who leave at its start")
    precondition(
      zip(leaving, zip(least, before)).allSatisfy { $0 >= $1.0 && $0 <= $1.1 },
      "Enough servers leave, and no more than there are")
    self.arrivals = arrivals
    self.serviceRate = serviceRate
    self.servers = servers
    self.leaving = leaving
    self.shiftChange = shiftChange
    precondition(groups.allSatisfy { $0 >= 0 }, "A probability is not negative")
    let sum = groups.reduce(0, +)
    precondition(abs(sum - 1) <= 1e-9, "Probabilities sum to 1")
    self.groups = groups[...(groups.lastIndex { $0 > 0 } ?? 0)].map { $0 / sum }
  }

  /// Customers that an arrival brings on average.
  public var meanGroup: Double {
    groups.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
  }

  /// Arrivals in a cycle ÷ what all servers can complete in it; infinite without servers, 0
  /// without arrivals.
  ///
  /// A server who finishes a customer after its time adds that customer to what can be completed.
  public var utilization: Double {
    let arriving = arrivals.meanRate * arrivals.cycleLength * meanGroup
    if arriving == 0 { return 0 }
    let working = Double(servers.reduce(0, +)) * serviceRate * arrivals.periodLength
    return arriving / (working + Double(shiftChange.finishes ? leaving.reduce(0, +) : 0))
  }

  /// Those who come at the start of a period.
  func joining(_ period: Int) -> Int {
    servers[period] - servers[previous(period)] + leaving[period]
  }

  func previous(_ period: Int) -> Int { (period == 0 ? servers.count : period) - 1 }
  func following(_ period: Int) -> Int { period + 1 == servers.count ? 0 : period + 1 }

  /// The place in line, counted from 1, of a customer who is at `place` as `period` begins; 0 or
  /// less when its service starts then.
  ///
  /// Everyone at work has a customer then. With a hand-over the customers of those who leave come
  /// in front; with those who finish, only the servers who come move the line.
  func shiftOfLine(atStartOf period: Int) -> Int {
    shiftChange.finishes
      ? joining(period) : servers[period] - servers[previous(period)]
  }
}
