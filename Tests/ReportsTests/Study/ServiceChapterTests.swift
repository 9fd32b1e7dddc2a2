import Foundation
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

  /// Source of truth: the 22 districts of Chicago (13, 21 and 23 are no longer); the grid is only theirs.
  @Test func `only the whole of Chicago lies where it lies`() {
    let all = (1...25).filter { ![13, 21, 23].contains($0) }
      .map { (id: "0\($0 < 10 ? "0" : "")\($0)", name: "Number \($0)") }
    let words = "Each district is a square in roughly its position"
    let order = "squares are in the order of the study"
    func text(_ title: String, _ names: [(id: String, name: String)]) -> String {
      ReportFixture.text(ReportFixture.record(title: title, names: names))
    }
    #expect(text("Chicago, a trial", all).contains(words))
    #expect(text("Springfield", all).contains(order))
    #expect(text("Chicago, a part", Array(all.dropLast())).contains(order))
    #expect(text("Chicago", all + [(id: "99", name: "Nowhere")]).contains(order))
    let five = (1...5).map { (id: "\($0)", name: "Ward \($0)") }
    let heights = text("Chicago Heights", five)
    #expect(heights.contains(order))
    #expect(!heights.contains(words))
  }

  /// Source of truth: one district of three without a shape; shapes of none of them.
  @Test func `shapes that there are are drawn, and what has none is said`() {
    let ring = [(0.0, 0.0), (1, 0), (1, 1), (0, 0)].map {
      PlaceShapes.Position(longitude: $0.0, latitude: $0.1)
    }
    func text(_ ids: [String]) -> String {
      let shapes = PlaceShapes(places: ids.map { .init(id: $0, polygons: [[ring]]) })
      return StudyReport(ReportFixture.record(), kind: .full, map: shapes).pages.map(\.markdown)
        .joined()
    }
    let some = text(["1", "3"])
    #expect(some.contains("Shapes are those of the map that was named"))
    #expect(some.contains("It has no shape for 2, and this district is in the table alone"))
    let none = text(["77"])
    #expect(none.contains("The map that was named for this report has a shape for no district"))
    #expect(none.contains("squares are in the order of the study"))
  }

  /// Source of truth: one district is all of the work and all of the staff; there is nothing to compare.
  @Test func `one district has no gap`() {
    let names = Array(ReportFixture.districts.prefix(1))
    let text = ReportFixture.text(ReportFixture.record(names: names))
    #expect(text.contains("Work, staff and service by district"))
    #expect(!text.localizedStandardContains("widest gap"))
    #expect(!text.contains("mean gap"))
  }

  /// Source of truth: the writer of workbooks, which leaves out tables of too many rows and lists them.
  @Test func `nothing is promised of a workbook that nobody asked for`() {
    let text = ReportFixture.text(ReportFixture.record())
    #expect(!text.contains("and in the workbook."))
    #expect(text.contains("A workbook, where one was asked for"))
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
