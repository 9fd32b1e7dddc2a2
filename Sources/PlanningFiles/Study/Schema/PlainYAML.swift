package import Foundation
import Yams

/// YAML as a JSON value, by the core rules of YAML 1.2, as editors see it.
///
/// This is for checks of a file against a schema; studies are read with their places.
package enum PlainYAML {
  /// Returns `text` as JSON, or nothing when it is not YAML.
  package static func json(of text: String) -> Data? {
    guard let node = try? compose(yaml: text, .basic, .default, .utf8) else { return nil }
    return try? JSONSerialization.data(withJSONObject: value(node), options: [.fragmentsAllowed])
  }

  private static func value(_ node: Node) -> Any {
    if let mapping = node.mapping {
      var object: [String: Any] = [:]
      for (key, member) in mapping { object[key.scalar?.string ?? ""] = value(member) }
      return object
    }
    if let sequence = node.sequence { return sequence.map(value) }
    guard let scalar = node.scalar, scalar.style == .plain else { return node.scalar?.string ?? "" }
    switch scalar.string {
    case "", "~", "null": return NSNull()
    case "true": return true
    case "false": return false
    default: return NumberReader.plainNumber(scalar.string).map { $0 as Any } ?? scalar.string
    }
  }
}
