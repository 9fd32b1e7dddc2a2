import ArgumentParser
import Rollcall

/// Linear programs in files, without any study.
struct LPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lp",
    abstract: "Solve, check and explain linear programs in MPS or CPLEX LP files.",
    discussion: """
      FILE is MPS (free or fixed columns) or CPLEX LP text, plain or .gz; - is standard input. \
      Integer variables are relaxed, and that is said.

      EXAMPLES
        rollcall lp solve model.mps.gz                      the optimum, proven
        rollcall lp solve model.lp --format json --write-solution found.csv
        rollcall lp check model.lp --solution solution.csv   is it optimal?
        rollcall lp iis model.mps                           why is there no point?
        rollcall lp range model.mps                         how far may costs move?
        rollcall lp convert model.mps other.lp

      EXIT CODES
        0 answered     1 the check fails     2 bad input     3 infeasible
        4 limit reached or not proven        5 unbounded
      """,
    subcommands: [
      LPSolveCommand.self, LPCheckCommand.self, LPIISCommand.self, LPRangeCommand.self,
      LPConvertCommand.self,
    ])
}

/// How an answer about a program is printed.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case table
  case json
}

/// The methods as the command line names them.
enum EngineName: String, ExpressibleByArgument, CaseIterable {
  case auto
  case dual
  case primal
  case interior

  var engine: ProgramSettings.Engine {
    switch self {
    case .auto: .auto
    case .dual: .dual
    case .primal: .primal
    case .interior: .interior
    }
  }
}

/// The file of a program, and how the answer is printed.
struct ProgramOptions: ParsableArguments {
  @Argument(
    help: "The program: .mps or .lp, plain or .gz; - for standard input.", completion: .file())
  var file: String

  @Option(help: "How to print: table or json.")
  var format = AnswerFormat.table

  func read() throws -> ProgramFile {
    try explainingErrors { () throws(PlanningError) in try ProgramFile(reading: file) }
  }

  func show(table: String, json: String) throws {
    try Page.show(format == .json ? json : table)
  }
}

/// How a program is solved.
struct SolverOptions: ParsableArguments {
  @Option(help: "The method: auto, dual, primal or interior.")
  var engine = EngineName.auto

  @Option(help: ArgumentHelp("Stop after so many seconds.", valueName: "seconds"))
  var timeLimit: Double?

  @Option(help: ArgumentHelp("Stop after so many iterations.", valueName: "count"))
  var iterationLimit: Int?

  @Flag(help: "Do not reduce the program first.")
  var noPresolve = false

  @Flag(help: "Stop the interior point method at its own optimum, without a basis.")
  var noCrossover = false

  func validate() throws {
    if let timeLimit, !(timeLimit > 0) {
      throw ValidationError("--time-limit must be a positive number of seconds.")
    }
    if let iterationLimit, iterationLimit < 0 {
      throw ValidationError("--iteration-limit must not be negative.")
    }
  }

  var settings: ProgramSettings {
    ProgramSettings(
      engine: engine.engine, timeLimit: timeLimit, iterationLimit: iterationLimit,
      isPresolving: !noPresolve, isCrossingOver: !noCrossover)
  }
}

extension Exit {
  /// The code for the status of a program.
  static func code(for status: ProgramAnswer.Status) -> ExitCode? {
    switch status {
    case .optimal: nil
    case .infeasible: infeasible
    case .unbounded: unbounded
    case .limit, .notProven: limit
    }
  }
}
