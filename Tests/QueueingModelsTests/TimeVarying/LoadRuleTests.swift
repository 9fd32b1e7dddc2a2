import Foundation
import QueueingModels
import TestSupport
import Testing

/// λ(t) = 10 (1 + ½ sin(2πt/24 − π/2)) an hour, by hours.
let greenWave = ArrivalCurve.sinusoid(mean: 10, relativeAmplitude: 0.5, peak: 12, periods: 24)

@Suite("Rates that change, period by period")
struct LoadRuleTests {
  /// Source of truth: our own reference for P(wait) ≤ 0.10 and μ = 2, computed elsewhere with
  /// SIPP and lagged SIPP; the conclusion is that of Green, Kolesar and Soares (2001).
  @Test func `the schedules of the sinusoid are those of the reference`() {
    let target = WaitTarget.waitProbability(atMost: 0.1)
    func servers(_ rule: LoadRule) -> [Int] {
      rule.servers(for: greenWave, serviceRate: 2, meeting: target)
    }
    let sipp = [
      6, 6, 7, 7, 8, 9, 10, 10, 11, 12, 12, 12, 12, 12, 12, 11, 10, 10, 9, 8, 7, 7, 6, 6,
    ]
    let lagged = [
      6, 6, 6, 7, 8, 8, 9, 10, 11, 11, 12, 12, 12, 12, 12, 11, 11, 10, 9, 8, 8, 7, 6, 6,
    ]
    #expect(servers(.periodMean) == sipp)
    #expect(servers(.laggedMean) == lagged)
    #expect(servers(.offeredLoadMean) == lagged)
    #expect(sipp.reduce(0, +) == 220 && lagged.reduce(0, +) == 218)
    #expect(servers(.offeredLoadMaximum).reduce(0, +) == 226)
  }

  /// Source of truth: the closed form m(t) = (λ/μ) (1 + A μ/√(μ² + ω²) sin(ωt − φ − atan(ω/μ))) of
  /// the modified offered load of a sinusoid.
  @Test(arguments: [0.1, 0.7, 2.0, 30.0])
  func `the load of a sinusoid has its closed form`(rate: Double) {
    let curve = ArrivalCurve.sinusoid(
      mean: 10, relativeAmplitude: 0.5, peak: 12, periods: 24, stepsPerPeriod: 60)
    let load = ModifiedOfferedLoad(arrivals: curve, serviceRate: rate)
    let omega = 2 * Double.pi / 24
    let damping = rate / (rate * rate + omega * omega).squareRoot()
    // A step lasts a sixtieth: what it leaves out falls with its square, in units of 1/μ.
    let tolerance = rate > 10 ? 2e-4 : 1e-5
    for (step, value) in load.stepStarts.enumerated() {
      let angle = omega * Double(step) / 60 - .pi / 2 - atan(omega / rate)
      let exact = 10 / rate * (1 + 0.5 * damping * sin(angle))
      #expect(agree(value, exact, within: tolerance))
    }
  }

  /// Source of truth: by hand: over a cycle the load is arrivals × service time, whatever the
  /// service times; constant arrivals have a constant load; a step decays as e^(−μt).
  @Test func `the load adds up over the cycle`() {
    let curve = ArrivalCurve(rates: [0, 12, 3, 0, 7, 2], periodLength: 0.5, stepsPerPeriod: 2)
    let load = ModifiedOfferedLoad(arrivals: curve, serviceRate: 3)
    #expect(agree(load.periodMeans.reduce(0, +) / 3, 4.0 / 3, within: 1e-13))
    let flat = ModifiedOfferedLoad(
      arrivals: ArrivalCurve(rates: [6, 6, 6]), serviceRate: 4)
    #expect(flat.periodMeans.allSatisfy { agree($0, 1.5, within: 1e-14) })
    #expect(flat.periodMaxima.allSatisfy { agree($0, 1.5, within: 1e-14) })
    // Rate 2 and 0 in turn for a time of 1, μ = 1: the top is 2 (1 − e⁻¹) / (1 − e⁻²).
    let steps = ModifiedOfferedLoad(arrivals: ArrivalCurve(rates: [2, 0]), serviceRate: 1)
    let top = 2 * (1 - exp(-1.0)) / (1 - exp(-2.0))
    #expect(agree(steps.periodMaxima[0], top, within: 1e-14))
    #expect(agree(steps.stepStarts[0], top * exp(-1.0), within: 1e-14))
    #expect(agree(steps.periodMeans[1], top * (1 - exp(-1.0)), within: 1e-14))
  }

  /// Source of truth: by hand: half a period of lag mixes two neighbours half and half; a whole
  /// cycle changes nothing; the largest rate is that of either neighbour.
  @Test func `a lag moves the curve`() {
    let curve = ArrivalCurve(rates: [4, 8, 0], periodLength: 2)
    #expect(curve.periodMeans(lag: 1) == [2, 6, 4])
    #expect(curve.periodMeans(lag: 2) == [0, 4, 8])
    #expect(curve.periodMeans(lag: 6) == [4, 8, 0])
    #expect(curve.periodMeans(lag: 0.5) == [3, 7, 2])
    #expect(curve.periodMaxima(lag: 1) == [4, 8, 8])
    #expect(curve.periodMaxima(lag: 2) == [0, 4, 8])
    let fine = ArrivalCurve(rates: [1, 5, 2, 3], periodLength: 1, stepsPerPeriod: 2)
    #expect(fine.periodMeans() == [3, 2.5] && fine.periodMaxima() == [5, 3])
    #expect(LoadRule.laggedMean.loads(of: fine, serviceRate: 2) == [1, 1.75])
    #expect(fine.meanRate == 2.75 && fine.cycleLength == 2 && fine.periods == 2)
  }

  /// Source of truth: by hand: a straight line has the mean of its ends; a sine in steps has the
  /// means of the sine.
  @Test func `a function of time becomes steps`() {
    let line = ArrivalCurve(periods: 2, periodLength: 3, stepsPerPeriod: 3) { 2 * $0 }
    #expect(zip(line.rates, [1, 3, 5, 7, 9, 11]).allSatisfy { agree($0, $1, within: 1e-14) })
    let wave = ArrivalCurve(periods: 24) { 10 * (1 - 0.5 * cos(2 * .pi * $0 / 24)) }
    #expect(zip(wave.rates, greenWave.rates).allSatisfy { agree($0, $1, within: 1e-9) })
  }

  /// Source of truth: ErlangC for constant arrivals: every rule gives its number.
  @Test func `constant arrivals need what the steady state needs`() {
    let target = WaitTarget.meanWait(atMost: 0.05)
    let flat = ArrivalCurve(rates: [30, 30, 30, 30])
    let needed = ErlangC.fewestServers(arrivalRate: 30, serviceRate: 4, meeting: target)
    for rule in LoadRule.allCases {
      let servers = rule.servers(for: flat, serviceRate: 4, meeting: target)
      #expect(servers == [needed, needed, needed, needed])
    }
    let none = ArrivalCurve(rates: [0, 0])
    #expect(
      LoadRule.periodMaximum.servers(for: none, serviceRate: 4, meeting: target) == [0, 0])
  }
}
