import ArgumentParser
import Foundation
import Rollcall

/// How a data-quality report is printed.
enum DoctorFormat: String, ExpressibleByArgument, CaseIterable {
  case table
  case json
  case html
}

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what a dispatch export is fit for, and what its faults cost in hours.",
    discussion: """
      EXAMPLES
        rollcall doctor calls.csv
        rollcall doctor 2023.csv 2024.csv --format html -o quality.html
        zcat calls.csv.gz | rollcall doctor - --format json | jq .verdicts

      Exit code 0 when nothing was found that a study must take care of, 1 when something was, 2 \
      when the file is no dispatch export or cannot be read by the profile.
      """)

  @Argument(
    help: "The export: one or more files, plain or .gz, read as one; - is standard input.",
    completion: .file())
  var files: [String]

  @Option(
    help: "The profile of the columns: a bundled name or a .yaml file; else the one that fits.",
    completion: .custom { _, _, _ in Completions.profiles })
  var profile: String?

  @Option(
    help: "A study against whose districts and beats places are held: a folder or a name.",
    completion: .custom { _, _, begun in Completions.studies(begun) })
  var study: String?

  @Option(help: "Say what cleaning rules would do: cpsm or plain.")
  var cleaning: String?

  @Option(help: "How to print: table, json or html.")
  var format = DoctorFormat.table

  @Flag(
    name: .customLong("public"),
    help: ArgumentHelp(
      "Withhold what may not be made public.",
      discussion: "Small counts of sensitive types of call, and those from which they follow."))
  var isPublic = false

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write the report to this file.", valueName: "file"),
    completion: .file())
  var target: String?

  func run() throws {
    let rules = try cleaning.map { name in
      guard let rules = CleaningRules.named(name) else {
        throw ValidationError(
          Suggestion.refusal(
            of: name, "set of cleaning rules", among: CleaningRules.presets.map(\.name)))
      }
      return rules
    }
    let found = try explainingErrors { () throws(PlanningError) in
      try Doctor().examine(files, profile: profile, study: study, cleaning: rules)
    }
    let quality = isPublic ? found.published() : found
    let page =
      switch format {
      case .table: quality.text
      case .json: quality.json
      case .html: quality.html
      }
    if let target, target != "-" {
      try explainingErrors { () throws(PlanningError) in
        try Doctor.write(page, to: target, exports: files)
      }
      Talk.say("rollcall: wrote \(target)")
    } else {
      try Page.show(page)
    }
    if !quality.isClean { throw Exit.findings }
  }
}
