internal import PolicingDomain
internal import Yams

/// The part of a profile that tells what the values of a column stand for.
extension DeploymentProfile {
  mutating func readMaps(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    for (text, value) in pairs("districts", in: root, &issues) {
      districts[text] = District.ID(value)
    }
    readWatches(root, &issues)
    readStatuses(root, &issues)
    readClasses(root, &issues)
    readUnits(root, &issues)
    readCrews(root, &issues)
    readRotation(root, &issues)
    readSessions(root, &issues)
    readOvertime(root, &issues)
    nightDate = root.choice("night_belongs_to", issues: &issues) ?? .most
    absence = root.choice("absent_means", issues: &issues) ?? .notObserved
  }

  /// The texts of the mapping `key` with their single values.
  private func pairs(
    _ key: String, in root: YAMLSection, _ issues: inout [FileIssue]
  ) -> [(String, String)] {
    guard let section = section(key, nil, in: root, &issues) else { return [] }
    return section.entries.compactMap { entry in
      guard let text = entry.key.scalar?.string,
        let value = section.text(entry.value, of: text, issues: &issues)
      else { return nil }
      return (text, value)
    }
  }

  private func section(
    _ key: String, _ keys: [String]?, in root: YAMLSection, _ issues: inout [FileIssue]
  ) -> YAMLSection? {
    guard let node = root.node(key) else { return nil }
    return YAMLSection(node, name: key, keys: keys, file: file, issues: &issues)
  }

  private mutating func readWatches(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    guard let section = section("watches", nil, in: root, &issues) else { return }
    let keys = ["start", "hours", "before_street_hours", "after_street_hours", "meal_hours"]
    for (key, value) in section.entries {
      guard let text = key.scalar?.string else { continue }
      if let word = value.scalar?.string {
        watches[text] = .named(word)
        continue
      }
      guard
        let entry = YAMLSection(
          value, name: "watches.\(text)", keys: keys, file: file, issues: &issues)
      else { continue }
      let start = entry.text("start", issues: &issues) ?? ""
      let before = entry.figure("before_street_hours", in: 0...24, &issues) ?? 0
      let after = entry.figure("after_street_hours", in: 0...24, &issues) ?? 0
      let meal = entry.figure("meal_hours", in: 0...24, &issues) ?? 0
      guard let time = ClockTime(start),
        let hours = entry.figure("hours", in: 0.25...24, &issues), before + after + meal < hours
      else {
        issues.append(
          entry.issue(
            "E122", "the watch `\(text)` has no time on the street", at: key,
            remedy: "write {start: \"07:00\", hours: 8}, and less time off the street than that"))
        continue
      }
      watches[text] = .tour(
        Tour(
          id: Tour.ID(text), watch: nil, start: time.hours, length: Hours(hours),
          paid: Hours(hours), meal: Hours(meal), rollCall: Hours(before), relief: .zero,
          checkOff: Hours(after)))
    }
  }

  private mutating func readStatuses(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    if tells(.status), root.node("statuses") == nil {
      issues.append(
        root.issue(
          "E123", "the profile does not tell what a status says", at: nil,
          remedy: "add `statuses: {present: [...], absent: [...]}`"))
    }
    let words = Presence.allCases.map(\.rawValue)
    guard let section = section("statuses", words, in: root, &issues) else { return }
    for presence in Presence.allCases {
      for (text, place) in section.texts(presence.rawValue, issues: &issues) {
        if let other = statuses.updateValue(presence, forKey: text), other != presence {
          issues.append(twice(text, in: section, place))
        }
      }
    }
  }

  private mutating func readClasses(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    let words = UnitClass.allCases.map(\.rawValue) + ["off_street", "others"]
    guard let section = section("classes", words, in: root, &issues) else { return }
    var kinds: [(word: String, assignment: Assignment)] = UnitClass.allCases.map {
      ($0.rawValue, .street($0))
    }
    kinds.append(("off_street", .offStreet))
    for kind in kinds {
      for (text, place) in section.texts(kind.word, issues: &issues) {
        if let other = classes.updateValue(kind.assignment, forKey: text),
          other != kind.assignment
        {
          issues.append(twice(text, in: section, place))
        }
      }
    }
    guard let others = section.text("others", issues: &issues) else { return }
    otherClasses = kinds.first { $0.word == others }?.assignment
    if otherClasses == nil {
      issues.append(
        section.issue(
          "E122", "`others` cannot be `\(others)`", at: section.node("others"),
          remedy: "write one of \(kinds.map(\.word).joined(separator: ", "))"))
    }
  }

  private func twice(_ text: String, in section: YAMLSection, _ place: Node) -> FileIssue {
    section.issue(
      "E122", "`\(text)` stands in two of the lists", at: place,
      remedy: "take it out of one of them")
  }

