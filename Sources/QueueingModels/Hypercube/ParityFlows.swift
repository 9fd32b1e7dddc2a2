/// The rates of a hypercube in the order in which ``ParityRelaxation`` uses them.
///
/// A step of the system changes one bit of its state, so states with an even number of busy
/// servers are reached from odd ones only, and the other way round. Either half is an array
/// without the bit of server 0, which the parity of the other bits and the half imply: state s is
/// number s / 2 of its half, and a step of server 0 leads to the same number of the other half, a
/// step of server m ≥ 1 to the number whose bit m − 1 differs. Whole runs of numbers thus have
/// their neighbours in whole runs, and eight states are computed at a time.
///
/// The coefficients of a half lie in one stream for each block of 128 octets: the rates at which its
/// states complete customers; the rates into them by servers 0 to 3, up or down, for every state; the rates up by
/// servers whose bits tell octets of the block apart, for states that have the bit; and by servers
/// whose bits tell blocks apart, for blocks that have it. The rates down are the servers' own.
struct ParityFlows {
  /// The bits of an octet, of a number within a block and of the number of a block.
  let blockBits: Int
  let chunkBits: Int
  /// The coefficients of the even and of the odd half.
  private(set) var streams: [[Octet]]
  /// Where the coefficients of each block begin.
  private let starts: [Int]
  let serviceRates: [Double]
  let arrivalRate: Double

  /// The number of octets of a half.
  var octets: Int { 1 << (blockBits + chunkBits) }
  /// The number of octets of a block.
  var blockOctets: Int { 1 << blockBits }

  /// Lays out the rates for a model of at least four servers.
  ///
  /// - Complexity: O(N² 2^N) time at most and O(N 2^N) memory for N servers, 5.5 N 2^N bytes or so.
  init(model: HypercubeModel, serviceRates: [Double]) {
    let servers = model.serverCount
    precondition(servers >= 4, "Octets need four servers")
    blockBits = min(servers - 4, 7)
    chunkBits = servers - 4 - blockBits
    self.serviceRates = serviceRates
    arrivalRate = model.arrivalRate
    let blockOctets = 1 << blockBits
    var starts = [0]
    for block in 0..<1 << chunkBits {
      let octets = (5 + block.nonzeroBitCount) * blockOctets + blockBits * (blockOctets / 2)
      starts.append(starts[block] + octets)
    }
    self.starts = starts
    let size = starts[1 << chunkBits]
    streams = [[Octet](repeating: .zero, count: size), [Octet](repeating: .zero, count: size)]
    writeCompletions()
    let weights = Self.weights(of: model)
    var upward = [Octet](repeating: .zero, count: octets)
    for (server, list) in weights.enumerated() {
      SubsetSums.fill(&upward, withSubsetSumsOf: list)
      switch server {
      case 0: writeFirst(upward)
      case 1...3: writeWithinOctet(upward, server: server)
      case _ where server < 4 + blockBits: writeWithinBlock(upward, bit: server - 4)
      default: writeAcrossBlocks(upward, bit: server - 4 - blockBits)
      }
    }
  }

  /// Where the coefficients of a block begin.
  func start(of block: Int) -> Int { starts[block] }

  /// For each server, arrivals by the set of servers that are preferred to it, without its bit.
  private static func weights(of model: HypercubeModel) -> [[SubsetSums.Weight]] {
    var weights = [[SubsetSums.Weight]](repeating: [], count: model.serverCount)
    for (rate, list) in zip(model.arrivalRates, model.preferences) where rate > 0 {
      var busy = 0
      for server in list {
        let below = busy & ((1 << server) - 1)
        let set = below | (busy >> (server + 1)) << server
        weights[server].append(SubsetSums.Weight(set: set, weight: rate))
        busy |= 1 << server
      }
    }
    for server in weights.indices { weights[server].sort { $0.set < $1.set } }
    return weights
  }

  /// Which lanes of an octet have an odd number of bits.
  static let oddLanes = SIMDMask<SIMD8<Int64>>(
    arrayLiteral: false, true, true, false, true, false, false, true)

  /// Lanes whose number, with the bits of `octet`, is odd.
  private static func odd(_ octet: Int) -> SIMDMask<SIMD8<Int64>> {
    octet.nonzeroBitCount & 1 == 0 ? oddLanes : .!oddLanes
  }

