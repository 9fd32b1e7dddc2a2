import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Spans up the ranks")
struct SpanChainTests {
  /// Source of truth: by hand: twenty spans of two over 1,048,576 = 2^20 people, the top first.
  @Test func `groups follow one another to any height`() throws {
    var groups = [PositionRequirementsTests.group("0", .fixedCount(positions: 1_048_576))]
    for height in 1...20 {
      groups.insert(
        PositionRequirementsTests.group(
          "\(height)", .spanOfControl(over: [.init("\(height - 1)")], span: 2)), at: 0)
    }
    let found = try PositionRequirementsTests.all(groups)
    for (height, need) in found.enumerated() {
      #expect(need.positions.value == Double(1 << height))
    }
  }

  /// Source of truth: Fort Worth strategic plan FY17–21: 717.597 officers are printed as 718, and
  /// 718 ÷ 7 = 102.57 sergeants as 103; 770.752 as 771, and 110.14 as 110.
  @Test(arguments: [(717.597, 718.0, 103.0), (770.752, 771.0, 110.0)])
  func `Fort Worth counts rounded officers`(
    officers: Double, whole: Double, sergeants: Double
  ) throws {
    let chain = try SpanChain(
      over: FullTimeEquivalents(officers), steps: [.init(rank: Fixture.sergeant.id, span: 7)],
      rounding: .nearest, countsRounded: true)
    #expect(chain.wholeBase.value == whole)
    #expect(chain.levels[0].supervised.value == whole)
    #expect(chain.levels[0].whole.value == sergeants)
  }

  /// Source of truth: by hand: 81 ÷ 8 = 10.125, ÷ 5 = 2.025; rounding up at each step gives 11 and
  /// 3 (11 ÷ 5 = 2.2), and reporting only at the end 11 and 3 too, but 10.125 stays the count.
  @Test func `a chain keeps what is not rounded unless it is told otherwise`() throws {
    let steps: [SpanChain.Step] = [
      .init(rank: Fixture.sergeant.id, span: 8), .init(rank: Fixture.lieutenant.id, span: 5),
    ]
    let exact = try SpanChain(over: FullTimeEquivalents(81), steps: steps)
    #expect(near(exact.levels[1].exact.value, 2.025) && exact.levels[1].whole.value == 3)
    let rounded = try SpanChain(
      over: FullTimeEquivalents(81), steps: steps, countsRounded: true)
    #expect(near(rounded.levels[1].exact.value, 2.2))
    #expect(throws: RequirementsError.self) {
      try SpanChain(
        over: FullTimeEquivalents(1), steps: [.init(rank: Fixture.sergeant.id, span: 0)])
    }
  }
}
