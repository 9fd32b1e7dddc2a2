// # Workload by beat
//
// *You will learn* where and when the work of a department arises: calls become unit-hours, by beat, by
// hour of the week and by kind of call, and no hour of work is lost or counted twice on the way.

import Charts
import NotebookPaper
import Rollcall

var notebook = Notebook()

// ## 1. From calls to unit-hours
//
// A call is counted in the hour in which it comes in. Its *work* is another thing: the time of every unit
// on it, from dispatch to clearance, booked on the hours that it really fills. A call at 23:50 that
// takes an hour is mostly work of the next day. The study is a small invented one: two districts, two
// weeks, three hundred calls.

let folder = notebook.need(
  ReferenceData.study("generic-two-districts"),
  "the bundled study is missing; set ROLLCALL_DATA to the folder Data")
let results = try StudyPipeline(studyAt: folder).run(to: .workload)
let workload = results.workload
notebook.show(ResultTable.callsByCategory(results))

// ## 2. By beat
//
// A beat gets its work and the units that its calls drew. It is never sized as a queue of its own,
// because a call is answered by whoever is free: beats describe, districts and zones are staffed.

notebook.show(ResultTable.workloadByBeat(results))

let beats = workload.beats.sorted { $0.unitHours > $1.unitHours }
let busiest = notebook.need(beats.first, "a study has beats")
notebook.show(
  BarChart(
    title: "Beat \(busiest.beat) has the most work",
    summary: "Unit-hours of two weeks by beat, most work first.",
    axis: Axis("Unit-hours in two weeks"), series: ["unit-hours"],
    rows: beats.map { .init("beat \($0.beat)", [$0.unitHours.value]) }))

// ## 3. By hour of the week
//
// Busy units are work per hour: 2.4 means that two or three units were on calls at any moment of that
// hour, on average. Each hour of the week is divided by how often it occurred in the period.

let period = workload.period
let perHour = workload.communityUnitHours.perOccurrence(period.occurrences())
let districts = workload.communityUnitHours.districts
let days = Weekday.allCases
let busy = days.map { day in
  (0..<24).map { hour in
    districts.reduce(0) { $0 + perHour[$1, HourOfWeek(day, hour: hour)] }
  }
}
let peak = notebook.need(busy.flatMap { $0 }.max(), "a week has hours")
let peakDay = busy.firstIndex { $0.contains(peak) } ?? 0
let peakHour = busy[peakDay].firstIndex(of: peak) ?? 0
notebook.show(
  GridMap(
    title: "Most units are busy at \(peakHour):00 on \(days[peakDay])",
    summary: "Units busy on calls of residents, on average, by weekday and hour, both districts.",
    rows: days.map { "\($0)" }, columns: (0..<24).map { "\($0)" }, values: busy,
    style: NumberStyle(decimals: 1), measure: "busy units"))

// ## 4. How sure?
//
// Two weeks are too few for an interval: it would have to know how weeks differ from one another. The
// table says so instead of printing one.

notebook.show(ResultTable.workloadEstimates(results), rows: 6)

// ## Check
//
// The same hours, added up along every way: by category, by beat, by hour. And every row of the export is
// used or set aside.

let byCategory = workload.categories.reduce(0) { $0 + $1.unitHours.value }
let byBeat = workload.beats.reduce(workload.unbeatedUnitHours.value) { $0 + $1.unitHours.value }
let byHour =
  workload.communityUnitHours.total + workload.officerUnitHours.total
  + workload.unplacedUnitHours.value
let total = workload.totalUnitHours.value
notebook.say("unit-hours of the period: \(total.digits(3))")
notebook.check(abs(byCategory - total) < 1e-6, "the work of all categories is all work")
notebook.check(abs(byBeat - total) < 1e-6, "the work of all beats, and of none, is all work")
notebook.check(abs(byHour - total) < 1e-6, "the work of all hours is all work")
notebook.check(results.calls.balances, "every row of the export is used or set aside")
notebook.close()
