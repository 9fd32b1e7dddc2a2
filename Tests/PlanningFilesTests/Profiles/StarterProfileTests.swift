import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

@Suite("Starter profile")
struct StarterProfileTests {
  private func starter(_ input: DelimitedInput) throws -> StarterProfile {
    try StarterProfile(ProfileDetection(try ExportSample(input), profiles: []), name: "my city")
  }

  private func imported(_ input: DelimitedInput) throws -> (ColumnProfile, CallImport) {
    let yaml = try starter(input).yaml
    let profile = try ColumnProfile(yaml: yaml, file: "start.yaml")
    return (profile, try CallImport([input], profile: profile))
  }

  @Test(
    .enabled(if: Exports.has(RealExportTests.seattle)),
    arguments: [
      ("seattle_call_data_sample_10k.csv.gz", 10_000, ["Original Time Queued", "Arrived Time"]),
      ("sacramento_cad_2019_01.csv.gz", 25_000, ["Received_Date", "At_Scene_Date"]),
      ("wilmington_nc_shotspotter_cad_2013_2015.csv.gz", 1268, ["call_time", "first_on_scene"]),
    ])
  func `a starter of a real export reads all of it`(
    export: String, rows: Int, stamps: [String]
  ) throws {
    let (profile, found) = try imported(.file(path: Exports.path(export)))
    #expect(found.calls.count == rows && found.ledger.setAside.isEmpty)
    #expect([profile.header(of: .received), profile.header(of: .arrived)] == stamps.map { $0 })
  }

  @Test(.enabled(if: Exports.has(RealExportTests.seattle)))
  func `of an export with arrival and close, the arrival stands for the receipt, with a doubt`()
    throws
  {
    let input = DelimitedInput.file(
      path: Exports.path("seattle_911_incident_response_2016_03_02.csv.gz"))
    let (profile, found) = try imported(input)
    #expect(found.calls.count == 673)
    #expect(profile.header(of: .received) == "At Scene Time")
    #expect(profile.header(of: .closed) == "Event Clearance Date")
    #expect(profile.header(of: .id) == "CAD Event Number")
    #expect(try starter(input).doubts.contains { $0.contains("stands for it") })
  }

  private static let unknown: String = {
    var text = "Call No;Taken;Sent;There;Free;Pri;Art;Quelle;District;Tel;Comments\n"
    for row in 0..<60 {
      let source = row % 4 == 0 ? "OFFICER INITIATED" : "PHONE"
      let priority = row % 3 == 0 ? "P1" : "HIGH"
      let free = row == 5 ? "01/01/1900 00:00" : "13/02/2023 12:\(row < 10 ? "0" : "")\(row)"
      text += "C\(row);13/02/2023 10:\(row % 50 + 10);13/02/2023 11:00;N/A;\(free);\(priority);"
      text += "TYPE \(row % 5);\(source);D\(row % 4);312-555-0\(100 + row);none\n"
    }
    return text
  }()

