import Foundation
public import PolicingDomain

/// The folder that a run leaves behind: a manifest, the results and a file for each table.
public enum RunFolder {
  /// The name of the manifest, by which a folder is known as that of a run.
  public static let manifestName = "manifest.json"

  /// Writes a run, whole or not at all: everything goes to a new folder beside the old one, which
  /// takes its place at the very end.
  ///
  /// - Parameters:
  ///   - results: The results.
  ///   - tables: The tables, each to a file of its name.
  ///   - manifest: What the run was made from; the fingerprints of the files are added to it.
  ///   - path: Where; an earlier run there is replaced, anything else is refused.
  /// - Throws: ``FileError`` when the folder cannot be written or is not that of a run.
  public static func write(
    _ results: StudyResults, tables: [ResultTable], manifest: Manifest, to path: String
  ) throws(FileError) {
    let notice = results.study.notice
    let document = try JSONText.text(of: ResultsDocument(results, tables: tables))
    var files = [(name: "results.json", text: document)]
    for table in tables { files.append(("tables/\(table.name).csv", table.csv(notice: notice))) }
    var manifest = manifest
    manifest.outputs = files.map { name, text in
      Manifest.File(
        path: name, bytes: text.utf8.count, sha256: Fingerprint.sha256(Array(text.utf8)))
    }
    files.append((manifestName, try JSONText.text(of: manifest)))
    try replace(path, with: files)
  }

  private static func replace(
    _ path: String, with files: [(name: String, text: String)]
  ) throws(FileError) {
    let target = URL(filePath: path)
    let manager = FileManager.default
    if manager.fileExists(atPath: target.path),
      !manager.fileExists(atPath: target.appending(path: manifestName).path)
    {
      throw problem(
        path, "the folder exists and is not the folder of a run",
        remedy: "name another folder with -o, or remove this one")
    }
    let replacement = Replacement(of: target)
    defer { replacement.discard() }
    do {
      for (name, text) in files {
        let file = replacement.fresh.appending(path: name)
        try manager.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      try replacement.commit()
    } catch {
      throw problem(
        path, "the run cannot be written: \(error.localizedDescription)",
        remedy: "check that the folder above exists, may be written and has room")
    }
  }

  private static func problem(_ path: String, _ what: String, remedy: String) -> FileError {
    FileError([FileIssue(code: "E091", what, file: path, remedy: remedy)])
  }
}
