import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

@Suite("Hostile records")
struct HostileRecordsTests {
  private static let samples: [(name: String, text: String)] = [
    (
      "attendance",
      "date,watch,district,class,officers,units\n2023-03-06,day,1,beat,4,2\n2023-11-05,day,2,rapid,9,3\n"
    ),
    (
      "attendance-people",
      "date,watch,district,class,unit,status\n2023-03-06,day,1,beat,0111,present\n"
        + "2023-03-06,day,1,beat,0111,sick\n"
    ),
    (
      "roster",
      "district,watch,class,group,weekday,officers,crew\n1,day,beat,A,Mon-Fri,4,2\n2,day,,B,,3,1.5\n"
    ),
    (
      "unit-log",
      "unit,log_on,log_off,district,class,officers\n"
        + "0111,2023-03-06T08:00:00,2023-03-06T10:00:00,1,beat,2\n"
        + "0112,2023-11-05 01:30,2023-11-05 01:10,1,beat,1\n"
    ),
    ("overtime", "date,district,reason,hours\n2023-03-06,1,court,3.5\n2023-03-07,2,late call,1\n"),
  ]

  private static let pieces: [[UInt8]] =
    [
      "99999999999999999999", "nan", "-1", "1e308", "0001-01-01", "9999-12-31", "\"", ",", "\n",
      "\r\n",
      "24:00", "2023-02-29", "Mon-Mon", "\u{0}", "é", "🚓", "T", "a@b.c", "3125550100", " ",
    ].map { Array($0.utf8) } + [[0xff], [0x1f, 0x8b]]

  /// Source of truth: the books of a ledger: read = used + set aside, whatever the bytes.
  @Test(arguments: samples)
  func `damaged bytes never crash, and no row is lost`(
    sample: (name: String, text: String)
  ) throws {
    let profile = try Records.bundled(sample.name)
    var frame = DeploymentFrame()
    frame.watches = [Watch(id: .init("day"), startHour: 22, length: 10, oneOfficerShare: .none)]
    frame.rotation = DayOffRotation(
      daysOn: 4, daysOff: 2, groups: ["A", "B", "C", "D", "E", "F"].map { DayOffGroup($0) })
    frame.timeZone = "America/Chicago"
    var random = SeededGenerator(seed: 11)
    var read = 0
    let headerEnd = sample.text.utf8.firstIndex(of: UInt8(ascii: "\n")).map {
      sample.text.utf8.distance(from: sample.text.utf8.startIndex, to: $0)
    }
    for _ in 0..<400 {
      var bytes = Array(sample.text.utf8)
      for _ in 0...random.integer(below: 4) {
        let first = (headerEnd ?? 0) + 1
        let place = first + random.integer(below: max(1, bytes.count - first))
        let piece = Self.pieces[random.integer(below: Self.pieces.count)]
        let end = min(bytes.count, place + random.integer(below: 12))
        bytes.replaceSubrange(
          min(place, bytes.count)..<max(end, min(place, bytes.count)), with: piece)
      }
      guard
        let found = try? DeploymentImport(
          [.bytes(bytes, name: "damaged.csv")], profile: profile, frame: frame)
      else { continue }
      read += 1
      let ledger = try #require(found.deployment?.ledger ?? found.overtime?.ledger)
      #expect(ledger.balances)
      guard let deployment = found.deployment else { continue }
      let observed = deployment.observed.units?.value ?? 0
      #expect(agrees(deployment.unitHoursOfTable, observed, within: 1e-9))
    }
    #expect(read > 100)
  }
}