  private mutating func readUnits(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    for (text, place) in root.texts("off_street_units", issues: &issues) {
      offStreetUnits.append(text)
      guard !Self.isPattern(text, home: nil) else { continue }
      issues.append(
        root.issue(
          "E122", "`\(text)` is not a pattern of call signs", at: place,
          remedy: "write it as [\"\\\\d\\\\d0[1-3]\"]"))
    }
    guard let node = root.node("units") else { return }
    for element in node.sequence ?? [] {
      guard
        let entry = YAMLSection(
          element, name: "units", keys: ["pattern", "class", "home"], file: file, issues: &issues)
      else { continue }
      let unitClass: UnitClass? = entry.choice("class", issues: &issues)
      let home = entry.text("home", issues: &issues)
      guard let unitClass, let text = entry.text("pattern", issues: &issues),
        Self.isPattern(text, home: home)
      else {
        issues.append(
          entry.issue(
            "E122", "the kind of unit has no class, or no pattern that can be used", at: element,
            remedy: "write `- {pattern: \"(?<home>\\\\d\\\\d)\\\\d\\\\d\", class: beat}`"))
        continue
      }
      unitPatterns.append(
        ColumnProfile.UnitPattern(pattern: text, unitClass: unitClass, home: home))
    }
    if node.sequence == nil || unitPatterns.count > 500 {
      issues.append(
        root.issue(
          "E122", "`units` is not a list of up to 500 kinds of call signs", at: node,
          remedy: "begin each with `- ` on a line of its own"))
    }
  }

  private static func isPattern(_ text: String, home: String?) -> Bool {
    guard (try? SignPattern(text)) != nil else { return false }
    guard let home else { return true }
    return HomeTemplate.isValid(home)
      && (!HomeTemplate(home).needsHome || text.contains("(?<home>"))
  }

  private mutating func readCrews(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    guard let node = root.node("crew") else { return }
    if node.scalar != nil {
      guard let crew = root.figure("crew", in: 0.1...100, &issues) else { return }
      for unitClass in UnitClass.allCases where unitClass.isPatrolSupply {
        crews[unitClass] = crew
      }
      return
    }
    let words = UnitClass.allCases.map(\.rawValue)
    guard let section = section("crew", words, in: root, &issues) else { return }
    for unitClass in UnitClass.allCases {
      crews[unitClass] = section.figure(unitClass.rawValue, in: 0.1...100, &issues)
    }
  }
}

/// The parts of a profile that only one kind of records has.
extension DeploymentProfile {
  private mutating func readRotation(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    if let section = section("fixed_groups", nil, in: root, &issues) {
      for (key, _) in section.entries {
        guard let group = key.scalar?.string else { continue }
        let days = section.texts(group, issues: &issues)
        let weekdays = days.compactMap { WeekdayText.weekday($0.text) }
        if weekdays.count == days.count {
          fixedGroups[group] = weekdays
        } else {
          issues.append(
            section.issue(
              "E122", "the days off of group `\(group)` are not weekdays", at: key,
              remedy: "write them as [Sat, Sun]"))
        }
      }
    }
    let keys = ["days_on", "days_off", "groups"]
    guard let section = section("rotation", keys, in: root, &issues) else { return }
    let groups = section.texts("groups", issues: &issues).map { DayOffGroup($0.text) }
    if let on = section.figure("days_on", in: 1...60, &issues).flatMap({ Int(exactly: $0) }),
      let off = section.figure("days_off", in: 0...60, &issues).flatMap({ Int(exactly: $0) })
    {
      rotation = DayOffRotation(daysOn: on, daysOff: off, groups: groups)
    }
    if rotation == nil {
      issues.append(
        section.issue(
          "E122", "the rotation does not have one group for each day of its cycle",
          at: root.node("rotation"),
          remedy: "write {days_on: 4, days_off: 2, groups: [A, B, C, D, E, F]}"))
    }
  }

  private mutating func readSessions(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    let keys = ["longest_hours", "forgotten", "rows", "log_off_date"]
    guard let section = section("sessions", keys, in: root, &issues) else { return }
    if let hours = section.figure("longest_hours", in: 1...72, &issues) {
      longestSession = Hours(hours)
    }
    forgotten = section.choice("forgotten", issues: &issues) ?? .setAside
    logGrain = section.choice("rows", issues: &issues) ?? .unit
    logOffDate = section.choice("log_off_date", issues: &issues) ?? .own
  }

  private mutating func readOvertime(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    let keys = ["written", "hours_are", "periods"]
    if let section = section("overtime", keys, in: root, &issues) {
      hoursUnit = section.choice("written", issues: &issues) ?? .hours
      hoursOf = section.choice("hours_are", issues: &issues) ?? .total
      periods = section.choice("periods", issues: &issues) ?? .month
    }
    guard let section = section("reasons", nil, in: root, &issues) else { return }
    for (key, value) in section.entries {
      guard let name = key.scalar?.string,
        let entry = YAMLSection(
          value, name: "reasons.\(name)", keys: ["values", "street"], file: file, issues: &issues)
      else { continue }
      let reason = Reason(name: name, isOnStreet: entry.yes("street", &issues))
      if name == "others" {
        otherReasons = reason
        continue
      }
      for (text, place) in entry.texts("values", issues: &issues) {
        if reasons.updateValue(reason, forKey: text) != nil {
          issues.append(twice(text, in: entry, place))
        }
      }
    }
  }
}
