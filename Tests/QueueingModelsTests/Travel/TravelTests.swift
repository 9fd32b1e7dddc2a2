import Foundation
import QueueingModels
import TestSupport
import Testing

@Suite("Distances and travel times")
struct TravelTests {
  /// Source of truth: Larson and Odoni, sections 3.7.1 and 5.8, and Kolesar and Blum (1973): 1/2 and
  /// 0.6267 √(A/n); 2/3 √A for one server at random in a square, and 0.5214 as the crow flies.
  @Test func `the constants are those of the books`() {
    #expect(TravelMetric.euclidean.nearestConstant == 0.5)
    #expect(agree(TravelMetric.rightAngle.nearestConstant, 0.626657, within: 1e-6))
    #expect(agree(TravelMetric.euclidean.pairConstant, 0.5214054331647207, within: 1e-14))
    let law = SquareRootLaw(area: 9, metric: .rightAngle)
    #expect(law.meanDistance(free: 0) == 2)
    #expect(agree(law.meanDistance(free: 4), 0.6266570686577501 * 1.5, within: 1e-14))
  }

  /// Source of truth: servers and pairs of places put at random into a square, seeded; means and
  /// shares agree within 3 standard errors.
  @Test(arguments: TravelMetric.allCases)
  func `places at random have these distances`(metric: TravelMetric) {
    var generator = SeededGenerator(seed: 5)
    func distance(_ x: Double, _ y: Double) -> Double {
      metric == .euclidean ? (x * x + y * y).squareRoot() : abs(x) + abs(y)
    }
    func check(_ values: [Double], _ expected: Double) {
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      #expect(abs(mean - expected) <= 3 * (square / (count * (count - 1))).squareRoot())
    }
    let law = SquareRootLaw(area: 1, metric: metric)
    let pairs = (0..<40_000).map { _ in
      distance(
        generator.uniform(in: 0...1) - generator.uniform(in: 0...1),
        generator.uniform(in: 0...1) - generator.uniform(in: 0...1))
    }
    check(pairs, law.meanDistance(free: 0))
    for limit in [0.3, 0.9, 1.2] {
      check(pairs.map { $0 <= limit ? 1 : 0 }, law.share(within: limit, free: 0))
    }
    // The nearest of a Poisson number of mean 30, looked for around the middle of a square; the
    // empty square is too rare to matter.
    let nearest = (0..<20_000).map { _ in
      var number = 0
      var product = generator.uniform(in: 0...1)
      while product > exp(-30) {
        number += 1
        product *= generator.uniform(in: 0...1)
      }
      return (0..<max(1, number)).reduce(into: 2.0) { least, _ in
        least = min(
          least,
          distance(generator.uniform(in: -0.5...0.5), generator.uniform(in: -0.5...0.5)))
      }
    }
    check(nearest, law.meanDistance(free: 30))
    check(nearest.map { $0 <= 0.1 ? 1 : 0 }, law.share(within: 0.1, free: 30))
  }

  /// Source of truth: the mean is the integral of the probability of a larger distance, by 4,000
  /// steps of Simpson's rule.
  @Test(arguments: TravelMetric.allCases)
  func `shares and means belong together`(metric: TravelMetric) {
    let law = SquareRootLaw(area: 4, metric: metric)
    for free in [0, 1, 3, 50] {
      let end = free == 0 ? 4.0 : 12 / Double(free).squareRoot()
      var sum = 0.0
      for step in 0...4000 {
        let weight = step == 0 || step == 4000 ? 1.0 : step.isMultiple(of: 2) ? 2.0 : 4.0
        sum += weight * (1 - law.share(within: end * Double(step) / 4000, free: free))
      }
      #expect(agree(law.meanDistance(free: free), sum * end / 12_000, within: 1e-6))
      #expect(law.share(within: 0, free: free) == 0)
      #expect(law.share(within: -1, free: free) == 0)
      #expect(agree(law.share(within: 100, free: free), 1, within: 1e-12))
    }
  }

