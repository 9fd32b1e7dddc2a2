import Foundation
import Rollcall
import Testing

/// Runs of bundled studies, each made once for all tests.
enum DepartmentRun {
  private static let cache = CallStore(
    cacheFolder: FileManager.default.temporaryDirectory.appending(path: "rollcall-tests").path)

  /// The pipeline of a bundled study.
  static func pipeline(_ name: String) throws -> StudyPipeline {
    let folder = try #require(ReferenceData.study(name))
    return try StudyPipeline(studyAt: folder, store: cache)
  }

  private static let generic = Task { () throws -> StudyResults in
    try pipeline("generic").run(to: .allocation, pricing: false)
  }

  private static let chicago = Task { () throws -> StudyResults in
    try pipeline("chicago").run(to: .allocation, pricing: false)
  }

  /// The run of a bundled study, without prices.
  static func results(_ name: String) async throws -> StudyResults {
    try await (name == "chicago" ? chicago : generic).value
  }
}
