import PolicingDomain

/// Community calls to which a unit went, by kind of call (category × priority): by district, and by
/// hour of the week of all districts.
struct CategoryPlaceCells: Sendable {
  private let rows: Int
  private(set) var calls: [Int] = []
  /// Known work, in millionths of unit-seconds.
  private(set) var work: [Int] = []
  private(set) var callsByHour: [Int] = []

  init(rows: Int) { self.rows = rows }

  /// Counts a call of a kind.
  @inline(__always)
  mutating func count(kind: Int, row: Int, hour: Int) {
    makeRoom(for: kind)
    calls[kind * rows + row] += 1
    callsByHour[kind * HourOfWeek.count + hour] += 1
  }

  /// Adds known work of a kind.
  @inline(__always)
  mutating func add(work amount: Int, kind: Int, row: Int) {
    makeRoom(for: kind)
    accumulate(&work[kind * rows + row], amount)
  }

  @inline(__always)
  private mutating func makeRoom(for kind: Int) {
    guard calls.count < (kind + 1) * rows else { return }
    grow(to: kind + 1)
  }

  private mutating func grow(to kinds: Int) {
    let places = kinds * rows - calls.count
    calls.append(contentsOf: repeatElement(0, count: places))
    work.append(contentsOf: repeatElement(0, count: places))
    let hours = kinds * HourOfWeek.count - callsByHour.count
    callsByHour.append(contentsOf: repeatElement(0, count: hours))
  }

  /// Adds the cells of another tally, whose kind k is `slots[k]` here.
  mutating func merge(_ other: CategoryPlaceCells, slots: [Int]) {
    for (kind, slot) in slots.enumerated() where (kind + 1) * rows <= other.calls.count {
      makeRoom(for: slot)
      for row in 0..<rows {
        calls[slot * rows + row] += other.calls[kind * rows + row]
        accumulate(&work[slot * rows + row], other.work[kind * rows + row])
      }
      for hour in 0..<HourOfWeek.count {
        callsByHour[slot * HourOfWeek.count + hour] +=
          other.callsByHour[kind * HourOfWeek.count + hour]
      }
    }
  }
}

extension WorkloadTally {
  /// Calls and work of each category and priority by district, with what is imputed, in alphabetical
  /// order.
  func categoryPlaces(_ imputed: ImputedWork) -> [CategoryPlaces] {
    let rows = places.rowCount
    var slots: [WorkKind: Int] = [:]
    for (slot, kind) in kinds.calls.enumerated() { slots[kind] = slot }
    var work = categoryCells.work.map { Millionths.unitHours($0) }
    imputed.forEach(missing.byHome) { key, unitHours in
      let kind = kinds.work[key.kind]
      let call = WorkKind(category: kind.category, priority: kind.priority, unitClass: 0)
      guard key.origin == 0, let slot = slots[call], (slot + 1) * rows <= work.count else { return }
      work[slot * rows + key.first] += unitHours
    }
    let districts = places.districts.count
    return kinds.calls.indices.compactMap { slot in
      let first = slot * rows
      let hours = slot * HourOfWeek.count
      guard first + rows <= work.count else { return nil }
      let calls = categoryCells.calls[first..<first + districts].map(Double.init)
      guard calls.contains(where: { $0 > 0 }) else { return nil }
      return CategoryPlaces(
        category: CallCategory(places.categories.texts[kinds.calls[slot].category]),
        priority: Level.priority(kinds.calls[slot].priority), calls: calls,
        unitHours: Array(work[first..<first + districts]),
        callsByHour: categoryCells.callsByHour[hours..<hours + HourOfWeek.count].map(Double.init))
    }
  }
}
