/// How the interior point method ended.
enum InteriorEnd {
  /// A point that meets the conditions of optimality.
  case optimal(InteriorSolution)
  /// A point from which no more progress was made.
  case stalled(InteriorSolution)
  /// Row multipliers that should prove infeasibility.
  case infeasible(multipliers: [Double])
  /// A point and a direction that should prove unboundedness.
  case unbounded(point: [Double], direction: [Double])
  /// A limit was reached; the best point so far, if there is one.
  case limit(LimitReport.Limit, InteriorSolution?)
  /// The method gave up.
  case trouble(String)
}

/// A point of the interior point method in terms of the form it was given.
struct InteriorSolution {
  /// The value of each variable.
  let values: [Double]
  /// The price of each row, of the minimization: reduced costs are c − [A I]ᵀ·prices.
  let prices: [Double]
  /// How well they meet the conditions of optimality.
  let audit: InteriorAudit
  /// The number of iterations it took.
  let iterations: Int
}
