import PolicingDomain
import Reports
import Testing

@Suite("Pages of districts")
struct DistrictPageTests {
  /// Source of truth: an index and a page for each district, in the order of the study.
  @Test func `each district has a page that the index leads to`() {
    let pages = StudyReport(ReportFixture.record(), kind: .district).pages
    #expect(pages.map(\.name) == ["index", "1", "2", "3"])
    for page in pages.dropFirst() {
      #expect(pages[0].html.contains("href=\"\(page.name).html\""))
      #expect(pages[0].markdown.contains("](\(page.name).md)"))
      #expect(page.html.contains("href=\"index.html\""))
    }
  }

  /// Source of truth: names of files that every system takes: letters, digits, hyphen, underscore.
  @Test func `names of pages are safe and differ`() {
    let ids = ["../etc", "index", "INDEX", "a b", "a/b", "", "ä", "<script>alert(1)</script>"]
    let record = ReportFixture.record(names: ids.map { (id: $0, name: $0) })
    let pages = StudyReport(record, kind: .district).pages
    let names = pages.map { $0.name.lowercased() }
    #expect(Set(names).count == ids.count + 1)
    #expect(
      names.allSatisfy { name in
        !name.isEmpty
          && name.unicodeScalars.allSatisfy { scalar in
            ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-"
              || scalar == "_"
          }
      })
    for page in pages {
      #expect(!page.html.contains("<script>alert"))
      #expect(!page.markdown.contains("<script>alert"))
    }
  }

  /// Source of truth: by hand: (300 × 2 + 100 × 4) ÷ 400 = 2.5, (300 × 1 + 100 × 3) ÷ 400 = 1.5.
  @Test func `waits of today are weighted with calls, and kept apart from those of the model`() {
    let text = StudyReport(ReportFixture.record(), kind: .district).pages[1].markdown
    #expect(
      text.contains(
        "By the model, calls of priority 1 wait 1.5 minutes with the units of today and 30 seconds as "
          + "planned; measured now: 2.5 minutes"))
    #expect(text.contains("Compare waits by the model with one another"))
  }

  /// Source of truth: districts 2 and 3 have no observed waits in the hand-made record.
  @Test func `a district without records of today says so`() {
    let text = StudyReport(ReportFixture.record(), kind: .district).pages[2].markdown
    #expect(text.contains("How long people wait now is not shown for this district"))
    #expect(text.contains("calls of priority 1 wait 1.0 minutes as planned"))
  }

  /// Source of truth: the three waits 0.5, 1 and 1.5: district 3 has the longest, none is named.
  @Test func `a district is set beside the others without their names`() {
    let pages = StudyReport(ReportFixture.record(), kind: .district).pages
    #expect(pages[3].markdown.contains("longer than in the district in the middle"))
    #expect(!pages[3].markdown.contains("North"))
  }

  /// Source of truth: two districts; the one in the middle of two is nobody.
  @Test func `two districts are not set beside each other`() {
    let record = ReportFixture.record(names: Array(ReportFixture.districts.prefix(2)))
    let pages = StudyReport(record, kind: .district).pages
    #expect(pages.count == 3)
    #expect(!pages[1].markdown.contains("Beside the other districts"))
  }

  /// Source of truth: 1.5 officers short on watch day, 45 hours free against an aim of 40 %.
  @Test func `officers and free time are said in words`() {
    let text = StudyReport(ReportFixture.record(), kind: .district).pages[1].markdown
    #expect(text.contains("at least half an officer is short on average on watch day"))
    #expect(text.contains("45 of every 100 hours. The aim of 40 is met over the week"))
    #expect(text.contains("Not stated for this district: residents"))
  }
}
