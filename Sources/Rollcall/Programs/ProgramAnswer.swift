internal import LinearProgramming

/// What became of the program of a file, with the figures of its proof.
public struct ProgramAnswer: Sendable {
  /// What is known.
  public enum Status: String, Sendable {
    /// No other feasible point does better.
    case optimal
    /// Rows and bounds contradict one another.
    case infeasible
    /// The objective can be improved without limit.
    case unbounded
    /// A limit of the settings was reached.
    case limit
    /// The arithmetic did not suffice for a proof.
    case notProven
  }

  /// The file.
  public let file: ProgramFile
  /// How long the solve took, its presolve included and the check of the answer not.
  public let solveTime: Duration
  let outcome: Outcome

  /// Solves the program of `file`.
  ///
  /// - Throws: `E303` when a number in the file or the settings makes no sense.
  public init(
    solving file: ProgramFile, _ settings: ProgramSettings = ProgramSettings()
  ) throws(PlanningError) {
    self.file = file
    let start = ContinuousClock.now
    outcome = try file.solving { program throws(SolverError) in try program.solve(settings.solver) }
    let whole = ContinuousClock.now - start
    let stated = outcome.statistics.solveTime
    solveTime = stated > .zero ? stated : whole
  }

  /// What is known.
  public var status: Status {
    switch outcome {
    case .optimal: .optimal
    case .infeasible: .infeasible
    case .unbounded: .unbounded
    case .limit: .limit
    case .notProven: .notProven
    }
  }

  /// One object of JSON: status, objective, engine, figures of the proof, sizes and times.
  ///
  /// Figures that an answer of this status has not are null.
  public var json: String {
    let statistics = outcome.statistics
    let check = outcome.solution?.check
    var entries: [(key: String, value: JSONPiece)] = [
      ("status", .text(status.rawValue)), ("objective", .number(outcome.solution?.objective)),
      ("engine", .text(statistics.engine.rawValue)),
      ("iterations", .count(statistics.simplexIterations + statistics.interiorIterations)),
      ("solveSeconds", .number(solveTime.seconds)),
      ("primalResidual", .number(check?.primalResidual)),
      ("dualResidual", .number(check?.dualResidual)), ("gap", .number(check?.gap)),
      ("simplexIterations", .count(statistics.simplexIterations)),
      ("interiorIterations", .count(statistics.interiorIterations)),
      ("checkSeconds", .number(statistics.checkTime.seconds)),
    ]
    entries += certificateEntries + file.sizes
    return JSONPiece.object(entries).page
  }

  private var certificateEntries: [(key: String, value: JSONPiece)] {
    switch outcome {
    case .optimal: return []
    case .infeasible(let certificate):
      let rows = certificate.conflictingRows.map { row in
        JSONPiece.object([
          ("name", .text(file.program.name(of: row))),
          ("multiplier", .number(certificate.multiplier(of: row))),
        ])
      }
      return Self.entries(certificate.check) + [("conflictingRows", .list(rows))]
    case .unbounded(let certificate):
      let rates = file.program.variables.filter { certificate.rate(of: $0) != 0 }.map { variable in
        JSONPiece.object([
          ("name", .text(file.program.name(of: variable))),
          ("rate", .number(certificate.rate(of: variable))),
        ])
      }
      return Self.entries(certificate.check) + [("direction", .list(rates))]
    case .limit(let report):
      return [("reason", .text("\(report)")), ("bestBound", .number(report.bestBound))]
    case .notProven(let report): return [("reason", .text("\(report)"))]
    }
  }

  static func entries(_ check: CertificateCheck) -> [(key: String, value: JSONPiece)] {
    [
      ("margin", .number(check.margin)),
      ("marginNeeded", .number(CertificateCheck.relativeMargin * check.magnitude)),
      ("residual", .number(check.residual)),
    ]
  }

  /// Writes the solution to the file at `path` as CSV `kind,name,value,dual`, whole or not at all.
  ///
  /// - Returns: Whether there is a solution; without one nothing is written.
  /// - Throws: `E092` when the file cannot be written.
  public func writeSolution(to path: String) throws(PlanningError) -> Bool {
    guard let solution = outcome.solution else { return false }
    do {
      try SolutionFile.write(solution, of: file.program, to: path)
    } catch {
      throw .files(error)
    }
    return true
  }
}
