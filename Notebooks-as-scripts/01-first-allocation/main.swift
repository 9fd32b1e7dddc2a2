// # A first allocation
//
// *You will learn* how a study becomes an answer: how many people two small districts need, of which
// rank, and what the people on hand can do best. It takes a second to run.

import Rollcall

// ## 1. Read a study
//
// A study is a folder of tables with a `study.yaml`. This one comes with the library; its department
// and its calls are invented.

guard let folder = ReferenceData.study("generic-two-districts") else {
  preconditionFailure("The bundled study is missing; set ROLLCALL_DATA to the folder Data")
}
let pipeline = try StudyPipeline(studyAt: folder)
let study = pipeline.reading.study
print("\(study.title): \(study.geography.districts.count) districts")

// ## 2. From calls to work
//
// Every row of the dispatch export is read, and none is lost: rows read = used + set aside.

let results = try pipeline.run(to: .allocation)
print("\(results.calls.rowsRead) rows read, \(results.calls.rowsUsed) used")
print(ResultTable.callsByCategory(results).text(notice: study.notice))

// ## 3. From work to units, and from units to people
//
// Three needs stand side by side: the complement that is fielded whatever the calls, the work with
// the proactive time beside it, and the wait of the callers. The largest governs.

print(ResultTable.districtsByWatch(results).text(notice: study.notice))

// ## 4. Who goes where
//
// *Required* asks for all standards and no budget. *Recommended* is the best use of the people there
// are. Each stage of the optimization is checked by code that knows nothing of the solver.

print(ResultTable.staffingByBureau(results).text(notice: study.notice))
print(ResultTable.stages(results).text(notice: study.notice))

// ## Check
//
// Both questions were answered, the books close, and nobody was placed twice.

guard let required = results.required?.plan, let recommended = results.recommended?.plan else {
  preconditionFailure("A study of this size has a plan")
}
precondition(results.ledgers.allSatisfy(\.closes), "The books must close")
precondition(results.calls.balances, "Every row must be accounted for")
let placed = recommended.assignments.total(\.strength)
let deployable = results.strength.total(\.deployable)
precondition(placed.value <= deployable.value + 1e-3, "Nobody is placed twice")
precondition(
  required.coverageShortages.allSatisfy { $0.short == 0 }, "What is required leaves nothing short")
print(
  "checked: required \(required.assignments.total(\.strength).value) people,",
  "recommended \(placed.value) of \(deployable.value) deployable")
