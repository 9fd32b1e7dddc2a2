public import PolicingDomain

/// Calls for service that are made up from published totals, for departments that publish no
/// calls: a demonstration, not data.
///
/// The hour of the week, the district and the category of a call are drawn independently of one
/// another from their shares (a product of margins); the number of calls in an hour is Poisson
/// around an expectation that varies with the hour, the month and, at random, the day. Only calls
/// of the community are made; officer-initiated work is not demand.
public struct SyntheticCalls: Sendable {
  private let synthesis: CallSynthesis
  private let period: StudyPeriod
  private let beats: [[Beat.ID]]
  private let seed: UInt64

  /// Prepares to make calls.
  ///
  /// - Parameters:
  ///   - synthesis: The totals and assumptions.
  ///   - period: The days for which calls are made.
  ///   - geography: The beats, among which a district's calls divide evenly.
  ///   - seed: The same seed gives the same calls.
  public init(
    _ synthesis: CallSynthesis, during period: StudyPeriod, in geography: Geography, seed: UInt64
  ) {
    self.synthesis = synthesis
    self.period = period
    self.seed = seed
    beats = synthesis.districtShares.map { share in
      geography.beats.filter { $0.district == share.district }.map(\.id)
    }
  }

  /// Makes every call of the period, in the order of receipt, and hands each to `body`.
  ///
  /// - Complexity: O(calls).
  public func each<Failure: Error>(
    _ body: (CallForService) throws(Failure) -> Void
  ) throws(Failure) {
    var maker = CallMaker(synthesis, beats: beats, seed: seed)
    for dayNumber in period.first.dayNumber...period.last.dayNumber {
      let day = CalendarDay(dayNumber: dayNumber)
      let dayFactor = maker.dayFactor(synthesis.dayOverdispersion)
      for hour in 0..<24 {
        let expected = expectedCalls(on: day, hour: hour) * dayFactor
        for call in maker.calls(expected: expected, on: day, hour: hour) { try body(call) }
      }
    }
  }

  /// The calls to expect in one hour of one day, before the day's own factor.
  func expectedCalls(on day: CalendarDay, hour: Int) -> Double {
    let hourOfWeek = HourOfWeek(day.weekday, hour: hour)
    let shares = synthesis.hourShares
    let share = shares[hourOfWeek.index] / shares.reduce(0, +)
    let month = synthesis.monthFactors[day.parts.month - 1]
    let mean = synthesis.monthFactors.reduce(0, +) / Double(synthesis.monthFactors.count)
    let hourNumber = day.dayNumber * 24 + hour
    let gain = period.clockChanges.reduce(0) { $1.hourNumber == hourNumber ? $0 + $1.gain : $0 }
    return synthesis.callsPerYear * 7 / 365 * share * month / mean * Double(1 + gain)
  }
}

/// Draws calls one after the other.
struct CallMaker {
  private let synthesis: CallSynthesis
  private let beats: [[Beat.ID]]
  private let districtChoice: WeightedChoice
  private let categoryChoice: WeightedChoice
  private let priorityChoices: [WeightedChoice]
  private var random: SeededGenerator
  private var count = 0

  init(_ synthesis: CallSynthesis, beats: [[Beat.ID]], seed: UInt64) {
    self.synthesis = synthesis
    self.beats = beats
    districtChoice = WeightedChoice(synthesis.districtShares.map(\.share))
    categoryChoice = WeightedChoice(synthesis.categories.map(\.share))
    priorityChoices = synthesis.categories.map { WeightedChoice($0.priorityShares) }
    random = SeededGenerator(seed: seed)
  }

  /// The factor of a day: lognormal with mean 1 and the given squared coefficient of variation.
  mutating func dayFactor(_ squaredVariation: Double) -> Double {
    guard squaredVariation > 0 else { return 1 }
    return random.lognormal(mean: 1, deviation: squaredVariation.squareRoot())
  }

  /// Draws the calls of one hour, in the order of receipt.
  mutating func calls(expected: Double, on day: CalendarDay, hour: Int) -> [CallForService] {
    var seconds: [Int] = []
    var left = expected
    while left > 0 {
      let part = min(left, 500)
      for _ in 0..<random.poisson(mean: part) { seconds.append(random.index(below: 3600)) }
      left -= part
    }
    let start = day.dayNumber * 86_400 + hour * 3600
    return seconds.sorted().map { call(received: LocalTime(seconds: start + $0)) }
  }

  private mutating func call(received: LocalTime) -> CallForService {
    count += 1
    let district = districtChoice.position(random.uniform())
    let kind = categoryChoice.position(random.uniform())
    let category = synthesis.categories[kind]
    let level = priorityChoices[kind].position(random.uniform())
    let places = beats[district]
    let beat = places.isEmpty ? nil : places[random.index(below: places.count)]
    let stamps = stamps(received: received, category: category, level: level)
    return CallForService(
      id: "S\(count)", received: received, dispatched: stamps.dispatched, arrived: stamps.arrived,
      cleared: stamps.cleared, priority: CallPriority(level + 1), category: category.category,
      origin: .community, district: synthesis.districtShares[district].district, beat: beat)
  }

  /// Draws the later stamps of a call; every draw is made whether or not the stamp is kept, so that
  /// a change of one share leaves the other calls as they are.
  private mutating func stamps(
    received: LocalTime, category: CallSynthesis.Category, level: Int
  ) -> (dispatched: LocalTime?, arrived: LocalTime?, cleared: LocalTime?) {
    let delay = random.exponential(mean: synthesis.dispatchDelayMinutes[level] * 60)
    let travel = random.exponential(mean: synthesis.travelMinutes[level] * 60)
    let scene = random.lognormal(
      mean: category.meanMinutes * 60, deviation: category.deviationMinutes * 60)
    let keepsDispatched = random.uniform() >= synthesis.missingDispatched[level]
    let keepsArrived = random.uniform() >= synthesis.missingArrived[level]
    let keepsCleared = random.uniform() >= synthesis.missingCleared[level]
    let drewUnit = synthesis.missingDispatched[level] < 1
    guard drewUnit else { return (nil, nil, nil) }
    let dispatched = received.advanced(bySeconds: Int(delay))
    let arrived = dispatched.advanced(bySeconds: Int(travel))
    let cleared = arrived.advanced(bySeconds: Int(scene))
    return (
      keepsDispatched ? dispatched : nil, keepsArrived ? arrived : nil,
      keepsCleared ? cleared : nil
    )
  }
}
