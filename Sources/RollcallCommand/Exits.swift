import ArgumentParser
import Foundation
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

/// Text for standard error.
enum Talk {
  static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// Whether a person sees standard error.
  static var isTerminal: Bool { isatty(2) == 1 }

  /// Shows in place how many calls were read.
  static func count(_ calls: Int) {
    FileHandle.standardError.write(Data("\r  \(calls) calls \r".utf8))
  }
}

/// Text for standard output; a reader who has gone away, such as `head`, is no error.
enum Page {
  static func show(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      if errno == EPIPE { return }
      Talk.say("error: standard output cannot be written: \(error.localizedDescription)")
      throw Exit.badInput
    }
  }
}

/// Runs `body` and turns its planning errors into words and an exit code.
func explainingErrors<Value>(_ body: () throws(PlanningError) -> Value) throws -> Value {
  do {
    return try body()
  } catch {
    Talk.say(error.description)
    throw Exit.badInput
  }
}
