import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.1: the officers of a district who are on the street, and those who are short,
  /// make up the officers required, on every watch and every day of the rotation.
  ///
  ///     Σ_τ π · A[τ,w] · on(τ, day) · x[d,τ] + short[d,w,day] ≥ required[d,w]
  ///
  /// π is the presence of officers, A the share of the watch that a tour is on the street. Days are
  /// held one by one, not in their mean: two thin groups that are off together are the day that
  /// fails.
  mutating func requireCoverage() {
    let patrol = question.patrol
    let cycle = patrol.rotation.cycleLength
    for district in question.districts {
      for (position, watch) in patrol.watches.enumerated() {
        let required = question.officersRequired(district, watch.id)
        for phase in 0..<cycle {
          let index = WatchPhase(district: district, watch: watch.id, phase: phase)
          var onStreet = LinearExpression()
          for tour in patrol.tours.indices {
            for group in patrol.rotation.groups.indices {
              let share = shareOnDuty(tour: tour, watch: position, group: group, phase: phase)
              guard share > 0 else { continue }
              let team = TeamIndex(district: district, tour: tour, group: group, patrol: patrol)
              onStreet.add(officers[team], times: patrol.presence * share)
            }
          }
          onStreet.add(coverShort[index])
          program.require(onStreet >= required, named: "coverage[\(index)]")
        }
      }
    }
  }

  /// The share of a watch on a day of the rotation that an officer of a tour and group, if present,
  /// is on the street.
  func shareOnDuty(tour: Int, watch: Int, group: Int, phase: Int) -> Double {
    let rotation = question.patrol.rotation
    return StreetCoverage.dayOffsets.reduce(0) { sum, offset in
      let startPhase = (phase - offset + 2 * rotation.cycleLength) % rotation.cycleLength
      guard rotation.isOn(groupAt: group, phase: startPhase) else { return sum }
      return sum + coverage.share(tour: tour, watch: watch, offset: offset)
    }
  }
}
