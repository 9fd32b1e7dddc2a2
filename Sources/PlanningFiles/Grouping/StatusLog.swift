internal import PolicingDomain

/// The log of one unit on one call made into its parts.
///
/// Statuses are taken in the order of their times. A dispatch begins a part and a clearance ends
/// it. A status that the unit already has in a part is not taken again: the first time is kept.
/// After a clearance, any status but another clearance begins a new part, without a dispatch if
/// none is told. A clearance without anything before it is a part of its own. Where a unit is
/// cleared and sent at the same second, the clearance comes first if the unit was busy and goes on
/// being so.
struct StatusLog {
  /// What the log tells at one second: bits for dispatched, en route, arrived and cleared.
  private struct Moment {
    let time: Int
    var statuses: UInt8 = 0
    var repeated = 0

    static let dispatched: UInt8 = 1
    static let cleared: UInt8 = 8

    /// The statuses but the clearance.
    var busy: UInt8 { statuses & 7 }
    var isDispatched: Bool { statuses & Self.dispatched != 0 }
    var isCleared: Bool { statuses & Self.cleared != 0 }
    /// Whether a unit that is on the call could go on so: anything but a mere dispatch.
    var continues: Bool { statuses & ~Self.dispatched != 0 }
  }

  private var template = CallBatch.Response()
  private var parts: [CallBatch.Response] = []
  private var isOpen = false
  private var repeatedStatuses = 0

  private init() {}

  /// Appends the parts of one unit to `parts`.
  static func join(
    _ rows: ArraySlice<CallBatch.Response>, to parts: inout [CallBatch.Response],
    names: CallNames, tally: inout GroupingTally
  ) {
    let sorted = rows.sorted { $0.precedes($1, names) }
    var log = StatusLog()
    var moments: [Moment] = []
    var previous: CallBatch.Response?
    for row in sorted {
      log.template.unit = row.unit
      log.template.describe(by: row)
      if row == previous, row.hasStamp {
        tally.count(.rowRepeated, seconds: row.unitSeconds)
        continue
      }
      previous = row
      for (place, stamp) in row.stamps.enumerated() where stamp.isKnown {
        moments.append(Moment(time: stamp.raw, statuses: 1 << UInt8(place)))
      }
    }
    log.follow(merged(moments.sorted { $0.time < $1.time }))
    tally.count(.statusRepeated, log.repeatedStatuses)
    tally.count(.sentAgain, max(0, log.parts.count - 1))
    parts += log.parts
  }

  /// Puts together what is told at the same second.
  private static func merged(_ moments: [Moment]) -> [Moment] {
    var merged: [Moment] = []
    for moment in moments {
      if let last = merged.last, last.time == moment.time {
        if last.statuses & moment.statuses != 0 { merged[merged.count - 1].repeated += 1 }
        merged[merged.count - 1].statuses |= moment.statuses
      } else {
        merged.append(moment)
      }
    }
    return merged
  }

  private mutating func follow(_ moments: [Moment]) {
    for (place, moment) in moments.enumerated() {
      repeatedStatuses += moment.repeated
      let stamp = CallBatch.Stamp(LocalTime(seconds: moment.time))
      let goesOn = place + 1 < moments.count && moments[place + 1].continues
      if isOpen, moment.isCleared, moment.isDispatched, goesOn {
        clear(stamp)
        take(moment, stamp)
      } else {
        take(moment, stamp)
        if moment.isCleared { clear(stamp) }
      }
    }
  }

  /// Takes the statuses of a moment but the clearance.
  private mutating func take(_ moment: Moment, _ stamp: CallBatch.Stamp) {
    guard moment.busy != 0 else { return }
    if !isOpen {
      parts.append(template)
      isOpen = true
    }
    let last = parts.count - 1
    for (place, field) in Self.busyStamps.enumerated() where moment.busy >> UInt8(place) & 1 == 1 {
      if parts[last][keyPath: field].isKnown {
        repeatedStatuses += 1
      } else {
        parts[last][keyPath: field] = stamp
      }
    }
  }

  private mutating func clear(_ stamp: CallBatch.Stamp) {
    if isOpen {
      parts[parts.count - 1].cleared = stamp
      isOpen = false
    } else if parts.isEmpty {
      var part = template
      part.cleared = stamp
      parts.append(part)
    } else {
      repeatedStatuses += 1
    }
  }

  private static var busyStamps: [WritableKeyPath<CallBatch.Response, CallBatch.Stamp>] {
    [\.dispatched, \.enroute, \.arrived]
  }
}
