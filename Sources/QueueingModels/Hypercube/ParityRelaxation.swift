/// The distribution over the states of a hypercube, relaxed half by half.
///
/// A sweep balances every even state against the odd ones and then every odd state against the
/// even ones. It overrelaxes by Chebyshev's sequence of factors, which is allowed because the
/// halves are bipartite; where service rates differ, the probabilities of how many servers are
/// busy are put right after each sweep from a birth-and-death chain.
///
/// Source: G. H. Golub and R. S. Varga, *Chebyshev semi-iterative methods*, Numerische Mathematik
/// 3 (1961), 147–168; Y. Takahashi, *A lumping method for numerical calculations of stationary
/// distributions of Markov chains* (1975).
struct ParityRelaxation {
  private let flows: ParityFlows
  /// Probabilities of the even and of the odd states, by number within the half.
  private var even: [Octet]
  private var odd: [Octet]
  private var scratch: [Octet]
  /// Where sums by number busy are collected, if they are put right.
  private var layers: LayerSums?
  private let floor: Double

  /// Starts from the layers of equal servers, spread evenly.
  init(flows: ParityFlows, floor: Double) {
    self.flows = flows
    self.floor = floor
    let rates = flows.serviceRates
    even = [Octet](repeating: .zero, count: flows.octets)
    odd = even
    scratch = [Octet](repeating: .zero, count: flows.blockOctets)
    // Equal servers have right layers from the start.
    layers = rates.contains { $0 != rates[0] } ? LayerSums(servers: rates.count) : nil
    let mean = rates.reduce(0, +) / Double(rates.count)
    let start = LayerSums.evenSpread(
      servers: rates.count, load: flows.arrivalRate / mean)
    for octet in 0..<flows.octets {
      even[octet] = LayerSums.spread(start, octet: octet, odd: 0)
      odd[octet] = LayerSums.spread(start, octet: octet, odd: 1)
    }
  }

  /// Balances all states once and returns the largest relative change that balance asked for, of
  /// states above the floor.
  ///
  /// The factors of overrelaxation are those of the even and of the odd half.
  ///
  /// - Complexity: O(N 2^N).
  mutating func sweep(_ first: Double, _ second: Double) -> Double {
    layers?.reset()
    let one = Self.relax(
      &even, from: odd, coefficients: flows.streams[0], flows: flows, half: 0, factor: first,
      floor: floor, scratch: &scratch, layers: &layers)
    let two = Self.relax(
      &odd, from: even, coefficients: flows.streams[1], flows: flows, half: 1, factor: second,
      floor: floor, scratch: &scratch, layers: &layers)
    aggregate()
    return max(one, two).squareRoot()
  }

  private mutating func aggregate() {
    guard let layers else { return }
    let factors = layers.corrections(arrivalRate: flows.arrivalRate)
    for half in 0...1 {
      let table = (0...flows.blockBits + flows.chunkBits).map {
        LayerSums.spread(factors, octet: (1 << $0) - 1, odd: half)
      }
      if half == 0 { Self.scale(&even, by: table) } else { Self.scale(&odd, by: table) }
    }
  }

  private static func scale(_ values: inout [Octet], by table: [Octet]) {
    var span = values.mutableSpan
    let table = table.span
    for octet in 0..<span.count { span[octet] *= table[octet.nonzeroBitCount] }
  }

  /// The probabilities by state, eight at a time.
  consuming func natural() -> [Octet] {
    var states = [Octet](repeating: .zero, count: 2 * flows.octets)
    var total = 0.0
    for octet in 0..<flows.octets {
      let isOdd = octet.nonzeroBitCount & 1 == 0 ? ParityFlows.oddLanes : .!ParityFlows.oddLanes
      let low = even[octet].replacing(with: odd[octet], where: isOdd)
      let high = odd[octet].replacing(with: even[octet], where: isOdd)
      total += (low + high).sum()
      var first = Octet.zero
      var second = Octet.zero
      first.evenHalf = low.lowHalf
      first.oddHalf = high.lowHalf
      second.evenHalf = low.highHalf
      second.oddHalf = high.highHalf
      states[2 * octet] = first
      states[2 * octet + 1] = second
    }
    for index in states.indices { states[index] /= total }
    return states
  }
}
