import Foundation
import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

@Suite("Deployment profile")
struct DeploymentProfileTests {
  private static let samples: [(name: String, text: String, units: Double?, officers: Double?)] = [
    (
      "attendance",
      "date,watch,district,class,officers,units\n2023-03-06,day,1,beat,4,2\n", 16, 32
    ),
    (
      "attendance-people",
      "date,watch,district,class,unit,status\n2023-03-06,day,1,beat,0111,present\n", 8, 8
    ),
    (
      "roster",
      "district,watch,class,group,weekday,officers,crew\n1,day,beat,,Mon,4,2\n", 16, 32
    ),
    (
      "unit-log",
      "unit,log_on,log_off,district,class,officers\n"
        + "0111,2023-03-06T08:00:00,2023-03-06T10:00:00,1,beat,2\n", 2, 4
    ),
    (
      "chicago-attendance",
      "ATTENDANCE DATE,WATCH,BEAT ASSIGNED,ATTENDANCE CODE,STAR\n"
        + "03/06/2023,2,1123,P,77\n03/06/2023,2,1102,P,78\n03/06/2023,2,,MEDICAL,79\n", 8, 8
    ),
    (
      "chicago-unit-log",
      "UNIT,LOGON,LOGOFF\n1123,03/06/2023 08:00:00,03/06/2023 10:00:00\n"
        + "1110,03/06/2023 08:00:00,03/06/2023 10:00:00\n", 4, nil
    ),
  ]

  /// Source of truth: by hand; the watch is 07:00 to 15:00.
  @Test(arguments: samples)
  func `a bundled profile reads a small file`(
    sample: (name: String, text: String, units: Double?, officers: Double?)
  ) throws {
    var frame = DeploymentFrame()
    frame.watches = ["day", "second"].map {
      Watch(id: .init($0), startHour: 7, length: 8, oneOfficerShare: .none)
    }
    let profile = try Records.bundled(sample.name)
    #expect(profile.name == sample.name && !profile.source.isEmpty)
    #expect(profile.isTemplate == sample.name.hasPrefix("chicago"))
    let found = try #require(
      try DeploymentImport(
        [.bytes(Array(sample.text.utf8), name: "sample.csv")], profile: profile, frame: frame
      ).deployment)
    #expect(found.observed.units?.value == sample.units)
    #expect(found.observed.officers?.value == sample.officers)
    #expect(found.ledger.balances)
  }

  @Test func `call signs tell class and home`() throws {
    let found = try #require(
      try DeploymentImport(
        [.bytes(Array(Self.samples[5].text.utf8), name: "log.csv")],
        profile: Records.bundled("chicago-unit-log"), frame: DeploymentFrame()
      ).deployment)
    #expect(found.units("011", .beat, .monday, 8)?.mean == 1)
    #expect(found.units("011", .supervisor, .monday, 9)?.mean == 1)
  }

  @Test func `every bundled profile can be read`() throws {
    let folder = SharedFiles.projectRoot.appending(path: "Data/Profiles/Deployment").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names.count == 8)
    for name in names {
      let profile = try Records.bundled(String(name.dropLast(5)))
      #expect("\(profile.name).yaml" == name)
    }
  }

  private func codes(_ yaml: String) -> [String] {
    do {
      _ = try DeploymentProfile(yaml: yaml, file: "profile.yaml")
      return []
    } catch {
      return error.issues.map(\.code)
    }
  }

  @Test(arguments: [
    ("kind: attendance", "kind: attendence", "E122"),
    ("name: sheet", "nam: sheet", "E121"),
    ("  date: Date\n", "", "E123"),
    ("  watch: Watch\n", "", "E123"),
    ("formats: [\"yyyy-MM-dd\"]", "formats: [\"yyyy\"]", "E122"),
    ("start: \"23:00\"", "start: \"25:00\"", "E122"),
    ("before_street_hours: 1}", "before_street_hours: 9}", "E122"),
    ("timezone", "sessions: {rows: unit}\ntimezone", "E121"),
    ("timezone", "units: [{pattern: \"(\", class: beat}]\ntimezone", "E122"),
    ("timezone", "crew: nan\ntimezone", "E122"),
    ("timezone", "classes: {beat: [A], rapid: [A]}\ntimezone", "E122"),
    ("timezone", "classes: {others: car}\ntimezone", "E122"),
  ])
  func `a fault is told`(old: String, new: String, code: String) throws {
    let yaml = Records.chicago + Records.sheet
    try #require(yaml.contains(old))
    #expect(codes(yaml.replacing(old, with: new)).contains(code))
    #expect(codes(yaml).isEmpty)
  }
}