  private mutating func writeCompletions() {
    var sums = [Double](repeating: 0, count: octets)
    for octet in 1..<max(octets, 1) {
      sums[octet] = sums[octet & (octet - 1)] + serviceRates[4 + octet.trailingZeroBitCount]
    }
    var lanes = Octet.zero
    for lane in 0..<8 {
      for bit in 0..<3 where lane >> bit & 1 == 1 { lanes[lane] += serviceRates[bit + 1] }
    }
    for octet in 0..<octets {
      let place = starts[octet >> blockBits] + octet & (blockOctets - 1)
      let busy = lanes + sums[octet]
      let odd = Self.odd(octet)
      streams[0][place] = busy + Octet.zero.replacing(with: serviceRates[0], where: odd)
      streams[1][place] = busy + Octet.zero.replacing(with: serviceRates[0], where: .!odd)
    }
  }

  /// The rate of arrivals that the states of the last octet of a half accept: when all servers are
  /// busy, nobody enters.
  func lastArrivals(half: Int) -> Octet {
    var arrivals = Octet(repeating: arrivalRate)
    if half == serviceRates.count & 1 { arrivals[7] = 0 }
    return arrivals
  }

  private mutating func writeFirst(_ upward: [Octet]) {
    let down = Octet(repeating: serviceRates[0])
    for octet in 0..<octets {
      let place = starts[octet >> blockBits] + blockOctets + octet & (blockOctets - 1)
      let odd = Self.odd(octet)
      streams[0][place] = down.replacing(with: upward[octet], where: odd)
      streams[1][place] = down.replacing(with: upward[octet], where: .!odd)
    }
  }

  private mutating func writeWithinOctet(_ upward: [Octet], server: Int) {
    let bit = server - 1
    for octet in 0..<octets {
      let place =
        starts[octet >> blockBits] + (1 + server) * blockOctets + octet & (blockOctets - 1)
      var even = Octet(repeating: serviceRates[server])
      var odd = even
      for lane in 0..<8 where lane >> bit & 1 == 1 {
        let short = lane & ((1 << bit) - 1) | (lane >> (bit + 1)) << bit
        let parity = (short.nonzeroBitCount + octet.nonzeroBitCount) & 1
        even[lane] = upward[octet][2 * short + 1 - parity]
        odd[lane] = upward[octet][2 * short + parity]
      }
      streams[0][place] = even
      streams[1][place] = odd
    }
  }

  /// The rates up from the states before octet `short` of the targets, whose bit is taken out.
  @inline(__always)
  private static func split(_ first: Octet, _ second: Octet, short: Int) -> (Octet, Octet) {
    let low = Octet(lowHalf: first.evenHalf, highHalf: second.evenHalf)
    let high = Octet(lowHalf: first.oddHalf, highHalf: second.oddHalf)
    let odd = odd(short)
    return (high.replacing(with: low, where: odd), low.replacing(with: high, where: odd))
  }

  private mutating func writeWithinBlock(_ upward: [Octet], bit: Int) {
    let half = blockOctets / 2
    for block in 0..<1 << chunkBits {
      let place = starts[block] + 5 * blockOctets + bit * half
      for index in 0..<half {
        let short = block * half + index
        let (even, odd) = Self.split(upward[2 * short], upward[2 * short + 1], short: short)
        streams[0][place + index] = even
        streams[1][place + index] = odd
      }
    }
  }

  private mutating func writeAcrossBlocks(_ upward: [Octet], bit: Int) {
    for block in 0..<1 << chunkBits where block >> bit & 1 == 1 {
      let earlier = (block & ((1 << bit) - 1)).nonzeroBitCount
      let place =
        starts[block] + (5 + earlier) * blockOctets + blockBits * (blockOctets / 2)
      let first = (block & ((1 << bit) - 1) | (block >> (bit + 1)) << bit) * blockOctets
      for index in 0..<blockOctets {
        let short = first + index
        let (even, odd) = Self.split(upward[2 * short], upward[2 * short + 1], short: short)
        streams[0][place + index] = even
        streams[1][place + index] = odd
      }
    }
  }
}
