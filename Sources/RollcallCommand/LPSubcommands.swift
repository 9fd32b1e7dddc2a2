import ArgumentParser
import Rollcall

struct LPSolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Solve a linear program and print the answer with its proof.",
    discussion: """
      With --format json, one object: status (optimal, infeasible, unbounded, limit, notProven), \
      objective, engine, iterations, solveSeconds, primalResidual, dualResidual, gap and more; \
      what an answer has not is null. --write-solution writes CSV kind,name,value,dual: of each \
      column its value and reduced cost, of each row its activity and shadow price. Duals are \
      derivatives of the optimal objective, in the stated sense, by the active bound or end.

      EXAMPLES
        rollcall lp solve model.mps --engine interior --time-limit 60
        gunzip -c model.mps.gz | rollcall lp solve - --format json
      """)

  @OptionGroup var program: ProgramOptions
  @OptionGroup var solver: SolverOptions

  @Option(
    help: ArgumentHelp(
      "Write the solution to this file, as CSV, whole or not at all.", valueName: "file"),
    completion: .file())
  var writeSolution: String?

  func run() throws {
    let file = try program.read()
    let answer = try explainingErrors { () throws(PlanningError) in
      try ProgramAnswer(solving: file, solver.settings)
    }
    if let writeSolution {
      let isWritten = try explainingErrors { () throws(PlanningError) in
        try answer.writeSolution(to: writeSolution)
      }
      if !isWritten {
        Talk.say("rollcall: there is no solution, so \(writeSolution) is not written")
      }
    }
    try program.show(table: answer.text, json: answer.json)
    if let code = Exit.code(for: answer.status) { throw code }
  }
}

struct LPCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a solution in a file against a program, whoever computed it.",
    discussion: """
      The solution is CSV kind,name,value,dual, as `lp solve --write-solution` writes it. The \
      values give the objective and the violations of rows and bounds; the duals of the rows give \
      a bound on the objective; the duals of columns and the values of rows must agree with them. \
      Exit code 1 when any figure exceeds the tolerance.

      EXAMPLES
        rollcall lp check model.mps --solution solution.csv --tolerance 1e-8
      """)

  @OptionGroup var program: ProgramOptions

  @Option(
    help: ArgumentHelp("The solution to check.", valueName: "file"), completion: .file())
  var solution: String

  @Option(help: "What each relative figure may be at most.")
  var tolerance = SolutionCheck.defaultTolerance

  func run() throws {
    let file = try program.read()
    let check = try explainingErrors { () throws(PlanningError) in
      try SolutionCheck(ofSolution: solution, for: file, tolerance: tolerance)
    }
    try program.show(table: check.text, json: check.json)
    if !check.passes { throw Exit.findings }
  }
}

struct LPIISCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "iis",
    abstract: "Find rows and bounds that contradict one another, none of them superfluous.",
    discussion: """
      Prints the set with its Farkas multipliers, by how much each member alone must give, and the \
      least total by which rows must give to remove every contradiction. Exit code 0 when a set is \
      found or the program is feasible.

      EXAMPLES
        rollcall lp iis model.mps --format json
      """)

  @OptionGroup var program: ProgramOptions
  @OptionGroup var solver: SolverOptions

  func run() throws {
    let file = try program.read()
    let conflict = try explainingErrors { () throws(PlanningError) in
      try ProgramConflict(in: file, solver.settings)
    }
    try program.show(table: conflict.text, json: conflict.json)
    if !conflict.isAnswered { throw Exit.limit }
  }
}

struct LPRangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "range",
    abstract: "Say how far each cost, right-hand side and bound may move before the basis changes.",
    discussion: """
      With --format json, `costs` has an entry for each column and `ends` one for each finite end \
      of a row or a column; null stands for an interval without an end. A program without an \
      optimum is answered as by `lp solve`.

      EXAMPLES
        rollcall lp range model.lp --format json
      """)

  @OptionGroup var program: ProgramOptions
  @OptionGroup var solver: SolverOptions

  func run() throws {
    let file = try program.read()
    let answer = try explainingErrors { () throws(PlanningError) in
      try ProgramAnswer(solving: file, solver.settings)
    }
    let ranges = try explainingErrors { () throws(PlanningError) in try ProgramRanges(of: answer) }
    guard let ranges else {
      try program.show(table: answer.text, json: answer.json)
      throw Exit.code(for: answer.status) ?? Exit.limit
    }
    try program.show(table: ranges.text, json: ranges.json)
  }
}

struct LPConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a program in the other format: MPS or CPLEX LP text.",
    discussion: """
      EXAMPLES
        rollcall lp convert model.mps.gz other.lp
        rollcall lp convert model.lp other.mps
      """)

  @Argument(
    help: "The program: .mps or .lp, plain or .gz; - for standard input.", completion: .file())
  var file: String

  @Argument(help: "The file to write; its name ends in .mps or .lp.", completion: .file())
  var target: String

  func run() throws {
    let program = try explainingErrors { () throws(PlanningError) in
      try ProgramFile(reading: file)
    }
    try explainingErrors { () throws(PlanningError) in try program.write(to: target) }
    for note in program.notes { Talk.say("note: \(note)") }
    Talk.say("rollcall: wrote \(target)")
  }
}
