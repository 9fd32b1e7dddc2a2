import Foundation
import PolicingDomain
import Reports
import Testing

@Suite("Chapters on people")
struct StaffChapterTests {
  /// Source of truth: the hand-made table: 85 required, 25 decided, 98 deployable of 110 sworn.
  @Test func `the need is stated from its table`() {
    let text = ReportFixture.text(ReportFixture.record())
    #expect(
      text.contains("Sworn: work and rules require 85, policy sets 25 more; 98 are deployable"))
    #expect(text.contains("account for 85 of 120 positions in all (70.8 %)"))
    #expect(text.contains("The plan adds most to Patrol (sworn): 2.0."))
  }

  /// Source of truth: the hand-made table: all 10 civilian positions were decided, none is required.
  @Test func `a kind of position that there is none of counts zero`() {
    let text = ReportFixture.text(ReportFixture.record())
    #expect(
      text.contains("Civilian: work and rules require 0, policy sets 10 more; 9 are deployable"))
  }

  /// Source of truth: without a plan, what is required is missing for the whole department.
  @Test func `what is not known is not taken for zero`() {
    let keys = "group,employment,\(ReportFixture.staffingKeys)"
    let table = ReportFixture.table(
      "staffing-summary", keys,
      [
        "Patrol,sworn,-,90,80,-,-,-,-,-,workload", "Department,sworn,-,90,80,-,-,-,-,-,workload",
        "Department,all,-,90,80,-,-,-,-,-,workload",
      ])
    let text = ReportFixture.text(ReportFixture.record(with: table))
    #expect(text.contains("Sworn: 80 are deployable; what is required is not known"))
  }

  /// Source of truth: `StudyResults.Answer.Status`; a blank must be explained where it is shown.
  @Test func `a plan that is none is said where its numbers would be`() {
    var record = ReportFixture.record()
    record.answers = [.init(mode: "require", status: "infeasible", reason: "two rules clash")]
    #expect(ReportFixture.text(record).contains("ended as “infeasible”: two rules clash"))
  }

  /// Source of truth: addition by hand of the displayed figures.
  @Test(arguments: StudyReport.Kind.allCases)
  func `every sum that a page declares adds up`(kind: StudyReport.Kind) {
    var sums = 0
    for table in StudyReport(ReportFixture.record(), kind: kind).pages.flatMap(\.tables) {
      for sum in table.table.rowSums {
        sums += 1
        for column in table.table.columns.indices {
          let parts = sum.parts.compactMap { number(table.table.rows[$0][column]) }
          guard let total = number(table.table.rows[sum.total][column]) else { continue }
          #expect(abs(parts.reduce(0, +) - total) < 0.05, "\(table.table.name)")
        }
      }
    }
    #expect(kind != .full || sums > 0)
  }

  /// Source of truth: 12 officers for one sergeant in a team of district 1, against a rule of 10.
  @Test func `a team that is too wide is found without the table of units`() {
    let text = ReportFixture.text(ReportFixture.record())
    #expect(text.contains("1 district has a team of more than 10 officers for one sergeant"))
    #expect(text.contains("2 of 3 teams keep the span on at least 95 % of tours"))
  }

  /// Source of truth: by hand: 11 ÷ 1 on hand against a rule of 10, 5 ÷ 1 recommended.
  @Test func `spans on hand and recommended are compared with the rule`() {
    let table = ReportFixture.table(
      "supervision",
      "section,section_name,function,supervisor,rule_span,officers_on_hand,supervisors_on_hand,"
        + "span_on_hand,gap_on_hand,span_recommended,percent_of_tours_within_span",
      ["'1,North,patrol,Sergeant,10,11,1,11,0.1,5,90", "'2,Mill,patrol,Sergeant,10,-,-,-,-,9,80"])
    let text = ReportFixture.text(ReportFixture.record(with: table))
    #expect(
      text.contains(
        "On hand, 1 of 2 units have more officers for one supervisor than the rule; as recommended, 0"
      ))
    #expect(text.contains("fewest tours are within the span in Mill: 80.0 %"))
  }

  /// Source of truth: by hand: 11 ÷ 1 against 10 on hand; no plan, so nothing is recommended.
  @Test func `spans without a plan say nothing of what is recommended`() {
    let keys = "section,section_name,function,supervisor,rule_span,span_on_hand,span_recommended"
    let now = ReportFixture.table("supervision", keys, ["'1,North,patrol,Sergeant,10,11,-"])
    let text = ReportFixture.text(ReportFixture.record(with: now))
    #expect(
      text.contains("On hand, 1 of 1 unit has more officers for one supervisor than the rule"))
    #expect(!text.contains("than the rule; as recommended"))
    #expect(text.contains("No spans are recommended"))
    #expect(!text.contains("Spans on hand are not known"))
    let then = ReportFixture.table("supervision", keys, ["'1,North,patrol,Sergeant,10,-,5"])
    let planned = ReportFixture.text(ReportFixture.record(with: then))
    #expect(planned.contains("As recommended, 0 of 1 unit has more officers"))
    #expect(planned.contains("Spans on hand are not known"))
    #expect(!planned.contains("No spans are recommended"))
  }

  /// Source of truth: by hand: the second of two teams has 6 officers and nobody to lead them.
  @Test func `a team without a sergeant is no team with one`() {
    let teams = ReportFixture.table(
      "teams",
      "district,tour,day_off_group,officers,sergeants,span_assigned,share_of_tours_within_span",
      ["'1,early,A,8,1,8,0.97", "'2,early,A,6,0,-,0"])
    let text = ReportFixture.text(ReportFixture.record(with: teams))
    #expect(text.contains("By the roster, 1 team of 2 has officers and no sergeant"))
    #expect(!text.contains("every team has a sergeant"))
  }

  /// Source of truth: the tables of a transition: hires 4 + 6, exits 5 + 5, short 9 then 3.
  @Test func `a transition says what comes, goes and stays short`() {
    let years = ReportFixture.table(
      "transition-by-year",
      "year,people_start,hires,promotions,exits,people_end,positions_short,cost_dollars,budget_dollars",
      decimals: 0, ["1,100,4,1,5,99,9,50,100", "2,99,6,1,5,100,3,100,100"])
    let text = ReportFixture.text(ReportFixture.record(with: years))
    #expect(text.contains("Positions short go from 9 to 3 over 2 years"))
    #expect(text.contains("10 people are hired and 10 leave"))
    #expect(text.contains("The money of the year is used up in year 2."))
  }

  /// Source of truth: a transition without a plan has the table of its conflict.
  @Test func `a transition that cannot be says so`() {
    let conflict = ReportFixture.table(
      "transition-conflict", "rule", ["no more than 1 hire a year"])
    let text = ReportFixture.text(ReportFixture.record(with: conflict))
    #expect(text.contains("There is no plan for the years"))
    #expect(text.contains("no more than 1 hire a year"))
  }

  /// Source of truth: HTML: an identifier is of one element of a page.
  @Test(arguments: StudyReport.Kind.allCases)
  func `no two pieces of a page have the same name`(kind: StudyReport.Kind) {
    var record = ReportFixture.record()
    record.tables += [
      ReportFixture.table(
        "supervision",
        "section,section_name,function,supervisor,rule_span,span_on_hand,span_recommended",
        ["'1,North,patrol,Sergeant,10,11,5"]),
      ReportFixture.table(
        "responders", "responder,kind,category,district,calls,calls_taken,calls_spared",
        ["phone,telephone,noise,all,100,20,18", "phone,telephone,noise,'1,100,20,18"]),
    ]
    for page in StudyReport(record, kind: kind).pages {
      let names = page.html.components(separatedBy: " id=\"").dropFirst().map {
        $0.prefix { $0 != "\"" }
      }
      #expect(!names.isEmpty)
      #expect(Set(names).count == names.count, "\(names)")
    }
  }

  /// Source of truth: a record without tables; a page must not fail for want of one.
  @Test(arguments: StudyReport.Kind.allCases)
  func `a run without tables still makes pages`(kind: StudyReport.Kind) {
    var record = ReportFixture.record()
    record.tables = []
    let pages = StudyReport(record, kind: kind).pages
    #expect(!pages.isEmpty)
    #expect(pages.allSatisfy { !$0.html.isEmpty && $0.markdown.hasPrefix("# ") })
  }

  private func number(_ cell: ResultTable.Cell) -> Double? {
    switch cell {
    case .number(let value): value
    case .count(let value): Double(value)
    case .text, .missing: nil
    }
  }
}
