import PlanningFiles
import PolicingDomain
import Testing

@Suite("Real exports")
struct RealExportTests {
  static let seattle = "seattle_call_data_sample_10k.csv.gz"
  static let wilmington = "wilmington_nc_shotspotter_cad_2013_2015.csv.gz"
  static let sacramento = "sacramento_cad_2019_01.csv.gz"

  private func read(_ export: String, _ profile: String) throws(FileError) -> CallImport {
    try CallImport(
      files: [Exports.path(export)], profile: try Exports.profile(profile))
  }

  private func rows(_ entries: [CallLedger.Entry], _ what: String) -> Int {
    entries.first { $0.what == what }?.rows ?? 0
  }

  /// Source of truth: counts of the same file by the Python modules csv and datetime.
  @Test(.enabled(if: Exports.has(seattle), "the Seattle sample is not here"))
  func `Seattle: the arrivals of 1900 are missing, not early`() throws {
    let found = try read(Self.seattle, "seattle-call-data")
    #expect(found.ledger.rowsRead == 10_000)
    #expect(found.calls.count == 10_000)
    #expect(found.ledger.balances)
    #expect(rows(found.ledger.missing, "arrived") == 710)
    #expect(rows(found.ledger.remarks, "sentinel in arrived") == 710)
    #expect(found.calls.count { $0.arrived == nil } == 710)
    #expect(found.calls.allSatisfy { ($0.arrived?.day.parts.year ?? 2009) >= 2009 })
    #expect(found.ledger.orderViolations.isEmpty)
    #expect(found.calls.count { $0.origin == .officer } == 3871)
    #expect(rows(found.ledger.remarks, "unmapped priority `-1`") == 2)
    #expect(found.calls.count { $0.district == District.ID("WEST") } == 2933)
    #expect(rows(found.ledger.missing, "district") == 95)
    #expect(found.ledger.refusals.first?.what.hasPrefix("hours of work: ") == true)
    #expect(found.calls.first?.received.description == "2017-03-27T05:02:47")
  }

  /// Source of truth: counts of the same file by the Python module csv.
  @Test(.enabled(if: Exports.has(wilmington), "the Wilmington records are not here"))
  func `Wilmington: every missing value and impossible order is counted`() throws {
    let found = try read(Self.wilmington, "wilmington")
    let ledger = found.ledger
    #expect(ledger.rowsRead == 1268)
    #expect(ledger.rowsUsed == 1268)
    #expect(rows(ledger.orderViolations, "dispatched before received") == 11)
    #expect(rows(ledger.orderViolations, "arrived before received") == 1)
    #expect(rows(ledger.orderViolations, "cleared before dispatched") == 0)
    #expect(rows(ledger.remarks, "unit_count is 0") == 195)
    #expect(rows(ledger.missing, "first_unit") == 231)
    #expect(rows(ledger.missing, "prime_unit") == 226)
    #expect(rows(ledger.missing, "dispatched") == 219)
    #expect((1000.0 * 219 / 1268).rounded() == 173)
    #expect(found.calls.first?.id == "1")
    #expect(found.calls.last?.id == "1268")
    #expect(ledger.refusals.allSatisfy { !$0.what.hasPrefix("hours of work") })
  }

  /// Source of truth: counts of the same file by the Python module csv.
  @Test(.enabled(if: Exports.has(sacramento), "the Sacramento records are not here"))
  func `Sacramento: dates give counts by district and no hours of work`() throws {
    let found = try read(Self.sacramento, "sacramento")
    #expect(found.ledger.rowsRead == 25_000)
    #expect(found.ledger.balances)
    #expect(
      found.ledger.refusals.first?.what
        == "hours of work: they need dispatched and cleared times; this export has dates only")
    let counts = ["1", "2", "3", "4", "5", "6"].map { name in
      found.calls.count { $0.district == District.ID(name) }
    }
    #expect(counts == [2982, 4426, 5572, 3249, 3174, 4941])
    #expect(found.calls.count { $0.district == nil } == 168)
    #expect(found.calls.allSatisfy { $0.primaryUnitTime == nil && $0.dispatched == nil })
    #expect(rows(found.ledger.missing, "dispatched") == 6672)
  }

  @Test(.enabled(if: Exports.has(wilmington), "the Wilmington records are not here"))
  func `a profile of another city names the columns that are not there`() throws {
    let error = try #require(throws: FileError.self) {
      try read(Self.wilmington, "seattle-call-data")
    }
    #expect(error.issues.count == 8)
    #expect(error.issues.allSatisfy { $0.code == "E125" })
  }
}
