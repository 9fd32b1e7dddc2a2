// # Missing stamps
//
// *You will learn* what happens to a workload when times are missing, when filling them in is safe, and
// when only the worst-case bounds can be trusted. The trick: we make calls whose times we know, hide
// some, and see whether the truth is where the library says that it is.

import Charts
import DemandSynthesis
import NotebookPaper
import PolicingDomain
import WorkloadAnalysis

var notebook = Notebook()

// ## 1. Half a year of calls with known times
//
// Alarms are quick and domestic calls are long. Within a kind, times vary a good deal.

let first = notebook.need(CalendarDay(year: 2025, month: 1, day: 6), "a Monday")
let period = notebook.need(
  StudyPeriod(from: first, through: first.advanced(by: 26 * 7 - 1)), "26 weeks")
let district = District.ID("1")
var chance = SeededGenerator(seed: 11)
let kinds = [
  (name: "alarm", priority: 3, minutes: 20.0), (name: "theft", priority: 4, minutes: 45.0),
  (name: "domestic", priority: 1, minutes: 70.0),
]
let calls = (0..<6000).map { number -> CallForService in
  let kind = kinds[chance.index(below: kinds.count)]
  let received = LocalTime(
    seconds: first.dayNumber * 86_400 + chance.index(below: (26 * 7 - 1) * 86_400))
  let hours = chance.lognormal(mean: kind.minutes / 60, deviation: kind.minutes / 90)
  let minutes = min(600, max(1, (60 * hours).rounded()))
  return CallForService(
    id: "\(number)", received: received, dispatched: received.advanced(bySeconds: 120),
    cleared: received.advanced(bySeconds: 120 + Int(60 * minutes)),
    priority: CallPriority(kind.priority), category: CallCategory(kind.name), district: district,
    unitCount: 1)
}
func workload(of calls: [CallForService]) -> Workload {
  Workload(
    of: calls, during: period, districts: [district], intervals: IntervalSettings(seed: 1))
}
let truth = workload(of: calls).totalUnitHours.value
notebook.say("true work: \(truth.digits(1)) unit-hours")

// ## 2. Hide a third of the endings
//
// First *by kind*: domestic calls lose their clearance half of the time, alarms hardly ever. That is
// what real exports do; stamps are never missing at random. Who took the mean of all calls would be
// misled. The mean of the same category and priority is not.

func hidden(_ call: CallForService) -> CallForService {
  CallForService(
    id: call.id, received: call.received, dispatched: call.dispatched, priority: call.priority,
    category: call.category, district: call.district, unitCount: 1)
}
let byKind = calls.map { call in
  let share = call.category == CallCategory("domestic") ? 0.5 : 0.1
  return chance.uniform() < share ? hidden(call) : call
}
let seen = workload(of: byKind)

// Then *by length*: whatever the kind, calls of more than an hour lose their clearance half of the time,
// because the tour ended before the call did. No mean of observed times can know that.

let byLength = calls.map { call in
  let isLong = call.primaryUnitTime.map { $0 > Hours(1) } ?? false
  return chance.uniform() < (isLong ? 0.5 : 0.05) ? hidden(call) : call
}
let misled = workload(of: byLength)

// ## 3. What the library says
//
// Four figures, of rising caution. The *estimate* fills each missing time from calls of the same kind.
// The *interval* says how much weeks and imputation make it vary, if times are missing by kind alone. The
// *band* asks what if missing times were half or twice as long. The *worst case* takes nothing for
// granted but that a call lasts between no time and a day; only these are bounds.

struct Verdict {
  let name: String
  let estimate: Double
  let naive: Double
  let interval: ClosedRange<Double>
  let band: ClosedRange<Double>
  let bounds: ClosedRange<Double>
  let imputed: Double
}
func verdict(_ name: String, _ found: Workload, calls: [CallForService]) -> Verdict? {
  guard case .range(let low, let high, _) = found.estimates?.totalUnitHours.interval else {
    return nil
  }
  let report = found.imputation
  let times = calls.compactMap { $0.primaryUnitTime?.value }
  let mean = times.reduce(0, +) / Double(times.count)
  return Verdict(
    name: name, estimate: found.totalUnitHours.value, naive: mean * Double(calls.count),
    interval: low...high, band: report.workBand.low.value...report.workBand.high.value,
    bounds: report.workWorstCase.low.value...report.workWorstCase.high.value,
    imputed: found.imputedShare.value)
}
let kind = notebook.need(
  verdict("missing by kind", seen, calls: byKind), "26 weeks have an interval")
let length = notebook.need(
  verdict("missing by length", misled, calls: byLength), "26 weeks have an interval")

func ends(_ range: ClosedRange<Double>) -> String {
  "\(range.lowerBound.digits()) to \(range.upperBound.digits())"
}
notebook.show(
  ResultTable(
    name: "verdicts", title: "Unit-hours of half a year; the truth is \(truth.digits())",
    columns: [
      .init("case", "Case"), .init("imputed", "Imputed, %", decimals: 1),
      .init("naive", "Mean of all calls"), .init("estimate", "Estimate"),
      .init("interval", "Interval, 90 %"), .init("band", "Half to twice as long"),
      .init("bounds", "Bounds"),
    ],
    rows: [kind, length].map { found in
      [
        .text(found.name), .number(100 * found.imputed), .number(found.naive),
        .number(found.estimate), .text(ends(found.interval)), .text(ends(found.band)),
        .text(ends(found.bounds)),
      ]
    }))

notebook.show(
  DotChart(
    title: "Filled by kind, the estimate is near the truth; where long calls vanish, it is too low",
    summary: "The estimate with its band, for times missing by kind and by length, and the truth.",
    axis: Axis("Unit-hours of half a year"), series: ["estimate"],
    rows: [kind, length].map {
      DotChart.Row($0.name, [$0.estimate], interval: $0.band)
    }, targets: [Reference(truth, "the truth")]))

// ## What to do with this
//
// Ask *why* stamps are missing before you trust an interval. `rollcall doctor` tabulates what is missing
// by priority, district and hour. A second source for a month, such as unit logs, settles the rest.

// ## Check
//
// Missing by kind, the interval holds the truth and the mean of all calls does not come as near. Missing
// by length, the estimate is too low, as theory says; the bounds hold the truth all the same.

notebook.check(kind.interval.contains(truth), "missing by kind: the interval holds the truth")
notebook.check(
  abs(kind.estimate - truth) < abs(kind.naive - truth),
  "missing by kind: the mean by kind is nearer than the mean of all calls")
notebook.check(length.estimate < truth, "missing by length: the estimate is too low")
notebook.check(
  kind.bounds.contains(truth) && length.bounds.contains(truth),
  "the bounds hold the truth both times")
notebook.check(
  length.band.contains(truth), "the band of half to twice as long holds it here as well")
notebook.close()
