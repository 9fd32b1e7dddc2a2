import ArgumentParser
import Rollcall

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "The schemas of study.yaml and of every table, for editors and checks.",
    discussion: """
      Without --output, prints the schema of study.yaml, or of the table named. An editor uses it \
      when the first line of study.yaml is
        # yaml-language-server: $schema=schemas/study.schema.json

      EXAMPLES
        rollcall schema --output schemas
        rollcall schema strength
      """)

  @Argument(
    help: "A table, such as strength; study.yaml if none is named.",
    completion: .list(StudySchemas.files.compactMap(\.table)))
  var table: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write every schema below this folder.", valueName: "folder"),
    completion: .directory)
  var folder: String?

  func run() throws {
    if let folder {
      try explainingErrors { () throws(PlanningError) in try StudySchemas.write(to: folder) }
      Talk.say("wrote \(StudySchemas.files.count) schemas to \(folder)")
      return
    }
    let path = table.map { "tables/\($0).schema.json" } ?? "study.schema.json"
    guard let file = StudySchemas.files.first(where: { $0.path == path }) else {
      throw ValidationError(
        Suggestion.refusal(
          of: table ?? "", "table", among: StudySchemas.files.compactMap(\.table)))
    }
    try Page.show(file.text)
  }
}
