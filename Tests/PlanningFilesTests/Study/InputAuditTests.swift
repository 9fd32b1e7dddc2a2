import PlanningFiles
import Testing

@Suite("Input audit")
struct InputAuditTests {
  private func warnings(_ totals: String) throws -> [FileIssue] {
    let copy = try StudyCopy()
    try copy.append(totals, to: "study.yaml")
    return try StudyFolder.read(at: copy.path).warnings
  }

  /// Source of truth: Minnesota Chiefs of Police Association, 1998, officers per beat: days off
  /// 832, vacation 91, holidays 88, training 225 and sick 35 hours, printed total 1,071; the sum
  /// by hand is 1,271.
  @Test func `the table of 1998 whose total is misprinted is caught`() throws {
    let warnings = try warnings(
      """
        - name: hours away from the beat
          items: {days_off: 832, vacation: 91, holidays: 88, training: 225, sick: 35}
          printed: 1071
      """)
    #expect(
      warnings.map(\.message) == [
        "`hours away from the beat` is printed as 1071, but its 5 items add up to 1271"
      ])
    #expect(warnings.first?.severity == .warning)
    #expect(warnings.first?.code == StudyIssueCode.statedTotal.rawValue)
    #expect(warnings.first?.remedy.hasSuffix("off by 200") == true)
    #expect(warnings.first?.line == 52)
  }

  /// Source of truth: worked by hand: 0.1 + 0.25 is 0.35, which is printed as 0.3 or 0.4.
  @Test(arguments: [("0.35", 0), ("0.4", 0), ("0.3", 0), ("0.36", 1), ("0.350", 0), ("0.351", 1)])
  func `a total is compared as precisely as it is printed`(printed: String, count: Int) throws {
    let warnings = try warnings(
      "  - {name: x, items: {a: 0.1, b: 0.25}, printed: \(printed)}")
    #expect(warnings.count == count)
  }

  /// Source of truth: the strength of the example, added up by hand: 56 + 42 + 9 + 2 officers.
  @Test(arguments: [(109, 0), (110, 1)])
  func `a column is added up again`(printed: Int, count: Int) throws {
    let warnings = try warnings(
      "  - {name: x, table: strength, column: assigned, where: {rank: officer}, "
        + "printed: \(printed)}")
    #expect(warnings.count == count)
  }

  @Test(arguments: [
    ("{name: x, table: strenght, column: assigned, printed: 1}", "E237"),
    ("{name: x, table: strength, column: asigned, printed: 1}", "E237"),
    ("{name: x, items: [1, 2], printed: 3}", "E213"),
    ("{name: x, items: {a: b}, printed: 3}", "E231"),
    ("{name: x, printed: 3}", "E212"),
  ])
  func `a total that cannot be added up is an error`(total: String, code: String) throws {
    let copy = try StudyCopy()
    try copy.append("  - " + total, to: "study.yaml")
    #expect(copy.issues.contains { $0.code == code }, "\(copy.issues)")
  }
}
