import FuzzSupport
import LinearProgramming

/// Any bytes as CPLEX LP text; a program that is understood is written as LP text and as MPS, read
/// again and written alike.
///
/// The first writing may turn finite numbers beyond 1e30 into infinite ones, as it says; after it
/// nothing may change.
@main
enum FuzzLPText {
  static func main() {
    FuzzDriver.run { bytes in
      guard let program = try? LPDocument(parsing: bytes).program else { return }
      guard let first = rewritten(program), let words = try? first.lpText() else { return }
      guard let second = rewritten(first), (try? second.lpText()) == words else {
        fatalError("Reading and writing again changes the program: \(words)")
      }
      // A range that MPS cannot hold without loss is refused.
      guard let other = try? first.mpsText() else { return }
      guard let third = try? MPSDocument(parsing: other).program, (try? third.lpText()) == words
      else { fatalError("MPS changes the program: \(other)") }
    }
  }

  /// Returns the program as it is after writing and reading, or nothing if it cannot be written.
  private static func rewritten(_ program: LinearProgram) -> LinearProgram? {
    guard let text = try? program.lpText() else { return nil }
    guard let copy = try? LPDocument(parsing: text).program else {
      fatalError("What was written cannot be read: \(text)")
    }
    return copy
  }
}
