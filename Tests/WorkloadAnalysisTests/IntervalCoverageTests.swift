import PolicingDomain
import TestSupport
import Testing
import WorkloadAnalysis

@Suite("Coverage of intervals")
struct IntervalCoverageTests {
  /// How often intervals held the truth, by figure.
  struct Coverage {
    var held: [String: Int] = [:]
    var draws = 0
    var worstHeld = 0
    var bandHeld = 0

    mutating func note(_ name: String, _ estimate: Estimate, truth: Double) throws {
      guard case .range(let low, let high, _) = estimate.interval else {
        Issue.record("\(name) has no interval")
        return
      }
      held[name, default: 0] += low <= truth && truth <= high ? 1 : 0
    }

    var shares: [(name: String, share: Double)] {
      held.sorted { $0.key < $1.key }.map { ($0.key, Double($0.value) / Double(draws)) }
    }
  }

  static func coverage(
    _ made: MadeUpCalls, draws: Int, replicates: Int
  ) throws -> Coverage {
    var made = made
    var coverage = Coverage(draws: draws)
    for draw in 0..<draws {
      made.seed = UInt64(draw) &* 7919 &+ 11
      let (calls, trueHours) = made.batch()
      var tally = WorkloadTally(
        period: try #require(made.period), districts: MadeUpCalls.districts,
        assumptions: made.assumptions)
      tally.add(calls)
      let workload = tally.finish(
        intervals: IntervalSettings(seed: UInt64(draw), replicates: replicates))
      let estimates = try #require(workload.estimates)
      let hours = MadeUpCalls.expectedHours()
      try coverage.note(
        "unit-hours a week", estimates.unitHours, truth: made.callsPerWeek * hours)
      try coverage.note("calls a week", estimates.calls, truth: made.callsPerWeek)
      for row in [0, 3] {
        try coverage.note(
          "unit-hours a week of district \(row + 1)", estimates.districts[row].unitHours,
          truth: made.callsPerWeek * MadeUpCalls.districtShares[row] * hours)
      }
      for level in [0, 2] {
        try coverage.note(
          "unit-hours a week of priority \(level + 1)", estimates.priorities[level].unitHours,
          truth: made.callsPerWeek * MadeUpCalls.priorityShares[level]
            * MadeUpCalls.expectedHours(priority: level))
      }
      try coverage.note("minutes per unit", estimates.minutesPerUnit, truth: hours * 60)
      let worst = workload.imputation.workWorstCase
      let band = workload.imputation.workBand
      coverage.worstHeld += worst.low.value <= trueHours && trueHours <= worst.high.value ? 1 : 0
      coverage.bandHeld += band.low.value <= trueHours && trueHours <= band.high.value ? 1 : 0
    }
    return coverage
  }

  /// Source of truth: constructed: calls with known rates and mean times, of which a third of the
  /// clearances are taken away, more often for low priority; 40 draws leave ±8 points of chance.
  @Test func `intervals hold the truth about as often as they say`() throws {
    let made = MadeUpCalls(callsPerWeek: 400, sigma: 1.0)
    let coverage = try Self.coverage(made, draws: 40, replicates: 300)
    for (name, share) in coverage.shares { #expect(share >= 0.75, "\(name): \(share)") }
    #expect(coverage.worstHeld == coverage.draws)
    #expect(coverage.bandHeld == coverage.draws)
  }

  /// What is made up in the slow tests: the spread of service times, what is lost by priority, how
  /// much weeks differ, and the number of weeks.
  static let variants: [(name: String, made: MadeUpCalls)] = [
    (
      "sigma 0.5, a third lost at random",
      .init(callsPerWeek: 2000, sigma: 0.5, lost: [1, 1, 1].map { $0 / 3 })
    ),
    ("sigma 1.0, lost by priority", .init(callsPerWeek: 2000, sigma: 1.0)),
    ("sigma 1.6, lost by priority", .init(callsPerWeek: 2000, sigma: 1.6)),
    ("sigma 1.6, few calls", .init(callsPerWeek: 500, sigma: 1.6)),
    (
      "sigma 1.0, negative binomial weeks",
      .init(callsPerWeek: 2000, sigma: 1.0, weekVariance: 0.01)
    ),
    (
      "sigma 1.6, negative binomial weeks, 52 weeks",
      .init(weeks: 52, callsPerWeek: 1000, sigma: 1.6, weekVariance: 0.01)
    ),
  ]

  /// Source of truth: constructed, as above; the share held is to be 85 to 95 % over 200 draws.
  @Test(.tags(.slow), .enabled(if: runsSlowTests), arguments: variants.indices)
  func `nine in ten intervals hold the truth`(variant: Int) throws {
    let (title, made) = Self.variants[variant]
    let coverage = try Self.coverage(made, draws: 200, replicates: 400)
    for (name, share) in coverage.shares {
      print("coverage, \(title), \(name): \(share)")
      #expect((0.85...0.95).contains(share), "\(title), \(name): \(share)")
    }
    #expect(coverage.worstHeld == coverage.draws)
  }
}
