// # Waiting against units
//
// *You will learn* how long people wait with so many units, why a busy share of 80 % is not "20 %
// spare", and why calls that draw two units break the formula that is usually used.

import Charts
import NotebookPaper
import PolicingDomain
import QueueingModels

var notebook = Notebook()
func percent(_ share: Double) -> String { (100 * share).digits(1) + " %" }
func minutes(_ hours: Double) -> Double { 60 * hours }

// ## 1. One line of calls
//
// Six calls an hour, half an hour each: three units are busy on average. With exactly three the line
// would grow without end. Erlang's formula of 1917 says what each further unit buys.

let calls = 6.0
let served = 2.0
var single: [(units: Int, queue: ErlangC)] = []
for units in 4...12 {
  if let queue = ErlangC(servers: units, arrivalRate: calls, serviceRate: served) {
    single.append((units, queue))
  }
}
notebook.say(
  "units, busy share, share of callers who wait:\n"
    + single.prefix(4).map {
      "\($0.units)   \(percent($0.queue.utilization))   \(percent($0.queue.waitProbability))"
    }.joined(separator: "\n"))

// A fourth unit lets the line end at all, and half of the callers wait. Each further one is worth less than
// the one before. That curve, and not an average, is what a standard should be read from.

// ## 2. Calls that draw two units
//
// Half of the urgent calls want two units. The usual way out counts such a call as one that takes
// twice as long. The true process is another: two units are gone *at once*, and come back one by one.

let urgent = CustomerClass(arrivalRate: 2, servers: [0.5, 0.5])
let other = CustomerClass(arrivalRate: 4)
var rows: [[ResultTable.Cell]] = []
var exact: [(units: Int, queue: SeveralServerQueue, pooled: PooledComparison)] = []
for units in 5...12 {
  guard
    let queue = SeveralServerQueue(servers: units, classes: [urgent, other], serviceRate: served),
    let comparison = PooledComparison(queue)
  else { continue }
  exact.append((units, queue, comparison))
  rows.append([
    .count(units), .number(100 * queue.load / Double(units)),
    .number(100 * queue.waitProbability), .number(minutes(queue.meanWaits[0])),
    .number(minutes(queue.meanWaits[1])), .number(100 * comparison.pooled.waitProbability),
    .number(minutes(comparison.pooled.meanWaits[0])),
  ])
}
notebook.show(
  ResultTable(
    name: "waiting", title: "Units against waits, two classes of urgency",
    columns: [
      .init("units", "Units"), .init("busy", "Busy, %", decimals: 1),
      .init("waits", "Have to wait, %", decimals: 2),
      .init("urgent", "Urgent, mean minutes", decimals: 2),
      .init("other", "Others, mean minutes", decimals: 2),
      .init("pooled_waits", "Usual formula: have to wait, %", decimals: 2),
      .init("pooled_urgent", "Usual formula: urgent, mean minutes", decimals: 2),
    ], rows: rows))

notebook.show(
  LineChart(
    title: "The usual formula is too hopeful wherever calls draw two units",
    summary: "Share of callers who wait, by units on the street: exact, and by the usual formula.",
    x: Axis("Units on the street"),
    y: Axis("Have to wait", style: NumberStyle(suffix: " %"), from: 0),
    lines: [
      .init("exact", exact.map { .init(Double($0.units), 100 * $0.queue.waitProbability) }),
      .init(
        "usual formula",
        exact.map { .init(Double($0.units), 100 * $0.pooled.pooled.waitProbability) }),
    ], targets: [Reference(10, "one in ten waits")]))

// ## 3. From a standard to a number of units
//
// "Nine of ten urgent calls get their first unit within three minutes": the fewest units that keep it.

func fewest(_ meets: (Int) -> Bool) -> Int? { (4...40).first(where: meets) }
let within = 3.0 / 60
let needed = notebook.need(
  fewest { units in
    SeveralServerQueue(servers: units, classes: [urgent, other], serviceRate: served)?
      .shareWaiting(ofClass: 0, atMost: within) ?? 0 >= 0.9
  }, "Forty units are enough")
let needed99 = notebook.need(
  fewest { units in
    SeveralServerQueue(servers: units, classes: [urgent, other], serviceRate: served)?
      .shareWaiting(ofClass: 0, atMost: within) ?? 0 >= 0.99
  }, "Forty units are enough")
notebook.say("nine of ten: \(needed) units; ninety-nine of a hundred: \(needed99) units")

// ## Check
//
// Three answers that are known without this library, and one law. Ten servers with a load of five make
// 3.610536 % of callers wait (tables of Erlang's C). Two units, every call drawing both, calls coming
// and units freed at one rate: by hand, two of five callers wait. Where every call draws one unit, the
// exact model must be Erlang's. And the usual formula may never be the more cautious one here.

let table = notebook.need(ErlangC(servers: 10, arrivalRate: 10, serviceRate: 2), "a steady queue")
notebook.check(abs(table.waitProbability - 0.036_105_36) < 6e-9, "C(10, 5) is 0.03610536")
let pairs = notebook.need(
  SeveralServerQueue(
    servers: 2, classes: [CustomerClass(arrivalRate: 1, servers: [0, 1])], serviceRate: 2),
  "a steady queue")
notebook.check(
  abs(pairs.waitProbability - 0.4) < 1e-12, "two of five wait where all draw both units")
for (units, queue) in single {
  let same = notebook.need(
    SeveralServerQueue(
      servers: units, classes: [CustomerClass(arrivalRate: calls)], serviceRate: served),
    "a steady queue")
  notebook.check(
    abs(same.waitProbability - queue.waitProbability) < 1e-12
      && abs(same.meanWaits[0] - queue.meanWait) < 1e-12,
    "with one unit to a call, \(units) units wait as Erlang says")
}
notebook.check(
  exact.allSatisfy { $0.pooled.waitProbabilityDifference > 0 },
  "the usual formula lets fewer callers wait than really do")
notebook.close()
