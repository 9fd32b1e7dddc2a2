import PolicingDomain

/// Two tallies of parts of the same calls, as one.
extension WorkloadTally {
  /// Adds what another tally has counted.
  ///
  /// The result is the same, whichever of the two takes in the other.
  ///
  /// - Parameter other: A tally made with the same period, districts, factors and assumptions.
  /// - Precondition: `other` is such a tally.
  /// - Complexity: O(cells).
  public mutating func merge(_ other: WorkloadTally) {
    precondition(
      period == other.period && places.districts == other.places.districts
        && backUp == other.backUp && assumptions == other.assumptions,
      "Tallies of the same study are merged")
    var other = other
    addWaiting()
    other.addWaiting()
    let categoryRows = places.rows(ofCategories: other.places)
    let beatRows = places.rows(ofBeats: other.places)
    let workSlots = other.kinds.work.map { kind in
      kinds.slot(
        category: categoryRows[kind.category], priority: kind.priority, unitClass: kind.unitClass)
    }
    let callSlots = other.kinds.calls.map { kind in
      kinds.slot(category: categoryRows[kind.category], priority: kind.priority)
    }
    mergeTables(other, categoryRows, beatRows)
    for part in times.indices { times[part].merge(other.times[part], slots: workSlots) }
    for time in callTimes.indices { callTimes[time].merge(other.callTimes[time], slots: callSlots) }
    categoryCells.merge(other.categoryCells, slots: callSlots)
    histograms += other.histograms
    missing.merge(other.missing, kinds: workSlots, beats: beatRows)
    counts += other.counts
  }

  private mutating func mergeTables(
    _ other: WorkloadTally, _ categoryRows: [Int], _ beatRows: [Int]
  ) {
    for index in groups.indices { groups[index] += other.groups[index] }
    hourly += other.hourly
    queue += other.queue
    WorkloadAnalysis.add(other.homes, to: &homes)
    for index in classes.indices { classes[index] += other.classes[index] }
    for index in unmet.indices { unmet[index] += other.unmet[index] }
    let categoryCount = places.categories.texts.count * 2
    if categories.count < categoryCount {
      let added = categoryCount - categories.count
      categories.append(contentsOf: repeatElement(CategoryCell(), count: added))
    }
    for index in other.categories.indices {
      categories[categoryRows[index / 2] * 2 + index % 2] += other.categories[index]
    }
    let beatCount = places.beats.texts.count
    if beats.count < beatCount {
      beats.append(contentsOf: repeatElement(BeatCell(), count: beatCount - beats.count))
    }
    for index in other.beats.indices {
      beats[beatRows[index]] += other.beats[index]
    }
  }

  /// Returns the same tally with categories, beats and kinds in alphabetical order, so that sums
  /// made from it do not depend on the order in which they were met; its period lacks `days` too.
  func ordered(lacking days: [CalendarDay] = []) -> WorkloadTally {
    var from = self
    from.addWaiting()
    var ordered = WorkloadTally(
      period: period, districts: places.districts, backUp: backUp, assumptions: assumptions)
    ordered.places.add(categories: from.places.categories.texts, beats: from.places.beats.texts)
    let texts = from.places.categories.texts
    func byName(_ kinds: [WorkKind]) -> [WorkKind] {
      kinds.sorted {
        (texts[$0.category], $0.priority, $0.unitClass)
          < (texts[$1.category], $1.priority, $1.unitClass)
      }
    }
    let rows = ordered.places.rows(ofCategories: from.places)
    for kind in byName(from.kinds.work) {
      _ = ordered.kinds.slot(
        category: rows[kind.category], priority: kind.priority, unitClass: kind.unitClass)
    }
    for kind in byName(from.kinds.calls) {
      _ = ordered.kinds.slot(category: rows[kind.category], priority: kind.priority)
    }
    ordered.merge(from)
    ordered.period = period.without(days)
    return ordered
  }
}
