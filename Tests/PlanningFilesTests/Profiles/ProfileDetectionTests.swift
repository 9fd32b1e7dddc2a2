import PlanningFiles
import PolicingDomain
import Testing

@Suite("Profile detection")
struct ProfileDetectionTests {
  private func detection(_ sample: ExportSample) throws -> ProfileDetection {
    let profiles = try BundledProfileTests.names.map { name throws(FileError) in
      try Exports.profile(name)
    }
    return ProfileDetection(sample, profiles: profiles)
  }

  private func detection(_ text: String) throws -> ProfileDetection {
    try detection(try ExportSample(.bytes(Array(text.utf8), name: "calls.csv")))
  }

  @Test(
    .enabled(if: Exports.has(RealExportTests.seattle)),
    arguments: [
      ("seattle_call_data_sample_10k.csv.gz", "seattle-call-data"),
      ("seattle_911_incident_response_2016_03_02.csv.gz", "seattle-incident-response"),
      ("sacramento_cad_2019_01.csv.gz", "sacramento"),
      ("wilmington_nc_shotspotter_cad_2013_2015.csv.gz", "wilmington"),
    ])
  func `a real export is told from all others, whatever the order of its columns`(
    export: String, name: String
  ) throws {
    let sample = try ExportSample(.file(path: Exports.path(export)))
    let found = try detection(sample)
    #expect(found.best?.profile.name == name)
    #expect(found.scores.count { $0.fit != .no } == 1)
    #expect(found.grain.grain == .call)
    let order = sample.header.indices.sorted {
      ($0 * 7) % sample.header.count < ($1 * 7) % sample.header.count
    }
    let shuffled = ExportSample(
      file: "shuffled.csv", header: order.map { sample.header[$0] },
      rows: sample.rows.map { row in order.map { row[$0] } })
    #expect(try detection(shuffled).best?.profile.name == name)
  }

  @Test(
    .enabled(if: Exports.has(RealExportTests.seattle)),
    arguments: [
      ("carrollton_tx_reporting_area_adjacency.csv", "list of neighbours"),
      ("carrollton_tx_reporting_area_workload.csv", "table of totals"),
    ])
  func `tables that are no exports of calls are told apart, with the reason`(
    file: String, reason: String
  ) throws {
    let found = try detection(try ExportSample(.file(path: Exports.path(file))))
    #expect(found.best == nil)
    #expect(found.reasonAgainst?.contains("no column holds dates or times") == true)
    #expect(found.reasonAgainst?.contains(reason) == true)
  }

  @Test func `semicolons, tabs and bars are told, and quoted ones are not counted`() throws {
    let rows = [
      [
        "id", "received", "dispatched", "enroute", "arrived", "cleared", "priority", "category",
        "origin", "district", "beat", "unit_count",
      ],
      [
        "1", "2023-01-01T00:00:00", "", "", "", "", "1", "\"a;b,c\td|e\"", "community", "001",
        "0111", "1",
      ],
      [
        "2", "2023-01-01T00:01:00", "", "", "", "", "1", "\"a;,,,;;\"", "officer", "001", "0111",
        "1",
      ],
    ]
    for letter in [",", ";", "\t", "|"] {
      let found = try detection(rows.map { $0.joined(separator: letter) }.joined(separator: "\r\n"))
      #expect(String(found.sample.delimiter) == letter)
      #expect(found.sample.header.count == 12)
      #expect(found.best?.profile.name == "canonical")
      #expect(found.findings.contains { $0.contains("fields are separated") } == (letter != ","))
    }
  }

  @Test func `rows of units and a log are told by numbers that repeat`() throws {
    var units = "Incident Number,Created,Unit,Sent\n"
    var log = "inci_id,transtype,unitcode,timestamp\n"
    for call in 0..<40 {
      for unit in 0...(call % 3) {
        units +=
          "2023-\(1000 + call),2023-01-01 10:\(10 + call),A\(unit),2023-01-01 10:\(12 + call)\n"
      }
      for (place, code) in ["D", "E", "A", "C"].enumerated() {
        log += "\(1000 + call),\(code),A1,2023-01-01 1\(place):\(10 + call):00\n"
      }
    }
    let first = try detection(units)
    #expect(first.grain.grain == .unit && first.grain.repeatedRows == 39)
    let second = try detection(log)
    #expect(second.grain.grain == .status && second.grain.repeatedRows == 120)
    #expect(second.grain.reasons.contains { $0.contains("`transtype` has 4 codes") })
  }

  @Test func `an unknown export gets no profile, and what looks personal is named`() throws {
    var text = "Vorgang,Zeit,Art,Reporter,Kontakt\n"
    for row in 0..<30 {
      text += "V\(100 + row),13.01.2023 10:\(10 + row),Unfall,x,312-555-01\(10 + row)\n"
    }
    let found = try detection(text)
    #expect(found.best == nil && found.reasonAgainst == nil)
    #expect(found.scores.allSatisfy { $0.fit == .no })
    #expect(found.findings.contains { $0.contains("`Kontakt` holds telephone numbers") })
    #expect(found.findings.contains { $0.contains("`Reporter` looks personal by its name") })
  }

  @Test func `a profile whose times do not fit is near at best, and says why`() throws {
    let found = try detection(
      """
      CAD Event Number,Call Type,Priority,Final Call Type,Original Time Queued,Arrived Time,Precinct,Beat
      1,911,1,A,2023-01-01 10:00,2023-01-01 10:05,WEST,K1
      2,911,1,A,2023-01-01 11:00,2023-01-01 11:05,WEST,K1
      """)
    #expect(found.best == nil)
    let reasons = found.scores.first { $0.profile.name == "seattle-call-data" }?.reasons ?? []
    #expect(
      reasons.contains { $0.contains("read 0 % of `Original Time Queued`, not `2023-01-01 10:00`") }
    )
  }

  @Test func `headers match exactly, then without case and marks, or not at all`() {
    let header = ["Call Sign", "call_type", "Call Type", "Beat", "BEAT", "Event#"]
    #expect(HeaderMatch.of("Call Type", in: header) == .found(2))
    #expect(HeaderMatch.of("callsign", in: header) == .foldedTo(0))
    #expect(HeaderMatch.of("beat", in: header) == .ambiguous(2))
    #expect(HeaderMatch.of("event", in: header) == .absent)
    #expect(HeaderMatch.of("EVENT#", in: header) == .foldedTo(5))
    #expect(HeaderMatch.of("--", in: header + ["__"]) == .absent)
  }
}
