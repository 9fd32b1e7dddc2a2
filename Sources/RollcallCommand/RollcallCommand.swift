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
        rollcall run chicago -o runs/chicago     the bundled demonstration, to a folder
        rollcall report runs/chicago --to xlsx   its workbook, or pages for others
        rollcall init my-study                   start a study of one's own from a template
        rollcall validate my-study --strict      every problem of a study at once
        rollcall profile detect calls.csv        which profile reads this export
        rollcall doctor calls.csv                the quality of the data, and what it costs
        rollcall import calls.csv --into calls.sqlite
        rollcall query calls.sqlite calls-by-hour --district 7
        rollcall tours compare own chicago-10.5 --study chicago
        rollcall lp solve model.mps              a linear program of anybody's, no study needed
        rollcall require my-study --format csv --table districts-by-watch

      Data goes to standard output, talk to standard error.

      EXIT CODES
        0 answered                    1 findings, or a target was missed
        2 bad input                   3 no plan exists
        4 limit reached or not proven 5 an objective has no limit
        64 wrong usage                70 a defect of the tool
      """,
    version: Version.current,
    subcommands: [
      RunCommand.self, ReportCommand.self, DoctorCommand.self, ProfileCommand.self,
      ImportCommand.self,
      QueryCommand.self, WorkloadCommand.self, RequireCommand.self, AllocateCommand.self,
      SynthesizeCommand.self, InitCommand.self, ValidateCommand.self, SchemaCommand.self,
      DeploymentCommand.self, ExplainCommand.self, ToursCommand.self, LPCommand.self,
    ])
}
