// # The relief factor
//
// *You will learn* how many people it takes to keep one post filled, why two different numbers go by
// that name, and how a slip in a printed table cost four officers.

import Charts
import NotebookPaper
import PolicingDomain
import StaffingRequirements

var notebook = Notebook()

// ## 1. From a calendar to tours
//
// An officer works four days and is off two, on tours of 9 hours, of which 8.5 are paid. Furlough,
// personal days and training take tours away. These are the entitlements of four to eight years of
// service in the bundled Chicago study, which names the directive behind each.

let source = Provenance(source: "Data/Studies/chicago/availability.csv", date: "2023")
let officer = Rank(
  id: .init("police_officer"), title: "Police officer", employment: .sworn, order: 1,
  annualCost: .init(0), provenance: source)
let tour = Tour(
  id: .init("patrol"), watch: nil, start: Hours(7), length: Hours(9), paid: Hours(8.5),
  meal: Hours(0.5), rollCall: Hours(0.75), relief: Hours(0.25), checkOff: Hours(0.25))
let timeOff: [(String, Double, AbsenceItem.Measure)] = [
  ("furlough", 24, .calendarDays), ("personal days", 4, .tours),
  ("baby furlough days", 32, .hoursOfTours), ("training", 40, .hoursOfTours),
]
let absences = timeOff.map { name, amount, measure in
  AbsenceItem(
    name: name, ledger: .recurring, amount: amount, measure: measure, provenance: source)
}
let year = try Availability(
  of: officer, on: tour, scheduledTours: 365 * 4 / 6, shareOfDaysOn: 4.0 / 6, absences: absences,
  seniority: [])

// ## 2. The ladder
//
// What is counted in calendar days costs only the days on which the officer was due: 24 days of
// furlough are 16 tours. Nothing is rounded on the way.

func tours(_ number: Double) -> ResultTable.Cell { .number(number) }
var rows: [[ResultTable.Cell]] = [[.text("scheduled: 365 × 4 ÷ 6"), tours(year.scheduledTours)]]
rows += year.toursLost.map { [.text("less \($0.name)"), tours(-$0.tours)] }
rows.append([.text("net tours"), tours(year.netTours)])
let ladder = ResultTable(
  name: "ladder", title: "Tours of a year",
  columns: [.init("step", "Step"), .init("tours", "Tours", decimals: 2)], rows: rows)
notebook.show(ladder)

notebook.show(
  StepChart(
    title: "Of 243 scheduled tours an officer comes to 215",
    summary:
      "Scheduled tours of a year, what furlough, personal days and training take, and what is left.",
    axis: Axis("Tours a year"),
    steps: [.init("scheduled", year.scheduledTours, .level)]
      + year.toursLost.map { .init($0.name, -$0.tours, .change) }
      + [.init("net", year.netTours, .level)]))

// ## 3. Two factors with one name
//
// *By tours*: days to cover ÷ tours worked, which is what published factors mean. *By hours*: hours to
// cover ÷ hours at work. They answer different questions. For a car, the hours lost to roll call and
// relief are lost as well; for a post at a desk they are not. So a factor here always says which it is.

let byTours = try ReliefFactor(daysToCover: 365, netTours: year.netTours)
let onTheStreet = try ReliefFactor(
  hoursToCover: Hours(365 * 24), netHours: year.netHours(.street))
let atADesk = try ReliefFactor(hoursToCover: Hours(365 * 24), netHours: year.netHours(.desk))
func show(_ factor: ReliefFactor) -> String { factor.value.digits(3) }
notebook.say(
  """
  one tour every day:           \(show(byTours)) people   (by \(byTours.kind))
  one desk around the clock:    \(show(atADesk)) people   (by \(atADesk.kind))
  one car around the clock:     \(show(onTheStreet)) people   (by \(onTheStreet.kind))
  """)

// ## 4. A factor that somebody published
//
// The sample configuration of the AH Datalytics staffing dashboard lists days off for 12-hour tours:
// 4 personal, 12 vacation, 12 holidays, 5 sick, 5 training, 182.5 regular, 1 other. It prints 2.5436.

let daysOff = [4, 12, 12, 5, 5, 182.5, 1.0]
let dashboard = try ReliefFactor(daysToCover: 365, netTours: 365 - daysOff.reduce(0, +))
notebook.say("365 ÷ (365 − \(daysOff.reduce(0, +))) = \(dashboard.value.digits(4))")

// ## 5. A sum that was printed wrong
//
// The table of the Minnesota chiefs' formula (1998) subtracts hours off from 2,920 hours of a beat and
// needs 18 beats covered. Its five items add up to 1,271 hours; 1,071 is printed. An audit of additions
// finds such slips before they become positions.

let audit = AdditionAudit(
  items: [
    .init("days off", 832), .init("vacation", 91), .init("holidays", 88), .init("training", 225),
    .init("sick", 35),
  ], stated: 1071)
notebook.say(audit.finding)
let printed = try ReliefFactor(hoursToCover: Hours(2920), netHours: Hours(2920 - audit.stated))
let corrected = try ReliefFactor(hoursToCover: Hours(2920), netHours: Hours(2920 - audit.sum))
let printedOfficers = Rounding.nearest(18 * Rounding.truncate(decimals: 2)(printed.value))
let correctedOfficers = Rounding.nearest(18 * corrected.value)
notebook.say(
  "as printed: \(show(printed)) and \(printedOfficers.digits()) officers; "
    + "with the true sum: \(show(corrected)) and \(correctedOfficers.digits()) officers")

// ## Check
//
// Figures worked by hand or printed by others, not by us: 243.33 − 16 − 4 − 3.76 − 4.71 = 214.86 tours,
// the dashboard's 2.5436, and Minnesota's 28 officers.

notebook.check(abs(year.netTours - 214.86) < 0.005, "the ladder ends at 214.86 tours")
notebook.check(abs(byTours.value - 1.699) < 0.0005, "365 ÷ 214.86 is 1.699")
notebook.check(abs(dashboard.value - 2.543554) < 5e-7, "the dashboard's factor is 2.543554")
notebook.check(printedOfficers == 28, "the table as printed ends at 28 officers")
notebook.check(correctedOfficers == 32, "with the true sum it is 32, four more")
notebook.check(
  abs(year.paidHoursLedger.difference.value) < 1e-9, "every paid hour of the year is in one line")
notebook.close()
