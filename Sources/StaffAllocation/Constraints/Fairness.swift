import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.7: no district lacks a larger share of its required officer-hours than θ.
  ///
  ///     Σ_{w,day,h} short[d,w,day,h] ≤ θ · Σ_{w,day,h} required[d,w]
  ///
  /// θ is a variable that a later stage makes small.
  mutating func boundUnfairness() {
    for district in question.districts {
      var lacking = LinearExpression()
      var required = 0.0
      for index in coverShort.indices where index.district == district {
        let hours = Double(index.hours)
        lacking.add(coverShort[index], times: hours)
        required += hours * question.officersRequired(district, index.watch)
      }
      guard required > 0 else { continue }
      program.require(
        lacking <= required * unfairness, named: "fairness[\(district)]")
    }
  }
}
