/// What the plain queue, with one server for each customer and the same load, says instead.
///
/// The plain queue (M/M/c with priorities, ``PriorityQueue``) gives each customer one service of
/// the mean length E[X] / μ, X being the servers asked for over all classes: the pooled
/// approximation. Differences are exact − pooled, so a positive one says that pooling is too
/// hopeful.
public struct PooledComparison: Hashable, Sendable {
  /// The plain queue.
  public let pooled: PriorityQueue
  /// How much larger the exact probability of a wait is.
  public let waitProbabilityDifference: Double
  /// How much longer the exact mean wait of each class is, most urgent first.
  public let meanWaitDifferences: [Double]

  /// Creates the comparison, or nothing when the queue has a backlog or no arrivals.
  ///
  /// - Complexity: O(servers + classes).
  public init?(_ queue: SeveralServerQueue) {
    let rates = queue.demand.classes.map(\.arrivalRate)
    guard queue.load > 0,
      let pooled = PriorityQueue(
        servers: queue.servers, arrivalRates: rates,
        serviceRate: rates.reduce(0, +) / queue.load)
    else { return nil }
    self.pooled = pooled
    waitProbabilityDifference = queue.waitProbability - pooled.waitProbability
    meanWaitDifferences = zip(queue.meanWaits, pooled.meanWaits).map { $0 - $1 }
  }
}
