internal import LinearProgramming

/// How well a solution in a file stands up to the program of another, whoever computed it.
public struct SolutionCheck: Sendable {
  /// The file of the program.
  public let file: ProgramFile
  /// The objective at the values, its constant included.
  public let objective: Double
  /// The largest relative violation of a row or a bound by the values.
  public let primalResidual: Double
  /// The largest relative price or reduced cost of a wrong sign; prices are the duals of rows.
  public let dualResidual: Double
  /// The relative gap between the objective and the one that the prices imply.
  public let gap: Double
  /// The largest relative difference between a row's value in the file and its terms.
  public let activityResidual: Double
  /// The largest relative difference between a column's dual in the file and its reduced cost.
  public let reducedCostResidual: Double
  /// What each of the five figures may be at most.
  public let tolerance: Double

  /// The tolerance that the solver's own answers are held to.
  public static let defaultTolerance = OptimalityCheck.tolerance

  /// Whether all five figures are within the tolerance, so that the solution is optimal.
  public var passes: Bool {
    [primalResidual, dualResidual, gap, activityResidual, reducedCostResidual]
      .allSatisfy { $0 <= tolerance }
  }

  /// Checks the solution at `path` against the program of `file`.
  ///
  /// - Throws: `E101` to `E109` when the solution cannot be read, `E304` when it is not one of this
  ///   program.
  /// - Complexity: O(variables + rows + terms).
  public init(
    ofSolution path: String, for file: ProgramFile,
    tolerance: Double = SolutionCheck.defaultTolerance
  ) throws(PlanningError) {
    let program = file.program
    let numbers: SolutionFile.Numbers
    do { numbers = try SolutionFile.read(path, of: program) } catch { throw .files(error) }
    self.file = file
    self.tolerance = tolerance
    let check = OptimalityCheck(of: program, values: numbers.values, prices: numbers.prices)
    primalResidual = check.primalResidual
    dualResidual = check.dualResidual
    gap = check.gap
    objective = program.objective.value(at: numbers.values)
    var reduced = program.costs
    var scales = reduced.map { max(1, abs($0)) }
    var worst = 0.0
    for row in program.rows {
      let (activity, scale) = program.activity(of: row, at: numbers.values)
      let stated = numbers.activities[row.index]
      worst = Self.larger(worst, abs(stated - activity) / max(scale, abs(stated)))
      for term in program.terms(of: row) {
        let product = term.weight * numbers.prices[row.index]
        reduced[term.variable.index] -= product
        scales[term.variable.index] = max(scales[term.variable.index], abs(product))
      }
    }
    activityResidual = worst
    worst = 0
    for index in reduced.indices {
      worst = Self.larger(worst, abs(numbers.reducedCosts[index] - reduced[index]) / scales[index])
    }
    reducedCostResidual = worst
  }

  private static func larger(_ first: Double, _ second: Double) -> Double {
    second > first || second.isNaN ? second : first
  }

  private var figures: [(key: String, name: String, value: Double)] {
    [
      ("primalResidual", "primal residual", primalResidual),
      ("dualResidual", "dual residual", dualResidual), ("gap", "gap", gap),
      ("activityResidual", "rows as stated", activityResidual),
      ("reducedCostResidual", "reduced costs as stated", reducedCostResidual),
    ]
  }

  /// One object of JSON; a figure that is no finite number is null.
  public var json: String {
    var entries: [(key: String, value: JSONPiece)] = [
      ("status", .text(passes ? "optimal" : "failed")), ("objective", .number(objective)),
    ]
    entries += figures.map { ($0.key, .number($0.value)) }
    entries.append(("tolerance", .number(tolerance)))
    return JSONPiece.object(entries + file.sizes).page
  }

  /// The figures for people.
  public var text: String {
    var lines = ["\(file.name): \(passes ? "optimal, every figure checked" : "the check fails")"]
    lines.append(ProgramText.line("objective", "\(objective) (\(file.program.sense.rawValue))"))
    for figure in figures {
      let mark = figure.value <= tolerance ? "" : "  exceeds \(tolerance)"
      lines.append(ProgramText.line(figure.name, ProgramText.short(figure.value) + mark))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
