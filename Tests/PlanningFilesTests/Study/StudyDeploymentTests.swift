import PlanningFiles
import PolicingDomain
import Testing

@Suite("Deployment of a study")
struct StudyDeploymentTests {
  private static let header = "district,watch,weekday,class,units,officers,source,date,assumption\n"

  private func copy(rows: String) throws -> StudyCopy {
    let copy = try StudyCopy(withoutDeployment: ())
    try copy.replace(
      "  assumptions: assumptions.csv\n",
      with: "  assumptions: assumptions.csv\n  deployment: deployment.csv\n", in: "study.yaml")
    try copy.write(Self.header + rows, to: "deployment.csv")
    return copy
  }

  @Test func `a study without it has none`() throws {
    let copy = try StudyCopy(withoutDeployment: ())
    #expect(try StudyFolder.read(at: copy.path).study.deployment == nil)
  }

  /// Source of truth: by hand.
  ///
  /// A row of one district goes before a row of all.
  @Test func `an assumption is stated in a table`() throws {
    let copy = try copy(
      rows: "all,day,,beat,3,,the chief,2026-01-01,yes\n2,day,,beat,5,,the chief,2026-01-01,yes\n")
    let study = try StudyFolder.read(at: copy.path).study
    guard case .assumption(let rows)? = study.deployment else {
      Issue.record("no assumption")
      return
    }
    #expect(rows.count == 3)
    let found = Deployment(assumed: rows, watches: study.schedule.watches)
    let hour = HourOfWeek(.monday, hour: 9).index
    #expect(found.patrolUnits(in: .init("1"))?[hour] == 3)
    #expect(found.patrolUnits(in: .init("2"))?[hour] == 5)
    #expect(found.patrolUnits(in: .init("2"))?[HourOfWeek(.monday, hour: 16).index] == 0)
  }

  @Test(arguments: [
    ("9,day,,beat,3,,s,2026-01-01,yes", StudyIssueCode.unknownReference),
    ("1,noon,,beat,3,,s,2026-01-01,yes", .unknownReference),
    ("1,day,Funday,beat,3,,s,2026-01-01,yes", .unknownWord),
    ("1,day,,boat,3,,s,2026-01-01,yes", .unknownWord),
    ("1,day,,beat,,,s,2026-01-01,yes", .missingValue),
    ("1,day,,beat,nan,,s,2026-01-01,yes", .unreadableNumber),
    ("1,day,,beat,-1,,s,2026-01-01,yes", .outOfRange),
    ("1,day,,beat,1,,s,2026-01-01,yes\n1,day,,beat,2,,s,2026-01-01,yes", .duplicate),
  ])
  func `a fault of the table is told`(rows: String, code: StudyIssueCode) throws {
    #expect(try copy(rows: rows + "\n").issues.map(\.code) == [code.rawValue])
  }

  @Test func `records are named with their profile`() throws {
    let copy = try StudyCopy(withoutDeployment: ())
    try copy.replace(
      "rotation:", with: "deployment: {files: [log.csv], profile: unit-log}\n\nrotation:",
      in: "study.yaml")
    #expect(copy.issues.map(\.code) == [StudyIssueCode.missingFile.rawValue])
    try copy.write("unit,log_on,log_off,district,class,officers\n", to: "log.csv")
    let reading = try StudyFolder.read(at: copy.path)
    #expect(
      reading.study.deployment
        == .records(files: [copy.file("log.csv")], profile: "unit-log"))
    #expect(reading.inputs.contains { $0.path == "log.csv" })
  }
}
