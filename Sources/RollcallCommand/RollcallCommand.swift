import ArgumentParser
import Rollcall

/// The command `rollcall`: words in, one library call, text out.
@main
struct RollcallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollcall",
    abstract: "How many people a police department needs, of which rank, where and when.",
    discussion: """
      EXAMPLES
        rollcall run chicago -o runs/chicago   the bundled demonstration
        rollcall report chicago --to xlsx      its workbook, or pages for others
        rollcall query staffing --district 7   one answer of it
        rollcall init new-study                start a study of one's own
        rollcall validate my-study --strict    every problem of a study at once
        rollcall explain my-study 1-patrol     where a number comes from
        rollcall explain E104                  what the code of a problem means
        rollcall profile detect calls.csv      which profile reads this export
        rollcall doctor calls.csv              what the data is fit for
        rollcall import calls.csv --into calls.sqlite
        rollcall query calls.sqlite calls-by-hour --district 2
        rollcall require my-study --format csv --table districts-by-watch
        rollcall tours compare own chicago-10.5 --study my-study
        rollcall lp solve model.mps            a linear program, no study needed

      Data goes to standard output, talk to standard error; - is standard input or output. Colours \
      follow NO_COLOR, CLICOLOR and CLICOLOR_FORCE.

      EXIT CODES
        0 answered                    1 findings, or a target was missed
        2 bad input                   3 no plan exists
        4 limit reached or not proven 5 an objective has no limit
        64 wrong usage                70 a defect of the tool
      """,
    version: Version.current,
    groupedSubcommands: [
      CommandGroup(
        name: "Answers",
        subcommands: [
          RunCommand.self, WorkloadCommand.self, RequireCommand.self, AllocateCommand.self,
          QueryCommand.self, ExplainCommand.self,
        ]),
      CommandGroup(
        name: "Reports", subcommands: [ReportCommand.self, FindingsCommand.self]),
      CommandGroup(
        name: "Data",
        subcommands: [
          DoctorCommand.self, ProfileCommand.self, ImportCommand.self, DeploymentCommand.self,
          SynthesizeCommand.self,
        ]),
      CommandGroup(
        name: "Studies",
        subcommands: [InitCommand.self, ValidateCommand.self, SchemaCommand.self]),
      CommandGroup(
        name: "Tools", subcommands: [ToursCommand.self, LPCommand.self, ManualCommand.self]),
    ])

  /// What a person sees who types no more than the name.
  func run() throws {
    let groups = Self.configuration.groupedSubcommands.map { group in
      let shown = group.subcommands.filter { $0.configuration.shouldDisplay }
      return "  \(group.name): \(shown.map(Suggestion.name).joined(separator: ", "))"
    }
    try Page.show(
      """
      \(Self.configuration.abstract)

      EXAMPLES
        rollcall run chicago                     the bundled demonstration
        rollcall query staffing --district 7     one answer of it
        rollcall init new-study                  start a study of one's own
        rollcall doctor calls.csv                what a dispatch export is fit for

      COMMANDS
      \(groups.joined(separator: "\n"))

      `rollcall --help` tells more, `rollcall COMMAND --help` of one command.

      """)
  }
}

extension RollcallCommand {
  /// Runs the command that the arguments name; wrong usage comes with what was probably meant.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      let message = Self.message(for: error)
      guard exitCode(for: error) == .validationFailure,
        let meant = Suggestion.mended(message, arguments, of: self)
      else { exit(withError: error) }
      let lines = fullMessage(for: error).split(
        separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      Talk.say("\(lines[0])\n   = help: did you mean `\(meant)`?")
      if lines.count > 1 { Talk.say(String(lines[1])) }
      exit(withError: ExitCode.validationFailure)
    }
  }
}
