/// Members of a contradiction with their Farkas multipliers, and the program of them alone.
struct ConflictProgram {
  /// One end that takes part, with its multiplier: positive at a lower end.
  struct Member {
    let part: ProgramPart
    let end: RangeEnd
    let multiplier: Double
  }

  /// The members: rows first, then variables, in order.
  let members: [Member]
  /// The rows of the original program that are members, in order.
  let rows: [Row]
  /// The variables of the original program that stand in these rows, in order.
  let variables: [Variable]
  /// The members alone; row k is `rows[k]`, variable k is `variables[k]`.
  let program: LinearProgram
  /// The multiplier of each of its rows.
  let multipliers: [Double]
  /// The check of the multipliers on it.
  let check: CertificateCheck

  /// The members that a checked contradiction needs: first without what may be mere rounding,
  /// then with ever more of it until the proof stands; `nil` if it never does.
  init?(_ original: LinearProgram, multipliers: [Double]) {
    for threshold in [1e-9, 1e-12, 0] {
      let members = Self.support(of: multipliers, in: original, above: threshold)
      let conflict = ConflictProgram(original, members: members)
      if conflict.check.passes {
        self = conflict
        return
      }
    }
    return nil
  }

  private init(_ original: LinearProgram, members: [Member]) {
    self.members = members
    var rows: [Row] = []
    var multipliers: [Double] = []
    var ranges: [ClosedRange<Double>] = []
    var isUsed = [Bool](repeating: false, count: original.variableCount)
    var bounds: [Int: ClosedRange<Double>] = [:]
    for member in members {
      let range = original.bounds(of: member.part).keeping(member.end)
      switch member.part {
      case .row(let row):
        rows.append(row)
        multipliers.append(member.multiplier)
        ranges.append(range)
        for term in original.terms(of: row) { isUsed[term.variable.index] = true }
      case .variable(let variable): bounds[variable.index] = range
      }
    }
    var program = LinearProgram(name: original.name)
    var places = [Int](repeating: -1, count: original.variableCount)
    variables = original.variables.filter { isUsed[$0.index] }
    for (place, variable) in variables.enumerated() {
      places[variable.index] = place
      _ = program.addVariable(
        original.name(of: variable), in: bounds[variable.index] ?? -.infinity ... .infinity)
    }
    for (row, range) in zip(rows, ranges) {
      let terms = original.terms(of: row).map { term in
        LinearExpression.Term(
          Variable(index: places[term.variable.index]), weight: term.weight)
      }
      program.require(
        LinearExpression(terms: terms).within(range), named: original.name(of: row))
    }
    check = CertificateCheck(infeasibilityOf: program, multipliers: multipliers)
    self.rows = rows
    self.program = program
    self.multipliers = multipliers
  }

  /// The ends with multipliers of more than `threshold` times the terms that they come from.
  ///
  /// - Complexity: O(variables + rows + terms).
  private static func support(
    of multipliers: [Double], in program: LinearProgram, above threshold: Double
  ) -> [Member] {
    var combined = [CompensatedSum](repeating: CompensatedSum(), count: program.variableCount)
    var sizes = [Double](repeating: 0, count: program.variableCount)
    var members: [Member] = []
    for row in program.rows where multipliers[row.index] != 0 {
      let multiplier = multipliers[row.index]
      members.append(member(.row(row), multiplier, program))
      for term in program.terms(of: row) {
        combined[term.variable.index].add(multiplier * term.weight)
        sizes[term.variable.index] += abs(multiplier * term.weight)
      }
    }
    for variable in program.variables {
      let coefficient = combined[variable.index].value
      let end =
        coefficient > 0
        ? program.upperBounds[variable.index] : program.lowerBounds[variable.index]
      if end.isFinite && abs(coefficient) > threshold * sizes[variable.index] {
        members.append(member(.variable(variable), -coefficient, program))
      }
    }
    return members
  }

  private static func member(
    _ part: ProgramPart, _ multiplier: Double, _ program: LinearProgram
  ) -> Member {
    let bounds = program.bounds(of: part)
    let isFixed: Bool = bounds.lowerBound == bounds.upperBound
    return Member(
      part: part, end: isFixed ? .both : multiplier > 0 ? .lower : .upper,
      multiplier: multiplier)
  }

  /// The place of a part of the original program in ``program``.
  func place(of part: ProgramPart) -> ProgramPart? {
    switch part {
    case .row(let row): Self.position(of: row.index, in: rows, \.index).map { .row(Row(index: $0)) }
    case .variable(let variable):
      Self.position(of: variable.index, in: variables, \.index)
        .map { .variable(Variable(index: $0)) }
    }
  }

  private static func position<Element>(
    of index: Int, in sorted: [Element], _ key: (Element) -> Int
  ) -> Int? {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if key(sorted[middle]) < index { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && key(sorted[low]) == index ? low : nil
  }

  /// The members that `multipliers` of this program's rows need, as members of the original.
  func shrunk(to multipliers: [Double]) -> ConflictProgram? {
    guard let part = ConflictProgram(program, multipliers: multipliers) else { return nil }
    return ConflictProgram(part, within: self)
  }

  private init(_ part: ConflictProgram, within whole: ConflictProgram) {
    rows = part.rows.map { whole.rows[$0.index] }
    variables = part.variables.map { whole.variables[$0.index] }
    members = part.members.map { member in
      let origin: ProgramPart =
        switch member.part {
        case .row(let row): .row(whole.rows[row.index])
        case .variable(let variable): .variable(whole.variables[variable.index])
        }
      return Member(part: origin, end: member.end, multiplier: member.multiplier)
    }
    program = part.program
    multipliers = part.multipliers
    check = part.check
  }
}
