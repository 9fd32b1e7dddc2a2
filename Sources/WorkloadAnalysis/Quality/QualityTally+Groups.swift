import PolicingDomain

/// What is missing, by what calls have in common.
extension QualityTally {
  private typealias Counts = DataQuality.MissingCounts
  private typealias Group = DataQuality.Grouping.Group

  /// Every district in order, calls without one last.
  private var allDistricts: [(name: String?, cell: DistrictDirt)] {
    let named = districts.inOrder.map { (name: String?.some($0.name), cell: $0.cell) }
    return named + (districts.unnamed.calls > 0 ? [(nil, districts.unnamed)] : [])
  }

  var cells: [DataQuality.Cell] {
    allDistricts.flatMap { name, cell in
      cell.hours.enumerated().compactMap { position, counts in
        guard counts.calls > 0 else { return nil }
        let level = position / 24
        return DataQuality.Cell(
          priority: level > CallPriority.lowest ? nil : level, district: name,
          hour: position % 24, counts: counts)
      }
    }
  }

  var groupings: [DataQuality.Grouping] {
    var byPriority = [Counts](repeating: Counts(), count: qualityLevels)
    var byHour = [Counts](repeating: Counts(), count: 24)
    var byDistrict: [Group] = []
    for (name, cell) in allDistricts {
      var sum = Counts()
      for (position, counts) in cell.hours.enumerated() {
        byPriority[position / 24].add(counts)
        byHour[position % 24].add(counts)
        sum.add(counts)
      }
      byDistrict.append(Group(name.map(districtLabel) ?? DataQuality.notRecorded, sum))
    }
    let priorities = byPriority.enumerated().map { Group(Self.label(ofLevel: $0), $1) }
    let hours = byHour.enumerated().map { hour, counts in
      Group((hour < 10 ? "0" : "") + "\(hour)", counts)
    }
    return [
      grouping("priority", "priority", priorities),
      grouping(
        "community_priority", "priority, calls of the community",
        communityPriorities.enumerated().map { Group(Self.label(ofLevel: $0), $1) }),
      grouping("district", "district", byDistrict),
      grouping("hour", "hour of the day", hours),
      grouping("month", "month", byMonth),
      grouping("category", "category", allCategories.map { Group($0.name, $0.cell.missing) }),
      grouping(
        "origin", "origin", zip(CallOrigin.allCases, origins).map { Group($0.rawValue, $1) }),
      grouping(
        "outcome", "outcome",
        CallOutcome.allCases.map { Group($0.rawValue, outcomes[Self.position(of: $0)]) }),
      grouping(
        "unit_class", "class of unit (parts of units)",
        UnitClass.allCases.map { Group($0.rawValue, unitClasses[Self.position(of: $0)]) }),
    ]
  }

  private func districtLabel(_ name: String) -> String {
    districts.count == nil ? "all (more than \(districts.limit) districts)" : name
  }

  private func grouping(_ key: String, _ title: String, _ groups: [Group]) -> DataQuality.Grouping {
    DataQuality.Grouping(key: key, title: title, groups: groups.filter { $0.counts.calls > 0 })
  }

  private var byMonth: [Group] {
    var months: [Int: Counts] = [:]
    for (day, counts) in days {
      let (year, month, _) = CalendarDay(dayNumber: day).parts
      months[year * 12 + month - 1, default: Counts()].add(counts)
    }
    return months.sorted { $0.key < $1.key }.map { key, counts in
      Group("\(padded(key / 12, to: 4))-\(padded(key % 12 + 1, to: 2))", counts)
    }
  }
}

/// The values of places and categories.
extension QualityTally {
  private static let listed = 20

  var valueForms: [DataQuality.ValueForm] {
    [
      values(
        "district", districts.inOrder.map { ($0.name, $0.cell.calls) }, of: districts.count,
        missing: districts.unnamed.calls, known: knownDistricts),
      values(
        "beat", beats.inOrder.map { ($0.name, $0.cell.calls) }, of: beats.count,
        missing: beats.unnamed.calls, known: knownBeats),
      values(
        "category",
        categories.inOrder.map { ($0.name, $0.cell.missing.calls) }
          .filter { $0.0 != DataQuality.notRecorded }, of: categories.count,
        missing: callsByAspect[.noCategory], known: nil),
    ]
  }

  private func values(
    _ field: String, _ values: [(String, Int)], of distinct: Int?, missing: Int,
    known: Set<String>?
  ) -> DataQuality.ValueForm {
    var odd: [DataQuality.ValueForm.Value] = []
    var unmatched: Int?
    if let known {
      let outside = values.filter { !known.contains($0.0) }
      unmatched = outside.reduce(0) { $0 + $1.1 }
      odd = outside.map { .init(text: $0.0, calls: $0.1, reason: "not in the study") }
    } else if distinct != nil, field != "category" {
      odd = OddValues(values).found
    }
    if field == "category" || distinct == nil { unmatched = nil }
    odd.sort { ($1.calls, $0.text) < ($0.calls, $1.text) }
    let isMissingCategory = field == "category" && missing > 0
    return DataQuality.ValueForm(
      field: field, distinct: distinct.map { isMissingCategory ? max(0, $0 - 1) : $0 },
      missing: missing, unmatched: unmatched, listed: Array(odd.prefix(Self.listed)))
  }
}

/// Values of a code that look unlike the others: written in another shape, or hardly ever used.
struct OddValues {
  /// The share of calls that the usual shape must have before another one is odd.
  private static let usualShape = 0.9
  /// A value with less than this share of the mean calls of a value is rare.
  private static let rareShare = 0.02

  let found: [DataQuality.ValueForm.Value]

  init(_ values: [(text: String, calls: Int)]) {
    let total = values.reduce(0) { $0 + $1.calls }
    var shapes: [String: Int] = [:]
    for value in values { shapes[Self.shape(of: value.text), default: 0] += value.calls }
    let usual = shapes.filter { Double($0.value) >= Self.usualShape * Double(total) }.keys.first
    let mean = Double(total) / Double(max(1, values.count))
    found = values.compactMap { text, calls in
      if let usual, Self.shape(of: text) != usual {
        return .init(text: text, calls: calls, reason: "written unlike most")
      }
      guard Double(calls) < Self.rareShare * mean else { return nil }
      return .init(text: text, calls: calls, reason: "hardly ever used")
    }
  }

  /// The shape of a code: letters as A, figures as 9, repeats once.
  static func shape(of text: String) -> String {
    var shape = ""
    for letter in text {
      let kind: Character = letter.isNumber ? "9" : letter.isLetter ? "A" : letter
      if shape.last != kind { shape.append(kind) }
    }
    return shape
  }
}
