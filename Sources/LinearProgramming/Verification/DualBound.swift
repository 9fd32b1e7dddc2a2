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
  /// What counts as one in the objective: one, or the largest cost if all are smaller.
  let unit: Double

  /// Computes the bound from `prices` in the stated sense.
  ///
  /// - Complexity: O(variables + rows + terms).
  init(of program: LinearProgram, prices: [Double], at values: [Double]) {
    let sign = program.sense.sign
    var reduced = [CompensatedSum](repeating: CompensatedSum(), count: program.variableCount)
    let largest = program.objective.terms.reduce(0) { max($0, abs($1.weight)) }
    unit = largest > 0 ? min(1, largest) : 1
    var scales = [Double](repeating: unit, count: program.variableCount)
    for term in program.objective.terms {
      reduced[term.variable.index].add(term.weight)
      scales[term.variable.index] = max(unit, abs(term.weight))
    }
    var objective = CompensatedSum()
    objective.add(program.objective.constant)
    var priceResidual = 0.0
    Self.addRows(
      of: program, sign: sign, prices: prices, values: values, to: &reduced, &scales, &objective,
      &priceResidual)
    var residual = priceResidual / unit
    reducedCosts = reduced.map(\.value)
    let lowers = program.lowerBounds.span
    let uppers = program.upperBounds.span
    for (index, cost) in reducedCosts.enumerated() where cost != 0 {
      let end = cost * sign > 0 ? lowers[index] : uppers[index]
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

  /// Adds what the rows contribute: to the objective their prices times their ends, to the reduced
  /// costs minus their prices times their terms.
  private static func addRows(
    of program: LinearProgram, sign: Double, prices: [Double], values: [Double],
    to reduced: inout [CompensatedSum], _ scales: inout [Double],
    _ objective: inout CompensatedSum, _ residual: inout Double
  ) {
    let starts = program.rowStarts.span
    let terms = program.terms.span
    let lowers = program.rowLowers.span
    let uppers = program.rowUppers.span
    let values = values.span
    var reduced = reduced.mutableSpan
    var scales = scales.mutableSpan
    for (row, price) in prices.enumerated() where price != 0 {
      for position in starts[row]..<starts[row + 1] {
        let index = terms[position].variable.index
        let product = terms[position].weight * price
        reduced[index].add(-product)
        scales[index] = max(scales[index], abs(product))
      }
      let end = price * sign > 0 ? lowers[row] : uppers[row]
      if end.isFinite && price.isFinite {
        objective.add(price * end)
      } else {
        residual.raise(to: abs(price))
        var activity = 0.0
        for position in starts[row]..<starts[row + 1] {
          activity += terms[position].weight * values[terms[position].variable.index]
        }
        objective.add(price * activity)
      }
    }
  }
}
