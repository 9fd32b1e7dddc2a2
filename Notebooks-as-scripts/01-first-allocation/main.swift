// # A first allocation
//
// *You will learn* how a study becomes an answer: how many people two small districts need, of which
// rank, and what the people on hand can do best. It takes a second to run.

import Charts
import NotebookPaper
import Rollcall

var notebook = Notebook()

// ## 1. Read a study
//
// A study is a folder of tables with a `study.yaml`. This one comes with the library; its department
// and its calls are invented.

let folder = notebook.need(
  ReferenceData.study("generic-two-districts"),
  "the bundled study is missing; set ROLLCALL_DATA to the folder Data")
let pipeline = try StudyPipeline(studyAt: folder)
let study = pipeline.reading.study
notebook.say("\(study.title): \(study.geography.districts.count) districts. \(study.notice ?? "")")

// ## 2. From calls to work
//
// Every row of the dispatch export is read, and none is lost: rows read = used + set aside.

let results = try pipeline.run(to: .allocation)
notebook.say("\(results.calls.rowsRead) rows read, \(results.calls.rowsUsed) used")
notebook.show(ResultTable.callsByCategory(results))

// ## 3. From work to units, and from units to people
//
// Three needs stand side by side: the complement that is fielded whatever the calls, the work with
// the proactive time beside it, and the wait of the callers. The largest governs.

notebook.show(ResultTable.districtsByWatch(results))

// ## 4. Who goes where
//
// *Required* asks for all standards and no budget. *Recommended* is the best use of the people there
// are. Each stage of the optimization is checked by code that knows nothing of the solver.

notebook.show(ResultTable.staffingByBureau(results))

let required = notebook.need(results.required?.plan, "a study of this size has a plan")
let recommended = notebook.need(results.recommended?.plan, "a study of this size has a plan")
let placed = recommended.assignments.total(\.strength).value
let deployable = results.strength.total(\.deployable).value
let needed = required.assignments.total(\.strength).value
notebook.show(
  BarChart(
    title: "All standards would take more people than there are",
    summary: "People required, people who can be deployed, and people placed by the best plan.",
    axis: Axis("Full-time equivalents"), series: ["people"],
    rows: [
      .init("required", [needed]), .init("on hand", [deployable]), .init("placed", [placed]),
    ]))

// ## Check
//
// Both questions were answered, the books close, and nobody was placed twice.

notebook.check(results.ledgers.allSatisfy(\.closes), "the books close")
notebook.check(results.calls.balances, "every row is accounted for")
notebook.check(placed <= deployable + 1e-3, "nobody is placed twice")
notebook.check(
  required.coverageShortages.allSatisfy { $0.short < 1e-3 }, "what is required leaves nothing short"
)
notebook.check(needed > deployable, "as the chart says, more are required than there are")
notebook.close()
