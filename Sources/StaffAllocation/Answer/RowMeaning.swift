import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// Who stands behind a row; nothing for what is no rule but arithmetic or the people on hand.
  func authority(of row: Row) -> RuleAuthority? {
    if let entry = ruleRows.first(where: { $0.row == row }) {
      return question.rules[entry.rule].authority
    }
    let (family, index) = parts(of: row)
    switch family {
    case "coverage": return .target
    case "positions":
      let isMinimum = question.groups.first { $0.id.description == index }?.isMinimum ?? true
      return isMinimum ? nil : .target
    case "budget": return question.limits.budgetAuthority
    case "authorized": return question.limits.authorizedAuthority
    case "cut", "movementLimit", "conversions", "overtimeHours": return .policy
    default: return nil
    }
  }

  /// What a row says, in plain words.
  func words(of row: Row) -> String {
    let (family, index) = parts(of: row)
    if let entry = ruleRows.first(where: { $0.row == row }) {
      let rule = question.rules[entry.rule]
      return "rule \(rule.name) (\(rule.authority.rawValue)): \(index)"
    }
    switch family {
    case "coverage": return "officers required on the street: \(index)"
    case "span": return "officers for each sergeant: \(index)"
    case "cover": return "people on duty: \(index)"
    case "teams": return "the teams on tours are the people of group \(index)"
    case "positions": return "positions that group \(index) needs"
    case "hires": return "civilians hired for converted positions of \(index)"
    case "conversions": return "the most civilians who may be hired for converted positions"
    case "supply": return "deployable people of rank \(index)"
    case "authorized": return "authorized positions: \(index)"
    case "budget": return "the budget, less what is paid for held positions and off strength"
    case "overtimeHours": return "the most hours of overtime a year"
    case "cut": return "the largest cut of section \(index)"
    case "movement": return "people of \(index) who are there or move in"
    case "movementLimit": return "the most people who may change sections"
    case "others": return "people of other ranks on hand: \(index)"
    case "fairness": return "the worst-off district: \(index)"
    default: return program.name(of: row)
    }
  }

  private func parts(of row: Row) -> (family: String, index: String) {
    let name = program.name(of: row)
    guard let bracket = name.firstIndex(of: "["), name.hasSuffix("]") else { return (name, "") }
    return (String(name[..<bracket]), String(name[name.index(after: bracket)...].dropLast()))
  }
}
