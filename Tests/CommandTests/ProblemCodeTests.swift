import Foundation
import Rollcall
import TestSupport
import Testing

@Suite("Command: codes of problems")
struct ProblemCodeTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every code in the text of the sources, with the files in which it stands.
  private func raised() throws -> [String: Set<String>] {
    let sources = Self.root.appending(path: "Sources")
    let files = try FileManager.default.subpathsOfDirectory(
      atPath: sources.resolvingSymlinksInPath().path)
    var found: [String: Set<String>] = [:]
    for file in files where file.hasSuffix(".swift") && !file.contains("Problems/ProblemCode+") {
      let text = try String(
        contentsOf: sources.resolvingSymlinksInPath().appending(path: file), encoding: .utf8)
      for match in text.matches(of: #/"([EW][0-9]{3})"/#) {
        found[String(match.1), default: []].insert(file)
      }
    }
    return found
  }

  /// Source of truth: the sources: a code that nobody can look up helps nobody, and one that nothing
  /// raises is to be taken for a gap.
  @Test func `every code that is raised is registered once, and every other is raised`() throws {
    let registered = ProblemCode.all.map(\.code)
    #expect(Set(registered).count == registered.count)
    let raised = try raised()
    #expect(raised.keys.filter { !registered.contains($0) }.sorted() == [])
    #expect(registered.filter { raised[$0] == nil } == [])
  }

  /// The places that may raise the codes of an area.
  private static let places: [ProblemCode.Area: [String]] = [
    .text: ["PlanningFiles/Delimited", "PlanningFiles/Calls/CallStream", "Rollcall/PipedExports"],
    .stream: ["PlanningFiles/Grouping"], .study: ["PlanningFiles/Study"],
    .report: [
      "PlanningFiles/Results", "PlanningFiles/Geography", "Rollcall/Report",
      "Rollcall/StudyPipeline+Files",
    ],
    .program: ["Rollcall/Programs"], .requirement: ["Rollcall/Problems"],
    .allocation: ["Rollcall/Problems"], .calls: ["Rollcall/PlanningError"],
    .deployment: [
      "PlanningFiles/Deployment", "Rollcall/DeploymentReading", "Rollcall/Tours",
      "RollcallCommand/DeploymentCommand",
    ],
    .query: [
      "PlanningFiles/Store", "PlanningFiles/Results/ResultQuery", "Rollcall/NamedQueries",
      "Rollcall/ResultQueries", "Rollcall/PublicAnswer",
    ],
  ]

  /// Source of truth: a code has one meaning, so that it is raised where that can come about.
  @Test func `a code is raised only where its meaning can come about`() throws {
    let raised = try raised()
    for code in ProblemCode.all {
      guard let places = Self.places[code.area] else { continue }
      for file in (raised[code.code] ?? []).sorted() {
        #expect(places.contains { file.hasPrefix($0) }, "\(code.code) in \(file)")
      }
    }
  }

  /// Source of truth: the page of the documentation, which has every code with the same meaning.
  @Test func `the page of problems and the registry agree`() throws {
    let page = try String(
      contentsOf: Self.root.appending(
        path: "Sources/PlanningFiles/Documentation.docc/Problems.md"), encoding: .utf8)
    let listed = page.matches(of: #/\n\| ([EW][0-9]{3}) \|/#).map { String($0.1) }
    #expect(listed.sorted() == ProblemCode.all.map(\.code).sorted())
  }

  @Test func `every code has a meaning, causes, a remedy and an example`() {
    for code in ProblemCode.all {
      #expect(!code.title.isEmpty && code.meaning.hasSuffix("."), "\(code.code)")
      #expect(!code.causes.isEmpty && code.remedy.hasSuffix("."), "\(code.code)")
      #expect(!code.example.isEmpty, "\(code.code)")
    }
  }

  @Test func `a code is explained without any study, in capitals or not`() throws {
    for word in ["E104", "e104"] {
      let command = try Command(["explain", word])
      #expect(command.code == 0 && command.talk.isEmpty)
      for part in ["E104: Wrong", "COMMON CAUSES", "WHAT TO DO", "EXAMPLE", "delimiter"] {
        #expect(command.output.contains(part), "\(part)")
      }
    }
    let list = try Command(["explain", "--codes", "--format", "ndjson"])
    #expect(list.output.split(separator: "\n").count == ProblemCode.all.count)
  }

  /// Source of truth: by hand: the letter O stands where the digit 0 is meant.
  @Test func `a code that there is not is refused with the nearest`() throws {
    let command = try Command(["explain", "E1O4"])
    #expect(command.code == 2 && command.output.isEmpty)
    #expect(command.talk.contains("error[E543]") && command.talk.contains("did you mean `E104`?"))
    #expect(try Command(["explain", "E999"]).talk.contains("--codes"))
  }

  /// Source of truth: the form that compilers use: severity and code, place, count, help.
  @Test func `a problem says what, where, how often and what to do`() {
    let issue = FileIssue(
      code: "E104", "unknown priority code \"1A\"", file: "cad-2025.csv", line: 48213, column: 7,
      count: 2911, remedy: "did you mean \"1\"?")
    #expect(
      issue.description == """
        error[E104]: unknown priority code "1A"
          --> cad-2025.csv:48213:7
           = 2,911 rows share this
           = help: did you mean "1"?
        """)
    #expect(
      issue.workflowCommand
        == "::error file=cad-2025.csv,line=48213,col=7,title=E104::unknown priority code \"1A\" "
        + "(2,911 rows share this). Help: did you mean \"1\"?")
    #expect(PlanningError.question(reason: "no such thing").description.hasPrefix("error[E541]: "))
  }

  /// Source of truth: the workflow commands of GitHub: one line each, the line of the file in it.
  @Test func `validate prints problems for workflows`() throws {
    let command = try Command(["validate", "generic", "--strict", "--error-format", "github"])
    for line in command.output.split(separator: "\n") {
      #expect(line.hasPrefix("::error file=") || line.hasPrefix("::warning file="), "\(line)")
    }
  }
}
