private import Workbooks

extension ReportFiles {
  /// Draws a report from a record.
  ///
  /// - Parameters:
  ///   - record: The run; made public before, if the report is for the public.
  ///   - request: What the report is to be.
  ///   - isLenient: Whether findings of the study with faults are left out with warnings, as a run does;
  ///     otherwise they are errors, as findings that somebody named always are.
  /// - Throws: ``PlanningError/files(_:)`` for faults of findings or map, and for a workbook that cannot
  ///   be made.
  public init(
    of record: RunRecord, _ request: ReportRequest, isLenient: Bool = false
  ) throws(PlanningError) {
    var issues: [FileIssue] = []
    let map = try Self.map(request, record, &issues)
    let statement = try Self.statement(request, record, isLenient: isLenient, &issues)
    let report = StudyReport(record, kind: request.kind, map: map, statement: statement)
    let folder = request.kind == .district ? "districts/" : ""
    var files: [ReportFile] = []
    if request.formats.contains(.html) {
      files += report.pages.map { ReportFile("\(folder)\($0.name).html", text: $0.html) }
    }
    if request.formats.contains(.markdown) {
      files += report.pages.map { ReportFile("\(folder)\($0.name).md", text: $0.markdown) }
    }
    if request.formats.contains(.json) {
      let name = request.kind == .full ? "report" : request.kind.rawValue
      files.append(ReportFile("\(folder)\(name).json", text: try Self.json(report, record)))
    }
    if request.formats.contains(.xlsx) {
      files.append(ReportFile("report.xlsx", bytes: try Self.workbook(record, statement)))
    }
    self.files = files
    self.issues = issues
  }

  private static func workbook(
    _ record: RunRecord, _ statement: Statement?
  ) throws(PlanningError) -> [UInt8] {
    let findings = (statement?.findings ?? []).map { finding in
      StudyWorkbook.Finding(
        title: finding.title, text: finding.text, recommendation: finding.recommendation,
        priority: finding.priority, cost: finding.cost, owner: finding.owner)
    }
    do {
      return try StudyWorkbook(record, findings: findings).bytes()
    } catch {
      throw .files(
        FileError([
          FileIssue(
            code: "E092", "the workbook cannot be written: \(error)", file: "report.xlsx",
            remedy: "check that the folder for temporary files may be written and has room")
        ]))
    }
  }

  private static func json(
    _ report: StudyReport, _ record: RunRecord
  ) throws(PlanningError) -> String {
    do {
      return try ReportDocument(
        record,
        pages: report.pages.map { page in
          (page.name, page.title, page.tables.map(\.table))
        }
      ).text()
    } catch {
      throw .files(error)
    }
  }

  private static func map(
    _ request: ReportRequest, _ record: RunRecord, _ issues: inout [FileIssue]
  ) throws(PlanningError) -> PlaceShapes? {
    guard let path = request.map else { return nil }
    do {
      let found = try GeoJSONFile.shapes(at: path, of: record.districts, key: request.mapKey)
      issues += found.issues
      return found.shapes
    } catch {
      throw .files(error)
    }
  }

  /// The findings that people wrote, looked up in the run.
  private static func statement(
    _ request: ReportRequest, _ record: RunRecord, isLenient: Bool, _ issues: inout [FileIssue]
  ) throws(PlanningError) -> Statement? {
    var kept = record.statement
    if let path = request.findings {
      do {
        kept = try RunRecord.Statement(contentsOf: path)
      } catch {
        throw .files(error)
      }
    }
    guard let kept else { return nil }
    let statement = Statement(parsing: kept.text, against: record)
    let own = statement.issues.map { $0.fileIssue(in: kept.file, isLenient: isLenient) }
    if statement.isSound || isLenient {
      issues += own
      return statement.isSound ? statement : nil
    }
    throw .files(FileError(own))
  }
}
