import PolicingDomain

/// What may be missing of a unit's time on a call.
enum WorkPart: Int, CaseIterable, Sendable {
  /// All of it: sent → free again.
  case whole
  /// Sent → arrived; the time on scene is known.
  case travel
  /// Arrived → free again; the travel is known.
  case onScene
}

/// A time of a call.
enum CallTime: Int, CaseIterable, Sendable {
  case dispatchDelay
  case travel
  case response
  case onScene
}

/// The kinds of units' work and of calls within which times are alike, as they are met.
///
/// A kind of work is a category, priority and class of unit; a kind of call a category and priority.
struct CallKinds: Sendable {
  static let classes = UnitClass.allCases.count

  private(set) var work: [WorkKind] = []
  private(set) var calls: [WorkKind] = []
  private var workSlots: [Int32] = []
  private var callSlots: [Int32] = []

  /// The slot of a kind of work.
  @inline(__always)
  mutating func slot(category: Int, priority: Int, unitClass: Int) -> Int {
    let position = (category * Level.count + priority) * Self.classes + unitClass
    if position < workSlots.count, workSlots[position] >= 0 { return Int(workSlots[position]) }
    Self.grow(&workSlots, to: (category + 1) * Level.count * Self.classes)
    workSlots[position] = Int32(work.count)
    work.append(WorkKind(category: category, priority: priority, unitClass: unitClass))
    return work.count - 1
  }

  /// The slot of a kind of call.
  @inline(__always)
  mutating func slot(category: Int, priority: Int) -> Int {
    let position = category * Level.count + priority
    if position < callSlots.count, callSlots[position] >= 0 { return Int(callSlots[position]) }
    Self.grow(&callSlots, to: (category + 1) * Level.count)
    callSlots[position] = Int32(calls.count)
    calls.append(WorkKind(category: category, priority: priority, unitClass: 0))
    return calls.count - 1
  }

  private static func grow(_ slots: inout [Int32], to count: Int) {
    guard slots.count < count else { return }
    slots.append(contentsOf: repeatElement(-1, count: count - slots.count))
  }
}

/// A category, priority and class of unit, by row.
struct WorkKind: Hashable, Comparable, Sendable {
  let category: Int
  let priority: Int
  let unitClass: Int

  static func < (lhs: WorkKind, rhs: WorkKind) -> Bool {
    (lhs.category, lhs.priority, lhs.unitClass) < (rhs.category, rhs.priority, rhs.unitClass)
  }
}

extension UnitClass {
  /// The classes as rows.
  @inline(__always)
  var row: Int {
    switch self {
    case .beat: 0
    case .rapid: 1
    case .tactical: 2
    case .supervisor: 3
    case .wagon: 4
    case .citywide: 5
    case .unclassified: 6
    }
  }
}
