internal import LinearAlgebra

/// The linear equations of one iteration.
///
/// A change (x, y, z, v, w) of the iterate meets A·x = primal, x + v = box, Aᵀy + z − w = dual,
/// Z·x + X·z = lowerProducts and W·v + V·w = upperProducts. Everything but y is eliminated, and
/// the normal equations A·Θ·Aᵀ·y = … remain, Θ = (Z/X + W/V + ρ)⁻¹. Conjugate gradients with the
/// factorization as preconditioner make up for what the factorization loses.
struct NewtonSystem<Equations: NormalEquations> {
  /// The weight of the proximal term for columns with bounds.
  var regularization = 1e-12
  /// The weight of the proximal term for free columns.
  static var freeRegularization: Double { 1e-9 }
  /// What is added to the diagonal of the normal equations before they are factored.
  static var diagonalShift: Double { 1e-11 }
  private static var refinementLimit: Int { 15 }

  private let program: InteriorProgram
  private(set) var equations: Equations
  private var weights: [Double]
  /// What the residual of the equations should be at most.
  var tolerance = 0.0
  /// The number of conjugate gradient steps done.
  private(set) var refinementCount = 0

  init(_ program: InteriorProgram, _ equations: Equations) {
    self.program = program
    self.equations = equations
    weights = [Double](repeating: 1, count: program.columnCount)
  }

  /// Factors the equations with unit weights, or 1/2 for boxed columns.
  mutating func factorForStart() {
    for column in 0..<weights.count { weights[column] = column < program.boxedCount ? 0.5 : 1 }
    factor()
  }

  /// Factors the equations at `point`.
  mutating func factor(at point: InteriorIterate) {
    let (boxed, bounded) = (program.boxedCount, program.boundedCount)
    let regularization = self.regularization
    var weights = self.weights.mutableSpan
    let (x, z, v, w) = (point.x.span, point.z.span, point.v.span, point.w.span)
    for column in 0..<boxed {
      weights[column] =
        1 / (z[column] / x[column] + w[column] / v[column] + regularization)
    }
    for column in boxed..<bounded {
      weights[column] = 1 / (z[column] / x[column] + regularization)
    }
    for column in bounded..<weights.count { weights[column] = 1 / Self.freeRegularization }
    factor()
  }

  private mutating func factor() {
    equations.update(
      weights: weights,
      diagonal: [Double](repeating: Self.diagonalShift, count: program.rowCount))
  }

  /// Solves the equations at `point`.
  mutating func solve(
    _ point: InteriorIterate, primal: [Double], dual: [Double], box: [Double],
    lowerProducts: [Double], upperProducts: [Double]
  ) -> InteriorDirection {
    let (boxed, bounded) = (program.boxedCount, program.boundedCount)
    var gradient = dual
    Self.eliminate(
      point, box, lowerProducts, upperProducts, boxed: boxed, bounded: bounded, &gradient)
    var right = primal
    var weighted = gradient
    Self.multiply(weights, into: &weighted)
    program.matrix.add(columnsTimes: weighted, to: &right)
    var (y, x) = solveNormal(right)
    InteriorIterate.add(gradient, times: -1, to: &x)
    Self.multiply(weights, into: &x)
    var z = lowerProducts
    var v = box
    var w = upperProducts
    Self.recover(point, x, boxed: boxed, bounded: bounded, &z, &v, &w)
    y.reserveCapacity(0)
    return InteriorDirection(x: x, y: y, z: z, v: v, w: w)
  }

  private static func eliminate(
    _ point: InteriorIterate, _ box: [Double], _ lowerProducts: [Double],
    _ upperProducts: [Double], boxed: Int, bounded: Int, _ gradientStore: inout [Double]
  ) {
    var gradient = gradientStore.mutableSpan
    let (x, v, w) = (point.x.span, point.v.span, point.w.span)
    let (box, lower, upper) = (box.span, lowerProducts.span, upperProducts.span)
    for column in 0..<bounded { gradient[column] -= lower[column] / x[column] }
    for column in 0..<boxed {
      gradient[column] += (upper[column] - w[column] * box[column]) / v[column]
    }
  }

  private static func multiply(_ factors: [Double], into target: inout [Double]) {
    var target = target.mutableSpan
    let factors = factors.span
    for index in 0..<factors.count { target[index] *= factors[index] }
  }

  /// Computes z, v and w from x; they come in as the right-hand sides.
  private static func recover(
    _ point: InteriorIterate, _ dx: [Double], boxed: Int, bounded: Int,
    _ zStore: inout [Double], _ vStore: inout [Double], _ wStore: inout [Double]
  ) {
    var dz = zStore.mutableSpan
    var dv = vStore.mutableSpan
    var dw = wStore.mutableSpan
    let (x, z, v, w) = (point.x.span, point.z.span, point.v.span, point.w.span)
    let dx = dx.span
    for column in 0..<bounded {
      dz[column] = (dz[column] - z[column] * dx[column]) / x[column]
    }
    for column in 0..<boxed {
      dv[column] -= dx[column]
      dw[column] = (dw[column] - w[column] * dv[column]) / v[column]
    }
  }

  /// Solves the normal equations; returns y and Aᵀy.
  mutating func solveNormal(_ right: [Double]) -> (y: [Double], image: [Double]) {
    var y = right
    equations.solve(&y)
    var image = transposedProduct(y)
    var residual = right
    subtractProduct(image, from: &residual)
    let goal = max(tolerance, 1e-14 * InteriorIterate.largest(right))
    var best = InteriorIterate.largest(residual)
    if best <= goal || !best.isFinite { return (y, image) }
    var (bestY, bestImage) = (y, image)
    var direction: [Double] = []
    var oldProduct = 0.0
    for step in 0..<Self.refinementLimit {
      refinementCount += 1
      var correction = residual
      equations.solve(&correction)
      let product = InteriorIterate.dot(residual, correction, residual.count)
      if step == 0 {
        direction = correction
      } else {
        let ratio = product / oldProduct
        for row in direction.indices { direction[row] = correction[row] + ratio * direction[row] }
      }
      oldProduct = product
      let directionImage = transposedProduct(direction)
      var curved = [Double](repeating: 0, count: residual.count)
      subtractProduct(directionImage, from: &curved)
      let curvature = -InteriorIterate.dot(direction, curved, direction.count)
      guard curvature > 0, product > 0 else { break }
      let length = product / curvature
      InteriorIterate.add(direction, times: length, to: &y)
      InteriorIterate.add(directionImage, times: length, to: &image)
      InteriorIterate.add(curved, times: length, to: &residual)
      let size = InteriorIterate.largest(residual)
      if !size.isFinite { break }
      if size < best {
        (best, bestY, bestImage) = (size, y, image)
        if best <= goal { break }
      }
    }
    return (bestY, bestImage)
  }

  private func transposedProduct(_ y: [Double]) -> [Double] {
    var negative = [Double](repeating: 0, count: program.columnCount)
    program.matrix.subtractProducts(with: y, from: &negative)
    for column in negative.indices { negative[column] = -negative[column] }
    return negative
  }

  /// Subtracts A·Θ·`image` from `target`.
  private func subtractProduct(_ image: [Double], from target: inout [Double]) {
    var scaled = image
    let weights = self.weights.span
    for column in scaled.indices { scaled[column] *= -weights[column] }
    program.matrix.add(columnsTimes: scaled, to: &target)
  }
}
