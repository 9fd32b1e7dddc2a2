import Foundation
import Rollcall

/// Records and pages of bundled studies, each made once for all tests.
enum ReportRun {
  /// The record of a bundled study, with what only a report needs.
  static func record(of study: String) async throws -> RunRecord {
    try await (study == "chicago" ? chicago : generic).value
  }

  /// The pages of every kind of report on it.
  static func pages(of study: String) async throws -> [ReportPage] {
    let record = try await record(of: study)
    return StudyReport.Kind.allCases.flatMap { StudyReport(record, kind: $0).pages }
  }

  private static let chicago = Task { () throws -> RunRecord in try await make("chicago") }
  private static let generic = Task { () throws -> RunRecord in try await make("generic") }

  private static func make(_ study: String) async throws -> RunRecord {
    let pipeline = try DepartmentRun.pipeline(study)
    let results = try await DepartmentRun.results(study)
    let manifest = try pipeline.manifest(arguments: ["run", study], started: Date())
    return pipeline.record(of: results, manifest: manifest, extras: true)
  }
}
