import PolicingDomain
import QueueingModels

/// The units of one district during one watch, each beat car told apart, with Larson's approximate
/// hypercube.
///
/// The beats with most calls have a car of their own as far as the units go; what is left serves the whole
/// district. The first unit of a call is the beat's own if it is free, then one of the others; further units of
/// the call are asked in another order, the own last. Beat cars help one another in turn, because nothing
/// is known here of which beats are neighbours.
struct BeatCars {
  /// The share of the calls of each beat, most calls first.
  let shares: [Double]
  let units: Int
  /// Calls an hour.
  let calls: Double
  /// Units per call.
  let unitsPerCall: Double
  /// Hours of one unit on a call.
  let unitTime: Double

  /// Beats that have a car.
  var ownCars: Int { min(units, shares.count) }
  /// The share of time that calls keep a unit busy.
  var busyShare: Double {
    let load = calls * unitsPerCall * unitTime
    return units > 0 ? load / Double(units) : load > 0 ? .infinity : 0
  }

  /// One beat car.
  struct Car {
    /// The share of time that it is busy.
    let busy: Double
    /// The share of first units of its beat's calls that it is, at once or when all were busy.
    let share: Double
  }

  /// Returns the beat cars, in the order of the beats; nothing where work exceeds the units.
  func cars() -> [Car]? {
    guard units > 0, calls > 0, unitTime > 0, busyShare < 1 else { return nil }
    let lists = shares.indices.map { orders(of: $0) }
    let model = HypercubeModel(
      arrivalRates: shares.map { $0 * calls } + shares.map { $0 * calls * (unitsPerCall - 1) },
      serviceRates: [Double](repeating: 1 / unitTime, count: units),
      preferences: lists.map(\.first) + lists.map(\.further), line: .waits)
    guard let answer = model.approximated()?.performance else { return nil }
    return (0..<ownCars).map { place in
      Car(
        busy: min(1, answer.workloads[place]), share: answer.share(ofAtom: place, servedBy: place))
    }
  }

  /// The order in which units are asked to be the first of a beat's call, and to be a further one.
  private func orders(of beat: Int) -> (first: [Int], further: [Int]) {
    let others = Array(ownCars..<units)
    let turn = (0..<ownCars).map { (beat + 1 + $0) % ownCars }.filter { $0 != beat }
    let own = beat < ownCars ? [beat] : []
    return (own + others + turn, others + turn + own)
  }
}
