/// A weakness of a call on which hours of work rest.
enum QualityAspect: Int, CaseIterable {
  // Why the time of a unit is not known; a unit has one of these at most.
  case noDispatched
  case noCleared
  case noDispatchedNorCleared
  case clearedFirst
  case tooLong
  // What is told of the call.
  case work
  case noSign
  case noDistrict
  case unknownDistrict
  case noBeat
  case unknownBeat
  case noCategory
  case noPriority
  case duplicate
  case cancelled
  case elsewhere
  case unclassifiedUnit
  case unknownUnits
  case officerStarted

  /// The name in files.
  var key: String {
    switch self {
    case .noDispatched: "dispatched-missing"
    case .noCleared: "cleared-missing"
    case .noDispatchedNorCleared: "dispatched-and-cleared-missing"
    case .clearedFirst: "cleared-before-dispatched"
    case .tooLong: "unit-time-not-believed"
    case .work: "all-work"
    case .noSign: "no-sign-of-a-unit"
    case .noDistrict: "district-missing"
    case .unknownDistrict: "district-unmatched"
    case .noBeat: "beat-missing"
    case .unknownBeat: "beat-unmatched"
    case .noCategory: "category-missing"
    case .noPriority: "priority-missing"
    case .duplicate: "outcome-duplicate"
    case .cancelled: "outcome-cancelled"
    case .elsewhere: "outcome-elsewhere"
    case .unclassifiedUnit: "unit-unclassified"
    case .unknownUnits: "unit-count-unknown"
    case .officerStarted: "officer-initiated"
    }
  }

  /// What the calls have in common, for people.
  var what: String {
    switch self {
    case .noDispatched: "a unit went, but when it was sent is missing"
    case .noCleared: "a unit went, but when it was free again is missing"
    case .noDispatchedNorCleared: "a unit went, but neither end of its time is there"
    case .clearedFirst: "cleared before dispatched"
    case .tooLong: "unit time longer than is believed"
    case .work: "all calls to which a unit went"
    case .noSign: "no sign that a unit went"
    case .noDistrict: "no district"
    case .unknownDistrict: "a district that the study does not know"
    case .noBeat: "no beat"
    case .unknownBeat: "a beat that the study does not know"
    case .noCategory: "no category"
    case .noPriority: "no priority"
    case .duplicate: "closed as a duplicate"
    case .cancelled: "cancelled"
    case .elsewhere: "dealt with elsewhere"
    case .unclassifiedUnit: "units whose call sign fits no pattern"
    case .unknownUnits: "a unit went, but how many is not told"
    case .officerStarted: "started by an officer"
    }
  }

  /// The aspect as a bit of a mask.
  var bit: UInt32 { 1 << UInt32(rawValue) }

  /// The aspects whose bits are set, in order.
  static func all(in mask: UInt32) -> [QualityAspect] { allCases.filter { mask & $0.bit != 0 } }
}

/// Whole numbers by aspect.
struct AspectCounts: QualityCell {
  private(set) var values = [Int](repeating: 0, count: QualityAspect.allCases.count)

  init() {}

  subscript(aspect: QualityAspect) -> Int { values[aspect.rawValue] }

  /// Adds `amount` to every aspect whose bit is set.
  mutating func add(_ amount: Int, mask: UInt32) {
    var rest = mask
    while rest != 0 {
      values[rest.trailingZeroBitCount] += amount
      rest &= rest - 1
    }
  }

  mutating func merge(_ other: AspectCounts) {
    for position in values.indices { values[position] += other.values[position] }
  }
}
