import ArgumentParser
import Foundation
import Rollcall

/// What shells offer to complete a word with.
enum Completions {
  /// The bundled studies, and the folders here that hold one.
  static var studies: [String] {
    let files = FileManager.default
    let here = (try? files.contentsOfDirectory(atPath: ".")) ?? []
    return here.filter { files.fileExists(atPath: "\($0)/study.yaml") }.sorted()
      + ReferenceData.studyNames
  }

  /// The bundled profiles, and the files here that may be one.
  static var profiles: [String] { ReferenceData.profileNames + yamlFiles }

  /// The bundled profiles for records of deployment, and the files here that may be one.
  static var deploymentProfiles: [String] { ReferenceData.deploymentProfileNames + yamlFiles }

  /// The named queries on results and on calls.
  static var queries: [String] { ResultQueries.names + ReferenceData.queryNames }

  /// The schedules that come with the tool, and the study's own.
  static var schedules: [String] {
    let found = try? TourSchedules(of: nil).table().rows.compactMap { row in
      if case .text(let name) = row[0] { name } else { nil }
    }
    return ["own"] + (found ?? [])
  }

  /// Places to ask, then queries.
  static func placesAndQueries(after words: [String]) -> [String] { studies + queries }

  /// The tables of a run, whatever the study, and `list`.
  static func tables(of words: [String]) -> [String] {
    ["list"] + ResultQueries.tables
  }

  private static var yamlFiles: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: ".")) ?? []).filter {
      $0.hasSuffix(".yaml") && $0 != "study.yaml"
    }.sorted()
  }
}
