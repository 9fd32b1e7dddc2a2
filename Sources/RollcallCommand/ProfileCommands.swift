import ArgumentParser
import Foundation
import Rollcall

struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Column profiles: which there are, which reads a file, a first one for a new export.",
    discussion: """
      EXAMPLES
        rollcall profile list
        rollcall profile detect calls.csv
        rollcall profile new calls.csv -o my-system.yaml

      A profile says how to read the dispatch exports of one system: which column tells what, how \
      times are written, what values stand for. It is a YAML file that a person can change.
      """,
    subcommands: [
      ProfileListCommand.self, ProfileShowCommand.self, ProfileDetectCommand.self,
      ProfileNewCommand.self,
    ])
}

struct ProfileListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the bundled profiles.",
    discussion: """
      EXAMPLES
        rollcall profile list
        rollcall profile list --format ndjson
      """)

  @OptionGroup var output: OutputOptions

  func run() throws {
    let table = try explainingErrors { () throws(PlanningError) in try Profiles.list() }
    try output.show([table], main: [table.name], notice: nil)
  }
}

struct ProfileShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a profile, to read it or to start one from it.",
    discussion: """
      EXAMPLES
        rollcall profile show seattle-call-data
        rollcall profile show canonical > my-system.yaml
      """)

  @Argument(
    help: "A bundled name or a .yaml file.",
    completion: .custom { _, _, _ in Completions.profiles })
  var name: String

  func run() throws {
    try Page.show(
      try explainingErrors { () throws(PlanningError) in try Profiles.text(of: name) })
  }
}

struct ProfileDetectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detect",
    abstract: "Say which profile reads a file, what its rows are, and why.",
    discussion: """
      EXAMPLES
        rollcall profile detect calls.csv
        rollcall profile detect calls.csv.gz --table profile-columns

      Looks at the header and up to 5,000 rows. Exit code 1 when no profile reads the file as it is; \
      the last line says what it seems to be. `--table profile-columns` shows every column.
      """)

  @Argument(help: "The export, plain or .gz.", completion: .file())
  var file: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    let found = try explainingErrors { () throws(PlanningError) in
      try Profiles.detection(of: file)
    }
    try output.show(found.tables, main: ["profile-scores"], notice: nil)
    Talk.say(found.verdict)
    if found.best == nil { throw Exit.findings }
  }
}

struct ProfileNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a first profile for an unknown export.",
    discussion: """
      EXAMPLES
        rollcall profile new calls.csv
        rollcall profile new calls.csv -o my-system.yaml

      Columns and formats are guessed from names and values, personal columns are dropped, and lines \
      marked TODO ask for a decision. The profile can be loaded as it is, and reads that file.
      """)

  @Argument(help: "The export, plain or .gz.", completion: .file())
  var file: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "profile.yaml"),
    completion: .file(extensions: ["yaml", "yml"]))
  var target: String?

  func run() throws {
    let name = target.map { URL(filePath: $0).deletingPathExtension().lastPathComponent }
    let starter = try explainingErrors { () throws(PlanningError) in
      try Profiles.starter(for: file, name: name ?? "my-system")
    }
    if let target {
      guard !FileManager.default.fileExists(atPath: target) else {
        Talk.problem(
          "E092", "\(target) is there already", help: "name another file, or remove it")
        throw Exit.badInput
      }
      try explainingErrors { () throws(PlanningError) in
        try Profiles.write(starter.yaml, to: target)
      }
      Talk.say("wrote \(target)")
    } else {
      try Page.show(starter.yaml)
    }
    for doubt in starter.doubts { Talk.say("decide: \(doubt)") }
  }
}
