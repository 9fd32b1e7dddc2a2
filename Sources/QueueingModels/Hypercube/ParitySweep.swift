/// The inner loops of ``ParityRelaxation``: one half balanced against the other.
extension ParityRelaxation {
  /// Balances one half and returns the square of the largest relative change that was asked for.
  static func relax(
    _ target: inout [Octet], from source: [Octet], coefficients: [Octet], flows: ParityFlows,
    half: Int, factor: Double, floor: Double, scratch: inout [Octet], layers: inout LayerSums?
  ) -> Double {
    let stream = coefficients.span
    let source = source.span
    var target = target.mutableSpan
    var inflow = scratch.mutableSpan
    let size = flows.blockOctets
    let arrivals = Octet(repeating: flows.arrivalRate)
    let last = flows.lastArrivals(half: half)
    var largest = Octet.zero
    for block in 0..<1 << flows.chunkBits {
      let start = flows.start(of: block)
      let here = source.extracting(block * size..<(block + 1) * size)
      gatherDense(
        &inflow, stream.extracting(start + size..<start + 5 * size), here)
      var place = start + 5 * size
      for bit in 0..<flows.blockBits {
        gatherWithin(
          &inflow, stream.extracting(place..<place + size / 2), here, bit: bit,
          down: flows.serviceRates[4 + bit])
        place += size / 2
      }
      gatherAcross(
        &inflow, stream.extracting(place..<flows.start(of: block + 1)), source, block: block,
        flows: flows)
      settle(
        &target, first: block * size, inflow: &inflow,
        completions: stream.extracting(start..<start + size), arrivals: arrivals,
        lastArrivals: last, factor: factor, floor: floor, largest: &largest, layers: &layers,
        half: half)
    }
    return largest.max()
  }

  /// Sets the inflow to that by the four servers whose steps stay within an octet.
  @inline(__always)
  private static func gatherDense(
    _ inflow: inout MutableSpan<Octet>, _ rates: Span<Octet>, _ source: Span<Octet>
  ) {
    let size = source.count
    precondition(inflow.count == size && rates.count == 4 * size)
    let zeroth = rates.extracting(0..<size)
    let first = rates.extracting(size..<2 * size)
    let second = rates.extracting(2 * size..<3 * size)
    let third = rates.extracting(3 * size..<4 * size)
    for index in 0..<size {
      let octet = source[index]
      var pairs = octet
      pairs.evenHalf = octet.oddHalf
      pairs.oddHalf = octet.evenHalf
      let low = octet.lowHalf
      let high = octet.highHalf
      let quarters = Octet(
        lowHalf: SIMD4(lowHalf: low.highHalf, highHalf: low.lowHalf),
        highHalf: SIMD4(lowHalf: high.highHalf, highHalf: high.lowHalf))
      let halves = Octet(lowHalf: high, highHalf: low)
      var sum: Octet = zeroth[index] * octet
      sum += first[index] * pairs
      sum += second[index] * quarters
      sum += third[index] * halves
      inflow[index] = sum
    }
  }

  /// Adds the inflow by a server whose bit tells octets of a block apart.
  @inline(__always)
  private static func gatherWithin(
    _ inflow: inout MutableSpan<Octet>, _ rates: Span<Octet>, _ source: Span<Octet>, bit: Int,
    down: Double
  ) {
    let run = 1 << bit
    precondition(inflow.count == source.count && rates.count == source.count / 2)
    var low = 0
    var rate = 0
    while low < source.count {
      for index in low..<low + run {
        inflow[index + run] += rates[rate] * source[index]
        inflow[index] += down * source[index + run]
        rate += 1
      }
      low += 2 * run
    }
  }

  /// Adds the inflow by servers whose bits tell blocks apart, two of them at a time.
  @inline(__always)
  private static func gatherAcross(
    _ inflow: inout MutableSpan<Octet>, _ rates: Span<Octet>, _ source: Span<Octet>, block: Int,
    flows: ParityFlows
  ) {
    let size = flows.blockOctets
    var place = 0
    var bit = 0
    while bit < flows.chunkBits {
      // The last of an odd number is paired with nothing: a rate of 0.
      let isPair = bit + 1 < flows.chunkBits
      let one = block ^ 1 << bit
      let other = isPair ? block ^ 2 << bit : one
      let first = source.extracting(one * size..<(one + 1) * size)
      let second = source.extracting(other * size..<(other + 1) * size)
      let down = flows.serviceRates[4 + flows.blockBits + bit]
      let nextDown = isPair ? flows.serviceRates[5 + flows.blockBits + bit] : 0
      let isUp = block >> bit & 1 == 1
      let isNextUp = isPair && block >> (bit + 1) & 1 == 1
      let up = rates.extracting(place..<place + (isUp ? size : 0))
      place += up.count
      let nextUp = rates.extracting(place..<place + (isNextUp ? size : 0))
      place += nextUp.count
      switch (isUp, isNextUp) {
      case (true, true): add(&inflow, up, first, nextUp, second)
      case (true, false): add(&inflow, up, first, second, times: nextDown)
      case (false, true): add(&inflow, nextUp, second, first, times: down)
      case (false, false): add(&inflow, first, times: down, second, times: nextDown)
      }
      bit += 2
    }
  }

  @inline(__always)
  private static func add(
    _ inflow: inout MutableSpan<Octet>, _ rates: Span<Octet>, _ source: Span<Octet>,
    _ others: Span<Octet>, _ second: Span<Octet>
  ) {
    let size = inflow.count
    precondition(source.count == size && rates.count == size)
    precondition(second.count == size && others.count == size)
    for index in 0..<size {
      let sum = rates[index] * source[index] + others[index] * second[index]
      inflow[index] += sum
    }
  }

  @inline(__always)
  private static func add(
    _ inflow: inout MutableSpan<Octet>, _ rates: Span<Octet>, _ source: Span<Octet>,
    _ second: Span<Octet>, times down: Double
  ) {
    let size = inflow.count
    precondition(source.count == size && rates.count == size && second.count == size)
    for index in 0..<size {
      let sum = rates[index] * source[index] + down * second[index]
      inflow[index] += sum
    }
  }

  @inline(__always)
  private static func add(
    _ inflow: inout MutableSpan<Octet>, _ source: Span<Octet>, times down: Double,
    _ second: Span<Octet>, times nextDown: Double
  ) {
    let size = inflow.count
    precondition(source.count == size && second.count == size)
    for index in 0..<size {
      let sum = down * source[index] + nextDown * second[index]
      inflow[index] += sum
    }
  }

  /// Moves a block towards balance, and beyond.
  @inline(__always)
  private static func settle(
    _ target: inout MutableSpan<Octet>, first: Int, inflow: inout MutableSpan<Octet>,
    completions: Span<Octet>, arrivals: Octet, lastArrivals: Octet, factor: Double,
    floor: Double, largest: inout Octet, layers: inout LayerSums?, half: Int
  ) {
    precondition(inflow.count == completions.count && first + inflow.count <= target.count)
    let last = target.count - 1
    for index in 0..<inflow.count {
      let completion = completions[index]
      let entering = first + index == last ? lastArrivals : arrivals
      let balanced = inflow[index] / (completion + entering)
      let old = target[first + index]
      let change = balanced - old
      let relative = (change / balanced).replacing(with: 0, where: balanced .< floor)
      let square = relative * relative
      largest.replace(with: square, where: square .> largest)
      let moved = old + factor * change
      let least = balanced * 0.1
      let new = moved.replacing(with: least, where: moved .< least)
      target[first + index] = new
      layers?.add(new, completions: completion, octet: first + index, half: half)
    }
  }
}
