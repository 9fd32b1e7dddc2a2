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

  /// Units of one kind whose time is missing, of one week and target.
  private struct MissingCell {
    let part: Int
    let kind: Int
    let target: Int
    let week: Int
    var units: Double
  }

  let targets: Targets
  let hours: [Double]
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
  private let fewest: Int
  private let usesClass: Bool

  init(_ tally: WorkloadTally) {
    targets = Targets(districts: tally.places.districts.count)
    hours = tally.clock.weekHours()
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
    missing = Self.missingCells(tally, targets)
  }

  /// One cell for each part, kind, target and week, in that order.
  private static func missingCells(_ tally: WorkloadTally, _ targets: Targets) -> [MissingCell] {
    var cells: [MissingCell] = []
    for (key, units) in tally.missing.byWeek.sorted(by: { $0.key < $1.key }) {
      let priority = tally.kinds.work[key.kind].priority
      for target in targets.of(origin: key.origin, row: key.first, priority: priority) {
        cells.append(
          MissingCell(
            part: key.part, kind: key.kind, target: target, week: key.second,
            units: Double(units) / 1e6))
      }
    }
    cells.sort { ($0.part, $0.kind, $0.target, $0.week) < ($1.part, $1.kind, $1.target, $1.week) }
    var merged: [MissingCell] = []
    for cell in cells {
      if let last = merged.last, last.part == cell.part, last.kind == cell.kind,
        last.target == cell.target, last.week == cell.week
      {
        merged[merged.count - 1].units += cell.units
      } else {
        merged.append(cell)
      }
    }
    return merged
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
    for cell in missing where drawn[cell.week] > 0 {
      guard let means = means[cell.part] else { continue }
      work[cell.target] += drawn[cell.week] * cell.units * means.seconds(cell.kind) / 3600
    }
    let weeks = Self.sum(hours, drawn) / 168
    let sent = Self.sum(units[Targets.community], drawn)
    return Figures(
      unitHours: work.map { $0 / weeks }, calls: calls.map { Self.sum($0, drawn) / weeks },
      minutesPerUnit: sent > 0 ? work[Targets.community] * 60 / sent : 0)
  }

  /// Returns the unit-hours of every week of a target, imputed work included.
  func unitHours(of target: Int) -> [Double] {
    let means = means([Double](repeating: 1, count: hours.count))
    var work = known[target]
    for cell in missing where cell.target == target {
      work[cell.week] += cell.units * (means[cell.part]?.seconds(cell.kind) ?? 0) / 3600
    }
    return work
  }

  private static func sum(_ values: [Double], _ drawn: [Double]) -> Double {
    var sum = 0.0
    for week in drawn.indices { sum += values[week] * drawn[week] }
    return sum
  }
}
