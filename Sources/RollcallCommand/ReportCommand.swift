import ArgumentParser
import Foundation
import Rollcall

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Pages, a workbook and files for people, from a run.",
    discussion: """
      RUN is the folder of a run, or a study, which is run first, to runs/NAME unless -o says \
      otherwise. The files go into the folder of the run, or to -o, whole or not at all; nothing of \
      the run changes. With --public, the report of a run that is not public goes to a folder of its \
      own, RUN-public, with small counts withheld everywhere.

      EXAMPLES
        rollcall report runs/first
        rollcall report runs/first --kind executive --to html,md
        rollcall report runs/first --to xlsx
        rollcall report runs/first --kind district --map districts.geojson
        rollcall report runs/first --public -o open-data
        rollcall report my-study --findings board.md
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder of a run; or the folder of a study, or the name of a bundled one.",
      valueName: "run"), completion: .custom { _, _, begun in Completions.places(begun) })
  var place: String

  @Option(help: "Whom it is for: full, executive, data-quality or district.")
  var kind = ReportKind.full

  @Option(
    help: ArgumentHelp(
      "What to write, with commas between: html, xlsx, md, csv, json.", valueName: "formats"))
  var to = "html"

  @Flag(
    name: .customLong("public"),
    help: "Withhold what may not be made public: small counts, and what they would follow from.")
  var isPublic = false

  @Option(
    help: ArgumentHelp(
      "Findings in the place of the study's own findings.md.", valueName: "file.md"),
    completion: .file(extensions: ["md"]))
  var findings: String?

  @Option(
    help: ArgumentHelp(
      "The shapes of the districts, as GeoJSON in degrees.", valueName: "file.geojson"),
    completion: .file(extensions: ["geojson", "json"]))
  var map: String?

  @Option(
    help: ArgumentHelp(
      "The property of the shapes that names the district.", valueName: "property"))
  var mapKey: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write to this folder.", valueName: "folder"), completion: .directory)
  var folder: String?

  @OptionGroup var talk: ProgressOptions

  @OptionGroup var calls: AccessOptions

  func validate() throws {
    _ = try formats()
    if mapKey != nil, map == nil { throw ValidationError("--map-key needs --map.") }
  }

  private func formats() throws -> [ReportRequest.Format] {
    let words = to.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let known = ReportRequest.Format.allCases.map(\.rawValue).joined(separator: ", ")
    guard !words.isEmpty else { throw ValidationError("--to names none of: \(known).") }
    return try words.map { word in
      guard let format = ReportRequest.Format(rawValue: word) else {
        throw ValidationError("There is no format `\(word)`. Use one or more of: \(known).")
      }
      return format
    }
  }

  func run() throws {
    var request = ReportRequest()
    request.kind = kind.kind
    request.formats = try formats()
    request.findings = findings
    request.map = map
    request.mapKey = mapKey
    let place = try StudyOrRun(place)
    let written = try explainingErrors(
      showing: talk, stages: StudyPipeline.Extent.allocation.stages
    ) { progress throws(PlanningError) -> ReportWriting.Written in
      switch place {
      case .run(let path):
        try ReportWriting.write(request, of: path, isPublic: isPublic, to: folder)
      case .study(let path):
        try ReportWriting.write(
          request, study: path, access: calls.access, isPublic: isPublic, to: folder,
          progress: progress.tell)
      }
    }
    for issue in written.issues { Talk.say(issue.description) }
    let hasTablesOnly = request.formats.allSatisfy { $0 == .csv }
    Talk.say(hasTablesOnly ? "the tables are in \(written.path)" : "report: \(written.path)")
  }
}

/// The kinds of reports, as words.
enum ReportKind: String, ExpressibleByArgument, CaseIterable {
  case full
  case executive
  case dataQuality = "data-quality"
  case district

  var kind: StudyReport.Kind {
    switch self {
    case .full: .full
    case .executive: .executive
    case .dataQuality: .dataQuality
    case .district: .district
    }
  }
}