  /// Source of truth: by hand for M/M/2 with load 1 (π₀ = 1/3, π₁ = 1/3, wait 1/3); the Poisson
  /// mean for many servers; sums and means for the rest.
  @Test func `free servers have their probabilities`() throws {
    let two = try #require(FreeServers(servers: 2, load: 1))
    for value in two.probabilities { #expect(agree(value, 1.0 / 3, within: 1e-14)) }
    #expect(FreeServers(servers: 2, load: 2) == nil)
    for (servers, load) in [(1, 0.0), (1, 1e-9), (4, 3.99), (200, 180), (10_000, 9_950)] {
      let free = try #require(FreeServers(servers: servers, load: load))
      #expect(free.probabilities.count == servers + 1)
      #expect(agree(free.probabilities.reduce(0, +), 1, within: 1e-12))
      #expect(agree(free.mean, Double(servers) - load, within: 1e-9))
      #expect(free.probabilities.allSatisfy { $0 >= 0 })
    }
    let near = try #require(FreeServers(servers: 1, load: 1 - 1e-9))
    #expect(agree(near.probabilities[1], 1e-9, within: 1e-6))
  }

  /// Source of truth: Jensen's inequality for the times when a server is free, and by hand for M/M/2
  /// with load 1 in area 1.
  ///
  /// With none free the distance is finite, where √(A/n) is not: with about one free server on
  /// average, the plug-in is therefore too large.
  @Test(arguments: TravelMetric.allCases)
  func `putting in the mean understates`(metric: TravelMetric) throws {
    let law = SquareRootLaw(area: 2.5, metric: metric)
    for (servers, load) in [(2, 1.0), (6, 3.5), (12, 11.0), (40, 30.0)] {
      let free = try #require(FreeServers(servers: servers, load: load))
      let some = 1 - free.none
      let nearest = (law.meanDistance(free) - free.none * law.meanDistance(free: 0)) / some
      #expect(nearest > law.plugInDistance(meanFree: free.mean / some) * 1.001)
    }
    for (servers, load) in [(6, 3.5), (40, 30.0), (12, 6.0)] {
      let free = try #require(FreeServers(servers: servers, load: load))
      #expect(law.meanDistance(free) > law.plugInDistance(meanFree: Double(servers) - load) * 1.001)
    }
    let full = try #require(FreeServers(servers: 12, load: 11))
    #expect(law.meanDistance(full) < law.plugInDistance(meanFree: 1))
    let two = try #require(FreeServers(servers: 2, load: 1))
    let unit = SquareRootLaw(area: 1, metric: .rightAngle)
    let byHand = (2.0 / 3 + 0.6266570686577501 * (1 + 0.5.squareRoot())) / 3
    #expect(agree(unit.meanDistance(two), byHand, within: 1e-14))
  }

  /// Source of truth: Larson and Odoni, equations 3.88–3.89, at d = v²/a and both sides of it; time
  /// and distance undo each other.
  @Test func `speeding up takes time`() {
    let motion = TravelMotion.accelerating(speed: 3, acceleration: 2)
    #expect(motion.time(for: 4.5) == 3)
    #expect(motion.time(for: 2) == 2)
    #expect(motion.time(for: 9) == 4.5)
    for distance in [0, 0.1, 2, 4.5, 4.6, 30] {
      #expect(agree(motion.distance(within: motion.time(for: distance)), distance, within: 1e-14))
    }
    #expect(TravelMotion.constant(speed: 4).time(for: 2) == 0.5)
    #expect(TravelMotion.constant(speed: 4).distance(within: 2) == 8)
  }

  /// Source of truth: Simpson's rule over the times themselves: E[T] = ∫ P(T > t) dt; and the limits
  /// of an acceleration that does not matter, or of one that is all that matters.
  @Test(arguments: TravelMetric.allCases)
  func `mean times follow from the shares`(metric: TravelMetric) {
    let law = SquareRootLaw(area: 4, metric: metric)
    for motion in [
      TravelMotion.constant(speed: 2), .accelerating(speed: 2, acceleration: 8),
      .accelerating(speed: 0.6, acceleration: 0.4), .accelerating(speed: 50, acceleration: 0.4),
    ] {
      let travel = TravelTime(law, motion)
      for free in [0, 1, 7] {
        let end = motion.time(for: free == 0 ? 4.01 : 13 / Double(free).squareRoot())
        var sum = 0.0
        for step in 0...8000 {
          let weight = step == 0 || step == 8000 ? 1.0 : step.isMultiple(of: 2) ? 2.0 : 4.0
          sum += weight * (1 - travel.share(within: end * Double(step) / 8000, free: free))
        }
        #expect(agree(travel.mean(free: free), sum * end / 24_000, within: 2e-6))
      }
    }
    let brisk = TravelTime(law, .accelerating(speed: 2, acceleration: 1e9))
    #expect(agree(brisk.mean(free: 3), law.meanDistance(free: 3) / 2, within: 1e-6))
  }

  /// Source of truth: the definition: the answer keeps to the limit, one server less does not.
  @Test func `the fewest servers for a travel time`() throws {
    let travel = TravelTime(SquareRootLaw(area: 6, metric: .rightAngle), .constant(speed: 20))
    for (load, limit) in [(0.0, 0.05), (3.0, 0.04), (40.0, 0.02), (5.0, 10.0)] {
      let servers = try #require(travel.fewestServers(load: load, meanAtMost: limit))
      let free = try #require(FreeServers(servers: servers, load: load))
      #expect(travel.mean(free) <= limit)
      if let fewer = FreeServers(servers: servers - 1, load: load) {
        #expect(travel.mean(fewer) > limit)
      }
    }
    #expect(travel.fewestServers(load: 3, meanAtMost: 1e-6) == nil)
    // Putting in the mean of free servers: load + A (k / (v T))², and that is too few.
    let plugIn = 40 + 6 * pow(0.6266570686577501 / (20 * 0.02), 2)
    #expect(Double(try #require(travel.fewestServers(load: 40, meanAtMost: 0.02))) > plugIn)
  }

  /// Source of truth: by hand: free servers × speed ÷ length of streets; its inverse.
  @Test func `streets are swept`() {
    let sweep = SweepInterval(streetLength: 120, speed: 10)
    #expect(sweep.passes(meanFree: 3) == 0.25)
    #expect(sweep.interval(meanFree: 3) == 4)
    #expect(sweep.interval(meanFree: 0) == nil && sweep.passes(meanFree: -1) == 0)
    #expect(sweep.fewestServers(load: 2.5, intervalAtMost: 4) == 6)
    #expect(sweep.fewestServers(load: 3, intervalAtMost: 4) == 6)
    #expect(sweep.fewestServers(load: 3, intervalAtMost: 1e9) == 4)
    #expect(
      SweepInterval(streetLength: 0.3, speed: 1).fewestServers(load: 0.7, intervalAtMost: 1) == 1)
  }
}
