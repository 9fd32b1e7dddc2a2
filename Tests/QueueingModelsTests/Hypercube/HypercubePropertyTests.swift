import Foundation
import QueueingModels
import TestSupport
import Testing

@Suite("Hypercube, properties")
struct HypercubePropertyTests {
  /// Source of truth: with customers who choose at random the servers are those of Erlang.
  @Test(arguments: [1, 2, 3, 4], HypercubeModel.Line.allCases)
  func `servers in random order are Erlang's`(servers: Int, line: HypercubeModel.Line) throws {
    let load = 0.7 * Double(servers)
    let model = RandomHypercubes.everyOrder(of: servers, arrivalRate: load, line: line)
    let performance = try #require(model.solved()).performance
    let busy: Double
    if line == .lost {
      busy = ErlangB(servers: servers, load: load).blocking
    } else {
      let queue = try #require(ErlangC(servers: servers, arrivalRate: load, serviceRate: 1))
      busy = queue.waitProbability
      #expect(agree(performance.meanWait, queue.meanWait, within: 1e-12))
    }
    #expect(agree(performance.allBusyProbability, busy, within: 1e-12))
    for workload in performance.workloads {
      #expect(agree(workload, performance.workloads[0], within: 1e-12))
    }
  }

  /// Source of truth: with equal rates the number of busy servers is Erlang's, whatever the
  /// preferences: it rises by all arrivals and falls by all busy servers.
  @Test(arguments: [3, 7, 12], HypercubeModel.Line.allCases)
  func `the number busy is Erlang's for any preferences`(
    servers: Int, line: HypercubeModel.Line
  ) throws {
    let model = RandomHypercubes.model(
      servers: servers, atoms: 30, utilization: 0.6, line: line, seed: 5)
    let performance = try #require(model.solved()).performance
    let sequence = ErlangSequence(load: model.arrivalRate, servers: Double(servers))
    let busy = line == .lost ? sequence.blocking : try #require(sequence.waitProbability)
    #expect(agree(performance.allBusyProbability, busy, within: 1e-9))
    for count in 1..<servers {
      let ratio = performance.busyDistribution[count] / performance.busyDistribution[count - 1]
      #expect(agree(ratio, model.arrivalRate / Double(count), within: 1e-9))
    }
    #expect(agree(performance.busyDistribution.reduce(0, +), 1, within: 1e-12))
  }

  /// Source of truth: what servers complete is what is not lost, server by server and atom by
  /// atom; shares of an atom's customers add up to 1.
  @Test(arguments: [2, 5, 9], HypercubeModel.Line.allCases)
  func `customers are conserved`(servers: Int, line: HypercubeModel.Line) throws {
    let model = RandomHypercubes.model(
      servers: servers, atoms: 25, utilization: 0.7, spread: 1.5, line: line, seed: 11)
    let performance = try #require(model.solved()).performance
    let served = model.arrivalRate * (1 - performance.lossProbability)
    for server in 0..<servers {
      let share = (0..<25).reduce(0) { $0 + performance.fraction(atom: $1, server: server) }
      let completed = performance.workloads[server] * model.serviceRates[server]
      #expect(agree(completed, share * served, within: 1e-9))
    }
    for atom in 0..<25 {
      let sum = (0..<servers).reduce(0) { $0 + performance.share(ofAtom: atom, servedBy: $1) }
      #expect(agree(sum, 1, within: 1e-12))
    }
    let distribution = performance.busyDistribution.enumerated()
    let meanBusy = distribution.reduce(0) { $0 + Double($1.offset) * $1.element }
    #expect(agree(meanBusy, performance.meanBusy, within: 1e-12))
  }

  /// Source of truth: symmetry: on a ring, where each atom has a server of its own and turns to
  /// both neighbours equally, all servers are alike.
  @Test(arguments: [4, 7, 10], HypercubeModel.Line.allCases)
  func `servers on a ring are alike`(servers: Int, line: HypercubeModel.Line) throws {
    var lists: [[Int]] = []
    for atom in 0..<servers {
      for direction in [1, -1] {
        let steps = (1..<servers).map { step in
          (step & 1 == 1 ? direction : -direction) * (step + 1) / 2
        }
        lists.append(([0] + steps).map { ((atom + $0) % servers + servers) % servers })
      }
    }
    let model = HypercubeModel(
      arrivalRates: lists.map { _ in 0.3 }, serviceRates: lists.map { _ in 1 }.dropLast(servers),
      preferences: lists, line: line)
    let exact = try #require(model.solved()).performance
    let approximate = try #require(model.approximated()).performance
    for server in 1..<servers {
      #expect(agree(exact.workloads[server], exact.workloads[0], within: 1e-8))
      #expect(agree(approximate.workloads[server], approximate.workloads[0], within: 1e-8))
    }
    // Workloads that are all equal are known, so here the approximation is exact.
    #expect(agree(approximate.workloads[0], exact.workloads[0], within: 1e-8))
  }

