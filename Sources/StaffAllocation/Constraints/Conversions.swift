import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.4 and 7.5: converted positions pass to civilians who are hired for them, within
  /// what is convertible and within the limit on hires.
  ///
  ///     hired[g] = civilians per position · converted[g]      converted[g] ≤ convertible[g]
  ///     Σ_g hired[g] ≤ limit
  mutating func convertPositions() {
    for conversion in question.conversions where converted.contains(conversion.group) {
      let group = conversion.group
      program.setBounds(of: converted[group], to: 0...conversion.convertible.value)
      program.require(
        hired[group] - conversion.civiliansPerPosition * converted[group] == 0,
        named: "hires[\(group)]")
    }
    guard let limit = question.preferences.conversions, !hired.indices.isEmpty else { return }
    program.require(hired.sum() <= limit, named: "conversions")
  }

  /// The share of converted positions whose holders may leave: the others are held by members who
  /// are not fit for full duty elsewhere, stay, and fill nothing.
  func freedShare(_ conversion: CivilianConversion) -> Double {
    min(1, conversion.officersFreed / conversion.convertible)
  }
}
