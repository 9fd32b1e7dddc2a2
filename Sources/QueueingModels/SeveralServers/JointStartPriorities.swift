extension JointStartQueue {
  /// The mean wait of each class, over all customers, if the line is ordered by class, most urgent
  /// first, and by arrival within a class (exact).
  ///
  /// A customer at the head of the line, for whom servers have begun to be held, keeps its turn;
  /// behind it the most urgent customer comes next. The probabilities of a wait are then those of
  /// the order of arrival, ``waitProbabilities``. The argument of Cobham holds for the time T
  /// until a customer comes to the head: with r(k) = λ(k) E[H(k)] the arrivals of class k during a
  /// customer at the head, and R the mean rest of the time of whoever is at the head,
  ///
  ///     T(k) = R / ((1 − r(1) − … − r(k − 1)) (1 − r(1) − … − r(k)))
  ///
  /// to which the class's own time at the head is added. Where a more urgent customer takes
  /// the turn of the head, and the servers held for it, urgent classes wait less than this, and
  /// less urgent ones more; that order has no formula here. Cobham's own queue, with one server for
  /// each customer, is of that kind: use ``PriorityQueue`` or ``SeveralServerQueue`` for it.
  ///
  /// Source: derived here; for the single server with priorities, A. Cobham, Operations Research 2
  /// (1954), 70–76.
  ///
  /// - Complexity: O(classes × w²), w being the most servers that a customer asks for.
  public var meanWaitsWithPriorities: [Double] {
    let rest = meanRestOfHead
    var ahead = 0.0
    var means: [Double] = []
    for one in demand.classes {
      let own = Request(one.servers)
      var atHead = 0.0
      var atOnce = 0.0
      for (step, share) in own.above.enumerated() {
        let duration = share / Double(servers - step)
        atHead += duration
        for start in 0...step { atOnce += free[start] * duration }
      }
      let withClass = ahead + one.arrivalRate / serviceRate * atHead
      let turn = rest / ((1 - ahead) * (1 - withClass))
      means.append((turn + queueProbability * atHead + atOnce) / serviceRate)
      ahead = withClass
    }
    return means
  }

  /// The mean rest of the time at the head of whoever is there, in services; none when nobody
  /// waits.
  private var meanRestOfHead: Double {
    var first = 0.0
    var later = 0.0
    for start in 0..<demand.widest {
      var before = 0.0
      for step in start..<demand.widest {
        // Half a second moment is the sum over pairs of steps, each with itself.
        let duration = 1 / Double(servers - step)
        before += duration
        let half = demand.asking[demand.allClasses + step] * duration * before
        first += free[start] * half
        if start == 0 { later += half }
      }
    }
    return first + queueProbability * later
  }
}
