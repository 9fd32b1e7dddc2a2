internal import LinearAlgebra

/// A point of the interior point method, with its residuals.
///
/// z belongs to the bound zero of x (and is zero for free columns); v = u − x and w belong to the
/// upper bound of the boxed columns.
struct InteriorIterate {
  var x: [Double]
  var y: [Double]
  var z: [Double]
  var v: [Double]
  var w: [Double]

  /// b − Ax.
  private(set) var primal: [Double] = []
  /// c − Aᵀy − z + w.
  private(set) var dual: [Double] = []
  /// u − x − v.
  private(set) var box: [Double] = []
  /// The mean of the products x·z and v·w.
  private(set) var mu = 0.0
  /// cᵀx, and bᵀy − uᵀw.
  private(set) var primalObjective = 0.0
  private(set) var dualObjective = 0.0
  /// The largest element of each residual.
  private(set) var primalError = 0.0
  private(set) var dualError = 0.0

  /// Recomputes what follows from x, y, z, v and w.
  mutating func refresh(_ program: InteriorProgram) {
    primal = program.rightSides
    program.matrix.add(columnsTimes: x.map { -$0 }, to: &primal)
    dual = program.costs
    program.matrix.subtractProducts(with: y, from: &dual)
    box = program.uppers
    let boxed = program.boxedCount
    let bounded = program.boundedCount
    var products = 0.0
    var cost = 0.0
    Self.subtract(z, from: &dual)
    Self.add(w, to: &dual)
    for column in 0..<boxed {
      box[column] -= x[column] + v[column]
      products += v[column] * w[column]
    }
    products += Self.dot(x, z, bounded)
    cost = Self.dot(x, program.costs, x.count)
    mu = bounded == 0 ? 0 : products / Double(bounded + boxed)
    primalObjective = cost
    dualObjective = Self.dot(program.rightSides, y, y.count) - Self.dot(program.uppers, w, boxed)
    primalError = max(Self.largest(primal), Self.largest(box))
    dualError = Self.largest(dual)
  }

  /// Moves along `direction`.
  mutating func move(along direction: InteriorDirection, _ primalStep: Double, _ dualStep: Double) {
    Self.add(direction.x, times: primalStep, to: &x)
    Self.add(direction.v, times: primalStep, to: &v)
    Self.add(direction.y, times: dualStep, to: &y)
    Self.add(direction.z, times: dualStep, to: &z)
    Self.add(direction.w, times: dualStep, to: &w)
  }

  /// Whether all numbers are finite.
  var isFinite: Bool {
    mu.isFinite && primalError.isFinite && dualError.isFinite && primalObjective.isFinite
      && dualObjective.isFinite
  }

  static func dot(_ a: [Double], _ b: [Double], _ count: Int) -> Double {
    let a = a.span
    let b = b.span
    var (s0, s1, s2, s3) = (0.0, 0.0, 0.0, 0.0)
    var index = 0
    while index + 4 <= count {
      s0 += a[index] * b[index]
      s1 += a[index + 1] * b[index + 1]
      s2 += a[index + 2] * b[index + 2]
      s3 += a[index + 3] * b[index + 3]
      index += 4
    }
    while index < count {
      s0 += a[index] * b[index]
      index += 1
    }
    return (s0 + s1) + (s2 + s3)
  }

  static func add(_ source: [Double], times weight: Double = 1, to target: inout [Double]) {
    let source = source.span
    var target = target.mutableSpan
    for index in 0..<source.count { target[index] += weight * source[index] }
  }

  private static func subtract(_ source: [Double], from target: inout [Double]) {
    add(source, times: -1, to: &target)
  }

  /// The largest magnitude; not a number if any element is not.
  static func largest(_ numbers: [Double]) -> Double {
    let numbers = numbers.span
    var largest = 0.0
    var total = 0.0
    for index in 0..<numbers.count {
      largest = max(largest, abs(numbers[index]))
      total += numbers[index] * 0
    }
    return total == 0 ? largest : .nan
  }
}

/// A change of an iterate.
struct InteriorDirection {
  var x: [Double]
  var y: [Double]
  var z: [Double]
  var v: [Double]
  var w: [Double]
}
