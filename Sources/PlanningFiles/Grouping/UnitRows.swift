internal import PolicingDomain

/// The rows of one unit on one call, where a row is a whole assignment, made into its parts.
///
/// 1. Rows that are equal in everything are one.
/// 2. Rows that agree in every stamp that both have are one assignment, if they share a stamp or
///    complete each other in order: exports repeat a row when a stamp is filled in. The latest
///    assignment that agrees is taken.
/// 3. A row that begins when the unit was free again is a new part.
/// 4. A row that begins before that contradicts the former one. It is joined to it where the rules
///    say so, from the first dispatch to the last clearance, and otherwise kept.
struct UnitRows {
  /// How many former assignments a row may complete; a number that a careless export gives to
  /// thousands of calls must not make the work grow with their square.
  private static let rowsLookedAt = 8

  let rules: CleaningRules
  let names: CallNames

  /// Appends the parts of one unit to `parts`.
  func join(
    _ rows: ArraySlice<CallBatch.Response>, to parts: inout [CallBatch.Response],
    tally: inout GroupingTally
  ) {
    var busyUntil = Int.min
    var isFirst = true
    for row in agreed(rows.sorted { $0.precedes($1, names) }, tally: &tally) {
      if !isFirst, row.start < busyUntil {
        let last = parts.count - 1
        if rules.joinsOverlappingUnits {
          let before = parts[last].unitSeconds + row.unitSeconds
          parts[last].cover(row)
          tally.count(.overlapJoined, seconds: max(0, before - parts[last].unitSeconds))
        } else {
          tally.count(.overlapKept, seconds: row.seconds(until: busyUntil))
          parts.append(row)
        }
      } else {
        if !isFirst { tally.count(.sentAgain) }
        parts.append(row)
      }
      isFirst = false
      if row.cleared.isKnown { busyUntil = max(busyUntil, row.cleared.raw) }
    }
  }

  private func agreed(
    _ rows: [CallBatch.Response], tally: inout GroupingTally
  ) -> [CallBatch.Response] {
    var found: [CallBatch.Response] = []
    var previous: CallBatch.Response?
    for row in rows {
      if row == previous {
        tally.count(.rowRepeated, seconds: row.unitSeconds)
        continue
      }
      previous = row
      let recent = found.indices.suffix(Self.rowsLookedAt)
      if let place = recent.last(where: { found[$0].agrees(with: row) }) {
        tally.count(.partialJoined)
        found[place].fill(from: row)
      } else {
        found.append(row)
      }
    }
    return found.sorted { $0.precedes($1, names) }
  }
}

extension CallBatch.Response {
  /// Whether another row can be of the same assignment.
  fileprivate func agrees(with other: CallBatch.Response) -> Bool {
    var shared = false
    for (mine, its) in zip(stamps, other.stamps) where mine.isKnown && its.isKnown {
      guard mine == its else { return false }
      shared = true
    }
    if shared || !hasStamp || !other.hasStamp { return true }
    var both = self
    both.fill(from: other)
    return both.isInOrder
  }

  /// The seconds of the part until the unit is free of a former one.
  fileprivate func seconds(until moment: Int) -> Int {
    guard dispatched.isKnown, cleared.isKnown else { return 0 }
    return max(0, min(moment, cleared.raw) - dispatched.raw)
  }

  /// Stretches the part over another one of the same unit.
  fileprivate mutating func cover(_ other: CallBatch.Response) {
    dispatched = dispatched.earlier(other.dispatched)
    enroute = enroute.earlier(other.enroute)
    arrived = arrived.earlier(other.arrived)
    cleared = cleared.later(other.cleared)
    describe(by: other)
  }
}

extension CallBatch.Stamp {
  /// The earlier of two, or the one that is known.
  func earlier(_ other: CallBatch.Stamp) -> CallBatch.Stamp {
    guard isKnown, other.isKnown else { return isKnown ? self : other }
    return raw <= other.raw ? self : other
  }

  /// The later of two, or the one that is known.
  func later(_ other: CallBatch.Stamp) -> CallBatch.Stamp { raw >= other.raw ? self : other }
}
