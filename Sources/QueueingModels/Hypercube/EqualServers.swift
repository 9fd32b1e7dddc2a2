/// Equal servers that customers find in random order: what Larson's approximation corrects by.
struct EqualServers {
  /// The probability that 0, 1, … servers are busy; the last includes a queue.
  let layers: [Double]
  /// The share of time that each server is busy.
  let workload: Double

  /// The probability that all servers are busy.
  var allBusy: Double { layers[layers.count - 1] }

  /// The share of time that each server is free, without loss of digits when it is small.
  var freeShare: Double {
    let servers = layers.count - 1
    return layers.dropLast().enumerated().reduce(0) {
      $0 + $1.element * Double(servers - $1.offset)
    } / Double(servers)
  }

  /// Creates the system M/M/N, or M/M/N/N without a line.
  ///
  /// - Precondition: With a line the load is below the number of servers.
  init(servers: Int, load: Double, line: HypercubeModel.Line) {
    var layers = Self.weights(servers: servers, load: load)
    if line == .waits { layers[servers] *= Double(servers) / (Double(servers) - load) }
    let total = layers.reduce(0, +)
    let shares = layers.map { $0 / total }
    self.layers = shares
    let meanBusy = (0...servers).reduce(0) { $0 + Double($1) * shares[$1] }
    workload = (line == .waits ? load : meanBusy) / Double(servers)
  }

  /// Terms of Poisson's distribution up to the number of servers, relative to the largest.
  ///
  /// Computed outwards from it, so that no factorial overflows.
  static func weights(servers: Int, load: Double) -> [Double] {
    let top = load < Double(servers) ? Int(load) : servers
    var layers = [Double](repeating: 0, count: servers + 1)
    layers[top] = 1
    for busy in stride(from: top, to: servers, by: 1) {
      layers[busy + 1] = layers[busy] * load / Double(busy + 1)
    }
    for busy in stride(from: top, to: 0, by: -1) {
      layers[busy - 1] = layers[busy] * Double(busy) / load
    }
    return layers
  }

  /// Returns Q(0), Q(1), …: the probability that given servers, as many as the index, are busy and
  /// one more is free, divided by what it would be if servers were independent.
  ///
  /// With P(k) the probability that k of N servers are busy and r the workload,
  ///
  ///     Q(j) = Σ P(k) k (k − 1) … (k − j + 1) (N − k) / (N (N − 1) … (N − j) rʲ (1 − r))
  ///
  /// summed over k from j to N − 1. No factorial is formed; where a value exceeds all doubles the
  /// list ends, because such servers hardly get a customer then.
  ///
  /// Source: R. C. Larson, *Approximating the performance of urban emergency service systems*,
  /// Operations Research 23 (1975), 845–868; for lost customers J. P. Jarvis, *Approximating the
  /// equilibrium behavior of multi-server loss systems*, Management Science 31 (1985), 235–239.
  ///
  /// - Complexity: O(servers²).
  func corrections() -> [Double] {
    let servers = layers.count - 1
    let count = Double(servers)
    var terms = layers.dropLast().enumerated().map { $1 * (count - Double($0)) }
    let free = freeShare
    guard workload > 0, free > 0 else { return [1] }
    var corrections: [Double] = []
    for before in 0..<servers {
      let left = Double(servers - before)
      let sum = terms[before...].reduce(0, +)
      let correction = sum / (left * free)
      guard correction.isFinite else { break }
      corrections.append(correction)
      for busy in before..<servers {
        terms[busy] *= Double(busy - before) / (left * workload)
      }
    }
    return corrections
  }
}
