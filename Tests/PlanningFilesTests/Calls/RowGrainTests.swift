import PlanningFiles
import PolicingDomain
import Testing

@Suite("Rows of exports")
struct RowGrainTests {
  private func rows(_ text: String, _ yaml: String) throws -> (batch: CallBatch, ledger: CallLedger)
  {
    let profile = try ColumnProfile(yaml: yaml, file: "rows.yaml")
    var all = CallBatch()
    let ledger = try CallImport.rows(
      [.bytes(Array(text.utf8), name: "rows.csv")], profile: profile, threads: 1
    ) { all = $0 }
    return (all, ledger)
  }

  /// Source of truth: worked by hand; Detroit puts its clock forward on 9 March 2025 at 02:00 and
  /// back on 2 November at 02:00.
  @Test func `time passed is real time over both nights`() throws {
    let yaml = """
      name: passed
      timezone: America/Detroit
      columns: {id: id, received: at}
      elapsed:
        dispatched: {since: received, columns: [intake, wait], unit: minutes}
        arrived: {since: dispatched, columns: [travel], unit: clock}
        cleared: {since: received, columns: [total], unit: minutes}
      times: {formats: ["yyyy-MM-dd HH:mm"]}
      """
    let text = """
      id,at,intake,wait,travel,total
      A,2025-03-09 01:50,5,10.5,00:10,30
      B,2025-11-02 00:50,10,0,01:10:00,130
      C,2025-06-01 10:00,-5,1,1:99,
      """
    let (batch, ledger) = try rows(text, yaml)
    func written(_ stamp: CallBatch.Stamp) -> String? { stamp.time?.description }
    #expect(written(batch.rows[0].dispatched) == "2025-03-09T03:05:30")
    #expect(written(batch.rows[0].arrived) == "2025-03-09T03:05:40")
    #expect(written(batch.rows[0].cleared) == "2025-03-09T03:20:00")
    // 01:00, the first time round; seventy minutes later it is 01:10, the second time round.
    #expect(written(batch.rows[1].dispatched) == "2025-11-02T01:00:00")
    #expect(written(batch.rows[1].arrived) == "2025-11-02T01:10:00")
    #expect(written(batch.rows[1].cleared) == "2025-11-02T02:00:00")
    #expect(!batch.rows[2].dispatched.isKnown && !batch.rows[2].cleared.isKnown)
    #expect(
      ledger.missing.map { "\($0.what) \($0.rows)" } == [
        "dispatched 1", "arrived 1", "cleared 1",
      ])
    #expect(ledger.remarks.first { $0.what == "dispatched cannot be read" }?.lines == [4])
  }

  /// Source of truth: worked by hand.
  @Test func `a row of a unit has the part of the unit, and no call sign`() throws {
    let yaml = """
      name: units
      grain: unit
      columns:
        id: id
        received: [day, hour]
        dispatched: sent
        cleared: clear
        unit: unit
        officers: crew
      units:
        - {pattern: '(?<home>[0-9]{2})[0-9]{2}', class: beat}
      times: {formats: ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ssX", "epoch"]}
      timezone: America/Chicago
      """
    let text = """
      id,day,hour,sent,clear,unit,crew
      A, 2025-06-01,10:00 ,2025-06-01T15:05:00Z,2025-06-01T10:30:00-05:00, 1123,2
      A,2025-06-01,10:00,1748790300,,S10,1
      A,2025-06-01,10:00,,,,x
      """
    let (batch, ledger) = try rows(text, yaml)
    #expect(batch.rows.count == 3 && batch.responses.count == 2)
    #expect(batch.responses[0].unitClass == .beat && batch.responses[0].officers == 2)
    #expect(batch.names[batch.responses[0].home] == "11")
    #expect(batch.rows[0].received.description == "2025-06-01T10:00:00")
    #expect(batch.responses[0].dispatched.time?.description == "2025-06-01T10:05:00")
    #expect(batch.responses[0].cleared.time?.description == "2025-06-01T10:30:00")
    #expect(batch.responses[1].dispatched.time?.description == "2025-06-01T10:05:00")
    #expect(batch.responses[1].unitClass == .unclassified)
    #expect(batch.responses[0].unit != batch.responses[1].unit)
    #expect(Set(batch.rows.map(\.key)).count == 1)
    #expect(ledger.missing.first { $0.what == "unit" }?.lines == [4])
    #expect(!batch.names.texts.contains { $0.contains("1123") })
  }

  @Test func `times with an offset need the time zone of the agency`() throws {
    let yaml = """
      name: zones
      columns: {id: id, received: at}
      times: {formats: ["yyyy-MM-dd'T'HH:mm:ssX"]}
      """
    let error = try #require(throws: (any Error).self) {
      try rows("id,at\nA,2025-06-01T10:00:00Z\n", yaml)
    }
    #expect("\(error)".contains("time zone"))
  }
}
