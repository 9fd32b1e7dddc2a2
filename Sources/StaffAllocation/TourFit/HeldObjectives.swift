import LinearProgramming
import PolicingDomain

/// A program whose objectives are minimized one after the other, each held at its optimum while the
/// next is pursued (lexicographic order, FORMULATION 8).
struct HeldObjectives {
  /// How far an earlier optimum may be missed while later objectives are pursued: a millionth, a
  /// billionth of its size for what arithmetic needs, and the part of it that the study allows.
  static func slack(_ optimum: Double, tolerance: Double = 0) -> Double {
    1e-6 + (1e-9 + tolerance) * abs(optimum)
  }

  /// Why an objective was not solved.
  enum Failure {
    case infeasible(stage: String, InfeasibilityCertificate)
    case unbounded(stage: String, proof: String)
    case limit(stage: String, report: String)
    case notProven(stage: String, report: String)
  }

  var program: LinearProgram
  private(set) var stages: [StaffingPlan.Stage] = []
  private(set) var solution: Solution?
  private let settings: SolverSettings

  init(_ program: LinearProgram, settings: SolverSettings) {
    self.program = program
    self.settings = settings
  }

  /// Minimizes `expression`, then holds it at its optimum.
  ///
  /// - Returns: Nothing when the optimum was found and passed its check, otherwise why not.
  mutating func minimize(
    _ expression: LinearExpression, _ name: String, unit: String, tolerance: Double = 0
  ) throws(AllocationError) -> Failure? {
    program.minimize(expression)
    let outcome: Outcome
    do {
      outcome = try program.solve(settings, from: solution?.basis)
    } catch {
      throw .solver(error.description)
    }
    switch outcome {
    case .optimal(let found):
      solution = found
      stages.append(
        StaffingPlan.Stage(
          objective: name, value: Self.cleaned(found.objective), unit: unit,
          check: found.check.words))
      let limit = found.objective + Self.slack(found.objective, tolerance: tolerance)
      program.require(expression <= limit, named: "hold[\(name)]")
      return nil
    case .infeasible(let certificate): return .infeasible(stage: name, certificate)
    case .unbounded(let certificate):
      return .unbounded(stage: name, proof: certificate.check.description)
    case .limit(let report): return .limit(stage: name, report: report.description)
    case .notProven(let report): return .notProven(stage: name, report: report.description)
    }
  }

  /// The value without the dust of floating-point arithmetic: rounded to a millionth, never −0.
  static func cleaned(_ value: Double) -> Double {
    guard value.magnitude < 1e9 else { return value }
    let rounded = (value * 1e6).rounded() / 1e6
    return rounded == 0 ? 0 : rounded
  }
}
