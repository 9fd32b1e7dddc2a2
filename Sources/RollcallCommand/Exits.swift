import ArgumentParser
import Rollcall

/// The exit codes, as the help of `rollcall` lists them.
enum Exit {
  static let findings = ExitCode(1)
  static let badInput = ExitCode(2)
  static let infeasible = ExitCode(3)
  static let limit = ExitCode(4)
  static let unbounded = ExitCode(5)
  static let defect = ExitCode(70)

  /// The code for what became of the allocation; nothing when it was answered.
  static func code(for results: StudyResults) -> ExitCode? {
    for answer in [results.required, results.recommended].compactMap({ $0 }) {
      switch answer.status {
      case .optimal: continue
      case .infeasible: return infeasible
      case .unbounded: return unbounded
      case .limit, .notProven: return limit
      }
    }
    return results.ledgers.allSatisfy(\.closes) ? nil : defect
  }
}
