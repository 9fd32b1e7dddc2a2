import PolicingDomain

/// The figures of every week from which estimates are made, ready to be drawn again.
struct WeeklyWork {
  /// A figure that a reader may ask for.
  struct Targets {
    let districts: Int
    /// All work; work of the community; of officers; then community by district and by priority.
    var count: Int { 3 + districts + Level.count }
    static let all = 0
    static let community = 1
    static let officer = 2
    func district(_ row: Int) -> Int { 3 + row }
    func priority(_ level: Int) -> Int { 3 + districts + level }

    /// The targets to which work of an origin, district row and priority belongs.
    func of(origin: Int, row: Int, priority: Int) -> [Int] {
      guard origin == 0 else { return [Self.all, Self.officer] }
      let place = row < districts ? [district(row)] : []
      return [Self.all, Self.community] + place + [self.priority(priority)]
    }
  }

  /// Units of one kind whose time is missing, of one week, origin and district.
  private struct MissingCell {
    let part: Int32
    let kind: Int32
    let week: Int32
    /// The origin, district row and priority in one number.
    let base: Int32
    let units: Double
  }

  let targets: Targets
  /// Real hours by week that data cover; 0 for a week of missing days.
  let hours: [Double]
  /// Hours of a mean week for which each week stands, by which means are divided.
  let exposures: [Double]
  /// Known unit-hours by target and week.
  private(set) var known: [[Double]]
  /// Calls by target and week.
  private(set) var calls: [[Double]]
  /// Units sent by target and week.
  private(set) var units: [[Double]]
  private var missing: [MissingCell] = []
  /// Sums of observed times by part, then kind × weeks + week; empty for parts of which none is
  /// missing.
  private let times: [[KindMeans.Sums]]
  private let kinds: [WorkKind]
  private let rows: Int
  private let fewest: Int
  private let usesClass: Bool

  init(_ tally: WorkloadTally) {
    targets = Targets(districts: tally.places.districts.count)
    hours = StudyClock.weekHours(of: tally.period)
    exposures = tally.weekExposures()
    let weeks = hours.count
    let zeros = [[Double]](repeating: [Double](repeating: 0, count: weeks), count: targets.count)
    var (known, calls, units) = (zeros, zeros, zeros)
    for (index, cell) in tally.groups.enumerated() where cell.calls > 0 {
      let place = tally.groupPlace(index)
      for target in targets.of(origin: place.origin, row: place.row, priority: place.priority) {
        known[target][place.week] += Millionths.unitHours(cell.work)
        calls[target][place.week] += Double(cell.calls)
        units[target][place.week] += Double(cell.units) / 1e6
      }
    }
    (self.known, self.calls, self.units) = (known, calls, units)
    kinds = tally.kinds.work
    fewest = tally.assumptions.fewestObservations
    usesClass = tally.counts.hasResponses
    times = tally.times.map { part in
      guard part.hasMissing else { return [] }
      return (0..<tally.kinds.work.count * weeks).map { index in
        guard index < part.cells.count else { return KindMeans.Sums() }
        let cell = part.cells[index]
        return KindMeans.Sums(
          observed: Double(cell.observed), weight: Double(cell.weight), sum: Double(cell.sum))
      }
    }
    rows = tally.places.rowCount
    let rows = tally.places.rowCount
    missing = tally.missing.byWeek.sorted().map { key, units in
      let priority = tally.kinds.work[key.kind].priority
      let base = (key.origin * rows + key.first) * Level.count + priority
      return MissingCell(
        part: Int32(key.part), kind: Int32(key.kind), week: Int32(key.second), base: Int32(base),
        units: Double(units) / 1e6)
    }
  }

  /// Returns the mean times when week w counts `drawn[w]` times.
  private func means(_ drawn: [Double]) -> [KindMeans?] {
    let weeks = drawn.count
    return times.map { part in
      guard !part.isEmpty else { return nil }
      var sums = [KindMeans.Sums](repeating: KindMeans.Sums(), count: kinds.count)
      for kind in kinds.indices {
        var sum = KindMeans.Sums()
        for week in 0..<weeks where drawn[week] > 0 {
          let cell = part[kind * weeks + week]
          sum.observed += drawn[week] * cell.observed
          sum.weight += drawn[week] * cell.weight
          sum.sum += drawn[week] * cell.sum
        }
        sums[kind] = sum
      }
      return KindMeans(kinds, sums: sums, fewest: fewest, usesClass: usesClass)
    }
  }

  /// Figures a week, by target.
  struct Figures {
    var unitHours: [Double]
    var calls: [Double]
    /// Minutes of one unit on one call of the community.
    var minutesPerUnit: Double
  }

  /// Returns the figures when week w counts `drawn[w]` times, with means imputed anew.
  func figures(_ drawn: [Double]) -> Figures {
    let means = means(drawn)
    var work = known.map { Self.sum($0, drawn) }
    var imputed = [Double](repeating: 0, count: 2 * rows * Level.count)
    for cell in missing {
      let seconds = means[Int(cell.part)]?.seconds(Int(cell.kind)) ?? 0
      imputed[Int(cell.base)] += drawn[Int(cell.week)] * cell.units * seconds
    }
    for (base, seconds) in imputed.enumerated() where seconds > 0 {
      for target in targets(base) { work[target] += seconds / 3600 }
    }
    let weeks = max(Self.sum(exposures, drawn) / 168, 1e-300)
    let sent = Self.sum(units[Targets.community], drawn)
    return Figures(
      unitHours: work.map { $0 / weeks }, calls: calls.map { Self.sum($0, drawn) / weeks },
      minutesPerUnit: sent > 0 ? work[Targets.community] * 60 / sent : 0)
  }

  /// The targets of a cell with missing times.
  private func targets(_ base: Int) -> [Int] {
    let (place, priority) = base.quotientAndRemainder(dividingBy: Level.count)
    return targets.of(origin: place / rows, row: place % rows, priority: priority)
  }

  /// Returns the unit-hours of every week by target, imputed work included.
  func unitHours() -> [[Double]] {
    let means = means([Double](repeating: 1, count: hours.count))
    var work = known
    for cell in missing {
      let seconds = means[Int(cell.part)]?.seconds(Int(cell.kind)) ?? 0
      for target in targets(Int(cell.base)) {
        work[target][Int(cell.week)] += cell.units * seconds / 3600
      }
    }
    return work
  }

  private static func sum(_ values: [Double], _ drawn: [Double]) -> Double {
    var sum = 0.0
    for week in drawn.indices { sum += values[week] * drawn[week] }
    return sum
  }
}
