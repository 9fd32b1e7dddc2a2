package import PolicingDomain

/// Tests the hourly counts of every district, and of the city, for over-dispersion.
struct DispersionTests {
  private let ledger: SeasonLedger
  /// The police period of each day, counted through the years.
  private let instances: [Int]

  init(ledger: SeasonLedger) {
    self.ledger = ledger
    var instances: [Int] = []
    var last: PolicePeriod?
    var count = -1
    for day in 0..<ledger.period.dayCount {
      let period = PolicePeriod(of: ledger.period.first.advanced(by: day))
      if period != last { count += 1 }
      last = period
      instances.append(count)
    }
    self.instances = instances
  }

  func dispersion() -> Dispersion {
    let hours = ledger.tally.hourCount
    return Dispersion(
      city: place(nil) { ledger.cityCalls[$0] },
      districts: ledger.tally.districts.enumerated().map { row, district in
        place(district) { Int(ledger.tally.calls[row * hours + $0]) }
      }, hoursLeftOut: ledger.weights.count { $0 != 1 })
  }

  /// Tests the counts of one place; hours that stand for no hour or for two are left out.
  private func place(_ district: District.ID?, count: (Int) -> Int) -> Dispersion.Place {
    let instanceCount = (instances.last ?? -1) + 1
    var whole = DispersionCells(count: HourOfWeek.count)
    var seasonal = DispersionCells(count: HourOfWeek.count * instanceCount)
    var calls = 0
    var hours = 0
    for hour in ledger.weights.indices where ledger.weights[hour] == 1 {
      let found = count(hour)
      let slot = ledger.hourOfWeek(hour)
      whole.add(found, cell: slot)
      seasonal.add(found, cell: instances[hour / 24] * HourOfWeek.count + slot)
      calls += found
      hours += 1
    }
    return Dispersion.Place(
      district: district, calls: calls, hours: hours, byHourOfWeek: whole.test(),
      withinPolicePeriods: seasonal.test())
  }
}

/// Counts, their sums and their squares, cell by cell.
package struct DispersionCells {
  private var hours: [Int]
  private var sums: [Int]
  private var squares: [Int]

  /// Creates cells without counts.
  package init(count: Int) {
    hours = [Int](repeating: 0, count: count)
    sums = hours
    squares = hours
  }

  /// Adds the count of an hour to a cell.
  package mutating func add(_ count: Int, cell: Int) {
    hours[cell] += 1
    sums[cell] += count
    squares[cell] += count * count
  }

  /// Tests whether the counts vary more within their cells than chance has it.
  ///
  /// Given the sum of a cell, counts of one rate are multinomial. So Σ (x − m)² ÷ m has the mean
  /// n − 1 and the variance 2 (n − 1) (1 − 1 ÷ sum), exactly, however small the counts are
  /// (J. B. S. Haldane, *Biometrika* 29, 1937). The p-value is that of a gamma distribution of this
  /// mean and variance; with large sums it is the chi-square distribution.
  ///
  /// - Returns: Nothing when no cell has a call and two hours.
  package func test() -> Dispersion.Test? {
    var freedom = 0
    var chiSquare = 0.0
    var variance = 0.0
    var excess = 0.0
    var meanSquares = 0.0
    for cell in hours.indices where hours[cell] >= 2 && sums[cell] > 0 {
      let n = Double(hours[cell])
      let sum = Double(sums[cell])
      let mean = sum / n
      let spread = max(0, Double(squares[cell]) - sum * mean)
      freedom += hours[cell] - 1
      chiSquare += spread / mean
      variance += 2 * (n - 1) * (1 - 1 / sum)
      // E[x̄²] = μ² + σ² ÷ n: without the correction the rate would seem steadier than it is.
      excess += spread - (n - 1) * mean
      meanSquares += (n - 1) * mean * mean - spread / n
    }
    guard freedom > 0 else { return nil }
    let mean = Double(freedom)
    return Dispersion.Test(
      chiSquare: chiSquare, degreesOfFreedom: freedom,
      pValue: variance > 0
        ? ChiSquare.upperTail(
          of: chiSquare * 2 * mean / variance, degreesOfFreedom: 2 * mean * mean / variance) : 1,
      rateVariation: meanSquares > 0 ? max(0, excess / meanSquares) : 0)
  }
}
