public import Foundation

/// Writes reports of runs to their folders.
public enum ReportWriting {
  /// What was written.
  public struct Written: Sendable {
    /// The first page, with its folder; the folder of the tables where only these were asked for.
    public let path: String
    /// Warnings on findings and map.
    public let issues: [FileIssue]
  }

  /// Writes a report of the run in the folder at `path`.
  ///
  /// The files go into that folder, beside those of the run. A public report of a run that is not
  /// public goes to a folder of its own, because public and other tables must not lie side by side.
  ///
  /// - Parameters:
  ///   - request: What the report is to be.
  ///   - path: The folder of the run.
  ///   - isPublic: Whether to withhold small counts.
  ///   - folder: Another folder to write to; it becomes the folder of a run with its own record.
  /// - Returns: Where the first page is.
  /// - Throws: ``PlanningError/files(_:)`` for a folder that is no run, for another folder that holds a run
  ///   of its own, for faults of findings or map, and when the files cannot be written.
  public static func write(
    _ request: ReportRequest, of path: String, isPublic: Bool = false, to folder: String? = nil
  ) throws(PlanningError) -> Written {
    let own = try RunFolder.readRecord(at: path)
    let record = isPublic ? own.published() : own
    let isOther = isPublic && !own.isPublic
    let target = folder ?? (isOther ? trimmed(path) + "-public" : path)
    let isSame = standard(target) == standard(path)
    if isSame, isOther {
      throw .files(
        FileError([
          FileIssue(
            code: "E407", "the run is not public, and a public report would lie beside its tables",
            file: path, remedy: "name another folder with -o, or leave -o out")
        ]))
    }
    if !isSame, RunFolder.holdsResults(at: target) {
      throw .files(
        FileError([
          FileIssue(
            code: "E408", "a run of its own is in this folder, and the report would replace it",
            file: target, remedy: "name another folder with -o, or remove this one first")
        ]))
    }
    let report = try ReportFiles(of: record, request)
    do {
      if isSame {
        try RunFolder.add(report.files, to: path)
      } else {
        var manifest = try RunFolder.manifest(at: path)
        if isOther { manifest.arguments.append("--public") }
        try RunFolder.write(record, reports: report.files, manifest: manifest, to: target)
      }
    } catch {
      throw .files(error)
    }
    return Written(path: first(of: report, in: target), issues: report.issues)
  }

  /// Runs a study to a folder and writes a report of it there.
  ///
  /// - Parameters:
  ///   - request: What the report is to be.
  ///   - study: The folder of the study.
  ///   - access: How its calls are reached.
  ///   - isPublic: Whether to withhold small counts.
  ///   - folder: The folder of the run; `runs/NAME` if not given.
  ///   - progress: Told what is worked out.
  /// - Returns: Where the first page is.
  /// - Throws: A ``PlanningError`` from the run or the report.
  public static func write(
    _ request: ReportRequest, study: String, access: CallAccess, isPublic: Bool,
    to folder: String?, progress: @escaping @Sendable (String) -> Void
  ) throws(PlanningError) -> Written {
    let started = Date()
    let pipeline = try StudyPipeline(studyAt: study, access: access)
    let results = try pipeline.run(to: .allocation, progress: progress)
    let manifest = try pipeline.manifest(
      arguments: ["run", results.study.name] + (isPublic ? ["--public"] : []), started: started)
    let own = pipeline.record(
      of: results, manifest: manifest, extras: true, progress: progress)
    let record = isPublic ? own.published() : own
    let target = folder ?? "runs/\(results.study.name)"
    progress("report")
    let report = try ReportFiles(of: record, request)
    try RunFolder.save(
      results, record: record, reports: report.files, manifest: manifest, to: target)
    return Written(path: first(of: report, in: target), issues: report.issues)
  }

  /// The first page of a report in a folder, as people name it; the tables where it has no page.
  static func first(of report: ReportFiles, in folder: String) -> String {
    "\(trimmed(folder))/\(report.first ?? "tables")"
  }

  private static func trimmed(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  private static func standard(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
