/// What a report is to be: whom it is for, in which files, and what people add to it.
public struct ReportRequest: Sendable {
  /// What a report is written as.
  public enum Format: String, CaseIterable, Hashable, Sendable {
    /// Pages that open from disk.
    case html
    /// A workbook with live formulas.
    case xlsx
    /// Pages as text.
    case markdown = "md"
    /// A file for each table of the run.
    case csv
    /// The pages as data.
    case json
  }

  /// Whom it is for.
  public var kind = StudyReport.Kind.full
  /// The files, in any order.
  public var formats: [Format] = [.html]
  /// A file of findings in the place of those of the run.
  public var findings: String?
  /// A GeoJSON file with the shapes of the districts.
  public var map: String?
  /// The property of its shapes that names the district; found if not given.
  public var mapKey: String?

  /// Creates a request for a full report as a page.
  public init() {}
}

/// A report as files, with what a reader should know of the files that people added.
public struct ReportFiles: Sendable {
  /// The files, by their paths in the folder of the run.
  public let files: [ReportFile]
  /// Warnings on findings and map.
  public let issues: [FileIssue]

  /// The first page, which a reader opens.
  public var first: String? {
    files.first { $0.path.hasSuffix(".html") }?.path ?? files.first?.path
  }
}
