import Foundation
import Rollcall

/// What a command works on that takes a run: the folder of one, or a study that is run first.
enum StudyOrRun {
  case run(String)
  case study(String)

  init(_ word: String) throws {
    let files = FileManager.default
    if files.fileExists(atPath: "\(word)/study.yaml") {
      self = .study(word)
    } else if files.fileExists(atPath: word) || word.contains("/") {
      self = .run(word)
    } else if let bundled = ReferenceData.study(word) {
      self = .study(bundled)
    } else {
      let names = ReferenceData.studyNames
      Talk.problem(
        "E099", "there is no run or study `\(word)`",
        help: Suggestion.question(word, among: names)
          + "give the folder of a run or of a study, or one of the bundled names: "
          + names.joined(separator: ", "))
      throw Exit.badInput
    }
  }

  /// The record of the run; a study is run first, with what only reports need.
  func record(
    access: CallAccess, showing talk: ProgressOptions
  ) throws -> RunRecord {
    try explainingErrors(
      showing: talk, stages: StudyPipeline.Extent.allocation.stages
    ) { progress throws(PlanningError) -> RunRecord in
      switch self {
      case .run(let path): return try RunFolder.readRecord(at: path)
      case .study(let path):
        let started = Date()
        let pipeline = try StudyPipeline(studyAt: path, access: access)
        let results = try pipeline.run(to: .allocation, progress: progress.tell)
        let manifest = try pipeline.manifest(
          arguments: ["run", results.study.name], started: started)
        return pipeline.record(
          of: results, manifest: manifest, extras: true, progress: progress.tell)
      }
    }
  }
}
