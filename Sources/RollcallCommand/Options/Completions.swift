import ArgumentParser
import Foundation
import Rollcall

/// What shells offer to complete a word with.
enum Completions {
  /// The bundled studies, the folders here that hold one, and folders below a path begun.
  static func studies(_ begun: String = "") -> [String] {
    let files = FileManager.default
    if let end = begun.lastIndex(of: "/") {
      let folder = String(begun[...end])
      return ((try? files.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        .filter { !$0.hasPrefix(".") && isFolder(folder + $0) }.map { folder + $0 }
    }
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

  /// Studies, and the runs below `runs/`.
  static func places(_ begun: String) -> [String] {
    let runs = (try? FileManager.default.contentsOfDirectory(atPath: "runs")) ?? []
    return studies(begun) + runs.filter { !$0.hasPrefix(".") }.sorted().map { "runs/\($0)" }
  }

  /// Places to ask, then queries.
  static func placesAndQueries(_ begun: String) -> [String] { places(begun) + queries }

  /// The tables of a run that named queries know, and `list`.
  static var tables: [String] { ["list"] + ResultQueries.tables }

  private static func isFolder(_ path: String) -> Bool {
    let kind = try? URL(filePath: path).resourceValues(forKeys: [.isDirectoryKey])
    return kind?.isDirectory == true
  }

  private static var yamlFiles: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: ".")) ?? []).filter {
      $0.hasSuffix(".yaml") && $0 != "study.yaml"
    }.sorted()
  }
}
