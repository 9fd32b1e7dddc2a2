import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Published calculations")
struct PublishedCalculationTests {
  static let minnesota = AdditionAudit(
    items: [
      .init("days off", 832), .init("vacation", 91), .init("holidays", 88),
      .init("training", 225), .init("sick", 35),
    ], stated: 1071)

  /// Source of truth: the table of the Minnesota chiefs' formula (1998): its five items add up to
  /// 1,271, and 1,071 is printed.
  @Test func `the audit finds the 200 hours that a printed sum lost`() {
    let audit = Self.minnesota
    #expect(audit.sum == 1271)
    #expect(audit.difference == -200)
    #expect(!audit.agrees)
    #expect(
      audit.finding
        == "1,071 is printed, the 5 items add up to 1,271: the printed sum is 200 too small.")
    #expect(AdditionAudit(items: audit.items, stated: 1271).agrees)
    #expect(AdditionAudit(items: audit.items, stated: 1270.6, tolerance: 0.5).agrees)
  }

  /// Source of truth: the same table as printed: 32,550 events × 0.55 h = 17,902, × 3 = 53,706,
  /// ÷ 2,920 = 18 beats; 2,920 − 1,071 = 1,849; factor 1.57 (exactly 1.5792); 28 officers.
  @Test func `Minnesota as printed`() throws {
    let work = Rounding.down(32_550 * 0.55)
    #expect(work == 17_902)
    let beats = Rounding.nearest(work * 3 / 2920)
    #expect(beats == 18)
    let net = 2920 - Self.minnesota.stated
    #expect(net == 1849)
    let factor = try ReliefFactor(hoursToCover: Hours(2920), netHours: Hours(net))
    #expect(factor.kind == .hours)
    #expect(near(factor.value, 1.5792, 0.00005))
    #expect(Rounding.truncate(decimals: 2)(factor.value) == 1.57)
    #expect(Rounding.nearest(beats * Rounding.truncate(decimals: 2)(factor.value)) == 28)
  }

  /// Source of truth: the same by hand with the true sum: 2,920 − 1,271 = 1,649; 1.7708; 32.
  @Test func `Minnesota corrected`() throws {
    let net = 2920 - Self.minnesota.sum
    #expect(net == 1649)
    let factor = try ReliefFactor(hoursToCover: Hours(2920), netHours: Hours(net))
    #expect(near(factor.value, 1.7708, 0.00005))
    #expect(Rounding.nearest(18 * factor.value) == 32)
  }

  /// Source of truth: Fort Worth strategic plan FY17–21: beats × 14,600 ÷ 1,648, one sergeant for
  /// seven officers: 81 beats 718 and 103, 87 beats 771 and 110.
  ///
  /// Officers and sergeants both round to the nearest whole number, sergeants from rounded officers.
  @Test(arguments: [(81.0, 717.597, 718.0, 103.0), (87.0, 770.752, 771.0, 110.0)])
  func `Fort Worth`(beats: Double, exact: Double, officers: Double, sergeants: Double) throws {
    let computed = try PositionFormula.fixedPost(
      posts: beats, hoursPerYear: Hours(14_600), netHours: Hours(1648))
    #expect(near(computed.value, exact, 0.0005))
    #expect(Rounding.nearest(computed.value) == officers)
    let supervisors = try PositionFormula.ratio(of: officers, per: 7)
    #expect(Rounding.nearest(supervisors.value) == sergeants)
  }

  /// Source of truth: the definition of each rounding, by hand.
  @Test func `every rounding does what it is named for`() {
    #expect(Rounding.none(2.7) == 2.7)
    #expect(Rounding.up(2.1) == 3 && Rounding.up(2) == 2)
    #expect(Rounding.down(2.9) == 2)
    #expect(Rounding.nearest(2.5) == 3 && Rounding.nearest(2.4999) == 2)
    #expect(Rounding.nearest(-2.5) == -2)
    #expect(Rounding.truncate(decimals: 2)(0.29) == 0.29)
    #expect(Rounding.truncate(decimals: 1)(-1.57) == -1.5)
    #expect(Rounding.up(3 * 0.1 / 0.1) == 3)
  }

  @Test func `a factor without net hours is refused`() {
    #expect(throws: RequirementsError.invalidFigure(what: "Net hours", value: 0)) {
      try ReliefFactor(hoursToCover: Hours(8760), netHours: .zero)
    }
  }

  /// Source of truth: the binomial distribution by hand: with a presence of 0.85, 4 of 5 are there
  /// on 83.5 % of tours and 4 of 6 on 95.3 %; 1 of n is absent altogether with 0.15^n.
  @Test func `six are scheduled so that four are present on 95 percent of tours`() throws {
    let scheduled = { (present: Int, presence: Double, share: Double) in
      try FieldMinimum.scheduled(
        present: present, presence: presence, shareOfTours: try #require(Share(share)))
    }
    #expect(try scheduled(4, 0.85, 0.95) == 6)
    #expect(try scheduled(4, 0.85, 0.8352) == 5)
    #expect(try scheduled(4, 0.85, 0.8353) == 6)
    #expect(try scheduled(1, 0.85, 0.977) == 2)
    #expect(try scheduled(1, 0.85, 0.978) == 3)
    #expect(try scheduled(4, 1, 1) == 4)
    #expect(try scheduled(0, 0.85, 0.95) == 0)
    #expect(try scheduled(4, 0.85, 0) == 0)
    #expect(throws: RequirementsError.unreachablePresence(present: 4)) {
      try scheduled(4, 0.85, 1)
    }
    #expect(throws: RequirementsError.self) { try scheduled(4, 0, 0.95) }
  }
}
