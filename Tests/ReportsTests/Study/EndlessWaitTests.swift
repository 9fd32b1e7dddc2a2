import PolicingDomain
import Reports
import Testing

/// Plans that leave more work than units in some hour: their waits have no end, and the tables have blanks.
@Suite("Waits without end")
struct EndlessWaitTests {
  private static let keys =
    "district,workload_percent,assigned_percent,recommended_percent,wait_p1_required_minutes,"
    + "wait_p1_planned_minutes"

  private static func pages(
    _ rows: [String], _ kind: StudyReport.Kind = .district
  ) -> [String] {
    let record = ReportFixture.record(with: ReportFixture.table("equity", keys, rows))
    return StudyReport(record, kind: kind).pages.map(\.markdown)
  }

  private static let all = ["'1,50,40,46,2,-", "'2,30,30,32,3,-", "'3,20,30,22,4,-"]
  private static let one = ["'1,50,40,46,2,0.5", "'2,30,30,32,3,-", "'3,20,30,22,4,1.5"]

  /// Source of truth: a plan that overloads every district has no finite wait; it is a plan all the same.
  @Test func `a plan that overloads every district is not taken for none`() {
    let pages = Self.pages(Self.all)
    #expect(pages[0].contains("As planned, calls of priority 1 wait without end in 3 districts"))
    #expect(pages[1].contains("without end as planned"))
    #expect(pages[1].contains("no end"))
    #expect(!pages[1].contains("2.0 minutes as required"))
    let full = Self.pages(Self.all, .full).joined()
    #expect(full.contains("The most urgent calls would wait without end in 3 districts"))
    #expect(full.contains("As planned, waits of priority 1 have no end in 3 districts"))
  }

  /// Source of truth: by hand: waits of 0.5 and 1.5 minutes and one without end; the middle is 1.5.
  @Test func `a district without end is the longest`() {
    let pages = Self.pages(Self.one)
    #expect(
      pages[0].contains(
        "wait between 30 seconds and 1.5 minutes on average; in 1 district waits have no end"))
    #expect(
      pages[1].contains("not longer than in the district in the middle (1.5 minutes)"))
    #expect(pages[1].contains("Waits without end have no dot: in 1 district for priority 1"))
    #expect(
      pages[2].contains(
        "Priority 1 waits without end here, longer than in the district in the middle (1.5 minutes)"
      ))
    #expect(pages[1].contains("| 1 | 3 | 0.50 | 0.50 | 1.50 | no end |"))
  }

  /// Source of truth: no call of a priority in a district: both of its waits are blank.
  @Test func `a district without such calls has no wait, which is not one without end`() {
    let pages = Self.pages(["'1,50,40,46,2,0.5", "'2,30,30,32,-,-", "'3,20,30,22,4,1.5"])
    #expect(!pages.joined().contains("no end"))
    #expect(pages[0].contains("wait between 30 seconds and 1.5 minutes on average"))
  }
}
