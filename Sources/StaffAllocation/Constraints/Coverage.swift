import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.1: the officers of a district who are on the street, and those who are short, make
  /// up the officers required, in every hour of every watch on every day of the rotation.
  ///
  ///     Σ_τ π · A[τ,h] · on(τ, day) · x[d,τ] + short[d,w,day,h] ≥ required[d,w]
  ///
  /// π is the presence of officers on the street, A the share of the hour that a tour is there.
  /// Hours in which the same tours are there to the same extent share a row. Hours and days are held
  /// one by one, not in their mean: the hour of roll call, and two thin groups that are off
  /// together, are where a plan fails.
  mutating func requireCoverage() {
    let patrol = question.patrol
    for index in coverShort.indices {
      guard let watch = patrol.watches.firstIndex(where: { $0.id == index.watch }) else { continue }
      let block = coverage.blocks[watch][index.block]
      var onStreet = LinearExpression()
      for tour in patrol.tours.indices {
        for group in patrol.rotation.groups.indices {
          let share = shareOnDuty(tour: tour, block: block, group: group, phase: index.phase)
          guard share > 0 else { continue }
          let team = TeamIndex(district: index.district, tour: tour, group: group, patrol: patrol)
          onStreet.add(officers[team], times: patrol.presence * share)
        }
      }
      onStreet.add(coverShort[index])
      program.require(
        onStreet >= question.officersRequired(index.district, index.watch),
        named: "coverage[\(index)]")
    }
  }

  /// The share of the hours of a block, on a day of the rotation, that an officer of a tour and
  /// group, if present, is on the street.
  func shareOnDuty(tour: Int, block: CoverageBlock, group: Int, phase: Int) -> Double {
    let rotation = question.patrol.rotation
    let cycle = rotation.cycleLength
    var share = 0.0
    for (position, offset) in StreetCoverage.dayOffsets.enumerated() {
      let startPhase = ((phase - offset) % cycle + cycle) % cycle
      if rotation.isOn(groupAt: group, phase: startPhase) { share += block.shares[tour][position] }
    }
    return share
  }
}
