import Foundation
import TestSupport
import Testing

@Suite("Command: help")
struct HelpTests {
  /// Source of truth: every command is to show how it is used before it says what it takes.
  @Test func `every command has examples, each on one line of the help`() {
    #expect(HelpExamples.commands.count > 25)
    for (name, command) in HelpExamples.commands {
      let lines = HelpExamples.lines(of: command)
      #expect(!lines.isEmpty, "\(name) has no examples")
      for line in lines {
        // Help is set in 80 columns; a longer line would be broken.
        #expect(line.count <= 78, "\(name): \(line)")
      }
    }
    #expect(HelpExamples.all.count > 60)
  }

  /// Source of truth: an example that does not run is none; 1 says that something was found.
  @Test(arguments: HelpExamples.all.filter { !$0.isLarge })
  func `an example runs as it is printed`(example: HelpExamples.Example) throws {
    try run(example)
  }

  /// Source of truth: as above, for the examples that take the large demonstration.
  @Test(.enabled(if: runsSlowTests), .tags(.slow), arguments: HelpExamples.all.filter(\.isLarge))
  func `an example of the large demonstration runs as it is printed`(
    example: HelpExamples.Example
  ) throws {
    try run(example)
  }

  private func run(_ example: HelpExamples.Example) throws {
    let manager = FileManager.default
    let made = try #require(HelpExamples.folder)
    let folder = manager.temporaryDirectory.appending(path: "example-\(UUID())")
    try manager.copyItem(at: made, to: folder)
    defer { try? manager.removeItem(at: folder) }
    // A query that names no study asks the latest run here, and the demonstration where there is none.
    if example.line.hasPrefix("rollcall query staffing") {
      try manager.removeItem(at: folder.appending(path: "runs"))
    }
    let shell = try Shell(example.line, in: folder)
    // 141: ended because the reader, such as `head`, has seen enough.
    #expect([0, 1, 141].contains(shell.code), "\(shell.code): \(shell.talk)")
    #expect(!shell.talk.contains("error[") && !shell.talk.contains("Error:"), "\(shell.talk)")
    #expect(example.line.contains(" > ") || !(shell.output + shell.talk).isEmpty)
  }

  /// Source of truth: the text itself: a reader who types the name alone wants to be shown the way.
  @Test func `the name alone shows a short help`() throws {
    let command = try Command([])
    #expect(command.code == 0 && command.talk.isEmpty)
    #expect(command.output.contains("EXAMPLES") && command.output.contains("query"))
    #expect(command.output.split(separator: "\n").count < 20)
  }

  /// Source of truth: by hand: what differs from a name by a letter or two.
  @Test(arguments: [
    (["rnu", "chicago"], "run"), (["tours", "shwo", "own"], "show"), (["lp", "slove"], "solve"),
    (["run", "x", "--format", "markdwon"], "markdown"),
    (["run", "x", "--progress", "plian"], "plain"), (["run", "x", "--fromat", "csv"], "--format"),
    (["init", "x", "--template", "genreic"], "generic"), (["schema", "strenght"], "strength"),
    (["import", "x", "--cleaning", "cspm"], "cpsm"),
    (["require", "x", "--pooling", "zones"], "zone"),
  ])
  func `a mistyped word is refused with the one that was meant`(
    words: [String], meant: String
  ) throws {
    let command = try Command(words)
    #expect(command.code == 64)
    #expect(command.output.isEmpty)
    #expect(
      command.talk.lowercased().contains("did you mean") && command.talk.contains(meant),
      "\(command.talk)")
  }

  /// Source of truth: the shells' own checks of syntax; a shell that is not there is skipped by name.
  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions are accepted by the shell`(shell: String) throws {
    let script = try Command(["--generate-completion-script", shell])
    #expect(script.code == 0 && script.output.contains("rollcall"))
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).\(shell)")
    try Data(script.output.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let folder = FileManager.default.temporaryDirectory
    guard try Shell("command -v \(shell)", in: folder).code == 0 else {
      print("skipped: \(shell) is not installed")
      return
    }
    let check = try Shell("\(shell) -n '\(file.path)'", in: folder)
    #expect(check.code == 0, "\(check.talk)")
  }

  /// Source of truth: the names of commands, bundled studies, formats and queries.
  @Test(arguments: [
    (["ru"], "run"), (["run", "chi"], "chicago"), (["run", "x", "--format", "nd"], "ndjson"),
    (["query", "x", "staf"], "staffing"),
    (["import", "x", "--profile", "seattle-c"], "seattle-call-data"),
    (["lp", "conv"], "convert"), (["run", "x", "--table", "districts-b"], "districts-by-watch"),
    (["explain", "E10"], "E104"),
  ])
  func `bash completes a word that is begun`(words: [String], whole: String) throws {
    let line = (["rollcall"] + words).joined(separator: " ")
    let last = words.last ?? ""
    let before = words.count > 1 ? words[words.count - 2] : "rollcall"
    let program = """
      source <(rollcall --generate-completion-script bash)
      COMP_WORDS=(\(line)); COMP_CWORD=\(words.count); COMP_LINE='\(line)'
      COMP_POINT=${#COMP_LINE}; COMP_TYPE=9
      _rollcall rollcall '\(last)' '\(before)'
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let shell = try Shell(program, in: FileManager.default.temporaryDirectory)
    #expect(
      shell.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .contains(whole), "\(shell.output) \(shell.talk)")
  }

  /// Source of truth: groff's own warnings about a page that is not well formed.
  @Test func `every command has a manual page that groff accepts`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "man-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Command(["manual", "-o", folder.path]).code == 0)
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(pages).isSuperset(of: ["rollcall.1", "rollcall-run.1", "rollcall-lp-solve.1"]))
    guard try Shell("command -v groff", in: folder).code == 0 else {
      print("skipped: groff is not installed")
      return
    }
    for page in pages.sorted() {
      let set = try Shell("groff -man -ww -Tutf8 \(page) > /dev/null", in: folder)
      #expect(set.code == 0 && set.talk.isEmpty, "\(page): \(set.talk)")
      let text = try String(contentsOf: folder.appending(path: page), encoding: .utf8)
      #expect(text.contains(".SH EXAMPLES"), "\(page)")
    }
  }
}
