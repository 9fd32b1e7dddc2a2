internal import LinearProgramming

/// How far each cost, right-hand side and bound of a program may move before its optimal basis
/// changes.
public struct ProgramRanges: Sendable {
  /// The answer whose basis this concerns.
  public let answer: ProgramAnswer
  private let ranging: Ranging
  private let costs: [CostRange]
  private let ends: [EndRange]

  /// Computes the ranges of an optimal answer with a basis.
  ///
  /// - Throws: `E303` when the answer has no basis, as after the interior point method without
  ///   crossover.
  /// - Returns: Nothing if the answer is not optimal.
  public init?(of answer: ProgramAnswer) throws(PlanningError) {
    guard let solution = answer.outcome.solution else { return nil }
    self.answer = answer
    let program = answer.file.program
    let ranging = try answer.file.solving { program throws(SolverError) in
      try program.ranging(of: solution)
    }
    self.ranging = ranging
    costs = program.variables.map(ranging.cost(of:))
    ends =
      program.rows.flatMap { ranging.ends(of: $0) }
      + program.variables.flatMap { ranging.ends(of: $0) }
  }

  /// One object of JSON; an interval without an end has null there.
  public var json: String {
    let program = answer.file.program
    let name = { (part: ProgramPart?) in JSONPiece.optional(part.map(program.name(of:))) }
    let costs = costs.map { range in
      JSONPiece.object([
        ("name", .text(program.name(of: range.variable))), ("cost", .number(range.current)),
        ("value", .number(range.value)), ("lower", .number(range.lower)),
        ("upper", .number(range.upper)), ("objectiveAtLower", .number(range.objectiveAtLower)),
        ("objectiveAtUpper", .number(range.objectiveAtUpper)),
        ("enteringAtLower", name(range.enteringAtLower)),
        ("enteringAtUpper", name(range.enteringAtUpper)),
      ])
    }
    let ends = ends.map { range in
      JSONPiece.object([
        ("kind", .text(range.part.kind)), ("name", name(range.part)),
        ("end", .text(range.end.rawValue)), ("active", .flag(range.isActive)),
        ("limit", .number(range.current)), ("price", .number(range.price)),
        ("lower", .number(range.lower)), ("upper", .number(range.upper)),
        ("objectiveAtLower", .number(range.objectiveAtLower)),
        ("objectiveAtUpper", .number(range.objectiveAtUpper)),
        ("leavingAtLower", name(range.leavingAtLower)),
        ("leavingAtUpper", name(range.leavingAtUpper)),
      ])
    }
    let head: [(key: String, value: JSONPiece)] = [
      ("status", .text(answer.status.rawValue)), ("objective", .number(ranging.objective)),
      ("primalDegenerate", .flag(ranging.isPrimalDegenerate)),
      ("dualDegenerate", .flag(ranging.isDualDegenerate)), ("costs", .list(costs)),
      ("ends", .list(ends)),
    ]
    return JSONPiece.object(head + answer.file.sizes).page
  }

  /// The ranges for people: all costs, then the ends that have a price.
  public var text: String {
    let program = answer.file.program
    let costTable = ResultTable(
      name: "costs", title: "\(answer.file.name): costs, and how far each may move alone",
      columns: [
        .init("column", "Column"), .init("value", "Value"), .init("cost", "Cost"),
        .init("lower", "From"), .init("upper", "To"),
      ],
      rows: costs.map { range in
        [.text(program.name(of: range.variable))]
          + [range.value, range.current, range.lower, range.upper].map(ProgramText.cell)
      })
    let endTable = ResultTable(
      name: "ends", title: "Active right-hand sides and bounds, and how far each may move alone",
      columns: [
        .init("kind", "Kind"), .init("name", "Name"), .init("end", "End"), .init("price", "Price"),
        .init("limit", "Now"), .init("lower", "From"), .init("upper", "To"),
      ],
      rows: ends.filter(\.isActive).map { range in
        [
          .text(range.part.kind), .text(program.name(of: range.part)), .text(range.end.rawValue),
        ] + [range.price, range.current, range.lower, range.upper].map(ProgramText.cell)
      }, notes: degeneracy)
    return costTable.text(notice: nil) + "\n" + endTable.text(notice: nil)
  }

  private var degeneracy: [String] {
    var notes: [String] = []
    if ranging.isPrimalDegenerate {
      notes.append("The optimum is degenerate: right-hand sides may have more room than shown.")
    }
    if ranging.isDualDegenerate {
      notes.append("Costs may have more room than shown, and there may be other optima.")
    }
    return notes
  }
}
