extension SeveralServerQueue {
  /// Returns the smallest number of servers with which every class keeps to its target; 0 without
  /// arrivals.
  ///
  /// Servers are added one by one to one ``SeveralServerSequence``. The target that failed last is
  /// looked at first, so that a search inverts few more transforms than it takes steps; a share
  /// that the probability of any wait, or Markov's bound mean / time, already vouches for is not
  /// inverted.
  ///
  /// - Parameters:
  ///   - classes: The classes, most urgent first.
  ///   - serviceRate: The tasks that one busy server completes per unit of time.
  ///   - targets: One element for each class, nothing where its wait does not matter; waits are
  ///     those to the first server.
  /// - Returns: Servers, more than the load.
  /// - Precondition: The service rate is finite and positive; there are as many targets as classes,
  ///   with limits above 0, shares from 0 to less than 1 and times of at least 0.
  /// - Complexity: O(result × the most servers that a customer asks for), and one inversion a step.
  public static func fewestServers(
    classes: [CustomerClass], serviceRate: Double, meeting targets: [WaitTarget?]
  ) -> Int {
    precondition(targets.count == classes.count, "Every class has a target or none")
    precondition(
      targets.allSatisfy { $0?.isSensible ?? true }, "A target is in its range")
    var sequence = SeveralServerSequence(classes: classes, serviceRate: serviceRate)
    guard sequence.load > 0 else { return 0 }
    var servers = 0
    var first = targets.count - 1
    while true {
      sequence.addServer()
      servers += 1
      guard let queue = sequence.queue else { continue }
      if !queue.meets(targets[first], ofClass: first) { continue }
      let failing = targets.indices.first {
        $0 != first && !queue.meets(targets[$0], ofClass: $0)
      }
      guard let failing else { return servers }
      first = failing
    }
  }

  /// Returns whether customers of a class keep to a target until their first server; without a
  /// target they do.
  ///
  /// - Precondition: The class, counted from 0, is one of ``classes``.
  /// - Complexity: At most that of one probability.
  public func meets(_ target: WaitTarget?, ofClass position: Int) -> Bool {
    switch target {
    case nil: return true
    case .waitProbability(let limit): return waitProbability <= limit
    case .meanWait(let limit): return meanWait(ofClass: position) <= limit
    case .share(let share, let time):
      let rest = 1 - share
      if waitProbability <= rest { return true }
      if time == 0 { return false }
      if meanWait(ofClass: position) <= rest * time { return true }
      return waitProbability(ofClass: position, exceeding: time, isAtMost: rest)
    }
  }
}
