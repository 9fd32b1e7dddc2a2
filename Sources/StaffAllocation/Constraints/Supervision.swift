import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.3: every sergeant has at most `span` officers of the same tour and day-off group.
  ///
  ///     x[d,τ] ≤ span · s[d,τ]
  mutating func limitSpanOfControl() {
    for team in officers.indices {
      program.require(
        officers[team] <= question.patrol.span * sergeants[team], named: "span[\(team)]")
    }
  }

  /// FORMULATION 7.3: so many sergeants are scheduled on every watch and day of the rotation that
  /// the minimum in the field is present on the stated share of tours.
  ///
  ///     Σ_{τ of w, on that day} s[d,τ] + short[d,w,day] ≥ scheduled minimum
  mutating func requireFieldSergeants() {
    let patrol = question.patrol
    guard patrol.fieldSergeants > 0 else { return }
    for index in fieldShort.indices {
      var scheduled = LinearExpression()
      for (tour, definition) in patrol.tours.enumerated() where definition.watch == index.watch {
        for group in patrol.rotation.groups.indices
        where patrol.rotation.isOn(groupAt: group, phase: index.phase) {
          let team = TeamIndex(district: index.district, tour: tour, group: group, patrol: patrol)
          scheduled.add(sergeants[team])
        }
      }
      scheduled.add(fieldShort[index])
      program.require(scheduled >= patrol.fieldSergeants, named: "fieldSergeants[\(index)]")
    }
  }
}
