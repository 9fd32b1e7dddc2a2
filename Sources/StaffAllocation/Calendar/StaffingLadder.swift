import PolicingDomain

/// What officers who are missing on the street cost, step by step from the top (FORMULATION 7.1 and
/// 7.2).
///
/// For the hours of one coverage class in one district, the shortage and the hours that urgent calls
/// wait are convex, falling, piecewise-linear functions of the same number n of officers. Their
/// breakpoints together cut 0…``top`` into steps. With the missing part uₖ of each step,
/// n + Σ uₖ ≥ top, both functions are linear in u: because the upper steps cost least, the cheapest
/// u leaves the upper steps empty first, and its cost is the value of the function.
struct StaffingLadder: Sendable {
  /// One step.
  struct Step: Sendable {
    /// Officers from the lower to the upper end.
    let width: Double
    /// Officer-hours a week that each missing officer is short.
    let shortage: Double
    /// Hours a week that urgent calls wait longer for each missing officer.
    let waiting: Double
  }

  /// The officers beyond which more change nothing.
  let top: Double
  /// The steps, lowest first.
  let steps: [Step]
  /// Hours a week that urgent calls wait even at the top.
  let floor: Double

  /// One hour of the week as the ladder sees it.
  struct Hour {
    /// How often the hour belongs to the class in the calendar.
    let count: Int
    /// Officers required.
    let required: Double
    /// Hours that urgent calls wait at a number of officers, if there is a curve.
    let curve: OfficerCurve?
  }

  /// Adds up the functions of some hours, and divides them by the weeks of the calendar.
  init(_ hours: [Hour], weeks: Double) {
    var ends = hours.map(\.required) + hours.flatMap { $0.curve?.breakpoints ?? [] }
    ends.sort()
    var levels = [0.0]
    for end in ends where end > levels[levels.count - 1] + 1e-9 * max(1, end) { levels.append(end) }
    var steps: [Step] = []
    for (low, high) in zip(levels, levels.dropFirst()) {
      let middle = (low + high) / 2
      var shortage = 0.0
      var waiting = 0.0
      for hour in hours {
        if hour.required > middle { shortage += Double(hour.count) }
        if let curve = hour.curve { waiting += Double(hour.count) * curve.fall(at: middle) }
      }
      shortage /= weeks
      waiting /= weeks
      if let last = steps.last, last.shortage == shortage, Self.isSame(last.waiting, waiting) {
        steps[steps.count - 1] = Step(
          width: last.width + high - low, shortage: shortage, waiting: last.waiting)
      } else {
        steps.append(Step(width: high - low, shortage: shortage, waiting: waiting))
      }
    }
    while let last = steps.last, last.shortage == 0, last.waiting == 0 { steps.removeLast() }
    self.steps = steps
    top = steps.reduce(0) { $0 + $1.width }
    floor = hours.reduce(0) { $0 + Double($1.count) * ($1.curve?.floor ?? 0) } / weeks
  }

  private static func isSame(_ first: Double, _ second: Double) -> Bool {
    abs(first - second) <= 1e-12 * max(abs(first), abs(second))
  }
}

/// A delay curve by officers instead of units.
struct OfficerCurve: Sendable {
  /// Officers for each unit.
  let crew: Double
  /// Hours waited with 0, 1, 2 … units.
  let hoursWaited: [Double]
  /// The units beyond which waiting does not count; nothing where all of it counts.
  let cut: Double?

  init(_ curve: DelayCurve, crew: Double, isCut: Bool) {
    self.crew = crew
    hoursWaited = curve.hoursWaited
    cut = isCut ? min(curve.required, Double(curve.hoursWaited.count - 1)) : nil
  }

  /// The officers at which the slope changes.
  var breakpoints: [Double] {
    let last = cut ?? Double(hoursWaited.count - 1)
    var points = (0..<hoursWaited.count).map(Double.init).filter { $0 > 0 && $0 < last }
    if last > 0 { points.append(last) }
    return points.map { $0 * crew }
  }

  /// Hours that one officer more saves at `officers`, which is no breakpoint.
  func fall(at officers: Double) -> Double {
    let units = officers / crew
    if let cut, units >= cut { return 0 }
    let low = Int(units)
    guard low + 1 < hoursWaited.count else { return 0 }
    return (hoursWaited[low] - hoursWaited[low + 1]) / crew
  }

  /// Hours that calls wait with as many officers as count.
  var floor: Double { wait(atUnits: cut ?? Double(hoursWaited.count - 1)) }

  /// Hours that calls wait with `units`, whole or not.
  func wait(atUnits units: Double) -> Double {
    let low = max(0, Int(units))
    guard low + 1 < hoursWaited.count else { return hoursWaited[hoursWaited.count - 1] }
    let part = max(0, units - Double(low))
    return hoursWaited[low] + part * (hoursWaited[low + 1] - hoursWaited[low])
  }
}