  /// Source of truth: metamorphic: new numbers for servers and atoms, atoms cut in two and a faster
  /// clock change nothing but names and units.
  @Test func `names and units do not matter`() throws {
    let model = RandomHypercubes.model(
      servers: 8, atoms: 12, utilization: 0.5, spread: 1, seed: 3)
    var generator = SeededGenerator(seed: 8)
    let order = generator.shuffled(8)
    var inverse = order
    for (new, old) in order.enumerated() { inverse[old] = new }
    let renamed = HypercubeModel(
      arrivalRates: (model.arrivalRates + model.arrivalRates).map { $0 * 30 },
      serviceRates: order.map { model.serviceRates[$0] * 60 },
      preferences: (model.preferences + model.preferences).map { $0.map { inverse[$0] } },
      line: .lost)
    let one = try #require(model.solved()).performance
    let other = try #require(renamed.solved()).performance
    for (new, old) in order.enumerated() {
      #expect(agree(other.workloads[new], one.workloads[old], within: 1e-9))
      let cut = other.fraction(atom: 3, server: new) + other.fraction(atom: 15, server: new)
      #expect(agree(cut, one.fraction(atom: 3, server: old), within: 1e-8))
    }
  }

  /// Source of truth: travel as a plain sum over fractions, by atom and by server, where servers
  /// return to their places; and with all distances equal to 1 every mean is 1.
  @Test(arguments: HypercubeModel.Line.allCases)
  func `travel is the mean over fractions`(line: HypercubeModel.Line) throws {
    let model = RandomHypercubes.model(
      servers: 6, atoms: 9, utilization: 0.6, spread: 1, line: line, seed: 21)
    let times = RandomHypercubes.times(servers: 6, atoms: 9, seed: 21)
    let performance = try #require(model.solved()).performance
    let travel = performance.travel(times: times)
    var sum = 0.0
    for atom in 0..<9 {
      var ofAtom = 0.0
      for server in 0..<6 {
        sum += performance.fraction(atom: atom, server: server) * times[server][atom]
        ofAtom += performance.share(ofAtom: atom, servedBy: server) * times[server][atom]
      }
      #expect(agree(travel.byAtom[atom], ofAtom, within: 1e-12))
    }
    #expect(agree(travel.mean, sum, within: 1e-12))
    let ones = performance.travel(
      times: times.map { $0.map { _ in 1 } },
      between: (0..<9).map { _ in [Double](repeating: 1, count: 9) })
    #expect(agree(ones.mean, 1, within: 1e-12))
    for time in ones.byServer { #expect(agree(time, 1, within: 1e-12)) }
    for time in ones.byAtom { #expect(agree(time, 1, within: 1e-12)) }
    #expect((ones.afterWait != nil) == (line == .waits))
  }

  /// Source of truth: the term of the queue in Larson and Odoni, equation 5.20 ff.: P′Q times the
  /// mean distance between two customers drawn from all arrivals.
  @Test func `customers who waited are travelled to from the customer before`() throws {
    let model = HypercubeGoldenTests.threeServers
    let performance = try #require(model.solved()).performance
    let still = [[Double]](repeating: [Double](repeating: 0, count: 5), count: 3)
    let between = (0..<5).map { one in (0..<5).map { abs(Double(one - $0)) } }
    var mean = 0.0
    for one in 0..<5 {
      for other in 0..<5 {
        mean +=
          model.arrivalRates[one] * model.arrivalRates[other] / 2.25 * between[one][other]
      }
    }
    let travel = performance.travel(times: still, between: between)
    #expect(agree(travel.mean, performance.allBusyProbability * mean, within: 1e-12))
    #expect(agree(travel.afterWait, mean, within: 1e-12))
  }

  /// Source of truth: definition: nearest first, lower number first of equals; a server that is
  /// half here and half there has the mean of both times.
  @Test func `preferences follow travel times`() {
    let times = [[3.0, 1, 2], [1, 1, 2], [2, 0, 2]]
    #expect(
      HypercubeModel.preferences(byTravelTimes: times) == [[1, 2, 0], [2, 0, 1], [0, 1, 2]])
    let means = HypercubeModel.meanTravelTimes(locations: [[1, 1, 0], [0, 0, 2]], times: times)
    #expect(means == [[2, 1, 2], [2, 0, 2]])
  }
}
