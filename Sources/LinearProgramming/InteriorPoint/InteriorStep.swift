internal import LinearAlgebra

/// How far an iterate may move before something reaches zero, and where that happens.
struct StepLength {
  /// The longest step, at most `limit`.
  private(set) var length: Double
  /// What blocks: a column of the first pair of arrays, or of the second if `isUpper`.
  private(set) var blocking: Int?
  private(set) var isUpper = false

  /// The longest step from (`first`, `second`), positive, along (`firstChange`, `secondChange`).
  init(
    _ first: [Double], _ firstChange: [Double], count: Int, _ second: [Double],
    _ secondChange: [Double], limit: Double = 1e10
  ) {
    length = limit
    blocking = nil
    search(first, firstChange, count, upper: false)
    search(second, secondChange, second.count, upper: true)
  }

  private mutating func search(
    _ values: [Double], _ changes: [Double], _ count: Int, upper: Bool
  ) {
    let values = values.span
    let changes = changes.span
    var length = self.length
    var found = -1
    for index in 0..<count {
      let change = changes[index]
      // −change·length > value without a division.
      if change < 0 && values[index] < -change * length {
        length = -values[index] / change
        found = index
      }
    }
    if found >= 0 {
      self.length = length
      blocking = found
      isUpper = upper
    }
  }
}

extension InteriorIterate {
  /// The longest primal step along `direction`.
  func primalStep(_ direction: InteriorDirection, bounded: Int) -> StepLength {
    StepLength(x, direction.x, count: bounded, v, direction.v)
  }

  /// The longest dual step along `direction`.
  func dualStep(_ direction: InteriorDirection, bounded: Int) -> StepLength {
    StepLength(z, direction.z, count: bounded, w, direction.w)
  }

  /// The mean product after steps along `direction`.
  func mu(
    after direction: InteriorDirection, _ primal: Double, _ dual: Double, bounded: Int
  )
    -> Double
  {
    if bounded == 0 { return 0 }
    let sum =
      Self.products(x, direction.x, primal, z, direction.z, dual, bounded)
      + Self.products(v, direction.v, primal, w, direction.w, dual, v.count)
    return sum / Double(bounded + v.count)
  }

  private static func products(
    _ x: [Double], _ dx: [Double], _ primal: Double, _ z: [Double], _ dz: [Double],
    _ dual: Double, _ count: Int
  ) -> Double {
    let (x, dx, z, dz) = (x.span, dx.span, z.span, dz.span)
    var sum = 0.0
    for index in 0..<count {
      sum += (x[index] + primal * dx[index]) * (z[index] + dual * dz[index])
    }
    return sum
  }

  /// Steps that leave the products of the blocking pairs near the mean that follows.
  ///
  /// Source: S. Mehrotra, "On the implementation of a primal-dual interior point method", *SIAM J.
  /// Optim.* 2 (1992), 575–601, §6.
  func steps(_ direction: InteriorDirection, bounded: Int) -> (primal: Double, dual: Double) {
    let primal = primalStep(direction, bounded: bounded)
    let dual = dualStep(direction, bounded: bounded)
    if primal.length >= 1 / 0.99 && dual.length >= 1 / 0.99 { return (1, 1) }
    let (primalLength, dualLength) = (min(primal.length, 1e3), min(dual.length, 1e3))
    let full = mu(after: direction, primalLength, dualLength, bounded: bounded) / 100
    var (alpha, beta) = (0.99 * primalLength, 0.99 * dualLength)
    if let blocking = primal.blocking {
      let (value, change) =
        primal.isUpper ? (v[blocking], direction.v[blocking]) : (x[blocking], direction.x[blocking])
      let partner =
        primal.isUpper
        ? w[blocking] + dualLength * direction.w[blocking]
        : z[blocking] + dualLength * direction.z[blocking]
      let aim = (full / partner - value) / change
      if aim.isFinite { alpha = max(alpha, min(aim, (1 - 1e-8) * primalLength)) }
    }
    if let blocking = dual.blocking {
      let (value, change) =
        dual.isUpper ? (w[blocking], direction.w[blocking]) : (z[blocking], direction.z[blocking])
      let partner =
        dual.isUpper
        ? v[blocking] + primalLength * direction.v[blocking]
        : x[blocking] + primalLength * direction.x[blocking]
      let aim = (full / partner - value) / change
      if aim.isFinite { beta = max(beta, min(aim, (1 - 1e-8) * dualLength)) }
    }
    return (min(1, alpha), min(1, beta))
  }
}
