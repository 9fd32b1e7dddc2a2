public import PolicingDomain

/// A report on a run: pages for people, drawn from its record alone.
///
/// Every figure of a page is drawn from a table of the record, which stands beneath it; nothing is
/// computed here that a table does not show. Equal records give equal bytes.
///
/// ```swift
/// let report = StudyReport(record, kind: .full)
/// print(report.pages[0].html)
/// ```
public struct StudyReport: Sendable {
  /// Whom a report is for.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Everything, for planners.
    case full
    /// One page, for who decides.
    case executive
    /// What the calls can and cannot answer, for analysts.
    case dataQuality = "data-quality"
    /// A page for each district in plain language, for residents.
    case district
  }

  /// The kind.
  public let kind: Kind
  /// The pages: one, or for districts an index and one for each.
  public let pages: [ReportPage]

  /// Draws a report.
  ///
  /// - Parameters:
  ///   - record: The run.
  ///   - kind: Whom it is for.
  ///   - map: The shapes of the districts; without them a map has a square for each.
  ///   - statement: Findings that people wrote, checked against the record.
  public init(
    _ record: RunRecord, kind: Kind, map: PlaceShapes? = nil, statement: Statement? = nil
  ) {
    let source = ReportSource(record: record, map: map, statement: statement)
    self.kind = kind
    switch kind {
    case .full: pages = [source.page(named: "report", of: kind, Chapters.full)]
    case .executive: pages = [source.page(named: "executive", of: kind, Chapters.executive)]
    case .dataQuality: pages = [source.page(named: "data-quality", of: kind, Chapters.quality)]
    case .district: pages = DistrictPages(source).pages
    }
  }
}

/// The chapters of each kind of report, in the order in which a reader wants them.
///
/// A chapter that the run has nothing for is left out.
enum Chapters {
  typealias Chapter = @Sendable (ReportSource) -> ReportSection?

  static let full: [Chapter] = [
    SummaryChapter.section, StatementChapter.section, QualityChapter.section,
    CallsChapter.section, DemandChapter.section, DeploymentChapter.section, WaitsChapter.section,
    HoursChapter.section, LadderChapter.section, TargetsChapter.section, NeedChapter.section,
    SupervisionChapter.section, RespondersChapter.section, EquityChapter.section,
    TransitionChapter.section, RulesChapter.section, AssumptionsChapter.section,
    LimitsChapter.section, MakingChapter.section,
  ]

  static let executive: [Chapter] = [
    SummaryChapter.short, StatementChapter.section, NeedChapter.short, TargetsChapter.short,
    LimitsChapter.short,
  ]

  static let quality: [Chapter] = [
    QualityChapter.section, CallsChapter.section, AssumptionsChapter.section,
    MakingChapter.section,
  ]
}
