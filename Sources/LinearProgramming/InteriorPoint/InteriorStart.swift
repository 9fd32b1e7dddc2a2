internal import LinearAlgebra

extension InteriorIterate {
  /// The starting point of Mehrotra: the least point that meets the equations, and prices that leave
  /// the least reduced costs, both moved away from their bounds as far as they violate them.
  ///
  /// Source: S. Mehrotra, "On the implementation of a primal-dual interior point method", *SIAM J.
  /// Optim.* 2 (1992), 575–601, §7; boxed columns start from the point of the box nearest to zero.
  init<Equations: NormalEquations>(
    startOf program: InteriorProgram, _ system: inout NewtonSystem<Equations>
  ) {
    let (boxed, bounded, count) =
      (program.boxedCount, program.boundedCount, program.columnCount)
    system.factorForStart()
    system.tolerance = 1e-6 * (1 + InteriorIterate.largest(program.rightSides))
    var right = program.rightSides
    program.matrix.add(columnsTimes: program.nearest.map { -$0 }, to: &right)
    x = system.solveNormal(right).image
    for column in 0..<count {
      x[column] = program.nearest[column] + x[column] * (column < boxed ? 0.5 : 1)
    }
    v = program.uppers
    for column in 0..<boxed { v[column] -= x[column] }

    var weighted = program.costs
    for column in 0..<boxed { weighted[column] *= 0.5 }
    var costRight = [Double](repeating: 0, count: program.rowCount)
    program.matrix.add(columnsTimes: weighted, to: &costRight)
    system.tolerance = 1e-6 * (1 + InteriorIterate.largest(program.costs))
    y = system.solveNormal(costRight).y
    z = program.costs
    program.matrix.subtractProducts(with: y, from: &z)
    for column in bounded..<count { z[column] = 0 }
    w = z.prefix(boxed).map { -$0 / 2 }
    for column in 0..<boxed { z[column] /= 2 }
    shiftInside(bounded)
  }

  /// Moves x, v and z, w away from zero.
  private mutating func shiftInside(_ bounded: Int) {
    guard bounded > 0 else { return }
    var primalShift = 0.0
    var dualShift = 0.0
    for column in 0..<bounded {
      primalShift = max(primalShift, -1.5 * x[column])
      dualShift = max(dualShift, -1.5 * z[column])
    }
    for column in v.indices {
      primalShift = max(primalShift, -1.5 * v[column])
      dualShift = max(dualShift, -1.5 * w[column])
    }
    var products = 0.0
    var primalSum = 0.0
    var dualSum = 0.0
    for column in 0..<bounded {
      products += (x[column] + primalShift) * (z[column] + dualShift)
      primalSum += x[column] + primalShift
      dualSum += z[column] + dualShift
    }
    for column in v.indices {
      products += (v[column] + primalShift) * (w[column] + dualShift)
      primalSum += v[column] + primalShift
      dualSum += w[column] + dualShift
    }
    primalShift += dualSum > 0 ? 0.5 * products / dualSum : 0
    dualShift += primalSum > 0 ? 0.5 * products / primalSum : 0
    let least = 1e-3
    for column in 0..<bounded {
      x[column] = max(least, x[column] + primalShift)
      z[column] = max(least, z[column] + dualShift)
    }
    for column in v.indices {
      v[column] = max(least, v[column] + primalShift)
      w[column] = max(least, w[column] + dualShift)
    }
  }
}
