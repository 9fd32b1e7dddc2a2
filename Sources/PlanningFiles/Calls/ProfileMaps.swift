internal import PolicingDomain
internal import Yams

/// The part of a profile that tells what the values of a column stand for.
extension ColumnProfile {
  mutating func readPriorities(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    guard let node = root.node("priorities"),
      let section = YAMLSection(node, name: "priorities", keys: nil, file: file, issues: &issues)
    else { return }
    var map: [String: CallPriority] = [:]
    for (key, value) in section.entries {
      let written = value.scalar?.string ?? ""
      guard let text = key.scalar?.string, let priority = Int(written).flatMap(CallPriority.init)
      else {
        issues.append(
          section.issue(
            "E122", "`\(written)` is not a priority", at: value,
            remedy: "write a level from 0, most urgent, to 9"))
        continue
      }
      map[text] = priority
    }
    priorities = map
  }

  mutating func readCategories(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    guard let node = root.node("categories"),
      let section = YAMLSection(
        node, name: "categories", keys: ["map", "others"], file: file, issues: &issues)
    else { return }
    if let others = section.text("others", issues: &issues) {
      otherCategories = CallCategory(others)
    }
    guard let mapNode = section.node("map"),
      let map = YAMLSection(
        mapNode, name: "categories.map", keys: nil, file: file, issues: &issues)
    else { return }
    for (key, value) in map.entries {
      guard let written = key.scalar?.string,
        let category = map.text(value, of: written, issues: &issues)
      else { continue }
      categories[written] = CallCategory(category)
    }
  }

  mutating func readOrigins(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    guard let node = root.node("origins"),
      let section = YAMLSection(
        node, name: "origins", keys: ["community", "officer", "default"], file: file,
        issues: &issues)
    else { return }
    origins = lists(section, CallOrigin.allCases, &issues)
    otherOrigins = section.choice("default", issues: &issues)
  }

  mutating func readOutcomes(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    guard let node = root.node("outcomes"),
      let section = YAMLSection(
        node, name: "outcomes", keys: CallOutcome.allCases.map(\.rawValue), file: file,
        issues: &issues)
    else { return }
    outcomes = lists(section, CallOutcome.allCases, &issues)
  }

  mutating func readStatuses(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    guard let node = root.node("statuses"),
      let section = YAMLSection(
        node, name: "statuses", keys: Status.allCases.map(\.rawValue), file: file, issues: &issues)
    else { return }
    statuses = lists(section, Status.allCases, &issues)
  }

  /// Returns what each text stands for, from a list of texts under each meaning; a text under two
  /// of them is an issue.
  private func lists<Meaning: RawRepresentable<String> & Equatable>(
    _ section: YAMLSection, _ meanings: [Meaning], _ issues: inout [FileIssue]
  ) -> [String: Meaning] {
    var map: [String: Meaning] = [:]
    for meaning in meanings {
      for (text, place) in section.texts(meaning.rawValue, issues: &issues) {
        guard let other = map.updateValue(meaning, forKey: text), other != meaning else {
          continue
        }
        issues.append(
          section.issue(
            "E122", "`\(text)` cannot be both \(other.rawValue) and \(meaning.rawValue)",
            at: place, remedy: "take it out of one of the two lists"))
      }
    }
    return map
  }

  mutating func readUnits(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    let sections = root.sections("units", keys: ["pattern", "class", "home"], issues: &issues)
    if sections.count > 500 {
      issues.append(
        root.issue(
          "E122", "`units` has more than 500 patterns", at: root.node("units"),
          remedy: "join kinds of call signs by `|`"))
      return
    }
    for section in sections {
      let unitClass: UnitClass? = section.choice("class", issues: &issues)
      let home = section.text("home", issues: &issues)
      guard let text = section.text("pattern", issues: &issues), let unitClass else {
        if section.node("pattern") == nil || section.node("class") == nil {
          issues.append(
            section.issue(
              "E123", "a kind of unit has no `pattern` or no `class`", at: nil,
              remedy: "write `- {pattern: \"\\\\d{4}\", class: beat}`"))
        }
        continue
      }
      if let fault = patternFault(text, home: home) {
        issues.append(
          section.issue(
            "E122", "the pattern of call signs cannot be used: \(fault)",
            at: section.node("pattern"),
            remedy: "use letters, [A-Z], \\d, groups, | and counts, and home as `{home:03}`"))
        continue
      }
      unitPatterns.append(UnitPattern(pattern: text, unitClass: unitClass, home: home))
    }
  }

  private func patternFault(_ text: String, home: String?) -> String? {
    do {
      _ = try SignPattern(text)
    } catch {
      return error.reason
    }
    guard let home else { return nil }
    if !HomeTemplate.isValid(home) { return "`\(home)` is no text with `{home}` or `{home:03}`" }
    if HomeTemplate(home).needsHome, !text.contains("(?<home>") {
      return "`\(home)` asks for a group `(?<home>...)`, and there is none"
    }
    return nil
  }
}
