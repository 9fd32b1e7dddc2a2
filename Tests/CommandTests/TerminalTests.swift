import Foundation
import TestSupport
import Testing

@Suite("Command: terminals and pipes")
struct TerminalTests {
  private static let run = "rollcall run my-study --no-prices --table standards"

  /// What a terminal is shown by `program`, through a pseudo-terminal.
  private func shown(_ program: String, _ environment: [String: String] = [:]) throws -> String {
    let folder = try #require(HelpExamples.folder)
    let quoted = program.replacing("'", with: "'\\''")
    let shell = try Shell(
      "script -qec '\(quoted)' /dev/null", in: folder,
      environment: ["TERM": "xterm", "LC_ALL": "C.UTF-8"].merging(environment) { $1 })
    return shell.output
  }

  private var hasScript: Bool {
    get throws {
      let found = try Shell("command -v script", in: FileManager.default.temporaryDirectory)
      if found.code != 0 { print("skipped: script is not installed") }
      return found.code == 0
    }
  }

  /// Source of truth: a bar is drawn in place, in colour, and erased when the work is done.
  @Test func `a terminal sees a bar`() throws {
    guard try hasScript else { return }
    let text = try shown(Self.run)
    #expect(text.contains("█") && text.contains("\u{1B}[36m") && text.contains("requirements"))
    #expect(text.contains("\r"))
  }

  /// Source of truth: the conventions of NO_COLOR and of terminals that cannot draw.
  @Test func `colours and bars go where they are not wanted`() throws {
    guard try hasScript else { return }
    let plain = try shown(Self.run, ["NO_COLOR": "1"])
    #expect(plain.contains("█") && !plain.contains("\u{1B}"))
    let dumb = try shown(Self.run, ["TERM": "dumb"])
    #expect(!dumb.contains("█") && !dumb.contains("\u{1B}"))
    let quiet = try shown(Self.run + " --quiet")
    #expect(!quiet.contains("█"))
    let ascii = try shown(Self.run, ["LC_ALL": "C"])
    #expect(!ascii.contains("█") && ascii.contains("-----"))
  }

  /// Source of truth: files and pipes hold text alone: no control characters, and no stage lines.
  @Test func `files and pipes see neither bars nor colours`() throws {
    let folder = try #require(HelpExamples.folder)
    let shell = try Shell(Self.run, in: folder, environment: ["TERM": "xterm"])
    #expect(shell.code == 0)
    for text in [shell.output, shell.talk] {
      #expect(!text.contains("\u{1B}") && !text.contains("\r"))
    }
    #expect(!shell.talk.contains("requirements …"))
    #expect(shell.talk.split(separator: "\n").allSatisfy { $0.hasPrefix("note: ") })
    let told = try Shell(Self.run + " --progress plain", in: folder)
    #expect(told.talk.contains("rollcall: requirements …"))
    let forced = try Shell(
      "rollcall run nowhere", in: folder, environment: ["CLICOLOR_FORCE": "1"])
    #expect(forced.code == 2 && forced.talk.hasPrefix("\u{1B}[31merror\u{1B}[0m[E099]"))
  }

  /// Source of truth: a reader who has seen enough, such as `head`, is no error.
  @Test(arguments: [
    "rollcall explain --codes | head -n 1", "rollcall synthesize my-study -o - | head -n 2",
    "cat calls.csv | rollcall import - -o - --quiet | head -n 2",
    "rollcall query calls.sqlite long-calls --hours 0 --format ndjson | head -n 1",
  ])
  func `a reader may go away`(program: String) throws {
    let shell = try Shell(program, in: try #require(HelpExamples.folder))
    // 141: ended by the signal that says so, as programs of the shell are.
    #expect([0, 1, 141].contains(shell.code), "\(shell.code) \(shell.talk)")
    #expect(!shell.output.isEmpty && !shell.talk.contains("error"), "\(shell.talk)")
  }

  /// Source of truth: by hand: the same 300 calls come out as went in.
  @Test func `calls go through pipes unchanged`() throws {
    let folder = try #require(HelpExamples.folder)
    let shell = try Shell(
      "cat calls.csv | rollcall import - -o - | rollcall import - -o - > piped.csv; "
        + "rollcall import calls.csv -o filed.csv > /dev/null; cmp piped.csv filed.csv && wc -l < piped.csv",
      in: folder)
    #expect(shell.output.trimmingCharacters(in: .whitespacesAndNewlines) == "301", "\(shell.talk)")
  }

  /// Source of truth: the list of exit codes in the help.
  @Test(arguments: [
    ("rollcall explain E104", 0), ("rollcall validate generic --strict", 1),
    ("rollcall run nowhere", 2), ("rollcall lp solve infeasible.lp", 3),
    ("rollcall lp solve model.lp --iteration-limit 0 --no-presolve --engine dual", 4),
    ("rollcall lp solve unbounded.lp", 5), ("rollcall run", 64),
  ])
  func `exit codes are those of the help`(program: String, code: Int32) throws {
    let folder = try #require(HelpExamples.folder)
    // Whole or not at all: the cases run side by side in one folder.
    try Data("Minimize\n x\nSubject To\n a: x >= 2\n b: x <= 1\nEnd\n".utf8).write(
      to: folder.appending(path: "infeasible.lp"), options: .atomic)
    try Data("Maximize\n x\nSubject To\n a: x >= 2\nEnd\n".utf8).write(
      to: folder.appending(path: "unbounded.lp"), options: .atomic)
    let shell = try Shell(program, in: folder)
    #expect(shell.code == code, "\(shell.output) \(shell.talk)")
  }
}
