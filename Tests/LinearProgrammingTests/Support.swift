import Foundation
import LinearProgramming
import Testing

extension LinearProgram {
  /// The optimal solution; records an issue and throws if there is none.
  func optimum(
    from basis: Basis? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Solution {
    let outcome = try solve(from: basis)
    let solution = try #require(
      outcome.solution, "not optimal but \(outcome)", sourceLocation: sourceLocation)
    #expect(solution.check.passes, sourceLocation: sourceLocation)
    return solution
  }
}

/// Compares `actual` with the file `Golden/<name>` beside the test that calls this.
///
/// Run with `RECORD_GOLDEN=1` to rewrite the file. A recording run fails on purpose, so that a
/// new file is always read by a person before it is believed.
func expectGolden(
  _ actual: String, _ name: String,
  filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
    try actual.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("Recorded \(name); read it, then run again", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  #expect(actual == expected, "\(name) differs", sourceLocation: sourceLocation)
}
