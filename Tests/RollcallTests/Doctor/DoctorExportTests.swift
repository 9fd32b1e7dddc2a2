import Rollcall
import TestSupport
import Testing

@Suite("Doctor on real exports")
struct DoctorExportTests {
  private static let seattle = "data/cad/seattle_call_data_sample_10k.csv.gz"
  private static let wilmington = "data/cad/wilmington_nc_shotspotter_cad_2013_2015.csv.gz"
  private static let incidents = "data/cad/seattle_911_incident_response_2016_03_02.csv.gz"
  private static let sacramento = "data/cad/sacramento_cad_2019_01.csv.gz"

  private func examine(_ file: String, _ profile: String) throws -> DataQuality {
    try Doctor().examine([SharedFiles.path(file)], profile: profile)
  }

  private func counts(
    _ quality: DataQuality, _ grouping: String, _ group: String
  ) -> DataQuality.MissingCounts? {
    quality.grouping(grouping)?.groups.first { $0.label == group }?.counts
  }

  /// Source of truth: counts of the same file by the Python modules csv and datetime.
  @Test(.enabled(if: SharedFiles.has(seattle), "the Seattle sample is not here"))
  func `Seattle: arrivals are missing on urgent calls less often, and no hours can be told`() throws
  {
    let quality = try examine(Self.seattle, "seattle-call-data")
    #expect(quality.calls == 10_000)
    #expect(quality.officerCalls == 3871)
    #expect(quality.all.missing(.arrived) == 710)
    let priorities = [1: 1215, 2: 2320, 3: 3240, 4: 274, 5: 242, 6: 68, 7: 2230, 9: 409]
    let without = [1: 78, 2: 153, 3: 453, 4: 24, 5: 2, 6: 0, 7: 0, 9: 0]
    for (level, calls) in priorities {
      #expect(counts(quality, "priority", "P\(level)")?.calls == calls)
      #expect(counts(quality, "priority", "P\(level)")?.missing(.arrived) == without[level])
    }
    #expect(counts(quality, "priority", "not recorded")?.calls == 2)
    #expect(counts(quality, "district", "NORTH")?.missing(.arrived) == 220)
    #expect(counts(quality, "hour", "03")?.calls == 215)
    #expect(counts(quality, "hour", "03")?.missing(.arrived) == 7)
    #expect(quality.cost("district-missing")?.calls == 95)
    let response = quality.times.filter { $0.interval == .response }
    #expect(response.map(\.known) == [5420, 3870])
    #expect(response.map(\.zero) == [0, 3705])
    #expect(response.map(\.long) == [31, 0])
    #expect(quality.span?.days == 4858)
    #expect(quality.span?.emptyDays == 4858 - 4199)
    #expect(quality.verdict(.hoursOfWork)?.answer == .no)
    #expect(quality.verdict(.response)?.answer == .withCare)
    #expect(quality.verdict(.response)?.usable == 5420)
    #expect(quality.finding("arrived-missing-by-priority")?.severity == .care)
  }

  /// Source of truth: counts of the same file by the Python modules csv, datetime and zoneinfo: one
  /// call of nine units lasted over the hour that came twice on 3 November 2013.
  @Test(.enabled(if: SharedFiles.has(wilmington), "the Wilmington records are not here"))
  func `Wilmington: faults and the hours that rest on them`() throws {
    let quality = try examine(Self.wilmington, "wilmington")
    #expect(quality.calls == 1268)
    #expect(quality.all.sent == 1092)
    #expect(DataQuality.Stamp.later.map { quality.all.missing($0) } == [219, 314, 300, 231])
    #expect(
      DataQuality.Stamp.later.map { quality.all.missingThoughSent($0) } == [43, 138, 124, 55])
    let reversed = [
      "dispatched-before-received": 11, "enroute-before-received": 10,
      "arrived-before-received": 1, "arrived-before-enroute": 68,
    ]
    for (key, count) in reversed { #expect(quality.finding(key)?.count == count, "\(key)") }
    #expect(quality.disorder.reduce(0) { $0 + $1.count } == 90)
    let equal = quality.equals.reduce(0) { $0 + $1.count }
    #expect(equal == 726)
    let work = quality.work
    #expect(work.units == 2926)
    #expect(work.timedUnits == 2800)
    #expect(agrees(work.timedUnitHours, 4120.395833333333))
    #expect(agrees(work.imputedUnitHours ?? 0, 185.41781250000003))
    #expect(quality.cost("cleared-missing")?.calls == 30)
    #expect(agrees(quality.cost("cleared-missing")?.unitHours ?? 0, 69.16378720238096))
    #expect(agrees(quality.cost("dispatched-missing")?.unitHours ?? 0, 45.618668154761906))
    #expect(
      agrees(
        quality.cost("dispatched-and-cleared-missing")?.unitHours ?? 0, 70.63535714285715))
    #expect(agrees(quality.cost("no-sign-of-a-unit")?.unitHours ?? 0, 258.99630952380954))
    let unitTimes = quality.times.first { $0.interval == .unitTime && $0.known > 0 }
    #expect(unitTimes?.zero == 32)
    #expect(unitTimes?.short == 9)
    #expect(unitTimes?.long == 7)
    #expect(agrees(unitTimes?.longHours ?? 0, 1091.9616666666666))
    #expect(quality.stamps.map(\.onMinute) == [22, 23, 18, 22, 21])
    #expect(quality.stamps.map(\.onFiveMinutes) == [2, 4, 3, 2, 6])
    #expect(quality.span?.emptyDays == 430)
    #expect(quality.span?.weeks == 142)
    #expect(quality.span?.medianOfWeek == 7)
    #expect(quality.verdict(.beat)?.answer == .no)
  }

  /// Source of truth: counts of the same file by the Python module csv.
  @Test(.enabled(if: SharedFiles.has(incidents), "the Seattle incidents are not here"))
  func `Seattle incidents: the close of a report is no end of service`() throws {
    let quality = try examine(Self.incidents, "seattle-incident-response")
    #expect(quality.calls == 673)
    #expect(counts(quality, "district", "B")?.calls == 63)
    #expect(quality.values.first { $0.field == "category" }?.distinct == 32)
    #expect(quality.verdict(.hoursOfWork)?.answer == .no)
    #expect(quality.verdict(.response)?.answer == .no)
    let untold = quality.findings.filter { $0.key.hasPrefix("cannot-tell") }.map(\.what)
    #expect(untold.contains { $0.contains("time of receipt") })
    #expect(untold.contains { $0.contains("is the close of the report, no end of service") })
  }

  /// Source of truth: counts of the same file by the Python module csv.
  @Test(.enabled(if: SharedFiles.has(sacramento), "the Sacramento records are not here"))
  func `Sacramento: dates answer where and what, not when and how long`() throws {
    let quality = try examine(Self.sacramento, "sacramento")
    #expect(quality.calls == 25_000)
    #expect(quality.cost("district-missing")?.calls == 168)
    #expect(quality.cost("beat-missing")?.calls == 147)
    #expect(quality.ledger.missing.first { $0.what == "dispatched" }?.rows == 6672)
    #expect(quality.finding("dispatched-not-told")?.severity == .grave)
    #expect(quality.values.first { $0.field == "beat" }?.distinct == 27)
    let answers = [DataQuality.Verdict.Question.hoursOfWork, .response, .hourOfWeek].map {
      quality.verdict($0)?.answer
    }
    #expect(answers == [.no, .no, .no])
    #expect(quality.verdict(.district)?.answer == .yes)
    #expect(quality.verdict(.beat)?.usable == 24_853)
    #expect(!quality.text.contains("dispatched before received"))
  }
}
