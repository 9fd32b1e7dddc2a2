import PolicingDomain

/// The unit-hours that are taken for missing times, cell by cell.
struct ImputedWork {
  /// Mean times by part of the work and kind.
  let means: [KindMeans]
  private let tally: WorkloadTally

  /// Takes the means from a tally in alphabetical order.
  init(_ tally: WorkloadTally) {
    self.tally = tally
    means = WorkPart.allCases.map { part in
      KindMeans(
        tally.kinds.work, sums: tally.times[part.rawValue].sums(kinds: tally.kinds.work.count),
        fewest: tally.assumptions.fewestObservations, usesClass: tally.counts.hasResponses)
    }
  }

  /// The mean of what is missing in a cell, in hours.
  func hours(_ key: MissingWork.Key) -> Double { means[key.part].seconds(key.kind) / 3600 }

  /// Calls `body` with the unit-hours of every cell, in the order of the keys.
  func forEach(
    _ cells: CellTable, _ body: (_ key: MissingWork.Key, _ unitHours: Double) -> Void
  ) {
    for (key, units) in cells.sorted() {
      body(key, Double(units) / 1e6 * hours(key))
    }
  }

  /// Returns the unit-hours added up by what `position` says of a cell.
  func sums(
    _ cells: CellTable, count: Int, by position: (MissingWork.Key) -> Int
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    forEach(cells) { key, unitHours in sums[position(key)] += unitHours }
    return sums
  }

  /// Returns units whose time is missing and cannot be imputed, because none is known at all.
  var notImputable: Int {
    WorkPart.allCases.reduce(0) { sum, part in
      let times = tally.times[part.rawValue]
      return tally.kinds.work.indices.reduce(sum) { sum, kind in
        means[part.rawValue].choices[kind] == nil ? sum + times.total(kind).missing : sum
      }
    }
  }
}

/// Work of a stated length that begins, or ends, at any second of an hour with equal chance.
package struct EvenSpread {
  /// The share of the work in the known hour, the one next to it, and so on.
  package let shares: [Double]

  /// - Parameter hours: How long the work takes; 0 has no shares.
  package init(hours: Double) {
    guard hours > 0 else {
      shares = []
      return
    }
    var until: [Double] = []
    var boundary = 1.0
    repeat {
      until.append(Self.covered(until: boundary, length: hours))
      boundary += 1
    } while boundary - 1 < hours + 1
    shares = until.indices.map { (until[$0] - ($0 == 0 ? 0 : until[$0 - 1])) / hours }
  }

  /// The expected part of work of `length` that lies before `boundary`, when it begins between 0
  /// and 1 with equal chance: ∫₀¹ min(length, boundary − u) du.
  private static func covered(until boundary: Double, length: Double) -> Double {
    // min is `length` for u below boundary − length, and boundary − u above it.
    let turn = min(1, max(0, boundary - length))
    return length * turn + boundary * (1 - turn) - (1 - turn * turn) / 2
  }
}
