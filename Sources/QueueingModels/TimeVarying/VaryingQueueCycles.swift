import Foundation

extension VaryingQueue {
  /// Finds the cycle that repeats for ever.
  ///
  /// Cycles are computed one after the other, from a likely number of customers, and combined with
  /// Chebyshev's weights, until the distance to the limit is below `tolerance`. Very close to
  /// overload that may take more cycles than are worth it: the answer then says how far it got.
  ///
  /// - Parameters:
  ///   - times: The times, not negative, for which the shares of customers waiting at most as long
  ///     are computed.
  ///   - instantsPerPeriod: At how many instants of a period waits are looked at; rounded up so that
  ///     every step of the arrivals has an even number of parts.
  ///   - tolerance: The largest distance to the limit, in probability, above 0.
  ///   - cycleLimit: The most cycles to compute.
  /// - Returns: The cycle, or that arrivals are too many. A day at 98 % of capacity takes about 100
  ///   cycles, at 99.9 % some thousands; beyond `cycleLimit` no more than 60 are tried.
  /// - Precondition: Times are finite and not negative; the other numbers are positive.
  /// - Complexity: For each cycle O(periods × jumps × width), jumps being the arrivals and services
  ///   of a period if all were busy and width the numbers of customers that matter.
  public func cyclicSteadyState(
    sharesWithin times: [Double] = [], instantsPerPeriod: Int = 8, tolerance: Double = 1e-10,
    cycleLimit: Int = 500
  ) -> CyclicOutcome {
    precondition(cycleLimit > 0 && tolerance > 0, "There is a cycle and a tolerance")
    guard utilization < 1 - 1e-9 else { return .overloaded(utilization: utilization) }
    if let run = longCycle(sharesWithin: times, instantsPerPeriod, tolerance) {
      return .settled(run)
    }
    let slowest = slowestDecay
    // The cycles that the weights below need, if they are not more than are allowed.
    let expected = 13 / (1 - slowest).squareRoot()
    let limit = expected > Double(cycleLimit) ? min(cycleLimit, 60) : cycleLimit
    var state = StateWindow(likelyStart())
    var last = state
    var finishing = 0.0
    var distance = Double.infinity
    var cycles = 0
    var marks: [StateMark] = []
    var weight = 2.0
    while cycles < limit {
      let start = state
      cycles += 1
      if slowest > 0.1 { marks = [] }
      guard let after = passCycle(&state, &marks) else {
        // The cycle has met the one before it: from there on they are one.
        state = start
        distance = Self.met
        break
      }
      finishing = after
      distance = min(1, state.distance(to: start) / (1 - slowest))
      if distance <= tolerance || cycles == limit { break }
      // Chebyshev's weights for changes that shrink by factors from 0 to the slowest.
      let step = 2 / (2 - slowest)
      let spread = slowest / (2 - slowest)
      weight = cycles == 1 ? 1 : 1 / (1 - spread * spread * weight / (cycles == 2 ? 2 : 4))
      let next = StateWindow.combined(
        state, weight * step, start, weight * (1 - step), last, 1 - weight)
      last = start
      state = next
    }
    finishing /= -expm1(-serviceRate * arrivals.cycleLength)
    let run = measuredCycle(
      state, finishing: finishing, changingFirst: true, sharesWithin: times,
      instantsPerPeriod: instantsPerPeriod, cycles: cycles + 1, distance: distance)
    return distance <= tolerance || distance < 1e-13 ? .settled(run) : .notSettled(run)
  }

  /// Computes one cycle from given probabilities of the number of customers.
  ///
  /// - Parameters:
  ///   - probabilities: Those of 0, 1, 2 … customers at the start of the cycle, when the servers of
  ///     its first period are at work. After the cycle the schedule is taken to repeat, for those
  ///     who still wait then.
  ///   - times: The times, not negative, for which the shares of customers waiting at most as long
  ///     are computed.
  ///   - instantsPerPeriod: At how many instants of a period waits are looked at; rounded up so that
  ///     every step of the arrivals has an even number of parts.
  /// - Returns: The cycle.
  /// - Precondition: Probabilities are not negative and sum to 1.
  public func run(
    from probabilities: [Double], sharesWithin times: [Double] = [], instantsPerPeriod: Int = 8
  ) -> VaryingQueueRun {
    precondition(probabilities.allSatisfy { $0 >= 0 }, "Probabilities are not negative")
    precondition(abs(probabilities.reduce(0, +) - 1) < 1e-9, "Probabilities sum to 1")
    return measuredCycle(
      StateWindow(probabilities), finishing: 0, changingFirst: false, sharesWithin: times,
      instantsPerPeriod: instantsPerPeriod, cycles: 1, distance: 0)
  }

  /// The factor by which the most lasting difference shrinks in a cycle, close to overload.
  ///
  /// With A arrivals and S possible services in a cycle a long line forgets by e^(−(√S − √A)²), as
  /// with constant rates. All factors lie between 0 and this, because a birth and death process
  /// never turns an order round.
  private var slowestDecay: Double {
    let arriving = arrivals.meanRate * arrivals.cycleLength
    if arriving == 0 { return 0 }
    let gap = (arriving / utilization).squareRoot() - arriving.squareRoot()
    return exp(-gap * gap)
  }

