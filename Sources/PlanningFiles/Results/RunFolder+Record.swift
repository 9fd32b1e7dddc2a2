import Foundation
public import PolicingDomain

extension RunFolder {
  /// The name of the record from which reports are made.
  public static let recordName = "record.json"

  /// Reads the record of the run in the folder at `path`, and checks that nobody changed it since.
  ///
  /// - Throws: ``FileError``: `E401` without a folder, `E402` for a folder that is not that of a run,
  ///   `E403` for a run of a version that wrote no record, `E404` for a layout that this version does
  ///   not know, `E405` for a damaged file and `E406` for one that was changed.
  public static func record(at path: String) throws(FileError) -> RunRecord {
    let folder = URL(filePath: path).resolvingSymlinksInPath()
    let values = try? folder.resourceValues(forKeys: [.isDirectoryKey])
    guard values?.isDirectory == true else {
      throw fault(
        "E401",
        values == nil ? "there is no folder of a run here" : "a file stands here, no folder",
        at: path, remedy: "name the folder that `rollcall run STUDY -o FOLDER` wrote")
    }
    let manifest = try manifest(in: folder, named: path)
    guard let stated = manifest.outputs.first(where: { $0.path == recordName }) else {
      throw fault(
        "E403", "the run was made by version \(manifest.tool.version), which kept no record",
        at: path, remedy: "run it again: rollcall run STUDY -o \(path)")
    }
    let file = "\(path)/\(recordName)"
    let bytes: Data
    do {
      bytes = try Data(contentsOf: folder.appending(path: recordName))
    } catch {
      throw fault(
        "E405", "the record of the run cannot be read: \(error.localizedDescription)", at: file,
        remedy: "run it again: rollcall run STUDY -o \(path)")
    }
    guard Fingerprint.sha256(bytes) == stated.sha256 else {
      throw fault(
        "E406", "the record was changed after the run: its SHA-256 is not that of manifest.json",
        at: file,
        remedy: "change the study and not its results, then run it again: rollcall run STUDY -o "
          + path)
    }
    return try record(from: bytes, file: file, folder: path)
  }

  private static func record(
    from bytes: Data, file: String, folder: String
  ) throws(FileError) -> RunRecord {
    do {
      return try RecordFile.record(from: bytes)
    } catch {
      switch error {
      case .schema(let number):
        throw fault(
          "E404",
          "the record has layout \(number); this version reads layout \(RunRecord.schema)",
          at: file,
          remedy: number > RunRecord.schema
            ? "use the version of the tool that made the run, or a later one"
            : "run it again: rollcall run STUDY -o \(folder)")
      case .damaged(let words):
        throw fault(
          "E405", "the record of the run is damaged: \(words)", at: file,
          remedy: "run it again: rollcall run STUDY -o \(folder)")
      }
    }
  }

  /// Returns the manifest of a run folder.
  static func manifest(in folder: URL, named path: String) throws(FileError) -> Manifest {
    let manifest = try? JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: folder.appending(path: manifestName)))
    guard let manifest, manifest.tool.name == toolName else {
      let isStudy = FileManager.default.fileExists(
        atPath: folder.appending(path: "study.yaml").path)
      throw fault(
        "E402", "the folder is not that of a run" + (isStudy ? " but that of a study" : ""),
        at: path,
        remedy: isStudy
          ? "run the study first: rollcall run \(path) -o FOLDER"
          : "name the folder that `rollcall run STUDY -o FOLDER` wrote")
    }
    return manifest
  }

  static func fault(
    _ code: String, _ what: String, at path: String, remedy: String
  ) -> FileError {
    FileError([FileIssue(code: code, what, file: path, remedy: remedy)])
  }
}
