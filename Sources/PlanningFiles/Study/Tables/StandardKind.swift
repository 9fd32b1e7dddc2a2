/// The kinds of row in the table of standards.
enum StandardKind: String, CaseIterable {
  case proactiveTime = "proactive_time"
  case waitShare = "wait_share_within"
  case meanWait = "mean_wait"
  case responseShare = "response_share_within"
  case meanResponse = "mean_response"
  case patrolInterval = "patrol_interval"
  case unitsPerBeat = "complement_beat_units_per_beat"
  case unitsPerSector = "complement_rapid_units_per_sector"
  case oneOfficerShare = "one_officer_share"
  case responseSpeed = "response_speed"
  case patrolSpeed = "patrol_speed"

  /// The units that the value may be stated in.
  var units: [String] {
    switch self {
    case .proactiveTime, .waitShare, .responseShare: ["share"]
    case .meanWait, .meanResponse: ["minutes"]
    case .patrolInterval: ["hours"]
    case .unitsPerBeat: ["units per beat"]
    case .unitsPerSector: ["units per sector"]
    case .oneOfficerShare: ["share of units", "share"]
    case .responseSpeed, .patrolSpeed: ["km per hour"]
    }
  }

  /// The units of all standards, each once.
  static var allWords: [String] {
    allCases.flatMap(\.units).reduce(into: []) { words, word in
      if !words.contains(word) { words.append(word) }
    }
  }

  /// Whether it is a choice of value that a forum ought to make: proactive time, waits, cover.
  var isValueChoice: Bool {
    switch self {
    case .oneOfficerShare, .responseSpeed, .patrolSpeed: false
    default: true
    }
  }

  /// What the value may be; a share of exactly 1 would need units without end.
  var range: ClosedRange<Double> {
    switch self {
    case .proactiveTime: 0...0.95
    case .waitShare, .responseShare: 0.01...0.999
    case .meanWait, .meanResponse: 0.01...1440
    case .patrolInterval: 0.01...8760
    case .unitsPerBeat, .unitsPerSector: 0...20
    case .oneOfficerShare: 0...1
    case .responseSpeed, .patrolSpeed: 0.1...500
    }
  }

  /// Whether the row names a priority.
  var hasPriority: Bool { limitsShare || self == .meanWait || self == .meanResponse }

  /// Whether the row names a time within which a share lies.
  var limitsShare: Bool { self == .waitShare || self == .responseShare }
}
