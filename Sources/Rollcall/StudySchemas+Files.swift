import Foundation

extension StudySchemas {
  /// Writes every schema below the folder `path`; files of the same names are replaced.
  ///
  /// - Throws: `PlanningError.files` when a file cannot be written.
  public static func write(to path: String) throws(PlanningError) {
    for file in files {
      let place = URL(filePath: path).appending(path: file.path)
      do {
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: place, options: .atomic)
      } catch {
        throw .files(
          FileError([
            FileIssue(
              code: "E097", "the schema cannot be written: \(error.localizedDescription)",
              file: place.path, remedy: "check that the folder may be written and has room")
          ]))
      }
    }
  }
}
