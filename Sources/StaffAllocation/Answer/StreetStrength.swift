import LinearProgramming
import PolicingDomain

/// The officers on the street under a solution, and what follows from them hour by hour.
struct StreetStrength {
  private let model: AllocationModel
  /// Officers on the street by district and class of hours.
  private let officers: [[Double]]

  init(_ model: AllocationModel, _ solution: Solution) {
    self.model = model
    let patrol = model.question.patrol
    officers = model.question.districts.enumerated().map { district, id in
      let people = model.teams[district].map { solution.value(of: model.officers[$0]) }
      return model.layout.calendar(district).classes.map { coverage in
        var sum = 0.0
        for (lane, share) in coverage.shares { sum += patrol.presence * share * people[lane] }
        if let watch = coverage.watch {
          let index = DistrictWatch(district: id, watch: patrol.watches[watch].id)
          if model.overtime.contains(index) {
            sum += solution.value(of: model.overtime[index])
          }
        }
        return sum
      }
    }
  }

  /// The officers short by district and watch.
  func shortages() -> [CoverageShortage] {
    let question = model.question
    return question.districts.enumerated().flatMap { district, id in
      let required = question.officersRequiredByHour(id)
      return question.patrol.watches.map { watch in
        var hours = 0.0
        var planned = 0.0
        var short = 0.0
        var least = Double.infinity
        for (position, coverage) in model.layout.calendar(district).classes.enumerated() {
          let present = officers[district][position]
          for (hour, count) in coverage.hours where watch.contains(hourOfDay: hour.hourOfDay) {
            let times = Double(count)
            hours += times
            planned += times * present
            short += times * max(0, required[hour.index] - present)
            least = min(least, present)
          }
        }
        return CoverageShortage(
          district: id, watch: watch.id, required: question.officersRequired(id, watch.id),
          planned: AllocationModel.cleaned(planned / hours),
          leastPlanned: AllocationModel.cleaned(least),
          short: AllocationModel.significant(short / hours))
      }
    }
  }

  /// What urgent calls wait by district, all of it, whatever the preferences count.
  func waits() -> [StaffingPlan.DistrictWaiting] {
    let question = model.question
    guard !question.curves.isEmpty else { return [] }
    let crew = question.crewByHourOfDay
    return question.districts.enumerated().map { district, id in
      let curves = question.curves.filter { $0.district == id }
      var byHour = [DelayCurve?](repeating: nil, count: HourOfWeek.count)
      for curve in curves { byHour[curve.hour.index] = curve }
      var waited = 0.0
      var overloaded = 0.0
      for (position, coverage) in model.layout.calendar(district).classes.enumerated() {
        for (hour, count) in coverage.hours {
          guard let curve = byHour[hour.index] else { continue }
          let perWeek = Double(count) / model.layout.calendar(district).weeks
          let units = officers[district][position] / crew[hour.hourOfDay]
          let whole = OfficerCurve(curve, crew: 1, isCut: false)
          waited += perWeek * whole.wait(atUnits: units)
          if units < Double(curve.keepsUp) - 1e-6 { overloaded += perWeek }
        }
      }
      return StaffingPlan.DistrictWaiting(
        district: id, calls: question.urgentCalls(in: id),
        hoursWaited: Hours(AllocationModel.cleaned(waited)),
        overloadedHours: AllocationModel.cleaned(overloaded))
    }
  }
}
