// # Shadow prices, and what one more person is worth
//
// *You will learn* what a dual value of a staffing program says, why it misleads where an optimum is
// degenerate, and why this library answers "what would one more lieutenant buy?" by solving again.

import NotebookPaper
import Rollcall

var notebook = Notebook()

// ## 1. A plan with its prices

let folder = notebook.need(
  ReferenceData.study("generic-two-districts"),
  "the bundled study is missing; set ROLLCALL_DATA to the folder Data")
let pipeline = try StudyPipeline(studyAt: folder)
let results = try pipeline.run(to: .allocation)
let plan = notebook.need(results.recommended?.plan, "a study of this size has a plan")
notebook.show(ResultTable.stages(results))

// ## 2. The dual values
//
// Every row of a linear program has a shadow price: how the optimum moves with its right-hand side. The
// supply of a rank is such a row. A price is good only between the ends beside it, and says nothing
// about either side where an end is the present value itself.

let supply = plan.shadowPrices.filter { $0.row.hasPrefix("supply[") }
notebook.show(
  ResultTable(
    name: "shadow-prices", title: "Shadow prices of the supply of each rank",
    columns: [
      .init("row", "Row"), .init("stage", "Stage"), .init("price", "Price", decimals: 3),
      .init("low", "Good from", decimals: 2), .init("now", "Now", decimals: 2),
      .init("high", "to", decimals: 2),
    ],
    rows: supply.map { price in
      [
        .text(price.row), .text(price.stage), .number(price.price),
        .optional(price.range.lowerBound.isFinite ? price.range.lowerBound : nil),
        .number(price.current),
        .optional(price.range.upperBound.isFinite ? price.range.upperBound : nil),
      ]
    }))

// ## 3. The same question, by solving again
//
// These are differences of two optima, all stages solved anew with one person more or fewer. The first
// stage that changes decides.

notebook.show(ResultTable.prices(results))

// Look at the lieutenants. The shadow price says that one more is worth a whole position by rule; but its
// interval ends at 9.58, and there are 9.50. Solved again, one more is worth 0.075, because only so much
// was missing, and one *fewer* costs a whole one. No single number could say both.

// ## Check
//
// The prices were found inside the allocation, from the basis of the plan. We go another way: change the
// *study*, run it whole, and compare the optima of the stages.

func differences(_ rank: String, _ more: Double) throws -> [String: Double] {
  let (_, difference) = try pipeline.whatIf([.people(rank: rank, more: more)], of: results)
  let changes = difference.objectives.map { ($0.name, ($0.after ?? .nan) - ($0.before ?? .nan)) }
  return Dictionary(changes) { first, _ in first }
}
for (words, rank, more) in [
  ("one more lieutenant", "lieutenant", 1.0), ("one fewer lieutenant", "lieutenant", -1),
  ("one more clerk", "clerk", 1),
] {
  let again = try differences(rank, more)
  for price in plan.prices where price.rule == words {
    let objective = notebook.need(
      plan.stages.first { price.unit.hasSuffix($0.objective) }?.objective, "a stage for the price")
    notebook.check(
      abs((again[objective] ?? .nan) - price.amount) < 2e-3,
      "\(words), \(objective): \(price.amount.digits(3)) both ways")
  }
}

// And the shadow price itself, where it has room: half a clerk more moves the weighted shortage by half
// of the price.

let clerk = notebook.need(
  supply.first { $0.row == "supply[clerk]" && $0.stage == "weighted shortage" },
  "the supply of clerks has a price")
notebook.check(
  clerk.range.contains(clerk.current + 0.5), "the price of a clerk is good for half a clerk more")
let half = try differences("clerk", 0.5)
notebook.check(
  abs((half[clerk.stage] ?? .nan) - 0.5 * clerk.price) < 1e-3,
  "half a clerk more is worth half of the shadow price")
notebook.close()
