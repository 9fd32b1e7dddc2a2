import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.7: no district lacks a larger share of its required officer-hours than θ.
  ///
  ///     Σ_{w,day} hours(w) · short[d,w,day] ≤ θ · Σ_{w,day} hours(w) · required[d,w]
  ///
  /// θ is a variable that a later stage makes small.
  mutating func boundUnfairness() {
    let patrol = question.patrol
    for district in question.districts {
      var lacking = LinearExpression()
      var required = 0.0
      for watch in patrol.watches {
        let hours = Double(watch.length)
        for phase in 0..<patrol.rotation.cycleLength {
          lacking.add(
            coverShort[WatchPhase(district: district, watch: watch.id, phase: phase)],
            times: hours)
          required += hours * question.officersRequired(district, watch.id)
        }
      }
      guard required > 0 else { continue }
      program.require(
        lacking <= required * unfairness, named: "fairness[\(district)]")
    }
  }
}
