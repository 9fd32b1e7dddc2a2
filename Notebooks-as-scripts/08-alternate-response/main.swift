// # Alternate response
//
// *You will learn* how many hours of officers come free when somebody else takes some of the calls, what
// that somebody needs, and why the answer is not "calls diverted × minutes per call".

import Charts
import NotebookPaper
import Rollcall

var notebook = Notebook()

// ## 1. Who could take what
//
// The template study has three responders: a telephone unit for thefts and small crashes, crisis
// responders for people in distress, and a co-response, in which a clinician goes *with* an officer. For
// each category there is a share that is eligible, the hours in which somebody is there, a share that
// is taken, and a share that comes back. Multiplying them is sobering.

let folder = notebook.need(
  ReferenceData.study("generic"),
  "the bundled template is missing; set ROLLCALL_DATA to the folder Data")
let pipeline = try StudyPipeline(studyAt: folder)
let results = try pipeline.run(to: .requirement)
let mix = notebook.need(results.department.responders, "the study has responders")

var rows: [[ResultTable.Cell]] = []
var responders: [Responder.ID] = []
for line in mix.lines where !responders.contains(line.responder) {
  responders.append(line.responder)
}
for responder in responders {
  let lines = mix.lines.filter { $0.responder == responder }
  func sum(_ part: (ResponderMix.Line) -> Double) -> Double { lines.reduce(0) { $0 + part($1) } }
  rows.append([
    .text("\(responder)"), .number(sum(\.calls)), .number(sum(\.eligible)),
    .number(sum(\.inService)), .number(sum(\.taken)), .number(sum(\.returned)),
    .number(sum(\.diverted)), .number(sum { $0.policeOfficerHours.value }),
    .number(sum { $0.policeOfficerHours.value - $0.policeOfficerHoursKept.value }),
  ])
}
notebook.show(
  ResultTable(
    name: "funnel", title: "From all calls of their categories to calls spared, a year",
    columns: [
      .init("responder", "Responder"), .init("calls", "Calls"), .init("eligible", "Eligible"),
      .init("in_service", "In service"), .init("taken", "Taken"), .init("returned", "Came back"),
      .init("spared", "Spared to police"), .init("gross", "Officer-hours, gross"),
      .init("net", "Officer-hours, net"),
    ], rows: rows,
    notes: ["Made-up shares of a template; a study states its own, each with its source."]))

let phone = mix.lines.filter { $0.responder == responders[0] }
func total(_ part: (ResponderMix.Line) -> Double) -> Double { phone.reduce(0) { $0 + part($1) } }
notebook.show(
  StepChart(
    title: "Of all calls of its categories the telephone unit spares police one in six",
    summary: "Calls of the categories of the telephone unit, and what is lost at each step.",
    axis: Axis("Calls a year"),
    steps: [
      .init("all calls", total(\.calls), .level),
      .init("not fit", total(\.eligible) - total(\.calls), .change),
      .init("outside its hours", total(\.inService) - total(\.eligible), .change),
      .init("not taken", total(\.taken) - total(\.inService), .change),
      .init("came back", -total(\.returned), .change),
      .init("spared", total(\.diverted), .level),
    ]))

// ## 2. What it needs, and what it frees
//
// The telephone unit is staffed by its own queue: callers wait for it too. What police need is computed
// again from the calls that are left; it is not reduced by a percentage, because a complement that is
// fielded whatever the calls frees nobody.

notebook.show(ResultTable.responderPositions(mix))
notebook.show(ResultTable.responderEffects(mix))

// ## Check
//
// By hand for one line: eligible × in service × accepted, and one in twenty comes back. Calls are
// conserved: those left and those spared are those before. And the need *before* is what the whole study
// needs when it is run without any responder.

for line in mix.lines
where line.responder == responders[0] && line.category == CallCategory("theft") {
  notebook.check(
    abs(line.eligible - 0.5 * line.calls) < 1e-6 * line.calls
      && abs(line.taken - 0.8 * line.inService) < 1e-6 * line.calls
      && abs(line.returned - 0.05 * line.taken) < 1e-6 * line.calls,
    "district \(line.district): theft follows its stated shares")
}
let changes = responders.map { StudyChange.withoutResponder(name: "\($0)") }
let without = try pipeline.answer(
  results, under: Scenario(results.study, changedBy: changes), to: .requirement)
func hours(_ results: StudyResults, in district: District.ID) -> Double {
  results.units.filter { $0.district == district }.reduce(0) { sum, unit in
    let watch = results.study.schedule.watches.first { $0.id == unit.watch }
    return sum + unit.units * Double(watch?.length ?? 0)
  }
}
for effect in mix.effects {
  notebook.check(
    abs(hours(without, in: effect.district) - effect.requiredBefore.value) < 1e-6,
    "district \(effect.district): without responders \(effect.requiredBefore.value.digits()) unit-hours a week, both ways"
  )
  notebook.check(
    abs(hours(results, in: effect.district) - effect.requiredAfter.value) < 1e-6,
    "district \(effect.district): with them \(effect.requiredAfter.value.digits()), both ways")
}
notebook.check(
  mix.lines.allSatisfy { $0.taken <= $0.inService + 1e-9 && $0.inService <= $0.eligible + 1e-9 },
  "nobody takes more than is fit and comes in its hours")
notebook.close()
