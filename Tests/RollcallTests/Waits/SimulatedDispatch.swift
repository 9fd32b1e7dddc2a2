import Foundation
import Rollcall
import TestSupport

/// A year of calls that wait for the units of one district, event by event; it knows no formula.
///
/// Calls of each priority come as a Poisson stream and draw one unit or several. A unit that becomes
/// free goes to the most urgent call that lacks one, among equals to the first; each stays for an
/// exponential time of its own.
struct SimulatedDispatch {
  /// Calls of one priority.
  struct Kind {
    let priority: Int
    let callsPerHour: Double
    /// Shares of calls that draw 1, 2, … units.
    let units: [Double]
  }

  let kinds: [Kind]
  let units: Int
  let meanHours: Double
  let district: District.ID

  private struct Call {
    let kind: Int
    let received: Double
    var lacking: Int
    var sent: [(from: Double, to: Double)] = []
  }

  /// Returns the calls received from `start` for `hours`.
  func calls(from start: LocalTime, hours: Double, seed: UInt64) -> [CallForService] {
    var random = TestSupport.SeededGenerator(seed: seed)
    var calls: [Call] = []
    var waiting = kinds.map { _ in [Int]() }
    var heads = kinds.map { _ in 0 }
    var busy: [Double] = []
    var next = kinds.map { exponential(1 / $0.callsPerHour, &random) }
    while true {
      let arrival = next.min() ?? .infinity
      let freed = busy.min() ?? .infinity
      let now = min(arrival, freed)
      if arrival > hours, freed == .infinity { break }
      if freed <= arrival, let place = busy.firstIndex(of: freed) {
        busy.remove(at: place)
      } else if arrival > hours {
        next = next.map { _ in .infinity }
        continue
      } else if let kind = next.firstIndex(of: arrival) {
        waiting[kind].append(calls.count)
        calls.append(Call(kind: kind, received: now, lacking: number(kinds[kind].units, &random)))
        next[kind] = now + exponential(1 / kinds[kind].callsPerHour, &random)
      }
      while busy.count < units,
        let kind = kinds.indices.first(where: { heads[$0] < waiting[$0].count })
      {
        let call = waiting[kind][heads[kind]]
        let end = now + exponential(meanHours, &random)
        calls[call].sent.append((now, end))
        calls[call].lacking -= 1
        if calls[call].lacking == 0 { heads[kind] += 1 }
        busy.append(end)
      }
    }
    return calls.enumerated().map { number, call in record(call, number, start) }
  }

  private func record(_ call: Call, _ number: Int, _ start: LocalTime) -> CallForService {
    func time(_ hours: Double) -> LocalTime {
      LocalTime(seconds: start.seconds + Int((hours * 3600).rounded()))
    }
    let responses = call.sent.map { part in
      UnitResponse(unitClass: .beat, dispatched: time(part.from), cleared: time(part.to))
    }
    return CallForService(
      id: "\(number)", received: time(call.received),
      dispatched: call.sent.first.map { time($0.from) },
      cleared: call.sent.map(\.to).max().map(time),
      priority: CallPriority(kinds[call.kind].priority), category: CallCategory("any"),
      district: district, unitCount: call.sent.count, responses: responses)
  }

  private func number(_ shares: [Double], _ random: inout TestSupport.SeededGenerator) -> Int {
    var left = Double.random(in: 0..<1, using: &random)
    for (position, share) in shares.enumerated() {
      left -= share
      if left < 0 { return position + 1 }
    }
    return shares.count
  }

  private func exponential(_ mean: Double, _ random: inout TestSupport.SeededGenerator) -> Double {
    -mean * log(1 - Double.random(in: 0..<1, using: &random))
  }
}
