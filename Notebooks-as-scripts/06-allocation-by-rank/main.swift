// # Allocation by rank
//
// *You will learn* what stands behind a table "so many officers, sergeants, lieutenants": what is
// required, what the people on hand can do best, and why the two differ by rank.

import Charts
import NotebookPaper
import Rollcall

var notebook = Notebook()

// ## 1. Two questions
//
// *Required*: what would all standards need, if anybody could be hired? *Recommended*: with the people
// there are, who should go where? Both are linear programs, solved in stages; an earlier aim is never
// sold for a later one.

let folder = notebook.need(
  ReferenceData.study("generic-two-districts"),
  "the bundled study is missing; set ROLLCALL_DATA to the folder Data")
let results = try StudyPipeline(studyAt: folder).run(to: .allocation, pricing: false)
let study = results.study
notebook.show(ResultTable.staffingByBureau(results))

// ## 2. Rank by rank
//
// People of one rank cannot stand in for another unless a position says so. So one department may
// have officers to spare and lack sergeants, and the total hides it.

let required = notebook.need(results.required?.plan, "a study of this size has a plan")
let recommended = notebook.need(results.recommended?.plan, "a study of this size has a plan")
struct Line {
  let rank: Rank
  let onHand: Double
  let required: Double
  let placed: Double
  let unplaced: Double
}
let lines = study.organization.ranks.map { rank in
  Line(
    rank: rank,
    onHand: results.strength.filter { $0.rank == rank.id }.total(\.deployable).value,
    required: required.assignments.filter { $0.rank == rank.id }.total(\.strength).value,
    placed: recommended.assignments.filter { $0.rank == rank.id }.total(\.strength).value,
    unplaced: recommended.unplaced.filter { $0.rank == rank.id }.total(\.strength).value)
}
let scarcest = notebook.need(
  lines.max { $0.required - $0.onHand < $1.required - $1.onHand }, "a study has ranks")
notebook.show(
  BarChart(
    title: "\(scarcest.rank.title)s are what this department lacks most",
    summary: "People who can be deployed and people required, by rank.",
    axis: Axis("Full-time equivalents"), series: ["on hand", "required"],
    rows: lines.map { .init($0.rank.title, [$0.onHand, $0.required]) }))

// ## 3. Teams
//
// Patrol officers and sergeants are planned as teams: same tour, same days off, at most ten officers to
// one sergeant. That is why sergeants are not simply a tenth of the officers.

notebook.show(ResultTable.teams(results), rows: 12)

// ## 4. In which order the aims were met
//
// Each stage is an optimum with a proof, checked by code that does not know the method that found it.

notebook.show(ResultTable.stages(results))

// ## Check
//
// Nobody appears from nowhere: rank by rank, placed and unplaced people are those on hand. No sergeant
// leads more than ten. What is required leaves nothing short. The books close.

for line in lines {
  notebook.check(
    abs(line.placed + line.unplaced - line.onHand) < 1e-3,
    "\(line.rank.title): placed and unplaced are the \(line.onHand.digits(1)) on hand")
}
notebook.check(
  (required.teams + recommended.teams).allSatisfy {
    $0.officers.value <= 10 * $0.sergeants.value + 1e-4
  }, "every team has a sergeant for each ten officers")
notebook.check(
  required.coverageShortages.allSatisfy { $0.short < 1e-3 }, "what is required leaves nothing short"
)
notebook.check(results.ledgers.allSatisfy(\.closes), "the books close")
notebook.close()
