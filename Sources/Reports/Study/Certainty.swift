package import PolicingDomain

/// What a reader needs to trust a figure: the number of observations, the interval, and the share that
/// was imputed, or why there is none.
package struct Certainty: Hashable, Sendable {
  /// The observations, in words: `1,289,441 calls`.
  package let observations: String
  /// The interval, or why there is none.
  package let interval: String
  /// The share imputed, in words.
  package let imputed: String

  /// Creates a statement.
  package init(observations: String, interval: String, imputed: String) {
    self.observations = observations
    self.interval = interval
    self.imputed = imputed
  }

  /// The statement in one line.
  package var line: String {
    "n = \(observations) · interval: \(interval) · imputed: \(imputed)"
  }
}

extension RunRecord {
  /// How sure figures are that rest on all calls.
  package func certainty(of name: String = "unit-hours") -> Certainty {
    guard let figure = figures.first(where: { $0.name == name }) else { return .ofRecords("–") }
    let estimate = figure.estimate
    let interval: String
    switch estimate.interval {
    case .none(let reason) where reason == Self.withheldWord: interval = reason
    case .none(let reason): interval = "none, \(reason)"
    case .range(let low, let high, let parts):
      interval =
        "\(Format.number(low, decimals: 0)) to \(Format.number(high, decimals: 0)) "
        + "(\(parts.joined(separator: ", ")))"
    }
    return Certainty(
      observations: observations(of: figure).map {
        Format.number(Double($0), decimals: 0) + " calls"
      } ?? Self.withheldWord,
      interval: interval, imputed: Format.percent(estimate.imputed.value))
  }
}

extension Certainty {
  /// How sure figures are that are counted from records of people and positions.
  package static func ofRecords(_ observations: String) -> Certainty {
    Certainty(
      observations: observations, interval: "none, a count from records",
      imputed: "nothing")
  }
}
