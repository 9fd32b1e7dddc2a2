/// The objective that row prices imply, and how far they are from implying one.
///
/// For prices y the reduced costs are d = c − Aᵀy. If every yᵢ and dⱼ points to a finite end,
/// no feasible point has an objective better than the sum of prices times ends (weak duality).
struct DualBound {
  /// The implied objective in the stated sense, its constant included.
  ///
  /// A price that points to an infinite end is taken at the point given instead.
  let objective: Double
  /// The largest relative price or reduced cost that points to an infinite end.
  let residual: Double
  /// The reduced cost of each variable, in the stated sense.
  let reducedCosts: [Double]

  /// Computes the bound from `prices` in the stated sense.
  ///
  /// - Complexity: O(variables + rows + terms).
  init(of program: LinearProgram, prices: [Double], at values: [Double]) {
    let sign = program.sense.sign
    var reduced = [CompensatedSum](repeating: CompensatedSum(), count: program.variableCount)
    var scales = [Double](repeating: 1, count: program.variableCount)
    for term in program.objective.terms {
      reduced[term.variable.index].add(term.weight)
      scales[term.variable.index] = max(1, abs(term.weight))
    }
    var objective = CompensatedSum()
    objective.add(program.objective.constant)
    var residual = 0.0
    for row in program.rows {
      let price = prices[row.index]
      if price == 0 { continue }
      var activity = 0.0
      for term in program.terms(of: row) {
        let product = term.weight * price
        reduced[term.variable.index].add(-product)
        scales[term.variable.index] = max(scales[term.variable.index], abs(product))
        activity += term.weight * values[term.variable.index]
      }
      let end = price * sign > 0 ? program.rowLowers[row.index] : program.rowUppers[row.index]
      if end.isFinite && price.isFinite {
        objective.add(price * end)
      } else {
        residual.raise(to: abs(price))
        objective.add(price * activity)
      }
    }
    reducedCosts = reduced.map(\.value)
    for (index, cost) in reducedCosts.enumerated() where cost != 0 {
      let end = cost * sign > 0 ? program.lowerBounds[index] : program.upperBounds[index]
      if end.isFinite && cost.isFinite {
        objective.add(cost * end)
      } else {
        residual.raise(to: abs(cost) / scales[index])
        objective.add(cost * values[index])
      }
    }
    self.objective = objective.value
    self.residual = residual
  }
}
