/// The numerator of the transform of the waits of one class, as a polynomial.
///
/// With η for the time of one departure, its prolongation included, the chance to wait beyond a
/// time has the transform η (U(η) D(η) + V(η)) / (D′(η) D(η)), D(η) = c − Σ T(j) ηʲ for the
/// classes up to this one and D′ for those before it. All coefficients of U and V are sums of
/// rates and probabilities: nothing is subtracted at any load.
struct WaitNumerator {
  /// The coefficients of V from the power 0 on.
  private(set) var coefficients: [Double]
  /// The coefficients of U from the power 0 on; none for the first server.
  private(set) var free: [Double] = []

  /// V(1).
  var sum: Double { coefficients.reduce(0, +) }
  /// U(1).
  var freeSum: Double { free.reduce(0, +) }

  /// Creates the numerator of the wait to the first server.
  init(firstServerOf position: Int, in queue: SeveralServerQueue) {
    coefficients = Self.ahead(of: position, in: queue, own: 1)
    coefficients[0] = queue.servers * queue.waitProbability
  }

  /// Creates the numerator of the wait to the last server.
  init(lastServerOf position: Int, in queue: SeveralServerQueue) {
    let ahead = Self.ahead(of: position, in: queue, own: 0)
    let sizes = queue.demand.classes[position].servers
    coefficients = [Double](repeating: 0, count: ahead.count + sizes.count)
    for (size, share) in sizes.enumerated() {
      for (power, value) in ahead.enumerated() { coefficients[power + size + 1] += share * value }
    }
    // Departures awaited at the least: one for each server asked for that is not free on arrival.
    free = [Double](repeating: 0, count: sizes.count)
    var missing = 0.0
    for short in stride(from: sizes.count, through: 1, by: -1) {
      missing += queue.waitProbability * sizes[short - 1]
      for size in short..<sizes.count { missing += queue.free[size - short] * sizes[size] }
      free[short - 1] = missing
    }
  }

  /// Returns Σ ηⁱ Σ (j > i) (P T(j) + α(j)), plus `own` times Σ α(i) ηⁱ.
  private static func ahead(
    of position: Int, in queue: SeveralServerQueue, own: Double
  ) -> [Double] {
    precondition(position >= 0 && position < queue.steadyClasses, "There is no such class")
    let widest = queue.demand.widest
    let row = (position + 1) * widest
    var result = [Double](repeating: 0, count: widest)
    var above = queue.waitProbability * queue.demand.asking[row + widest - 1]
    for power in stride(from: widest - 1, through: 0, by: -1) {
      var overshoot = 0.0
      for column in 0..<(power > 0 ? widest - power : 0) {
        overshoot += queue.free[column] * queue.demand.asking[row + column + power]
      }
      result[power] = above + own * overshoot
      // T(power) stands in the column before.
      if power > 0 {
        above += queue.waitProbability * queue.demand.asking[row + power - 1] + overshoot
      }
    }
    return result
  }
}
