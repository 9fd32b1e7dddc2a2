import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

@Suite("Call import")
struct CallImportTests {
  static let yaml = """
    name: small
    columns:
      id: Event
      received: Received
      dispatched: Sent
      arrived: Arrived
      cleared: Clear
      priority: Pri
      category: Type
      origin: Source
      unit_count: Units
    times:
      formats: ["MM/dd/yyyy HH:mm", "yyyy-MM-dd'T'HH:mm:ss"]
      sentinel_years: [1900]
    priorities: {"1A": 1, "2": 2}
    categories:
      map: {"245": Assault}
    origins:
      officer: [SELF]
      community: [PHONE]
    missing: [N/A]
    """
  static let header = "Event,Received,Sent,Arrived,Clear,Pri,Type,Source,Units\n"

  private func read(_ rows: String, yaml: String = yaml) throws(FileError) -> CallImport {
    let profile = try ColumnProfile(yaml: yaml, file: "small.yaml")
    return try CallImport(
      [.bytes(Array((Self.header + rows).utf8), name: "calls.csv")], profile: profile)
  }

  private func entry(_ entries: [CallLedger.Entry], _ what: String) -> CallLedger.Entry? {
    entries.first { $0.what == what }
  }

  private func time(
    _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int
  ) throws -> LocalTime {
    let day = try #require(CalendarDay(year: year, month: month, day: day))
    return try #require(LocalTime(day, hour: hour, minute: minute))
  }

  /// Source of truth: worked by hand.
  @Test func `a row becomes a call`() throws {
    let found = try read(
      " E1 ,07/04/2023 23:58,2023-07-05T00:01:00,07/05/2023 00:10,07/05/2023 01:01,1A,245,SELF,2\n")
    let call = CallForService(
      id: "E1", received: try time(2023, 7, 4, 23, 58), dispatched: try time(2023, 7, 5, 0, 1),
      arrived: try time(2023, 7, 5, 0, 10), cleared: try time(2023, 7, 5, 1, 1),
      priority: CallPriority(1), category: CallCategory("Assault"), origin: .officer, unitCount: 2)
    #expect(found.calls == [call])
    #expect(call.primaryUnitTime == Hours(1))
    #expect(found.ledger.missing.isEmpty && found.ledger.remarks.isEmpty)
  }

  @Test func `only a row without number or time of receipt is set aside`() throws {
    let found = try read(
      """
      E1,,,,,,,,
      ,07/04/2023 23:58,,,,,,,
      E3,tomorrow,,,,,,,
      E4,01/01/1900 00:00,,,,,,,
      E5,07/04/2023 23:58,,,,,,,
      N/A,07/04/2023 23:58,,,,,,,
      E7,N/A,,,,,,,

      """)
    let ledger = found.ledger
    #expect(found.calls.map(\.id) == ["E5"])
    #expect(ledger.rowsRead == 7 && ledger.rowsUsed == 1 && ledger.balances)
    #expect(ledger.setAside.map(\.rows) == [2, 2, 1, 1])
    #expect(ledger.setAside.map(\.lines) == [[3, 7], [2, 8], [5], [4]])
    #expect(found.calls.first?.category == CallCategory("not recorded"))
    let missing = ["dispatched", "arrived", "cleared", "priority", "category", "origin"]
    #expect(ledger.missing.map(\.what) == missing + ["unit_count"])
    #expect(ledger.missing.allSatisfy { $0.rows == 1 && $0.lines == [6] })
  }

