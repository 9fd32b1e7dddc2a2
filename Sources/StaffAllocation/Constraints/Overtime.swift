import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.6: overtime on patrol stays within the hours of a year that are allowed.
  ///
  ///     Σ_{d,w} 365 · hours(w) · overtime[d,w] ≤ hours
  ///
  /// Overtime is counted in officers who are on the street in every hour of a watch, on average.
  mutating func limitOvertime() {
    guard let limit = question.preferences.overtime, !overtime.indices.isEmpty else { return }
    var hours = LinearExpression()
    for index in overtime.indices {
      hours.add(overtime[index], times: question.hoursPerYear(of: index.watch))
    }
    program.require(hours <= limit.hours.value, named: "overtimeHours")
  }
}
