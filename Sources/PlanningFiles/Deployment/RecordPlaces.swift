internal import PolicingDomain

/// Tells the district, the class and the tour of rows, asking once what each text stands for.
struct RecordPlaces {
  /// The most districts, tours or reasons that a file may name.
  static let most = 500

  private enum DistrictMeaning {
    case known(Int)
    case unknown
    case tooMany
  }

  private struct SignMeaning {
    let unitClass: UnitClass
    let home: String?
    let isOffStreet: Bool
  }

  /// The districts, by their place; the first stands for none.
  private(set) var districts: [District.ID?] = [nil]
  private let profile: DeploymentProfile
  private let ofStudy: Set<District.ID>
  private let signs: UnitSigns
  private let offStreet: UnitSigns
  private var known: [String: DistrictMeaning] = [:]
  private var signMeanings: [String: SignMeaning] = [:]

  init(_ profile: DeploymentProfile, _ frame: DeploymentFrame) {
    self.profile = profile
    ofStudy = Set(frame.districts)
    signs = UnitSigns(profile.unitPatterns)
    offStreet = UnitSigns(
      profile.offStreetUnits.map { ColumnProfile.UnitPattern(pattern: $0, unitClass: .citywide) })
  }

  /// Returns the place of the district of `row`, told by its column or else by the call sign;
  /// nothing if there are too many.
  mutating func district(_ row: RecordRow, _ tally: inout DeploymentTally) -> Int? {
    let home = row.text(.unit).flatMap { sign($0).home }
    guard let text = row.text(.district) ?? home else {
      tally.remark(.noDistrict, row.line)
      return 0
    }
    let meaning = known[text] ?? meaning(of: text)
    known[text] = meaning
    switch meaning {
    case .known(let place): return place
    case .unknown:
      tally.remark(.unknownDistrict, row.line, text: text)
      return 0
    case .tooMany:
      tally.setAside(.tooMany, row.line)
      return nil
    }
  }

  private mutating func meaning(of text: String) -> DistrictMeaning {
    let district = profile.districts[text] ?? District.ID(text)
    if !ofStudy.isEmpty, !ofStudy.contains(district) { return .unknown }
    if let place = districts.firstIndex(of: district) { return .known(place) }
    guard districts.count <= Self.most else { return .tooMany }
    districts.append(district)
    return .known(districts.count - 1)
  }

  private mutating func sign(_ text: String) -> SignMeaning {
    if let known = signMeanings[text] { return known }
    let (unitClass, home) = signs.match(text)
    let meaning = SignMeaning(
      unitClass: unitClass, home: home,
      isOffStreet: offStreet.match(text).unitClass != .unclassified)
    if signMeanings.count < 100_000 { signMeanings[text] = meaning }
    return meaning
  }

  /// Returns the assignment of `row`, told by its column or else by the call sign.
  mutating func assignment(
    _ row: RecordRow, _ tally: inout DeploymentTally
  ) -> DeploymentProfile.Assignment {
    if let text = row.text(.unit), sign(text).isOffStreet { return .offStreet }
    if profile.tells(.unitClass), let text = row.text(.unitClass) {
      if let meaning = profile.classes[text] { return meaning }
      if let unitClass = UnitClass(rawValue: text) { return .street(unitClass) }
      if let others = profile.otherClasses { return others }
      tally.remark(.unknownClass, row.line, text: text)
      return .street(.unclassified)
    }
    guard let text = row.text(.unit), !signs.isEmpty else { return .street(.unclassified) }
    let unitClass = sign(text).unitClass
    if unitClass == .unclassified { tally.remark(.unfittingUnit, row.line) }
    return .street(unitClass)
  }
}

/// Tells the street time of rows by their watch, or by their start and end.
struct RecordWindows {
  /// The windows, by their place.
  private(set) var windows: [StreetWindow] = []
  private let profile: DeploymentProfile
  private let frame: DeploymentFrame
  private var known: [String: Int?] = [:]

  init(_ profile: DeploymentProfile, _ frame: DeploymentFrame) {
    self.profile = profile
    self.frame = frame
  }

  /// Whether rows tell the start and the end of each tour.
  var areTimed: Bool { !profile.tells(.watch) }

  /// Returns the place of the window of `row`, or nothing after counting why there is none.
  mutating func window(_ row: RecordRow, _ tally: inout DeploymentTally) -> Int? {
    if areTimed { return timed(row, &tally) }
    guard let text = row.text(.watch) else {
      tally.setAside(.noWatch, row.line)
      return nil
    }
    let place: Int?
    if let found = known[text] {
      place = found
    } else {
      place = window(of: text).flatMap { add($0) }
      if known.count < 10_000 { known.updateValue(place, forKey: text) }
    }
    if place == nil { tally.setAside(.unknownWatch, row.line, text: text) }
    return place
  }

  private mutating func timed(_ row: RecordRow, _ tally: inout DeploymentTally) -> Int? {
    guard let start = row.text(.start), let end = row.text(.end) else {
      tally.setAside(.noWatch, row.line)
      return nil
    }
    guard let first = RecordValues.minuteOfDay(start), let last = RecordValues.minuteOfDay(end)
    else {
      tally.setAside(.unreadableTour, row.line)
      return nil
    }
    let length = last > first ? last - first : last - first + 1440
    let hours = Hours(Double(length) / 60)
    let window = StreetWindow(
      Tour(
        id: Tour.ID(""), watch: nil, start: Hours(Double(first) / 60), length: hours, paid: hours,
        meal: .zero, rollCall: .zero, relief: .zero, checkOff: .zero),
      nightDate: profile.nightDate)
    if let place = add(window) { return place }
    tally.setAside(.tooMany, row.line)
    return nil
  }

  private mutating func add(_ window: StreetWindow) -> Int? {
    if !areTimed {
      guard windows.count < RecordPlaces.most else { return nil }
      windows.append(window)
      return windows.count - 1
    }
    if let place = windows.firstIndex(of: window) { return place }
    guard windows.count < 1440 else { return nil }
    windows.append(window)
    return windows.count - 1
  }

  private func window(of text: String) -> StreetWindow? {
    switch profile.watches[text] {
    case .tour(let tour): StreetWindow(tour, nightDate: profile.nightDate)
    case .named(let name): named(name)
    case nil: named(text)
    }
  }

  private func named(_ name: String) -> StreetWindow? {
    if let tour = frame.tours.first(where: { $0.id.description == name }) {
      return StreetWindow(tour, nightDate: profile.nightDate)
    }
    let tours = frame.tours.filter { $0.watch?.description == name }
    if !tours.isEmpty {
      return StreetWindow(meanOf: tours.map { StreetWindow($0, nightDate: profile.nightDate) })
    }
    let watch = frame.watches.first { $0.id.description == name }
    return watch.map { StreetWindow($0, nightDate: profile.nightDate) }
  }

  /// The names of watches whose tours are several, so that officers are spread over them evenly.
  var spreadWatches: [String] {
    known.compactMap { text, place -> String? in
      guard place != nil else { return nil }
      let name: String
      switch profile.watches[text] {
      case .tour: return nil
      case .named(let stated): name = stated
      case nil: name = text
      }
      let isTour = frame.tours.contains { $0.id.description == name }
      return !isTour && frame.tours.count { $0.watch?.description == name } > 1 ? name : nil
    }.sorted()
  }
}
