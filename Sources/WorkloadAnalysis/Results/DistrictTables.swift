import PolicingDomain

/// Calls and work by district and hour of the week.
struct DistrictTables {
  let priorities: [Workload.PriorityTables]
  let community: HourlyTable
  let officer: HourlyTable
  let unplaced: UnitHours
  let waits: ObservedWaits

  init(_ tally: WorkloadTally, _ imputed: ImputedWork) {
    let hourly = tally.hourly
    let rows = hourly.rows
    let size = rows * HourOfWeek.count
    let districts = tally.places.districts
    func table(_ values: ArraySlice<Double>) -> HourlyTable {
      HourlyTable(
        districts: districts, values: Array(values.prefix(districts.count * HourOfWeek.count)))
    }
    var arrivals = hourly.workByArrival.map { Millionths.unitHours($0) }
    imputed.forEach(tally.missing.byHour) { key, unitHours in
      guard key.origin == 0 else { return }
      let level = tally.kinds.work[key.kind].priority
      let hour = HourPair(packed: key.second).received
      arrivals[hourly.position(priority: level, row: key.first, hour: hour)] += unitHours
    }
    priorities = (0..<Level.count).compactMap { level in
      let cells = level * size..<(level + 1) * size
      let calls = table(hourly.calls[cells].map(Double.init)[...])
      guard calls.total > 0 else { return nil }
      return Workload.PriorityTables(
        priority: Level.priority(level), calls: calls,
        callsWithUnit: table(hourly.callsWithUnit[cells].map(Double.init)[...]),
        unitHoursByArrival: table(arrivals[cells]),
        callsByUnits: Self.callsByUnits(tally, level))
    }
    waits = Self.waits(tally)
    let work = Self.spread(tally, imputed)
    community = table(work[..<size])
    officer = table(work[size...])
    let last = (rows - 1) * HourOfWeek.count
    unplaced = UnitHours(work[last..<size].reduce(0, +) + work[(size + last)...].reduce(0, +))
  }

  /// Calls with 1, 2, … units of one priority, by district.
  private static func callsByUnits(_ tally: WorkloadTally, _ level: Int) -> [[Double]] {
    tally.places.districts.indices.map { row in
      let first = (level * tally.places.rowCount + row) * UnitsPerCall.most
      return tally.queue.callsByUnits[first..<first + UnitsPerCall.most].map { Double($0) / 1e6 }
    }
  }

  /// Waits by priority, district and hour.
  private static func waits(_ tally: WorkloadTally) -> ObservedWaits {
    let (queue, rows, districts) = (tally.queue, tally.places.rowCount, tally.places.districts)
    let size = districts.count * HourOfWeek.count
    let levels = (0..<Level.count).compactMap { level -> ObservedWaits.Row? in
      let first = level * rows * HourOfWeek.count
      let counts = queue.waits[first..<first + size]
      guard counts.contains(where: { $0 > 0 }) else { return nil }
      let hours = queue.secondsWaited[first..<first + size].map { Double($0) / 3600 }
      return ObservedWaits.Row(
        priority: Level.priority(level),
        known: HourlyTable(districts: districts, values: counts.map(Double.init)),
        hours: HourlyTable(districts: districts, values: hours),
        distributions: districts.indices.map { row in
          let bins = (level * rows + row) * QueueCells.bins
          return WaitDistribution(counts: Array(queue.lengths[bins..<bins + QueueCells.bins]))
        })
    }
    return ObservedWaits(rows: levels)
  }

  /// Known work in the hours that it covers, and imputed work evenly from its hour on.
  private static func spread(_ tally: WorkloadTally, _ imputed: ImputedWork) -> [Double] {
    var work = tally.hourly.work.map { Millionths.unitHours($0) }
    let spreads = imputed.means.map { means in
      tally.kinds.work.indices.map { EvenSpread(hours: means.seconds($0) / 3600) }
    }
    imputed.forEach(tally.missing.byHour) { key, unitHours in
      let row = (key.origin * tally.hourly.rows + key.first) * HourOfWeek.count
      let hours = HourPair(packed: key.second)
      let direction = hours.isLater ? -1 : 1
      for (step, share) in spreads[key.part][key.kind].shares.enumerated() {
        let hour = HourOfWeek(wrapping: hours.known + direction * step)
        work[row + hour.index] += unitHours * share
      }
    }
    return work
  }
}
