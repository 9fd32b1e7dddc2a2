import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.7: no district is worse off than θ: the share of its required officer-hours that
  /// it lacks, or the mean wait of its urgent calls, in hours.
  ///
  ///     Σ_{c,k} shortage[d,c,k] · gap[d,c,k] ≤ θ · officer-hours a week required[d]
  ///     Σ_{c,k} waiting[d,c,k] · gap[d,c,k] + floor[d] ≤ θ · urgent calls a week[d]
  ///
  /// θ is a variable that a later stage makes small. The gaps of a step are bounded below by the
  /// coverage only, so that θ is never held between two free variables.
  mutating func boundWorstOff() {
    let isByWaiting = question.preferences.fairness == .waiting
    for (district, id) in question.districts.enumerated() {
      var lacking = LinearExpression()
      for coverage in layout.ladders[district].indices {
        for (step, gap) in steps(district: district, coverage: coverage) {
          let weight = isByWaiting ? step.waiting : step.shortage
          if weight > 0 { lacking.add(gap, times: weight) }
        }
      }
      if isByWaiting, floors.contains(id) { lacking.add(floors[id]) }
      let size =
        isByWaiting
        ? question.urgentCalls(in: id) : question.officersRequiredByHour(id).reduce(0, +)
      guard size > 0 else { continue }
      program.require(lacking <= size * worstOff, named: "fairness[\(id)]")
    }
  }
}

extension AllocationQuestion {
  /// Urgent calls a week in a district.
  func urgentCalls(in district: District.ID) -> Double {
    curves.reduce(0) { $1.district == district ? $0 + $1.calls : $0 }
  }
}
