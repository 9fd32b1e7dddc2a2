internal import LinearAlgebra

/// Directions of the predictor–corrector method with multiple centrality correctors.
///
/// Sources: S. Mehrotra, *SIAM J. Optim.* 2 (1992), 575–601; J. Gondzio, "Multiple centrality
/// corrections in a primal-dual method for linear programming", *Comput. Optim. Appl.* 6 (1996),
/// 137–156; M. Colombo and J. Gondzio, "Further development of multiple centrality correctors for
/// interior point methods", *Comput. Optim. Appl.* 41 (2008), 277–305 (the weights).
extension NewtonSystem {
  /// The direction from `point`, with at most `correctorLimit` centrality correctors.
  mutating func direction(
    from point: InteriorIterate, _ program: InteriorProgram, correctorLimit: Int
  ) -> InteriorDirection {
    let bounded = program.boundedCount
    let (lower, upper) = (
      Self.products(point.x, point.z, bounded), Self.products(point.v, point.w, point.v.count)
    )
    let predictor = solve(
      point, primal: point.primal, dual: point.dual, box: point.box,
      lowerProducts: lower.map { -$0 } + Self.zeros(point.x.count - bounded),
      upperProducts: upper.map { -$0 })
    if bounded == 0 { return predictor }
    let primal = min(1, point.primalStep(predictor, bounded: bounded).length)
    let dual = min(1, point.dualStep(predictor, bounded: bounded).length)
    let reached = point.mu(after: predictor, primal, dual, bounded: bounded)
    let ratio = point.mu > 0 ? max(0, reached / point.mu) : 0
    let target = ratio * ratio * ratio * point.mu
    var direction = predictor
    let corrector = solve(
      point, primal: Self.zeros(point.y.count), dual: Self.zeros(point.x.count),
      box: Self.zeros(point.v.count),
      lowerProducts: Self.corrected(predictor.x, predictor.z, target, bounded, point.x.count),
      upperProducts: Self.corrected(
        predictor.v, predictor.w, target, point.v.count, point.v.count))
    _ = point.add(corrector, to: &direction, bounded: bounded)
    for _ in 0..<correctorLimit {
      guard improve(&direction, point, bounded: bounded, target: target) else { break }
    }
    return direction
  }

  private static func zeros(_ count: Int) -> [Double] { [Double](repeating: 0, count: count) }

  private static func products(_ a: [Double], _ b: [Double], _ count: Int) -> [Double] {
    (0..<count).map { a[$0] * b[$0] }
  }

  /// The right-hand sides target − second-order term, and zeros from `count` up to `total`.
  private static func corrected(
    _ dx: [Double], _ dz: [Double], _ target: Double, _ count: Int, _ total: Int
  ) -> [Double] {
    var result = zeros(total)
    var terms = result.mutableSpan
    let (dx, dz) = (dx.span, dz.span)
    for index in 0..<count { terms[index] = target - dx[index] * dz[index] }
    return result
  }

  /// Adds one centrality corrector to `direction` if that lengthens the steps.
  private mutating func improve(
    _ direction: inout InteriorDirection, _ point: InteriorIterate, bounded: Int, target: Double
  ) -> Bool {
    let primal = min(1, point.primalStep(direction, bounded: bounded).length)
    let dual = min(1, point.dualStep(direction, bounded: bounded).length)
    if min(primal, dual) > 0.95 { return false }
    let (longPrimal, longDual) = (min(1, 1.08 * primal + 0.08), min(1, 1.08 * dual + 0.08))
    let lower = Self.centrality(
      point.x, direction.x, longPrimal, point.z, direction.z, longDual, target, bounded)
    let upper = Self.centrality(
      point.v, direction.v, longPrimal, point.w, direction.w, longDual, target, point.v.count)
    let correction = solve(
      point, primal: Self.zeros(point.y.count), dual: Self.zeros(point.x.count),
      box: Self.zeros(point.v.count), lowerProducts: lower, upperProducts: upper)
    var candidate = direction
    let (newPrimal, newDual) = point.add(correction, to: &candidate, bounded: bounded)
    guard newPrimal + newDual >= primal + dual + 0.02 else { return false }
    direction = candidate
    return newPrimal >= primal + 0.01 * (longPrimal - primal)
      && newDual >= dual + 0.01 * (longDual - dual)
  }

  /// What is missing for all products to lie within a factor of ten of `target`.
  private static func centrality(
    _ x: [Double], _ dx: [Double], _ primal: Double, _ z: [Double], _ dz: [Double],
    _ dual: Double, _ target: Double, _ count: Int
  ) -> [Double] {
    var result = zeros(x.count)
    var terms = result.mutableSpan
    let (x, dx, z, dz) = (x.span, dx.span, z.span, dz.span)
    let (low, high) = (0.1 * target, 10 * target)
    for index in 0..<count {
      let product = (x[index] + primal * dx[index]) * (z[index] + dual * dz[index])
      if product < low {
        terms[index] = low - product
      } else if product > high {
        terms[index] = max(high - product, -high)
      }
    }
    return result
  }
}
