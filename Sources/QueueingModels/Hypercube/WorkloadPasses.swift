import Foundation

/// The passes of ``HypercubeModel/approximated(_:)`` over atoms and servers.
struct WorkloadPasses {
  private let model: HypercubeModel
  private let arrivalRate: Double
  /// The share of time that each server is busy.
  private var workloads: [Double]
  /// The mean time of what each server serves.
  private var times: [Double]
  /// The mean time of each server with a customer drawn from all arrivals, as those who waited.
  private let timesAfterWait: [Double]
  private var equals: EqualServers
  private var corrections: [Double]
  private var load: Double
  private var loadOfEquals: Double

  init(model: HypercubeModel) {
    self.model = model
    let rate = model.arrivalRate
    arrivalRate = rate
    timesAfterWait = model.saturatedRates.map { 1 / $0 }
    times = timesAfterWait
    let capacity = times.reduce(0) { $0 + 1 / $1 }
    let count = Double(model.serverCount)
    load = rate * count / capacity
    if model.line == .waits { load = min(load, count * (1 - 1e-15)) }
    loadOfEquals = load
    equals = EqualServers(servers: model.serverCount, load: load, line: model.line)
    corrections = equals.corrections()
    workloads = [Double](repeating: equals.workload, count: model.serverCount)
  }

  /// Whether arrivals reach what the servers can do at their present mean times.
  var isOverloaded: Bool { arrivalRate >= times.reduce(0) { $0 + 1 / $1 } }

  /// All that a pass starts from: workloads, mean times where they may change, and the load.
  var state: [Double] {
    get { workloads + (model.timeFactors == nil ? [] : times) + [load] }
    set {
      let count = model.serverCount
      workloads = Array(newValue[..<count])
      if model.timeFactors != nil { times = Array(newValue[count..<2 * count]) }
      load = newValue[newValue.count - 1]
    }
  }

  /// What makes differences of states relative.
  var weights: [Double] {
    let least = max(equals.workload * 1e-6, 1e-290)
    let state = state
    return state.indices.map { 1 / ($0 < workloads.count ? max(state[$0], least) : state[$0]) }
  }

  /// Whether a state is one that a model can be in.
  func accepts(_ state: [Double]) -> Bool {
    guard state.allSatisfy({ $0 > 0 && $0.isFinite }) else { return false }
    guard state[..<model.serverCount].allSatisfy({ $0 < 1 }) else { return false }
    return model.line == .lost || state[state.count - 1] < Double(model.serverCount)
  }

  /// Makes the equal servers follow the load.
  private mutating func renewEquals() {
    guard load != loadOfEquals else { return }
    loadOfEquals = load
    equals = EqualServers(servers: model.serverCount, load: load, line: model.line)
    corrections = equals.corrections()
  }

  /// Computes all workloads anew and returns the largest relative change.
  ///
  /// Changes of workloads below a millionth of the mean count relative to that.
  mutating func pass() -> Double {
    renewEquals()
    let count = model.serverCount
    var offered = [Double](repeating: 0, count: count)
    var offeredTime = offered
    let plain = model.serviceRates.map { 1 / $0 }
    for (atom, list) in model.preferences.enumerated() where model.arrivalRates[atom] > 0 {
      var reaching = model.arrivalRates[atom]
      let negligible = reaching * 1e-30
      for (server, correction) in zip(list, corrections) {
        let rate = reaching * correction
        offered[server] += rate
        let factor = model.timeFactors?[server][atom] ?? 1
        offeredTime[server] += rate * factor * plain[server]
        reaching *= workloads[server]
        if reaching * correction < negligible { break }
      }
    }
    let rates = times.map { 1 / $0 }
    let capacity = rates.reduce(0, +)
    let waiting = model.line == .waits ? arrivalRate * equals.allBusy / capacity : 0
    let queued = rates.map { waiting * $0 }
    var next = [Double](repeating: 0, count: count)
    for server in 0..<count {
      let afterWait = queued[server] * timesAfterWait[server]
      next[server] = (offeredTime[server] + afterWait) / (1 + offeredTime[server])
    }
    normalize(&next, offeredTime: offeredTime, queued: queued)
    var change = 0.0
    let least = max(equals.workload * 1e-6, 1e-290)
    for server in 0..<count {
      let difference = next[server] - workloads[server]
      change = max(change, abs(difference) / max(next[server], least))
      workloads[server] = next[server]
    }
    return max(change, renewTimes(offered: offered, offeredTime: offeredTime, queued: queued))
  }

  /// Makes the workloads add up to the mean number of busy servers.
  private func normalize(_ next: inout [Double], offeredTime: [Double], queued: [Double]) {
    let count = Double(model.serverCount)
    let target = equals.workload * count
    let scale = target / next.reduce(0, +)
    if next.allSatisfy({ $0 * scale < 1 }) {
      for server in next.indices { next[server] *= scale }
      return
    }
    // Scale what is offered instead, by bisection: no workload can then exceed 1.
    var (low, high) = (-200.0, 200.0)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      let factor = exp(middle)
      for server in next.indices {
        let time = offeredTime[server] * factor
        let waiting = min(queued[server] * timesAfterWait[server], 1)
        next[server] = time.isFinite ? (time + waiting) / (1 + time) : 1
      }
      if next.reduce(0, +) < target { low = middle } else { high = middle }
    }
  }

  /// Finds the mean times of what servers serve, and the load that follows; returns their largest
  /// relative change.
  private mutating func renewTimes(
    offered: [Double], offeredTime: [Double], queued: [Double]
  ) -> Double {
    var (served, busy, change) = (0.0, 0.0, 0.0)
    for server in times.indices {
      let free = 1 - workloads[server]
      let rate = offered[server] * free + queued[server]
      let time = offeredTime[server] * free + queued[server] * timesAfterWait[server]
      if model.timeFactors != nil, rate > 0, time > 0 {
        change = max(change, abs(time / rate / times[server] - 1))
        times[server] = time / rate
      }
      served += rate
      busy += time
    }
    guard served > 0 else { return change }
    var renewed = arrivalRate * busy / served
    if model.line == .waits {
      // Near saturation the mean over servers is that of servers that are always busy.
      let count = Double(model.serverCount)
      let whole = arrivalRate / times.reduce(0) { $0 + 1 / $1 }
      renewed = min(renewed, count * (1 - (1 - min(whole, 1 - 1e-15)) / 2))
    }
    guard abs(renewed - load) > 1e-14 * load else { return change }
    change = max(change, abs(renewed / load - 1))
    load = renewed
    return change
  }

  /// The shares and distributions that the workloads imply.
  mutating func performance() -> HypercubePerformance {
    renewEquals()
    let count = model.serverCount
    var immediate = [Double](repeating: 0, count: model.atomCount * count)
    let someFree = equals.layers.dropLast().reduce(0, +)
    for (atom, list) in model.preferences.enumerated() {
      var reaching = 1.0
      var sum = 0.0
      for (server, correction) in zip(list, corrections) {
        let chance = reaching * correction * (1 - workloads[server])
        immediate[atom * count + server] = chance
        sum += chance
        reaching *= workloads[server]
        if reaching * correction < 1e-30 { break }
      }
      guard sum > 0 else { continue }
      for server in 0..<count { immediate[atom * count + server] *= someFree / sum }
    }
    return HypercubePerformance(
      model: model, serviceRates: times.map { 1 / $0 }, workloads: workloads,
      busyDistribution: equals.layers, immediate: immediate)
  }
}
