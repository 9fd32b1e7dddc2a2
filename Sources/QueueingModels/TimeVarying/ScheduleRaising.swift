/// Servers by period, raised until no period misses a target.
public struct RaisedSchedule: Hashable, Sendable {
  /// The queue with the servers it came to.
  public let queue: VaryingQueue
  /// How its cycle goes; nothing if it is still overloaded or does not settle.
  public let run: VaryingQueueRun?
  /// The periods that still miss the target; empty unless the rounds were used up.
  public let missing: [Int]
  /// How many times the cycle was computed.
  public let rounds: Int
}

extension VaryingQueue {
  /// Raises the servers of periods that miss a target, and computes the cycle again, until none
  /// misses.
  ///
  /// Each round adds one server in the first of each row of periods that miss one after the other,
  /// for the later ones may miss only because of what it leaves behind. While the cycle is
  /// overloaded, the periods with the most load for each server are raised. It ends because a
  /// period with enough servers makes nobody wait, whatever the period before leaves. The answer
  /// depends on the start and need not be the cheapest; no number is ever lowered.
  ///
  /// Green, Kolesar and Whitt survey this use of a transient check in *Coping with time-varying
  /// demand when setting staffing requirements for a service system*, Production and Operations
  /// Management 16 (2007), 13–39.
  ///
  /// - Parameters:
  ///   - target: What the customers of every period are owed, by their mean.
  ///   - atEveryInstant: Whether a limit of the probability of a wait must hold at each instant.
  ///   - blocks: Periods that must have one number of servers, such as those of one shift; a period
  ///     in none of them stands for itself.
  ///   - roundLimit: The most rounds.
  /// - Returns: The schedule it came to.
  /// - Precondition: No period is in two blocks, and the target is in its range.
  public func raised(
    toMeet target: WaitTarget, atEveryInstant: Bool = false, blocks: [[Int]] = [],
    roundLimit: Int = 10_000
  ) -> RaisedSchedule {
    precondition(target.isSensible, "A target is in its range")
    let members = Self.members(of: blocks, periods: servers.count)
    var times: [Double] = []
    // The share who wait needs no instants; what is returned is computed with all of them.
    var instants = 8
    switch target {
    case .waitProbability: instants = atEveryInstant ? 8 : 2
    case .meanWait: break
    case .share(_, let time): times = [time]
    }
    let loads = LoadRule.offeredLoadMean.loads(of: arrivals, serviceRate: serviceRate)
      .map { $0 * meanGroup }
    var numbers = servers
    for block in members {
      let most = block.map { numbers[$0] }.max() ?? 0
      for period in block { numbers[period] = most }
    }
    var queue = with(numbers)
    var rounds = 0
    while true {
      rounds += 1
      let run = queue.cyclicSteadyState(
        sharesWithin: times, instantsPerPeriod: instants
      ).settledRun
      var missing: [Int] = []
      if let run {
        missing = numbers.indices.filter { period in
          queue.misses(target, period, run, atEveryInstant: atEveryInstant)
        }
        if missing.isEmpty {
          let all = instants == 8 ? run : queue.cyclicSteadyState().settledRun
          return RaisedSchedule(queue: queue, run: all ?? run, missing: [], rounds: rounds)
        }
      } else {
        missing = [Self.fullest(loads, numbers)]
      }
      if rounds >= roundLimit {
        return RaisedSchedule(queue: queue, run: run, missing: missing, rounds: rounds)
      }
      let rows = missing.filter { !missing.contains(previous($0)) }
      let raised = rows.isEmpty ? missing : rows
      for block in members where block.contains(where: raised.contains) {
        for period in block { numbers[period] += 1 }
      }
      queue = with(numbers)
    }
  }

  private func misses(
    _ target: WaitTarget, _ period: Int, _ run: VaryingQueueRun, atEveryInstant: Bool
  ) -> Bool {
    if arrivals.steps(ofPeriod: period).allSatisfy({ $0 == 0 }) { return false }
    if atEveryInstant, case .waitProbability(let limit) = target {
      return run.periods[period].worstWaitProbability > limit
    }
    return !run.meets(target, inPeriod: period)
  }

  /// The same queue with other servers; of those who leave, as many are replaced as before.
  private func with(_ numbers: [Int]) -> VaryingQueue {
    let leaving = numbers.indices.map { period in
      let replaced = self.leaving[period] - max(0, servers[previous(period)] - servers[period])
      let before = numbers[previous(period)]
      return min(before, max(0, before - numbers[period]) + replaced)
    }
    return VaryingQueue(
      arrivals: arrivals, serviceRate: serviceRate, servers: numbers, leaving: leaving,
      groups: groups, shiftChange: shiftChange)
  }

  private static func fullest(_ loads: [Double], _ numbers: [Int]) -> Int {
    var best = 0
    for period in loads.indices
    where loads[period] * Double(numbers[best]) > loads[best] * Double(numbers[period])
      || (numbers[best] > 0 && numbers[period] == 0 && loads[period] > 0)
    {
      best = period
    }
    return best
  }

  private static func members(of blocks: [[Int]], periods: Int) -> [[Int]] {
    var seen = [Bool](repeating: false, count: periods)
    for period in blocks.joined() {
      precondition(!seen[period], "A period is in one block")
      seen[period] = true
    }
    return blocks.filter { !$0.isEmpty } + seen.indices.filter { !seen[$0] }.map { [$0] }
  }
}
