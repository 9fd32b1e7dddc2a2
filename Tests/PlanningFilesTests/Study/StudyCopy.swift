import Foundation
import PlanningFiles
import Testing

/// A copy of a bundled study in a folder of its own, to be damaged by a test.
final class StudyCopy {
  /// The path of the folder.
  let path: String

  /// Copies the study called `name`.
  init(of name: String = "generic-two-districts") throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "rollcall-study-\(UUID().uuidString)").path
    try FileManager.default.copyItem(atPath: BundledStudy.path(name), toPath: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Copies the example without the deployment that it states.
  convenience init(withoutDeployment: Void) throws {
    try self.init()
    try replace("  deployment: deployment.csv\n", with: "", in: "study.yaml")
    try FileManager.default.removeItem(atPath: file("deployment.csv"))
  }

  /// The path of the file `name`.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Replaces `old` wherever it stands in the file `name`.
  func replace(_ old: String, with new: String, in name: String) throws {
    let text = try String(contentsOfFile: file(name), encoding: .utf8)
    try #require(text.contains(old), "\(name) does not hold \(old)")
    try write(text.replacingOccurrences(of: old, with: new), to: name)
  }

  /// Adds `line` at the end of the file `name`.
  func append(_ line: String, to name: String) throws {
    let text = try String(contentsOfFile: file(name), encoding: .utf8)
    try write(text + line + "\n", to: name)
  }

  /// Makes `text` the contents of the file `name`.
  func write(_ text: String, to name: String) throws {
    try text.write(toFile: file(name), atomically: true, encoding: .utf8)
  }

  /// Everything that is wrong with the study.
  var issues: [FileIssue] { StudyFolder.issues(at: path) }
}

/// One change of one file, and the one kind of problem that it must cause.
struct Damage: CustomTestStringConvertible, Sendable {
  let file: String
  let old: String
  let new: String
  let code: StudyIssueCode
  let says: String
  let remedy: String
  let place: String?
  let study: String

  /// Creates a change; `place` is the line and column expected, as `2:5`.
  init(
    _ file: String, _ old: String, _ new: String, _ code: StudyIssueCode, _ says: String = "",
    help remedy: String = "", at place: String? = nil, study: String = "generic-two-districts"
  ) {
    self.file = file
    self.old = old
    self.new = new
    self.code = code
    self.says = says
    self.remedy = remedy
    self.place = place
    self.study = study
  }

  var testDescription: String { "\(file): \(old) → \(new)" }

  /// Does the damage and checks the issue that comes of it, which is the only one unless others
  /// are allowed.
  func check(
    allowingOthers: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let copy = try StudyCopy(of: study)
    try copy.replace(old, with: new, in: file)
    let issues = copy.issues
    let report = Comment(rawValue: issues.map(\.description).joined(separator: "\n"))
    let issue = try #require(
      issues.first { $0.code == code.rawValue }, report, sourceLocation: sourceLocation)
    #expect(allowingOthers || issues.count == 1, report, sourceLocation: sourceLocation)
    #expect(issue.severity == code.severity, report, sourceLocation: sourceLocation)
    #expect(issue.file == copy.file(file), report, sourceLocation: sourceLocation)
    #expect(
      says.isEmpty || issue.message.contains(says), report, sourceLocation: sourceLocation)
    #expect(
      remedy.isEmpty || issue.remedy.contains(remedy), report, sourceLocation: sourceLocation)
    guard let place else { return }
    let found = [issue.line, issue.column].compactMap { $0.map(String.init) }
    #expect(found.joined(separator: ":") == place, report, sourceLocation: sourceLocation)
  }
}

/// The studies in the folder `Data`.
enum BundledStudy {
  /// The path of the study called `name`.
  static func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Data/Studies/\(name)").standardizedFileURL.path
  }
}
