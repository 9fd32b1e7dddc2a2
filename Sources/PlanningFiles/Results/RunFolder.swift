import Foundation
public import PolicingDomain

/// The folder that a run leaves behind: a manifest, the results and a file for each table.
public enum RunFolder {
  /// The name of the manifest, by which a folder is known as that of a run.
  public static let manifestName = "manifest.json"
  /// The tool that a manifest must name for its folder to be replaced.
  public static let toolName = "rollcall"

  /// Writes a run, whole or not at all: everything goes to a new folder beside the old one, which
  /// takes its place at the very end.
  ///
  /// - Parameters:
  ///   - results: The results.
  ///   - tables: The tables, each to a file of its name.
  ///   - record: What reports are made from, if it is kept.
  ///   - manifest: What the run was made from; the fingerprints of the files are added to it.
  ///   - path: Where; an earlier run there is replaced, anything else is refused.
  /// - Throws: ``FileError`` when the folder cannot be written or is not that of a run.
  public static func write(
    _ results: StudyResults, tables: [ResultTable], record: RunRecord? = nil, manifest: Manifest,
    to path: String
  ) throws(FileError) {
    let notice = results.study.notice
    let document = try JSONText.text(of: ResultsDocument(results, tables: tables))
    var files = [(name: "results.json", text: document)]
    if let record { files.append((recordName, try RecordFile(record).text())) }
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
    let target = URL(filePath: path).resolvingSymlinksInPath()
    let manager = FileManager.default
    try checkReplaceable(target, named: path)
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

  /// Refuses whatever holds anything that no run wrote: replacing it would destroy it.
  private static func checkReplaceable(_ target: URL, named path: String) throws(FileError) {
    let manager = FileManager.default
    guard manager.fileExists(atPath: target.path) else { return }
    let isFolder = (try? target.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
    guard isFolder, let found = try? manager.subpathsOfDirectory(atPath: target.path) else {
      throw problem(
        path, "a file stands there, or a folder that cannot be read",
        remedy: "name another folder with -o")
    }
    if found.isEmpty { return }
    let manifest = try? JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: target.appending(path: manifestName)))
    guard let manifest, manifest.tool.name == toolName else {
      throw problem(
        path, "the folder exists and is not the folder of a run",
        remedy: "name another folder with -o, or remove this one")
    }
    let written = Set(manifest.outputs.map(\.path) + [manifestName, "tables"])
    let foreign = found.filter { !written.contains($0) }.sorted()
    if let first = foreign.first {
      throw problem(
        path,
        "the folder of the run also holds what no run wrote: `\(first)`"
          + (foreign.count > 1 ? " and \(foreign.count - 1) more" : ""),
        remedy: "move it elsewhere, or name another folder with -o")
    }
  }

  private static func problem(_ path: String, _ what: String, remedy: String) -> FileError {
    FileError([FileIssue(code: "E091", what, file: path, remedy: remedy)])
  }
}
