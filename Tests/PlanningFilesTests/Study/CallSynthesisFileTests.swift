import PlanningFiles
import PolicingDomain
import Testing

@Suite("Files of made-up calls")
struct CallSynthesisFileTests {
  private static func damage(
    _ file: String, _ old: String, _ new: String, _ code: StudyIssueCode, _ says: String
  ) -> Damage {
    Damage(file, old, new, code, says, study: "chicago")
  }

  private static let faults: [Damage] = [
    damage(
      "synthesis.yaml", "day_overdispersion:", "day_dispersion:", .missingKey,
      "`day_overdispersion` is missing"),
    damage("synthesis.yaml", "value: 1278000", "value: -5", .outOfRange, "`year_total.value`"),
    damage("synthesis.yaml", "0.9833, ", "", .incompleteList, "there are 11 factors of 12"),
    damage("synthesis.yaml", "value: lognormal", "value: normal", .unknownWord, "`normal`"),
    damage("synthesis.yaml", "seed: 20231102", "seed: 1", .disagreement, "20231102 in study.yaml"),
    damage("synthesis.yaml", "{P1: 0.42,", "{P1: 1.42,", .outOfRange, "P1"),
    damage("synthesis.yaml", "P1: 0.25, P2: 0.35", "P1: 0.35, P2: 0.25", .disagreement, "of P1"),
    damage("synthesis.yaml", "schema: 1", "schema: 3", .unknownSchema, "of schema 3"),
    damage("synthesis-hours.csv", "\n5,", "\n6,", .duplicate, "hour of the week `6`"),
    damage("synthesis-hours.csv", "\n5,", "\n168,", .outOfRange, "from 0 to 167"),
    damage("synthesis-hours.csv", "\n5,0.", "\n5,0.9", .sharesOverOne, "`share` sums to"),
    damage("synthesis-hours.csv", "\n5,0.", "\n5,-0.", .outOfRange, "`share`"),
    damage("synthesis-districts.csv", "\n001,", "\n100,", .unknownReference, "no district `100`"),
    damage("synthesis-categories.csv", "\nalarm,", "\nalarms,", .unknownReference, "`alarms`"),
    damage("synthesis-categories.csv", "\nalarm,0.", "\nalarm,0.9", .sharesOverOne, "sums to"),
  ]

  @Test(arguments: faults)
  func `a fault is found`(damage: Damage) throws {
    try damage.check(allowingOthers: true)
  }

  @Test func `an hour without a share is missed`() throws {
    let copy = try StudyCopy(of: "chicago")
    try copy.replace("\n167,", with: "\n166,", in: "synthesis-hours.csv")
    #expect(
      copy.issues.map(\.code).sorted() == [
        StudyIssueCode.duplicate.rawValue, StudyIssueCode.incompleteList.rawValue,
      ])
  }

  @Test func `the factors of the months are one on average`() throws {
    let study = try StudyFolder.read(at: BundledStudy.path("chicago")).study
    guard case .synthesis(let synthesis) = study.calls else {
      Issue.record("the calls are not made up")
      return
    }
    let sum = synthesis.monthFactors.reduce(0, +)
    #expect((sum - 12).magnitude < 1e-9)
    #expect(synthesis.categories.allSatisfy { $0.priorityShares.count == 5 })
  }
}
