/// One thing that is different in a what-if study: people, money, a rule, a standard or a responder.
///
/// ```swift
/// let changes = try StudyChange.changes(["police_officer=+100", "rule:span_of_control=8"])
/// let answer = try pipeline.whatIf(changes)
/// ```
public enum StudyChange: Hashable, Sendable {
  /// So many more people of a rank can be deployed; fewer where negative.
  case people(rank: String, more: Double)
  /// The budget is multiplied by a factor.
  case budgetFactor(Double)
  /// The budget is so many dollars a year.
  case budget(Double)
  /// The rules of a name are on or off.
  case rule(name: String, isOn: Bool)
  /// The rules of a name have another number.
  case ruleValue(name: String, value: Double)
  /// A choice of value, such as `proactive_time` or `mean_wait_priority_2`, is another one.
  case value(name: String, value: Double)
  /// A responder is not there.
  case withoutResponder(name: String)
  /// Calls are multiplied by a factor.
  case growth(Double)

  /// Reads changes as people write them.
  ///
  /// | Words | Meaning |
  /// |---|---|
  /// | `police_officer=+100` | a hundred more of the rank can be deployed |
  /// | `sergeant=-10` | ten fewer |
  /// | `budget=+5%`, `budget=1900000000` | five percent more money; so many dollars a year |
  /// | `rule:span_of_control=8`, `rule:unity_of_command=off` | a rule tightened, a rule switched off |
  /// | `proactive_time=0.45` | a standard or target of `targets.csv` |
  /// | `responder:crisis-team=off` | a responder less |
  /// | `calls=+3%` | more calls |
  ///
  /// - Throws: ``PlanningError/question(reason:)`` for words that mean nothing.
  public static func changes(_ words: [String]) throws(PlanningError) -> [StudyChange] {
    var changes: [StudyChange] = []
    for text in words { changes.append(try change(text)) }
    return changes
  }

  private static func change(_ text: String) throws(PlanningError) -> StudyChange {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { throw fault(text) }
    let (name, value) = (parts[0], parts[1])
    if name.hasPrefix("rule:") { return try rule(String(name.dropFirst(5)), value, text) }
    if name.hasPrefix("responder:") {
      guard value == "off" else { throw fault(text) }
      return .withoutResponder(name: String(name.dropFirst(10)))
    }
    switch name {
    case "budget":
      if let factor = factor(value) { return .budgetFactor(factor) }
      guard let dollars = number(value), dollars >= 0, !value.hasPrefix("+") else {
        throw fault(text)
      }
      return .budget(dollars)
    case "calls":
      guard let factor = factor(value), factor <= mostGrowth else { throw fault(text) }
      return .growth(factor)
    default:
      guard let amount = number(value) else { throw fault(text) }
      let isMore = value.hasPrefix("+") || (value.hasPrefix("-") && !name.contains("_wait"))
      return isMore ? .people(rank: name, more: amount) : .value(name: name, value: amount)
    }
  }

  private static func rule(
    _ name: String, _ value: String, _ text: String
  ) throws(PlanningError) -> StudyChange {
    switch value {
    case "on": return .rule(name: name, isOn: true)
    case "off": return .rule(name: name, isOn: false)
    default:
      guard let number = number(value), number >= 0 else { throw fault(text) }
      return .ruleValue(name: name, value: number)
    }
  }

  /// More calls than ten times as many are a slip of the pen.
  private static let mostGrowth = 10.0

  /// The factor of a percentage such as `+5%`; nothing for anything else.
  private static func factor(_ text: String) -> Double? {
    guard text.hasSuffix("%"), let percent = number(String(text.dropLast())) else { return nil }
    let factor = 1 + percent / 100
    return factor >= 0 ? factor : nil
  }

  private static func number(_ text: String) -> Double? {
    let plain = text.allSatisfy { $0.isNumber || "+-.".contains($0) }
    guard plain, let value = Double(text), value.isFinite, abs(value) <= 1e13 else { return nil }
    return value
  }

  private static func fault(_ text: String) -> PlanningError {
    .question(
      reason:
        "the change `\(text)` cannot be read\n  help: write RANK=+100, budget=+5%, calls=+3%, "
        + "rule:NAME=off, rule:NAME=8, responder:NAME=off or NAME=0.45 for a standard")
  }

  /// The change in words.
  public var words: String {
    switch self {
    case .people(let rank, let more):
      "\(Swift.abs(more).written()) \(more < 0 ? "fewer" : "more") \(rank), with their pay"
    case .budgetFactor(let factor): "budget × \(factor.written(4))"
    case .budget(let dollars): "budget \(dollars.written(0)) dollars a year"
    case .rule(let name, let isOn): "rule \(name) switched \(isOn ? "on" : "off")"
    case .ruleValue(let name, let value): "rule \(name) at \(value.written(4))"
    case .value(let name, let value): "\(name) at \(value.written(4))"
    case .withoutResponder(let name): "without the responder \(name)"
    case .growth(let factor): "calls × \(factor.written(4))"
    }
  }
}
