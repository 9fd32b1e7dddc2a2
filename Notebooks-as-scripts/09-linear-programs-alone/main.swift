// # Using the linear programming library alone
//
// *You will learn* how to state a linear program in the words of its problem, solve it, read its
// prices, and check the answer yourself. Nothing here knows of any department.

import Charts
import LinearProgramming
import NotebookPaper

var notebook = Notebook()

// ## 1. A problem from a textbook
//
// Two canneries ship to three markets, as cheaply as possible (G. B. Dantzig, *Linear Programming and
// Extensions*, 1963, chapter 3.3). Freight costs 90 dollars for a case and a thousand miles.

let plants = ["Seattle", "San Diego"]
let markets = ["New York", "Chicago", "Topeka"]
let capacity: [String: Double] = ["Seattle": 350, "San Diego": 600]
let wanted: [String: Double] = ["New York": 325, "Chicago": 300, "Topeka": 275]
let thousandMiles: [String: [Double]] = [
  "Seattle": [2.5, 1.7, 1.8], "San Diego": [2.5, 1.8, 1.4],
]

// ## 2. State it
//
// A variable for each way, a row for each limit, and what to minimize. Comparing two expressions
// states a constraint; `require` hands back the row, for which we shall want the price.

var program = LinearProgram(name: "canneries")
var costs = LinearExpression()
var ways: [(plant: String, market: String, cases: Variable)] = []
for plant in plants {
  for (market, miles) in zip(markets, thousandMiles[plant] ?? []) {
    let cases = program.addVariable("\(plant) to \(market)")
    ways.append((plant, market, cases))
    costs += 90 * miles / 1000 * cases
  }
}
var demandRows: [Row] = []
for plant in plants {
  let shipped = ways.filter { $0.plant == plant }.sum { $0.cases }
  program.require(shipped <= capacity[plant] ?? 0, named: "capacity of \(plant)")
}
for market in markets {
  let arrived = ways.filter { $0.market == market }.sum { $0.cases }
  demandRows.append(program.require(arrived >= wanted[market] ?? 0, named: "demand of \(market)"))
}
program.minimize(costs)

// ## 3. Solve it
//
// An answer is *optimal*, *infeasible* or *unbounded*, each with a proof, or it says that nothing was
// proven. The check beside an optimum was made on the program as you stated it, by code that does not
// know which method found it.

let solution = notebook.need(try program.solve().solution, "A problem of this size has an optimum")
for way in ways where solution.value(of: way.cases) > 0 {
  notebook.say("\(way.plant) to \(way.market): \(solution.value(of: way.cases).digits()) cases")
}
notebook.say("cost: \(solution.objective) thousand dollars; \(solution.check)")

notebook.show(
  BarChart(
    title: "San Diego serves Topeka; the coast is shared",
    summary: "Cases shipped from each of two plants to each of three markets.",
    axis: Axis("Cases"), series: plants,
    rows: markets.map { market in
      BarChart.Row(
        market,
        ways.filter { $0.market == market }.map { solution.value(of: $0.cases) })
    }, arrangement: .stacked))

// ## 4. What is one more case worth?
//
// The *shadow price* of a row says how the cost moves when its limit moves by one. It holds as long as
// the same set of ways stays the best, and the library tells how far that is.

let ranging = try program.ranging(of: solution)
for (market, row) in zip(markets, demandRows) {
  let ends = ranging.ends(of: row).filter(\.isActive)
  let interval = ends.map {
    "good from \($0.lower.digits()) to \($0.upper.digits()) cases"
  }.joined()
  let dollars = (1000 * solution.shadowPrice(of: row)).digits()
  notebook.say("one more case for \(market): \(dollars) dollars, \(interval)")
}

// Each interval ends at the present demand: San Diego is exactly full, so one case more would take another
// set of ways. Here Seattle could step in at the same freight, and the price holds beyond. It need not be
// so, which is why the check below solves again.

// ## 5. Ask for what cannot be
//
// When New York wants a thousand cases there is no plan. The answer is a proof: multipliers of rows
// that add up to a contradiction.

var impossible = program
impossible.setBounds(of: demandRows[0], to: 1000 ... .infinity)
guard case .infeasible(let certificate) = try impossible.solve() else {
  preconditionFailure("More is wanted than there is")
}
let conflict = certificate.conflictingRows.map(impossible.name(of:))
notebook.say("in conflict: \(conflict.joined(separator: ", "))")

// ## Check
//
// The optimum is the one that the textbook prints. For the prices we believe nobody: we change each
// demand by one case, solve again, and compare.

notebook.check(abs(solution.objective - 153.675) < 1e-9, "the cost is the published 153.675")
for (market, row) in zip(markets, demandRows) {
  var changed = program
  changed.setBounds(of: row, to: ((wanted[market] ?? 0) + 1) ... .infinity)
  let again = notebook.need(try changed.solve().solution, "One case more can be shipped")
  let difference = again.objective - solution.objective
  notebook.check(
    abs(difference - solution.shadowPrice(of: row)) < 1e-9,
    "one more case for \(market) costs what its price says")
}
let short = (wanted.values.reduce(0, +) - 325 + 1000) - capacity.values.reduce(0, +)
notebook.check(short > 0, "the impossible order is \(short.digits()) cases more than there are")
notebook.close()
