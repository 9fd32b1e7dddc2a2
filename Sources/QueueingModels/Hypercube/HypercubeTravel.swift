extension HypercubePerformance {
  /// Mean travel times of servers to customers, in the unit of the times given.
  public struct Travel: Hashable, Sendable {
    /// Over all served customers; nothing when there are none.
    public var mean: Double?
    /// Over the customers of each atom, also of one without arrivals.
    public var byAtom: [Double]
    /// Over the customers of each server; nothing for a server that serves nobody.
    public var byServer: [Double?]
    /// Over customers who had to wait; nothing without a line or arrivals.
    public var afterWait: Double?
  }

  /// Returns mean travel times.
  ///
  /// A customer served at once is travelled to from where the server is while free. One who
  /// waited is served by whoever becomes free first, which travels from the customer it just
  /// left: at an atom in proportion to arrivals. Without `between`, servers are taken to return
  /// to their places first.
  ///
  /// - Parameters:
  ///   - times: From the place of each free server to each atom, by server, then atom.
  ///   - between: From atom to atom, for customers who waited.
  /// - Returns: Means over all, by atom and by server.
  /// - Precondition: Shapes agree.
  /// - Complexity: O(atoms × servers + atoms²).
  public func travel(times: [[Double]], between: [[Double]]? = nil) -> Travel {
    let (atoms, servers) = (model.atomCount, model.serverCount)
    precondition(times.count == servers, "Times are given for every server")
    precondition(times.allSatisfy { $0.count == atoms }, "Times are given for every atom")
    precondition(between.map { $0.count == atoms } ?? true, "Times are given from every atom")
    let rate = model.arrivalRate
    let weights = model.arrivalRates.map { rate > 0 ? $0 / rate : 0 }
    let waits = model.line == .waits ? allBusyProbability : 0
    let served = model.line == .lost ? someFreeProbability : 1
    let queue = (0..<servers).map(shareOfQueue)
    var byAtom = [Double](repeating: 0, count: atoms)
    var timeOfServer = [Double](repeating: 0, count: servers)
    var shareOfServer = timeOfServer
    var waited = 0.0
    let arrivals = between.flatMap { rate > 0 ? Self.means($0, weights: weights) : nil }
    for atom in 0..<atoms {
      for server in 0..<servers {
        let now = immediateProbability(atom: atom, server: server) / served
        let later = waits * queue[server]
        let afterWait = arrivals?[atom] ?? times[server][atom]
        let time = (now > 0 ? now * times[server][atom] : 0) + (later > 0 ? later * afterWait : 0)
        byAtom[atom] += time
        guard weights[atom] > 0 else { continue }
        timeOfServer[server] += weights[atom] * time
        shareOfServer[server] += weights[atom] * (now + later)
        waited += weights[atom] * queue[server] * afterWait
      }
    }
    return Travel(
      mean: rate > 0 ? timeOfServer.reduce(0, +) : nil, byAtom: byAtom,
      byServer: zip(timeOfServer, shareOfServer).map { $1 > 0 ? $0 / $1 : nil },
      afterWait: model.line == .waits && rate > 0 ? waited : nil)
  }

  /// The mean time to each atom from an atom drawn with `weights`.
  private static func means(_ times: [[Double]], weights: [Double]) -> [Double] {
    var means = [Double](repeating: 0, count: weights.count)
    for (weight, row) in zip(weights, times) where weight > 0 {
      precondition(row.count == means.count, "Times are given to every atom")
      for atom in means.indices { means[atom] += weight * row[atom] }
    }
    return means
  }
}
