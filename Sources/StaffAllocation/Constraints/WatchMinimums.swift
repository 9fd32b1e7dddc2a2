import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.3 and 4.5: the people whom rules want on duty on a watch are scheduled on every
  /// day of the calendar: field sergeants, the beat complement, certified officers.
  ///
  ///     Σ_{τ of w, on that day} factor · x[d,τ]  (or s[d,τ])  + short[d,w,kind,day] ≥ amount
  ///
  /// Days on which the same teams come on duty share a row.
  mutating func requireWatchMinimums() {
    for index in coverShort.indices {
      let minimum = layout.minimums[index.district][index.watch][index.kind]
      let family = minimum.members == .officers ? officers : sergeants
      let days = layout.calendar(index.district).dutyDays[index.watch][index.days]
      var scheduled = LinearExpression()
      for lane in days.lanes {
        scheduled.add(family[teams[index.district][lane]], times: minimum.factor)
      }
      scheduled.add(coverShort[index])
      let row = program.require(
        scheduled.within((minimum.amount ?? -.infinity)...(.infinity)), named: "cover[\(index)]")
      if minimum.amount != nil { ruleRows.append((minimum.rule, row)) }
    }
  }
}