  @Test func `sentinels and texts that cannot be read are missing and remarked`() throws {
    let found = try read(
      "E1,07/04/2023 23:58,01/01/1900 00:00,soon,N/A,7,THEFT,FAX,many\n")
    let ledger = found.ledger
    #expect(found.calls.first?.dispatched == nil)
    #expect(ledger.missing.map(\.what).prefix(3) == ["dispatched", "arrived", "cleared"])
    #expect(
      ledger.remarks.map(\.what) == [
        "sentinel in dispatched", "arrived cannot be read", "unit_count cannot be read",
        "unmapped priority `7`", "unmapped origin `FAX`",
      ])
    #expect(found.calls.first?.origin == .community)
    #expect(found.calls.first?.category == CallCategory("THEFT"))
  }

  @Test func `impossible orders are counted, kept, and give no negative hours`() throws {
    let found = try read(
      """
      E1,07/04/2023 12:00,07/04/2023 11:59,07/04/2023 11:58,07/04/2023 11:57,2,A,PHONE,1
      E2,07/04/2023 12:00,07/04/2023 12:00,07/04/2023 12:00,07/04/2023 12:00,2,A,PHONE,1
      E3,07/04/2023 12:00,07/04/2023 12:05,07/04/2023 12:04,07/04/2023 12:09,2,A,PHONE,0

      """)
    #expect(
      found.ledger.orderViolations.map { "\($0.what) \($0.rows)" } == [
        "dispatched before received 1", "arrived before received 1",
        "arrived before dispatched 2", "cleared before received 1",
        "cleared before dispatched 1", "cleared before arrived 1",
      ])
    #expect(found.calls[0].primaryUnitTime == nil)
    #expect(found.calls[0].dispatched == (try time(2023, 7, 4, 11, 59)))
    #expect(found.calls[1].primaryUnitTime == Hours(0))
    #expect(entry(found.ledger.remarks, "unit_count is 0")?.lines == [4])
    #expect(entry(found.ledger.remarks, "unit_count is 0 though a unit was dispatched")?.rows == 1)
  }

  @Test func `repeated numbers and ragged rows are used and counted`() throws {
    let found = try read(
      "E1,07/04/2023 12:00\nE1 ,07/04/2023 12:00,,,,,,,,surplus\n\"E2\",07/04/2023 12:00,,,,,,,\n")
    #expect(found.ledger.rowsUsed == 3)
    #expect(entry(found.ledger.remarks, "repeated id")?.lines == [3])
    #expect(entry(found.ledger.remarks, "fewer fields than the header")?.lines == [2])
    #expect(entry(found.ledger.remarks, "more fields than the header")?.lines == [3])
  }

  @Test func `Latin-1 fields are counted each time they come`() throws {
    let profile = try ColumnProfile(yaml: Self.yaml, file: "small.yaml")
    var bytes = Array(Self.header.utf8)
    for number in 1...3 {
      bytes += Array("E\(number),07/04/2023 12:00,,,,,CAF".utf8) + [0xC9] + Array(",,\n".utf8)
    }
    let found = try CallImport([.bytes(bytes, name: "calls.csv")], profile: profile)
    #expect(found.calls.map(\.category.description) == ["CAFÉ", "CAFÉ", "CAFÉ"])
    let remark = entry(found.ledger.remarks, "field that is not UTF-8, read as Latin-1")
    #expect(remark?.lines == [2, 3, 4])
  }

  @Test func `columns that are not mapped are not read`() throws {
    let profile = try ColumnProfile(
      yaml: """
        name: two
        columns: {id: row number, received: Time}
        times: {formats: [yyyy-MM-dd], precision: day}
        """, file: "two.yaml")
    let bytes = Array("Narrative,Time,Caller Name\n".utf8) + [0xFF, 0xE9, 0x2C]
    let row = bytes + Array("2023-07-04,Jane Doe\n".utf8)
    let found = try CallImport([.bytes(row, name: "calls.csv")], profile: profile)
    #expect(found.calls.map(\.id) == ["1"])
    #expect(found.ledger.remarks.isEmpty)
    #expect(!String(describing: found).contains("Jane"))
  }

  @Test func `several files make one ledger, which tells whose lines it shows`() throws {
    let profile = try ColumnProfile(yaml: Self.yaml, file: "small.yaml")
    let first = Array((Self.header + "E1,07/04/2023 12:00,,,,,,,\n").utf8)
    let second = Array((Self.header + "E1,07/05/2023 12:00,,,,,,,\n,,,,,,,,\n").utf8)
    let found = try CallImport(
      [.bytes(first, name: "a.csv"), .bytes(second, name: "b.csv")], profile: profile)
    #expect(found.ledger.source == "a.csv, b.csv")
    #expect(found.ledger.rowsRead == 3 && found.ledger.balances)
    #expect(entry(found.ledger.remarks, "repeated id (lines of b.csv)")?.lines == [2])
    #expect(found.ledger.setAside.map(\.lines) == [[3]])
  }

  @Test func `a column that is not there is an error with the nearest name`() throws {
    let yaml = Self.yaml.replacing("received: Received", with: "received: Recieved")
    let error = try #require(throws: FileError.self) { try read("", yaml: yaml) }
    #expect(error.issues.map(\.code) == ["E125"])
    #expect(error.issues.first?.remedy.hasPrefix("did you mean `Received`?") == true)
  }

  @Test func `no file at all is an error`() throws {
    let profile = try ColumnProfile(yaml: Self.yaml, file: "small.yaml")
    let error = try #require(throws: FileError.self) {
      try CallImport(files: [], profile: profile)
    }
    #expect(error.issues.map(\.code) == ["E127"])
  }

  @Test(arguments: [
    ("  dispatched: Sent\n", "dispatched time"), ("  cleared: Clear\n", "cleared time"),
  ])
  func `hours of work are refused without dispatched or cleared times`(
    line: String, what: String
  ) throws {
    let yaml = Self.yaml.replacing(line, with: "")
    let refusals = try read("", yaml: yaml).ledger.refusals
    let refusal =
      "hours of work: they need dispatched and cleared times; this export has no \(what)"
    #expect(refusals.map(\.what).contains(refusal))
    #expect(try ColumnProfile(yaml: yaml, file: "small.yaml").tellsHoursOfWork == false)
  }

  @Test func `rows of units without the number of their call refuse counts of calls`() throws {
    let yaml = "grain: unit\n" + Self.yaml.replacing("id: Event", with: "id: row number")
    let found = try read("E1,07/04/2023 12:00,,,,,,,\n", yaml: yaml)
    #expect(found.ledger.grain == "unit")
    #expect(found.ledger.refusals.last?.what.hasPrefix("counts of calls: ") == true)
  }

  /// Source of truth: the books balance whatever the bytes are.
  @Test func `the books balance on garbage`() throws {
    var generator = SeededGenerator(seed: 11)
    let profile = try ColumnProfile(yaml: Self.yaml, file: "small.yaml")
    let pieces: [[UInt8]] = [
      ",", ",", ",", "\n", "\r\n", "\"", "07/04/2023 12:00", "01/01/1900 00:00", "E", "1A", "9",
      "SELF", " ", "-3", "1e9", "99/99/9999 99:99", "N/A",
    ].map { Array($0.utf8) }
    var read = 0
    for round in 0..<4000 {
      var bytes = round % 10 == 0 ? [] : Array(Self.header.utf8)
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        if Int.random(in: 0..<8, using: &generator) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        } else {
          bytes += pieces.randomElement(using: &generator) ?? []
        }
      }
      do throws(FileError) {
        let found = try CallImport([.bytes(bytes, name: "garbage.csv")], profile: profile)
        #expect(found.ledger.balances)
        #expect(found.ledger.rowsUsed == found.calls.count)
        read += found.ledger.rowsRead
      } catch {
        #expect(!error.issues.isEmpty)
      }
    }
    #expect(read > 4000)
  }
}
