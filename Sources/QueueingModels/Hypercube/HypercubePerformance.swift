/// What servers and customers of a ``HypercubeModel`` experience in the long run.
///
/// Both solutions of a model, the exact and the approximate one, have one.
public struct HypercubePerformance: Hashable, Sendable {
  /// The model.
  public let model: HypercubeModel
  /// The rate at which each server completes customers while busy, with the time factors of the
  /// atoms that it serves.
  public let serviceRates: [Double]
  /// The share of time that each server is busy.
  public let workloads: [Double]
  /// The share of time that 0, 1, … servers are busy; the last one includes times with a queue.
  public let busyDistribution: [Double]
  /// By atom and then server, the probability that a customer is served by it at once.
  let immediate: [Double]

  /// The probability that all servers are busy, P′Q: that a customer is lost, or has to wait.
  public var allBusyProbability: Double { busyDistribution[busyDistribution.count - 1] }

  /// The probability that some server is free, without loss of digits when it is small.
  public var someFreeProbability: Double { busyDistribution.dropLast().reduce(0, +) }

  /// The share of customers that are lost; 0 with a line.
  public var lossProbability: Double { model.line == .lost ? allBusyProbability : 0 }

  /// The share of customers that have to wait for a server; 0 without a line.
  public var waitProbability: Double { model.line == .waits ? allBusyProbability : 0 }

  /// The mean wait for a server, over all customers; 0 without a line.
  public var meanWait: Double {
    guard model.line == .waits else { return 0 }
    return waitProbability / (serviceRates.reduce(0, +) - model.arrivalRate)
  }

  /// The mean number of busy servers.
  public var meanBusy: Double { workloads.reduce(0, +) }

  /// The largest workload less the smallest.
  public var imbalance: Double { (workloads.max() ?? 0) - (workloads.min() ?? 0) }

  /// The share of waiting customers that each server takes: it becomes free in proportion to its
  /// rate.
  func shareOfQueue(server: Int) -> Double { serviceRates[server] / serviceRates.reduce(0, +) }

  /// Returns the probability that a customer of an atom is served by a server without waiting.
  public func immediateProbability(atom: Int, server: Int) -> Double {
    immediate[atom * model.serverCount + server]
  }

  /// Returns the share of an atom's served customers that a server serves, at once or after a wait.
  ///
  /// Over the servers it adds up to 1, also for an atom without arrivals.
  public func share(ofAtom atom: Int, servedBy server: Int) -> Double {
    let now = immediateProbability(atom: atom, server: server)
    switch model.line {
    case .lost: return now / someFreeProbability
    case .waits: return now + allBusyProbability * shareOfQueue(server: server)
    }
  }

  /// Returns the share of all served customers that come from an atom and are served by a server,
  /// f(n, j) in the literature; over atoms and servers it adds up to 1.
  public func fraction(atom: Int, server: Int) -> Double {
    let rate = model.arrivalRate
    guard rate > 0 else { return 0 }
    return model.arrivalRates[atom] / rate * share(ofAtom: atom, servedBy: server)
  }
}

extension HypercubePerformance {
  /// How many customers are served by a server that is not their own.
  public struct Areas: Hashable, Sendable {
    /// The share of all served customers who are served from outside their area.
    public var shareOutside: Double
    /// For each server's area, the share of its served customers who are served from outside;
    /// nothing where no customers arrive.
    public var byArea: [Double?]
    /// For each server, the share of those it serves who come from other areas; nothing for a
    /// server that serves nobody.
    public var byServer: [Double?]
  }

  /// Returns how many customers are served by a server that is not their own, `owners` being for
  /// each atom the server whose area it belongs to.
  ///
  /// - Precondition: `owners` names a server for each atom.
  /// - Complexity: O(atoms × servers).
  public func areas(owners: [Int]) -> Areas {
    precondition(owners.count == model.atomCount, "Every atom belongs to an area")
    let none = [Double](repeating: 0, count: model.serverCount)
    var (ofArea, leaving, ofServer, foreign) = (none, none, none, none)
    let queue = none.indices.map(shareOfQueue)
    let free = someFreeProbability
    for atom in owners.indices where model.arrivalRates[atom] > 0 {
      let weight = model.arrivalRates[atom] / model.arrivalRate
      for server in none.indices {
        let now = immediateProbability(atom: atom, server: server)
        let share =
          model.line == .lost ? now / free : now + allBusyProbability * queue[server]
        let part = weight * share
        ofArea[owners[atom]] += part
        ofServer[server] += part
        if server != owners[atom] {
          leaving[owners[atom]] += part
          foreign[server] += part
        }
      }
    }
    func ratios(_ parts: [Double], _ wholes: [Double]) -> [Double?] {
      zip(parts, wholes).map { $1 > 0 ? min($0 / $1, 1) : nil }
    }
    return Areas(
      shareOutside: leaving.reduce(0, +), byArea: ratios(leaving, ofArea),
      byServer: ratios(foreign, ofServer))
  }
}
