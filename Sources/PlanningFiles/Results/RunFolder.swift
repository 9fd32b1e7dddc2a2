import Foundation
public import PolicingDomain

/// The folder that a run leaves behind: a manifest, the results and a file for each table.
public enum RunFolder {
  /// The name of the manifest, by which a folder is known as that of a run.
  public static let manifestName = "manifest.json"
  /// The name of the results, which a run has and a folder of a report has not.
  static let resultsName = "results.json"
  /// The tool that a manifest must name for its folder to be replaced.
  public static let toolName = "rollcall"

  /// Writes a run, whole or not at all: everything goes to a new folder beside the old one, which
  /// takes its place at the very end.
  ///
  /// - Parameters:
  ///   - results: The results.
  ///   - tables: The tables, each to a file of its name.
  ///   - record: What reports are made from, if it is kept.
  ///   - reports: The files of a report, if one is written with the run.
  ///   - manifest: What the run was made from; the fingerprints of the files are added to it.
  ///   - path: Where; an earlier run there is replaced, anything else is refused.
  /// - Throws: ``FileError`` when the folder cannot be written or is not that of a run.
  public static func write(
    _ results: StudyResults, tables: [ResultTable], record: RunRecord? = nil,
    reports: [ReportFile] = [], manifest: Manifest, to path: String
  ) throws(FileError) {
    let notice = results.study.notice
    let document = try JSONText.text(of: ResultsDocument(results, tables: tables))
    var files = [ReportFile(resultsName, text: document)]
    if let record { files.append(try file(of: record)) }
    files += tables.map { ReportFile("tables/\($0.name).csv", text: $0.csv(notice: notice)) }
    var manifest = manifest
    manifest.outputs = files.map { Manifest.File($0.path, $0.bytes) }
    manifest.reports = reports.isEmpty ? nil : reports.map { Manifest.File($0.path, $0.bytes) }
    files += reports
    files.append(ReportFile(manifestName, text: try JSONText.text(of: manifest)))
    try replace(path, with: files)
  }

  static func file(of record: RunRecord) throws(FileError) -> ReportFile {
    ReportFile(recordName, text: try RecordFile(record).text())
  }

  /// Puts a folder of `files` in the place of the run at `path`, whole or not at all.
  static func replace(_ path: String, with files: [ReportFile]) throws(FileError) {
    let target = URL(filePath: path).resolvingSymlinksInPath()
    let manager = FileManager.default
    try checkReplaceable(target, named: path)
    let replacement = Replacement(of: target)
    defer { replacement.discard() }
    do {
      for file in files {
        let place = replacement.fresh.appending(path: file.path)
        try manager.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place)
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
    let files = manifest.outputs + (manifest.reports ?? [])
    let folders = files.compactMap { file in
      file.path.split(separator: "/").count > 1 ? file.path.prefix { $0 != "/" } : nil
    }.map(String.init)
    let written = Set(files.map(\.path) + folders + [manifestName, "tables"])
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
