import PolicingDomain

/// What was missing of each quantity, and what difference it can make.
struct ImputationTables {
  private let tally: WorkloadTally
  private let work: ImputedWork

  init(_ tally: WorkloadTally, _ work: ImputedWork) {
    self.tally = tally
    self.work = work
  }

  var report: ImputationReport {
    var quantities = [unitTime]
    var byPriority: [ImputationReport.Entry] = []
    for time in CallTime.allCases {
      let sums = tally.callTimes[time.rawValue].sums(kinds: tally.kinds.calls.count)
      let means = KindMeans(
        tally.kinds.calls, sums: sums, fewest: tally.assumptions.fewestObservations,
        usesClass: false)
      quantities.append(entry(time, means, priority: nil))
      for level in 0..<Level.count {
        let entry = entry(time, means, priority: level)
        if entry.observed + entry.missing > 0 { byPriority.append(entry) }
      }
    }
    let known = Millionths.unitHours(
      tally.groupSum {
        $0.origin == 0
      } work: {
        $0.work
      })
    var imputed = 0.0
    var units = 0.0
    for (key, missing) in tally.missing.byWeek.sorted()
    where key.origin == 0 {
      imputed += Double(missing) / 1e6 * work.hours(key)
      units += Double(missing) / 1e6
    }
    let spread = worst(known: known, missing: units, per: 1)
    return ImputationReport(
      quantities: quantities, byPriority: byPriority,
      workBand: band(known: known, imputed: imputed, per: 1),
      workWorstCase: .init(
        low: spread.low,
        high: spread.high + Hours(Millionths.unitHours(tally.counts.unseenWork))))
  }

  private func band(known: Double, imputed: Double, per count: Double) -> ImputationReport.Span {
    let factor = max(1, tally.assumptions.bandFactor)
    return .init(
      low: Hours((known + imputed / factor) / count),
      high: Hours((known + imputed * factor) / count))
  }

  private func worst(known: Double, missing: Double, per count: Double) -> ImputationReport.Span {
    .init(
      low: Hours((known + missing * tally.assumptions.shortestTime.value) / count),
      high: Hours((known + missing * tally.assumptions.longestTime.value) / count))
  }

  /// The entry of one time of calls, of one priority or of all.
  private func entry(
    _ time: CallTime, _ means: KindMeans, priority: Int?
  ) -> ImputationReport.Entry {
    var total = TimeCell()
    var imputed = 0.0
    var filled = [Int](repeating: 0, count: ImputationReport.Rule.allCases.count)
    for (slot, kind) in tally.kinds.calls.enumerated()
    where priority == nil || kind.priority == priority {
      let cell = tally.callTimes[time.rawValue].total(slot)
      total += cell
      guard cell.missing > 0, let choice = means.choices[slot] else { continue }
      imputed += Double(cell.missing) * choice.seconds / 3600
      filled[choice.rule.rawValue] += cell.missing
    }
    return entry(
      time.quantity, level: priority, total: total, observed: Double(total.sum) / 3600,
      weight: Double(total.weight), missing: Double(total.missing), imputed: imputed,
      filled: filled,
      median: tally.histograms.quantile(0.5, time, priority: priority),
      ninetieth: tally.histograms.quantile(0.9, time, priority: priority))
  }

  /// The entry of the time of units, of whatever origin.
  ///
  /// Where one part of a unit's time is known and the other missing, the time counts as missing.
  private var unitTime: ImputationReport.Entry {
    var total = tally.kinds.work.indices.reduce(into: TimeCell()) {
      $0 += tally.times[WorkPart.whole.rawValue].total($1)
    }
    let observed = Double(total.sum) / 3.6e9
    let weight = Double(total.weight) / 1e6
    var imputed = 0.0
    var filled = [Int](repeating: 0, count: ImputationReport.Rule.allCases.count)
    for part in WorkPart.allCases {
      for kind in tally.kinds.work.indices {
        let cell = tally.times[part.rawValue].total(kind)
        if part != .whole {
          total.missing += cell.missing
          accumulate(&total.missingWeight, cell.missingWeight)
        }
        guard cell.missing > 0, let choice = work.means[part.rawValue].choices[kind] else {
          continue
        }
        imputed += Double(cell.missingWeight) / 1e6 * choice.seconds / 3600
        filled[choice.rule.rawValue] += cell.missing
      }
    }
    let known = Millionths.unitHours(
      tally.groupSum { _ in
        true
      } work: {
        $0.work
      })
    return entry(
      .unitTime, level: nil, total: total, observed: observed, weight: weight,
      missing: Double(total.missingWeight) / 1e6, imputed: imputed, filled: filled, median: nil,
      ninetieth: nil, knownParts: known - observed)
  }

  private func entry(
    _ quantity: ImputationReport.Quantity, level: Int?, total: TimeCell, observed: Double,
    weight: Double, missing: Double, imputed: Double, filled: [Int], median: Hours?,
    ninetieth: Hours?, knownParts: Double = 0
  ) -> ImputationReport.Entry {
    let count = max(weight + missing, 1e-300)
    let known = observed + knownParts
    return ImputationReport.Entry(
      quantity: quantity, priority: level.flatMap { Level.priority($0) },
      observed: total.observed, missing: total.missing,
      observedMean: Hours(weight > 0 ? observed / weight : 0),
      mean: Hours((known + imputed) / count),
      band: band(known: known, imputed: imputed, per: count),
      worstCase: worst(known: known, missing: missing, per: count), median: median,
      ninetieth: ninetieth, filled: filled)
  }
}

extension CallTime {
  var quantity: ImputationReport.Quantity {
    switch self {
    case .dispatchDelay: .dispatchDelay
    case .travel: .travel
    case .response: .response
    case .onScene: .onScene
    }
  }
}

extension WorkloadTally {
  /// A cell of ``groups`` by its week, origin, district row and priority.
  struct GroupPlace {
    let week: Int
    let origin: Int
    let row: Int
    let priority: Int
  }

  /// Returns where the group cell at `index` belongs.
  func groupPlace(_ index: Int) -> GroupPlace {
    let (rest, priority) = index.quotientAndRemainder(dividingBy: Level.count)
    let (outer, row) = rest.quotientAndRemainder(dividingBy: places.rowCount)
    return GroupPlace(week: outer / 2, origin: outer % 2, row: row, priority: priority)
  }

  /// Returns the sum of a number of the group cells at some places.
  func groupSum(
    where isIncluded: (GroupPlace) -> Bool, work: (GroupCell) -> Int
  ) -> Int {
    var sum = 0
    for index in groups.indices where isIncluded(groupPlace(index)) {
      accumulate(&sum, work(groups[index]))
    }
    return sum
  }
}
