/// Sums over the states with equally many busy servers, collected octet by octet.
///
/// The numbers of busy servers in the lanes of an octet depend only on how many bits its number
/// has and on the half it belongs to, so whole octets are added up first.
struct LayerSums {
  private let servers: Int
  private var masses: [Octet]
  private var completions: [Octet]

  init(servers: Int) {
    self.servers = servers
    masses = [Octet](repeating: .zero, count: 2 * servers)
    completions = masses
  }

  mutating func reset() {
    for index in masses.indices {
      masses[index] = .zero
      completions[index] = .zero
    }
  }

  /// Adds an octet of a half, with the rates at which its states complete customers.
  @inline(__always)
  mutating func add(_ probabilities: Octet, completions rates: Octet, octet: Int, half: Int) {
    let place = 2 * octet.nonzeroBitCount + half
    masses[place] += probabilities
    completions[place] += probabilities * rates
  }

  /// The number of busy servers in a lane of an octet.
  static func busy(octet: Int, lane: Int, odd: Int) -> Int {
    let others = octet.nonzeroBitCount + lane.nonzeroBitCount
    return others + (others + odd) & 1
  }

  /// An octet that holds in each lane the number that belongs to its count of busy servers.
  static func spread(_ numbers: [Double], octet: Int, odd: Int) -> Octet {
    var result = Octet.zero
    for lane in 0..<8 { result[lane] = numbers[busy(octet: octet, lane: lane, odd: odd)] }
    return result
  }

  /// The probability of a single state, by its number of busy servers, if servers are equal.
  static func evenSpread(servers: Int, load: Double) -> [Double] {
    let layers = EqualServers.weights(servers: servers, load: load)
    let total = layers.reduce(0, +)
    var ways = 1.0
    return layers.enumerated().map { busy, layer in
      if busy > 0 { ways *= Double(servers - busy + 1) / Double(busy) }
      return layer / total / ways
    }
  }

  /// By number of busy servers, the factor that makes the layers a birth-and-death chain in
  /// balance, each layer keeping the mean rate at which it completes customers.
  func corrections(arrivalRate: Double) -> [Double] {
    var mass = [Double](repeating: 0, count: servers + 1)
    var completed = mass
    for bits in 0..<servers {
      for half in 0...1 where 2 * bits + half < masses.count {
        for lane in 0..<8 {
          let busy = Self.busy(octet: (1 << bits) - 1, lane: lane, odd: half)
          guard busy <= servers else { continue }
          mass[busy] += masses[2 * bits + half][lane]
          completed[busy] += completions[2 * bits + half][lane]
        }
      }
    }
    // Factors are chained: x(k) mass(k) down(k) = x(k − 1) mass(k − 1) λ.
    var factors = [Double](repeating: 1, count: servers + 1)
    for busy in 1...servers {
      let next = factors[busy - 1] * mass[busy - 1] * arrivalRate / completed[busy]
      factors[busy] = next.isNormal ? next : factors[busy - 1]
    }
    let total = zip(factors, mass).reduce(0) { $0 + $1.0 * $1.1 }
    return total.isNormal ? factors.map { $0 / total } : factors.map { _ in 1 }
  }
}
