import PolicingDomain
import Reports
import Testing

@Suite("Chapters on service, rules and limits")
struct ServiceChapterTests {
  /// Source of truth: by hand: 46 % of the staff less 50 % of the work is the widest gap.
  @Test func `the widest gap between staff and work is named`() {
    let text = ReportFixture.text(ReportFixture.record())
    #expect(text.contains("The widest gap is in district 1"))
    #expect(text.contains("is 4.0 points below its share of the work"))
  }

  /// Source of truth: the grid of districts in Chicago; squares of other cities say nothing of place.
  @Test func `only districts of Chicago lie where they lie`() {
    let names = [("001", "Central"), ("002", "Wentworth"), ("024", "Rogers Park")]
      .map { (id: $0.0, name: $0.1) }
    let chicago = ReportFixture.text(ReportFixture.record(title: "Chicago, a trial", names: names))
    #expect(chicago.contains("Each district is a square in roughly its position"))
    let other = ReportFixture.text(ReportFixture.record(title: "Springfield", names: names))
    #expect(other.contains("squares are in the order of the study"))
    let mixed = ReportFixture.text(ReportFixture.record(title: "Chicago, a trial"))
    #expect(mixed.contains("Each district is a square in roughly its position"))
    let unknown = ReportFixture.record(title: "Chicago", names: [(id: "99", name: "Nowhere")])
    #expect(ReportFixture.text(unknown).contains("squares are in the order of the study"))
  }

  /// Source of truth: a map that the user names goes before squares.
  @Test func `a map that is named is drawn`() {
    let ring = [(0.0, 0.0), (1, 0), (1, 1), (0, 0)].map {
      PlaceShapes.Position(longitude: $0.0, latitude: $0.1)
    }
    let shapes = PlaceShapes(places: ["1", "2", "3"].map { .init(id: $0, polygons: [[ring]]) })
    let pages = StudyReport(ReportFixture.record(), kind: .full, map: shapes).pages
    let text = pages.map(\.markdown).joined()
    #expect(text.contains("Shapes are those of the map that was named"))
  }

  /// Source of truth: by hand: 100 calls, 40 fit, 20 taken, 2 back; 18 spared.
  @Test func `what other responders take is added up`() {
    let text = ReportFixture.text(ReportFixture.record(with: responders("20")))
    #expect(text.contains("Others spare police 18 calls and 30 officer-hours a year"))
    #expect(text.contains("40 fit (40.0 %) and 20 are taken (20.0 %)"))
  }

  /// Source of truth: a withheld cell is words, and no sum may pretend to hold it.
  @Test func `a withheld count is in no sum`() {
    let text = ReportFixture.text(ReportFixture.record(with: responders("withheld")))
    #expect(text.contains("Counts in 1 row are withheld"))
    #expect(!text.contains("are taken (20"))
  }

  private func responders(_ taken: String) -> ResultTable {
    ReportFixture.table(
      "responders",
      "responder,kind,category,district,calls,eligible_calls,calls_taken,calls_returned,"
        + "calls_spared,officer_hours_gross,officer_hours_net",
      ["phone,telephone,noise,all,100,40,\(taken),2,18,40,30"])
  }

  /// Source of truth: the hand-made rules: two, one not met, one not verified.
  @Test func `rules that are not met are named with their authority`() {
    let text = ReportFixture.text(ReportFixture.record())
    #expect(text.contains("not met: Span of control 10"))
    #expect(text.contains("decree: paragraph 1"))
    #expect(text.contains("The citation of 1 of them was not read"))
  }

  /// Source of truth: two assumptions, one of them without a reason; one row of positions flagged.
  @Test func `assumptions say who answers for them and what is flagged`() {
    let text = ReportFixture.text(ReportFixture.record())
    #expect(
      text.contains("2 assumptions: 1 with a value, 1 of these with a low and a high that differ"))
    #expect(text.contains("planner (2)"))
    #expect(text.contains("1 assumption lacks a reason or an owner: A-2"))
    #expect(text.contains("| Table positions | positions.csv | 1 | 1 | 100.0 |"))
  }

  /// Source of truth: the manifest of the hand-made record.
  @Test func `the making names version, seed, files and tables`() {
    let text = ReportFixture.text(ReportFixture.record())
    for mark in ["1.2.3", "0abc", "study.yaml", "rollcall run threeford", "staffing-summary.csv"] {
      #expect(text.contains(mark), "\(mark)")
    }
    #expect(text.contains("1 of 1 optimum was verified"))
    #expect(text.contains("One finding of the run."))
  }

  /// Source of truth: one line of the record says that books do not close.
  @Test func `books that do not close are said`() {
    var record = ReportFixture.record()
    record.booksClose = false
    #expect(ReportFixture.text(record).contains("NOT all books of the run close"))
  }
}
