extension JointStartQueue {
  /// Returns the smallest number of servers with which every class keeps to its target in order of
  /// arrival; 0 without arrivals.
  ///
  /// - Parameters:
  ///   - classes: The classes.
  ///   - serviceRate: The rate at which each server that a customer holds becomes free.
  ///   - targets: One element for each class, nothing where its wait does not matter.
  /// - Returns: At least as many servers as the widest customer asks for.
  /// - Precondition: The service rate is finite and positive; there are as many targets as classes,
  ///   with limits above 0, shares from 0 to less than 1 and times of at least 0.
  /// - Complexity: O(result × w²) once the queue is stable, w being the most servers that a
  ///   customer asks for, and one inversion a step.
  public static func fewestServers(
    classes: [CustomerClass], serviceRate: Double, meeting targets: [WaitTarget?]
  ) -> Int {
    precondition(targets.count == classes.count, "Every class has a target or none")
    precondition(
      targets.allSatisfy { $0?.isSensible ?? true }, "A target is in its range")
    let demand = ServerDemand(classes: classes, serviceRate: serviceRate)
    guard demand.load > 0 else { return 0 }
    var servers = demand.widest
    var sequence = SeveralServerSequence(demand, servers: Double(servers) + 1)
    while true {
      if let queue = JointStartQueue(servers: servers, sequence),
        targets.indices.allSatisfy({ queue.meets(targets[$0], ofClass: $0) })
      {
        return servers
      }
      servers += 1
      sequence.addServer()
    }
  }

  /// Returns whether customers of a class keep to a target in order of arrival; without a target
  /// they do.
  ///
  /// - Precondition: The class, counted from 0, is one of ``classes``.
  /// - Complexity: At most that of one probability.
  public func meets(_ target: WaitTarget?, ofClass position: Int) -> Bool {
    let request = Request(demand.classes[position].servers)
    switch target {
    case nil: return true
    case .waitProbability(let limit): return waitProbability(request) <= limit
    case .meanWait(let limit): return meanWait(request) <= limit
    case .share(let share, let time):
      if waitProbability(request) <= 1 - share { return true }
      return time > 0 && waitProbability(ofClass: position, exceeding: time) <= 1 - share
    }
  }
}
