internal import LinearAlgebra

/// How well values and prices meet the conditions of optimality of an unscaled form.
///
/// The figures are those of ``OptimalityCheck``, computed in plain arithmetic so that they can be
/// asked for in every iteration.
struct InteriorAudit {
  /// The largest relative violation of a row.
  let primal: Double
  /// The largest relative reduced cost that points to an infinite bound.
  let dual: Double
  /// The relative gap of the objectives.
  let gap: Double

  /// The worst of the three; infinite if any is no number.
  var worst: Double {
    let worst = max(primal, dual, gap)
    return worst.isFinite && primal.isFinite && dual.isFinite && gap.isFinite ? worst : .infinity
  }

  /// Audits `values` of the variables and `prices` of the rows.
  ///
  /// - Complexity: O(variables + rows + entries).
  init(of form: ComputationalForm, values: [Double], prices: [Double]) {
    let n = form.variableCount
    var activities = [Double](repeating: 0, count: form.rowCount)
    var scales = [Double](repeating: 1, count: form.rowCount)
    var dual = 0.0
    var objective = 0.0
    var dualObjective = 0.0
    for column in 0..<n {
      let value = values[column]
      var reduced = form.costs[column]
      var scale = max(1, abs(reduced))
      for entry in form.matrix.starts[column]..<form.matrix.starts[column + 1] {
        let row = form.matrix.rows[entry]
        let weight = form.matrix.values[entry]
        let product = weight * value
        activities[row] += product
        scales[row] = max(scales[row], abs(product))
        let part = weight * prices[row]
        reduced -= part
        scale = max(scale, abs(part))
      }
      objective += form.costs[column] * value
      let end = reduced > 0 ? form.lower[column] : form.upper[column]
      if end.isFinite {
        dualObjective += reduced * end
      } else {
        dual = Self.worse(dual, abs(reduced) / scale)
        dualObjective += reduced * value
      }
    }
    var primal = 0.0
    for row in 0..<form.rowCount {
      let (low, high) = (-form.upper[n + row], -form.lower[n + row])
      let activity = activities[row]
      let scale = scales[row]
      if activity < low { primal = Self.worse(primal, (low - activity) / max(scale, abs(low))) }
      if activity > high { primal = Self.worse(primal, (activity - high) / max(scale, abs(high))) }
      if prices[row] == 0 { continue }
      let end = prices[row] > 0 ? low : high
      if end.isFinite {
        dualObjective += prices[row] * end
      } else {
        dual = Self.worse(dual, abs(prices[row]))
        dualObjective += prices[row] * activity
      }
    }
    self.primal = primal
    self.dual = dual
    gap = abs(objective - dualObjective) / (1 + abs(objective))
  }

  private static func worse(_ a: Double, _ b: Double) -> Double { b > a || b.isNaN ? b : a }
}
