internal import LinearAlgebra

/// A contradiction with one of its rows made elastic: how little that row must give.
///
/// The program is: minimize g ≥ 0 subject to all members, the pivotal row's end moved by g. At
/// its optimum every member holds with equality, if none is superfluous, and the prices are the
/// multipliers of the contradiction. Letting one member go instead and bringing g back to zero is
/// one step of the simplex method, and gives a point that meets all the others.
struct ElasticConflict {
  /// The program to solve; its last variable is g.
  let program: LinearProgram
  private let conflict: ConflictProgram

  /// Makes the row elastic whose multiplier, times its largest weight, is largest.
  ///
  /// - Precondition: The conflict has a row.
  init(_ conflict: ConflictProgram) {
    self.conflict = conflict
    var pivotal = 0
    var largest = -1.0
    for (place, row) in conflict.program.rows.enumerated() {
      let weight = conflict.program.terms(of: row).reduce(0) { max($0, abs($1.weight)) }
      let size = abs(conflict.multipliers[place]) * max(weight, .leastNormalMagnitude)
      if size > largest { (pivotal, largest) = (place, size) }
    }
    var program = LinearProgram(name: conflict.program.name)
    for variable in conflict.program.variables {
      _ = program.addVariable(
        conflict.program.name(of: variable), in: conflict.program.bounds(of: variable))
    }
    let give = program.addVariable("give")
    for (place, row) in conflict.program.rows.enumerated() {
      var expression = conflict.program.expression(of: row)
      if place == pivotal {
        expression.add(give, times: conflict.multipliers[place] > 0 ? 1 : -1)
      }
      program.require(
        expression.within(conflict.program.bounds(of: row)),
        named: conflict.program.name(of: row))
    }
    program.minimize(give)
    self.program = program
  }

  /// For each member, the primal residual of a point that meets all the others; `nil` where the
  /// step gives none.
  ///
  /// - Complexity: One solve with the basis and one check of a point for each member.
  func residuals(at basis: Basis) -> [Double?] {
    let form = ComputationalForm(program)
    let scaling = Scaling(of: form)
    let scaled = scaling.apply(to: form)
    let give = form.variableCount - 1
    guard let vertex = BasicVertex(scaled, basis: basis),
      let giveRow = vertex.factorization.head.firstIndex(of: give)
    else { return conflict.members.map { _ in nil } }
    return conflict.members.map { member in
      guard let place = conflict.place(of: member.part) else { return nil }
      var point = vertex.point
      let column =
        switch place {
        case .variable(let variable): variable.index
        case .row(let row): form.variableCount + row.index
        }
      if vertex.isBasic[column] { return nil }
      let image = vertex.image(of: column)
      guard abs(image[giveRow]) > 1e-11 else { return nil }
      let step = point[give] / image[giveRow]
      for (row, basic) in vertex.factorization.head.enumerated() {
        point[basic] -= step * image[row]
      }
      point[column] += step
      let values = scaling.unscaled(values: Array(point.prefix(form.variableCount)))
      return residual(of: Array(values.dropLast()), without: place)
    }
  }

  /// The primal residual of `values` in the conflict without the end at `place`, if it passes.
  private func residual(of values: [Double], without place: ProgramPart) -> Double? {
    var rest = conflict.program
    rest.setBounds(of: place, to: -.infinity ... .infinity)
    let residual = OptimalityCheck.primalResidual(of: rest, values: values)
    return residual <= OptimalityCheck.tolerance ? residual : nil
  }
}
