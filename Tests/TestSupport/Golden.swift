import Foundation
public import Testing

/// Compares `actual` with the file `Golden/<name>` beside the test that calls this.
///
/// Run with `RECORD_GOLDEN=1` to rewrite the file; a recording run fails on purpose, so that a
/// person reads the difference before it is believed.
public func expectGolden(
  _ actual: String, _ name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try actual.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("Recorded \(name); read it, then run again", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  let differing = zip(actual.split(separator: "\n"), expected.split(separator: "\n")).first {
    $0 != $1
  }
  let first = differing.map { "first difference: \($0.0) instead of \($0.1)" } ?? "lengths differ"
  #expect(actual == expected, "\(name): \(first)", sourceLocation: sourceLocation)
}

/// Whether two numbers agree to a tolerance relative to the size of the second, or to 1.
public func agrees(_ actual: Double, _ expected: Double, within tolerance: Double = 1e-9) -> Bool {
  abs(actual - expected) <= tolerance * max(1, abs(expected))
}

extension Tag {
  /// Takes more than a few seconds: run by `make test-slow`.
  @Tag public static var slow: Self
}

/// Whether slow tests run: the environment variable `ROLLCALL_SLOW` is set.
public var runsSlowTests: Bool { ProcessInfo.processInfo.environment["ROLLCALL_SLOW"] != nil }
