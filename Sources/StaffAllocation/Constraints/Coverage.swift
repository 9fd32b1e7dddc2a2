import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.1 and 7.2: the officers of a district who are on the street, and those missing
  /// from the steps of the ladder, reach the top of the ladder, in every class of hours.
  ///
  ///     Σ_τ π · A[τ,c] · x[d,τ] + overtime[d,w] + Σ_k gap[d,c,k] ≥ top[d,c]
  ///     0 ≤ gap[d,c,k] ≤ width[d,c,k]
  ///
  /// π is the presence of officers on the street, A the share of each hour of the class that a team
  /// is there. A class holds the hours of all days of the calendar in which every team is there to
  /// the same extent, so nothing is averaged: the hour of roll call, and two thin groups that are
  /// off together, are where a plan fails.
  mutating func requireCoverage() {
    let patrol = question.patrol
    for (district, id) in question.districts.enumerated() {
      for (position, coverage) in layout.calendar(district).classes.enumerated() {
        let ladder = layout.ladders[district][position]
        guard ladder.top > 0 else { continue }
        var onStreet = LinearExpression()
        for (lane, share) in coverage.shares {
          onStreet.add(officers[teams[district][lane]], times: patrol.presence * share)
        }
        if let watch = coverage.watch {
          let index = DistrictWatch(district: id, watch: patrol.watches[watch].id)
          if overtime.contains(index) { onStreet.add(overtime[index]) }
        }
        for (_, gap) in steps(district: district, coverage: position) { onStreet.add(gap) }
        program.require(onStreet >= ladder.top, named: "coverage[\(id),\(coverage.name)]")
      }
    }
  }
}
