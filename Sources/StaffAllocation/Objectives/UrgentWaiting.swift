package import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.2 and 8: the hours that urgent calls are expected to wait in a week.
  ///
  ///     Σ_{d,c,k} waiting[d,c,k] · gap[d,c,k] + Σ_d floor[d]
  ///
  /// With waiting beyond the standard only, units above the required ones count for nothing.
  package func urgentWaiting() -> LinearExpression {
    var hours = LinearExpression()
    for district in question.districts.indices {
      for coverage in layout.ladders[district].indices {
        for (step, gap) in steps(district: district, coverage: coverage) where step.waiting > 0 {
          hours.add(gap, times: step.waiting)
        }
      }
    }
    for district in floors.indices { hours.add(floors[district]) }
    return hours
  }
}
