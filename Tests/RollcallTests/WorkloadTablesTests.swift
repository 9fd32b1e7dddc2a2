import Rollcall
import TestSupport
import Testing

@Suite("Tables of work")
struct WorkloadTablesTests {
  static let names = [
    "calls-by-category", "workload-by-district", "workload-estimates", "workload-by-class",
    "need-by-supply", "workload-by-beat", "unmet-demand", "response-times", "imputation",
  ]

  /// The small study with half a year of calls from an export, of which some are not cleared.
  private func results() throws -> StudyResults {
    let folder = try #require(ReferenceData.study("generic-two-districts"))
    let made = try StudyPipeline(studyAt: folder, store: StudyPipelineTests.cache)
      .run(to: .workload)
    var study = made.study
    study.calls = .exports(CallExports(files: ["calls.csv"], profile: "canonical"))
    let first = study.period.first
    let period = try #require(StudyPeriod(from: first, through: first.advanced(by: 181)))
    let districts = study.geography.districts.map(\.id)
    var random = TestSupport.SeededGenerator(seed: 3)
    let calls = (0..<4000).map { number -> CallForService in
      let received = LocalTime(
        seconds: first.dayNumber * 86_400 + random.integer(below: 182 * 86_400))
      let isCleared = random.integer(below: 3) > 0
      return CallForService(
        id: "\(number)", received: received, dispatched: received,
        cleared: isCleared
          ? received.advanced(bySeconds: 600 + random.integer(below: 6000)) : nil,
        priority: CallPriority(1 + number % 3), category: CallCategory("fight"),
        district: districts[random.integer(below: districts.count)], unitCount: 1)
    }
    let workload = Workload(
      of: calls, during: period, districts: districts, intervals: IntervalSettings(seed: 1))
    return StudyResults(study: study, calls: made.calls, workload: workload)
  }

  @Test func `every table of work tells its n and how sure it is`() throws {
    let tables = try results().tables
    for name in Self.names {
      let table = try #require(tables.first { $0.name == name }, "\(name)")
      let notes = table.notes.joined(separator: " ")
      #expect(
        notes.contains("n = ") || table.columns.contains { $0.key == "observed" }
          || table.columns.contains { $0.key == "times_observed" }, "\(name)")
      #expect(notes.contains("interval"), "\(name)")
      #expect(notes.contains("imputed"), "\(name)")
    }
  }

  /// Source of truth: conservation: a figure lies in its own interval, and the interval of all work is
  /// narrower, relative to it, than the one of each district.
  @Test func `figures of calls from an export have intervals`() throws {
    let results = try results()
    let estimates = try #require(results.workload.estimates)
    try #require(estimates.weeks.count >= 8)
    for figure in results.figures.prefix(2) {
      guard case .range(let low, let high, let components) = figure.estimate.interval else {
        Issue.record("\(figure.name) has no interval")
        continue
      }
      #expect(low <= figure.estimate.value && figure.estimate.value <= high, "\(figure.name)")
      #expect(components.count == 2)
    }
    func width(_ estimate: Estimate) -> Double {
      guard case .range(let low, let high, _) = estimate.interval else { return .nan }
      return (high - low) / estimate.value
    }
    for district in estimates.districts {
      #expect(width(district.unitHours) > width(estimates.unitHours))
    }
  }
}
