import Foundation

/// The studies that come with the library, to start one's own from.
public enum StudyTemplate: String, CaseIterable, Sendable {
  /// The organization of the Chicago Police Department in November 2023, with made-up calls.
  case chicago
  /// A made-up city of three districts, every table used, every value marked to be replaced.
  case generic

  /// Copies the template to `path`, whole or not at all.
  ///
  /// - Parameters:
  ///   - path: The folder; made if it is not there.
  ///   - replacing: Whether what is there may be replaced; otherwise a folder that holds anything is
  ///     refused.
  /// - Returns: The names of the files, in alphabetical order.
  /// - Throws: `PlanningError.files` when the template is not found, the place holds something, or
  ///   cannot be written.
  @discardableResult
  public func copy(to path: String, replacing: Bool = false) throws(PlanningError) -> [String] {
    guard let source = ReferenceData.study(rawValue) else {
      throw Self.problem(
        rawValue, "the bundled study \(rawValue) is not found",
        remedy: "set \(ReferenceData.environmentVariable) to the folder `Data` of the library")
    }
    let manager = FileManager.default
    let target = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath()
    try Self.checkTarget(target, named: path, source: source, replacing: replacing)
    let replacement = Replacement(of: target)
    defer { replacement.discard() }
    do {
      try manager.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try manager.copyItem(
        at: URL(filePath: source).resolvingSymlinksInPath(), to: replacement.fresh)
      try replacement.commit()
      return try manager.contentsOfDirectory(atPath: target.path).sorted()
    } catch {
      throw Self.problem(
        path, "the study cannot be written: \(error.localizedDescription)",
        remedy: "check that the folder above exists, may be written and has room")
    }
  }

  /// Refuses a place that holds anything and, even with leave to replace, files of the user's own.
  private static func checkTarget(
    _ target: URL, named path: String, source: String, replacing: Bool
  ) throws(PlanningError) {
    let manager = FileManager.default
    guard let attributes = try? manager.attributesOfItem(atPath: target.path) else { return }
    guard attributes[.type] as? FileAttributeType == .typeDirectory else {
      throw problem(path, "there is a file of this name", remedy: "name a folder")
    }
    let found = (try? manager.contentsOfDirectory(atPath: target.path)) ?? []
    guard !found.isEmpty else { return }
    guard replacing else {
      throw problem(
        path, "the folder is not empty: it holds \(found.count) files and folders",
        remedy: "name a new folder, or replace the study that is there with --force")
    }
    let own = (try? manager.contentsOfDirectory(atPath: source)) ?? []
    let foreign = found.filter { !own.contains($0) }.sorted()
    guard let first = foreign.first else { return }
    throw problem(
      path, "the folder holds \(foreign.count) files that the template has not, such as \(first)",
      remedy: "name a new folder: --force replaces only what was started from this template")
  }

  private static func problem(
    _ file: String, _ message: String, remedy: String
  ) -> PlanningError {
    .files(FileError([FileIssue(code: "E096", message, file: file, remedy: remedy)]))
  }
}