  /// Probabilities of the number of customers at the start of a cycle, to begin with.
  ///
  /// Far from overload a Poisson number with the modified offered load. Close to it long lines take
  /// very many cycles to build up, so they are there from the start: they fall off by the factor
  /// arrivals ÷ capacity, which is exact for rates that change, too.
  private func likelyStart() -> [Double] {
    let starts = ModifiedOfferedLoad(arrivals: arrivals, serviceRate: serviceRate).stepStarts
    let load = starts[0] * meanGroup
    let weights = PoissonWeights(mean: load)
    let plain = [Double](repeating: 0, count: weights.first) + weights.weights
    let factor = utilization
    if factor < 0.9 { return plain }
    let mean = arrivals.meanRate * meanGroup / serviceRate
    let all = max(1, Int((mean / factor).rounded()))
    let body = PoissonWeights(mean: mean)
    var start = (0..<all).map { body.probability(of: $0) }
    var tail = max(body.probability(of: all), 1e-12)
    for _ in 0..<min(20_000, Int(45 / (1 - factor)) + 1) {
      start.append(tail)
      tail *= factor
    }
    let total = start.reduce(0, +)
    return start.map { $0 / total }
  }

  /// Two cycles whose states differ by no more than this are taken for one.
  private static var met: Double { 1e-13 }

  /// Computes a cycle that is long enough to forget how it began from its own last quarter, or
  /// returns nothing if it does not come back to where it started.
  private func longCycle(
    sharesWithin times: [Double], _ instantsPerPeriod: Int, _ tolerance: Double
  ) -> VaryingQueueRun? {
    let isLong = serviceRate * arrivals.cycleLength >= 120 && servers.count >= 4
    // Close to overload a small change need not mean that the end is near.
    guard isLong, slowestDecay < 0.1 else { return nil }
    var state = StateWindow(likelyStart())
    var marks: [StateMark] = []
    let quarter = servers.count * 3 / 4..<servers.count
    guard let finishing = passCycle(&state, &marks, quarter) else { return nil }
    let run = measuredCycle(
      state, finishing: finishing, changingFirst: true, sharesWithin: times,
      instantsPerPeriod: instantsPerPeriod, cycles: 1, distance: nil)
    return run.distanceFromRepeating <= tolerance ? run : nil
  }

  /// Moves the state over a cycle or its end, and returns the customers that are finished after
  /// time, or nothing if on the way it met the marks of the cycle before.
  private func passCycle(
    _ state: inout StateWindow, _ marks: inout [StateMark], _ periods: Range<Int>? = nil
  ) -> Double? {
    var finishing = 0.0
    let kept = exp(-serviceRate * arrivals.stepLength)
    for period in periods ?? servers.indices {
      if period > 0, marks.count == servers.count, marks[period].distance(to: state) < Self.met {
        return nil
      }
      let mark = StateMark(state)
      if marks.count > period { marks[period] = mark } else { marks.append(mark) }
      finishing += state.leave(
        leaving[period], of: servers[previous(period)], rule: shiftChange)
      for rate in arrivals.steps(ofPeriod: period) {
        state.advance(
          by: arrivals.stepLength, arrivalRate: rate, groups: groups, serviceRate: serviceRate,
          servers: servers[period], measuring: false)
        finishing *= kept
      }
    }
    return finishing
  }

  private func measuredCycle(
    _ start: StateWindow, finishing: Double, changingFirst: Bool, sharesWithin times: [Double],
    instantsPerPeriod: Int, cycles: Int, distance: Double?
  ) -> VaryingQueueRun {
    precondition(times.allSatisfy { $0 >= 0 && $0.isFinite }, "Times are not negative")
    precondition(instantsPerPeriod > 0, "There are instants")
    let steps = arrivals.stepsPerPeriod
    let parts = max(2, (instantsPerPeriod + steps - 1) / steps + 1) / 2 * 2
    var state = start
    state.lost = 0
    var measure = CycleMeasurement(self, partsOfStep: parts, finishing: finishing)
    for period in servers.indices {
      if period > 0 || changingFirst { measure.change(&state, atStartOf: period) }
      measure.pass(&state, period)
    }
    let waits = LineWaits(self, measure.lines, partsOfStep: parts)
    let means = waits.meanWaits()
    let shares = times.map { waits.shares(within: $0) }
    let periods = servers.indices.map { period in
      let total = measure.totals[period]
      return PeriodPerformance(
        waitProbability: total.wait, worstWaitProbability: total.worst,
        meanWait: means.map { $0[period] }, shareWaiting: shares.map { $0[period] },
        meanQueueLength: total.queue, meanBusy: total.busy)
    }
    return VaryingQueueRun(
      self, periods: periods, endState: state.probabilities, cycles: cycles,
      distance: distance ?? state.distance(to: start), lost: state.lost)
  }
}
