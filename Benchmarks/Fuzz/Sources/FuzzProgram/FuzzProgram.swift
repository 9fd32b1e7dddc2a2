import FuzzSupport
import LinearProgramming

/// Any bytes as MPS text; a program that is understood is written, read again and written alike,
/// and solved.
///
/// The first writing may turn finite numbers beyond 1e30 into infinite ones, as it says; after it
/// nothing may change.
@main
enum FuzzProgram {
  static func main() {
    FuzzDriver.run { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      guard let program = try? MPSDocument(parsing: text).program else { return }
      if let first = rewritten(program), let second = rewritten(first) {
        guard let words = try? first.mpsText(), (try? second.mpsText()) == words else {
          fatalError("Reading and writing again changes the program: \(text)")
        }
      }
      let settings = SolverSettings(iterationLimit: 1000, timeLimit: .seconds(5))
      _ = try? program.solve(settings)
    }
  }

  /// Returns the program as it is after writing and reading, or nothing if it cannot be written.
  private static func rewritten(_ program: LinearProgram) -> LinearProgram? {
    guard let text = try? program.mpsText() else { return nil }
    guard let copy = try? MPSDocument(parsing: text).program else {
      fatalError("What was written cannot be read: \(text)")
    }
    return copy
  }
}
