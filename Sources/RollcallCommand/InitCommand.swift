import ArgumentParser
import Rollcall

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Start a study of one's own from a template.",
    discussion: """
      EXAMPLES
        rollcall init new-study
        rollcall init chicago-copy --template chicago

      Copies a whole study: study.yaml, every table, calls and a README. `generic` is a made-up city \
      of three districts in which every value is marked to be replaced; `chicago` is the bundled \
      demonstration. A folder that holds anything is refused.
      """)

  @Argument(help: "The folder of the new study.", completion: .directory)
  var directory = "."

  @Option(
    help: "The study to start from: generic or chicago.",
    completion: .list(StudyTemplate.allCases.map(\.rawValue)),
    transform: { name in
      guard let template = StudyTemplate(rawValue: name) else {
        throw ValidationError(
          Suggestion.refusal(of: name, "template", among: StudyTemplate.allCases.map(\.rawValue)))
      }
      return template
    })
  var template = StudyTemplate.generic

  @Flag(help: "Replace a study that was started from this template, with all changes made to it.")
  var force = false

  func run() throws {
    let files = try explainingErrors { () throws(PlanningError) in
      try template.copy(to: directory, replacing: force)
    }
    let place = directory == "." ? "." : directory
    try Page.show("wrote \(files.count) files to \(place)\n")
    Talk.say(
      """
      next:
        1. read \(files.contains("README.md") ? "README.md" : "study.yaml") in \(place): what each \
      table holds
        2. rollcall run \(place)                 the study answers as it stands
        3. replace the made-up figures, table by table
        4. rollcall validate \(place)            after every table
        5. rollcall validate \(place) --strict   before anybody relies on it
      """)
  }
}
