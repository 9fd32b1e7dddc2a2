import Foundation
public import PolicingDomain

/// One file of a report.
public struct ReportFile: Hashable, Sendable {
  /// The path in the folder of the run, such as `districts/001.html`.
  public let path: String
  /// The bytes.
  public let bytes: [UInt8]

  /// Creates a file.
  public init(_ path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Creates a file of text in UTF-8.
  public init(_ path: String, text: String) { self.init(path, bytes: Array(text.utf8)) }
}

extension RunFolder {
  /// Adds the files of a report to the run at `path`, whole or not at all; files of an earlier report of
  /// the same name are replaced, all others stay as they are.
  ///
  /// The manifest lists them as `reports`, beside the `outputs` of the run, which do not change.
  ///
  /// - Throws: ``FileError``: `E402` for a folder that is not that of a run, `E091` when it cannot be
  ///   written or a file of the report would replace one of the run.
  public static func add(_ reports: [ReportFile], to path: String) throws(FileError) {
    let folder = URL(filePath: path).resolvingSymlinksInPath()
    var manifest = try manifest(in: folder, named: path)
    let outputs = Set(manifest.outputs.map(\.path))
    if let clash = reports.first(where: { outputs.contains($0.path) }) {
      throw fault(
        "E091", "the report would replace `\(clash.path)` of the run", at: path,
        remedy: "write it to a folder of its own with -o")
    }
    let names = Set(reports.map(\.path))
    let earlier = (manifest.reports ?? []).filter { !names.contains($0.path) }
    var files: [ReportFile] = []
    for kept in manifest.outputs + earlier {
      guard let bytes = try? Data(contentsOf: folder.appending(path: kept.path)) else {
        throw fault(
          "E091", "the file `\(kept.path)` of the run is gone or cannot be read", at: path,
          remedy: "run the study again: rollcall run STUDY -o \(path)")
      }
      files.append(ReportFile(kept.path, bytes: Array(bytes)))
    }
    let added = reports.map { Manifest.File($0.path, $0.bytes) }
    manifest.reports = (earlier + added).sorted { $0.path < $1.path }
    files += reports
    files.append(ReportFile(manifestName, text: try JSONText.text(of: manifest)))
    try replace(path, with: files)
  }

  /// Writes a record with the files of a report to a folder of its own, whole or not at all: it is
  /// the folder of a run again, without what the record does not hold.
  ///
  /// - Throws: ``FileError`` `E091` when the folder cannot be written or holds anything that no run wrote.
  public static func write(
    _ record: RunRecord, reports: [ReportFile], manifest: Manifest, to path: String
  ) throws(FileError) {
    let notice = record.subject.notice
    var files = [try file(of: record)]
    files += record.tables.map {
      ReportFile("tables/\($0.name).csv", text: $0.csv(notice: notice))
    }
    var manifest = manifest
    manifest.outputs = files.map { Manifest.File($0.path, $0.bytes) }
    manifest.reports = reports.isEmpty ? nil : reports.map { Manifest.File($0.path, $0.bytes) }
    files += reports
    files.append(ReportFile(manifestName, text: try JSONText.text(of: manifest)))
    try replace(path, with: files)
  }

  /// Reads the manifest of the run in the folder at `path`.
  ///
  /// - Throws: ``FileError`` `E402` for a folder that is not that of a run.
  public static func manifest(at path: String) throws(FileError) -> Manifest {
    try manifest(in: URL(filePath: path).resolvingSymlinksInPath(), named: path)
  }

  /// Whether the folder at `path` is that of a run itself, and not only of a report of one: it then holds
  /// results from which no report is drawn, and which nothing but the run can bring back.
  public static func holdsResults(at path: String) -> Bool {
    let manifest = try? manifest(at: path)
    return manifest?.outputs.contains { $0.path == resultsName } == true
  }

  /// Whether the folder at `path` is that of a run.
  public static func isRun(at path: String) -> Bool {
    (try? manifest(at: path)) != nil
  }
}
