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
    let keys = ["community", "officer", "default"]
    guard let node = root.node("origins"),
      let section = YAMLSection(node, name: "origins", keys: keys, file: file, issues: &issues)
    else { return }
    origins = [:]
    for origin in CallOrigin.allCases {
      for (text, place) in section.texts(origin.rawValue, issues: &issues) {
        guard let other = origins.updateValue(origin, forKey: text), other != origin else {
          continue
        }
        issues.append(
          section.issue(
            "E122", "`\(text)` cannot be both community and officer", at: place,
            remedy: "take it out of one of the two lists"))
      }
    }
    otherOrigins = section.choice("default", issues: &issues)
  }
}