  @Test func `a starter of an unknown export states what it found and what to decide`() throws {
    let input = DelimitedInput.bytes(Array(Self.unknown.utf8), name: "calls.csv")
    let made = try starter(input)
    let profile = try ColumnProfile(yaml: made.yaml, file: "start.yaml")
    #expect(profile.delimiter == ";")
    #expect(profile.timePatterns.map(\.description) == ["dd/MM/yyyy HH:mm"])
    #expect(profile.sentinelYears == [1900])
    #expect(profile.header(of: .id) == "Call No" && profile.header(of: .received) == "Taken")
    #expect(profile.header(of: .dispatched) == "Sent" && profile.header(of: .cleared) == "Free")
    #expect(
      profile.priorities
        == ["P1": CallPriority(1), "HIGH": CallPriority(2)].compactMapValues { $0 })
    #expect(profile.header(of: .origin) == "Quelle")
    #expect(profile.origins == ["OFFICER INITIATED": .officer])
    #expect(profile.neverRead == ["Tel", "Comments"])
    #expect(made.yaml.contains("# TODO: "))
    #expect(made.doubts.contains { $0.hasPrefix("priorities") })
    let calls = try CallImport([input], profile: profile).calls
    #expect(calls.count == 60 && calls.count { $0.origin == .officer } == 15)
    #expect(calls.count { $0.cleared == nil } == 1)
  }

  @Test func `a date and a time in two columns become one stamp`() throws {
    let made = try starter(
      .bytes(
        Array(
          """
          Event Number,Received Date,Received Time,Clear Date,Clear Time
          1,01/31/2023,23:58:00,02/01/2023,00:10:00
          2,02/01/2023,00:01:00,02/01/2023,00:20:00
          """.utf8), name: "calls.csv"))
    let profile = try ColumnProfile(yaml: made.yaml, file: "start.yaml")
    #expect(
      profile.columns.first { $0.field == .received }?.headers == [
        "Received Date", "Received Time",
      ])
    #expect(
      profile.columns.first { $0.field == .cleared }?.headers == ["Clear Date", "Clear Time"])
    #expect(profile.timePatterns.first?.description == "MM/dd/yyyy HH:mm:ss")
    #expect(profile.precision == .second)
  }

  @Test func `a log of statuses gets its codes`() throws {
    var log = "inci_id,transtype,unitcode,timestamp\n"
    for call in 10..<60 {
      for (place, code) in ["D", "E", "A", "C", "ZZ"].enumerated() {
        log += "\(1000 + call),\(code),A1,2023-01-01 1\(place):\(call):00\n"
      }
    }
    let made = try starter(.bytes(Array(log.utf8), name: "log.csv"))
    let profile = try ColumnProfile(yaml: made.yaml, file: "start.yaml")
    #expect(profile.grain == .status)
    #expect(
      profile.statuses == [
        "D": .dispatched, "E": .enroute, "A": .arrived, "C": .cleared, "ZZ": .other,
      ])
    #expect(
      profile.header(of: .statusTime) == "timestamp" && profile.header(of: .received) == "timestamp"
    )
  }

  @Test(arguments: ["a,b\n1,2\n3,4\n", "only\n1\n", "Event,Time\n"])
  func `a file without calls gives no starter, and says why`(text: String) throws {
    let error = try #require(throws: FileError.self) {
      try starter(.bytes(Array(text.utf8), name: "x.csv"))
    }
    #expect(error.issues.map(\.code) == ["E142"])
  }

  /// Source of truth: constructed; whatever is in header and values, the starter loads.
  @Test func `hostile headers and values give a starter that loads`() throws {
    var generator = SeededGenerator(seed: 23)
    let pieces = [
      "Event Number", "Date", "Type", "\"a\"\"b\"", "# x: [", "\"line\nbreak\"", "é\u{85}", "'",
      "- a", "&x *x", "Priority", "Unit", "status", "", "Date", "null", "\u{1B}[31m", "District",
    ]
    let values = [
      "2023-01-01 10:00", "01/13/2023", "1", "P1", "\"x\"\"y\"", "\"a\n# b: c\"", "*a", "E-1", "~",
      "{}", "13:05", "\u{2028}", "D", "OFFICER INITIATED", "NULL", "",
    ]
    var made = 0
    for _ in 0..<300 {
      let width = Int.random(in: 2...8, using: &generator)
      var text =
        (0..<width).map { _ in pieces.randomElement(using: &generator) ?? "" }
        .joined(separator: ",") + ",When\n"
      for row in 0..<12 {
        text +=
          (0..<width).map { _ in values.randomElement(using: &generator) ?? "" }
          .joined(separator: ",") + ",2023-01-01 10:\(10 + row)\n"
      }
      do throws(FileError) {
        let sample = try ExportSample(.bytes(Array(text.utf8), name: "x.csv"))
        let starter = try StarterProfile(ProfileDetection(sample, profiles: []), name: "a\"b\n#")
        let profile = try ColumnProfile(yaml: starter.yaml, file: "x.yaml")
        #expect(profile.tells(.received))
        made += 1
      } catch {
        #expect(error.issues.map(\.code) == ["E142"], "\(error)\n\(text)")
      }
    }
    #expect(made > 100)
  }
}
