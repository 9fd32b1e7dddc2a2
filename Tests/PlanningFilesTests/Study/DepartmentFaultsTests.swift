import PlanningFiles
import PolicingDomain
import Testing

/// One change of one file of the template, and the problem that it must cause.
@Suite("Faults of the tables of the whole department")
struct DepartmentFaultsTests {
  /// A fault in the template.
  private static func fault(
    _ file: String, _ old: String, _ new: String, _ code: StudyIssueCode, _ says: String = "",
    help: String = "", at place: String? = nil
  ) -> Damage {
    Damage(file, old, new, code, says, help: help, at: place, study: "generic")
  }

  private static let work: [Damage] = [
    fault(
      "responders.csv", "telephone-unit,telephone,theft", "telephone-unit,telefone,theft",
      .unknownWord, "`kind` cannot be `telefone`", help: "did you mean `telephone`?", at: "2:2"),
    fault(
      "responders.csv", "crisis_team,welfare_check", "crisis_team,welfare_chek", .unknownReference,
      "no category `welfare_chek`", help: "`welfare_check`", at: "5:3"),
    fault("responders.csv", "theft,0.5", "theft,1.5", .outOfRange, "from 0 to 1", at: "2:4"),
    fault("responders.csv", "theft,0.5", "theft,half", .unreadableNumber, "`half`", at: "2:4"),
    fault("responders.csv", "theft,0.5", "theft,", .missingValue, "`eligible_share`", at: "2:4"),
    fault(
      "responders.csv", "traffic_crash,0.1,0.7,0.05,20,15,,07:00",
      "traffic_crash,0.1,0.7,0.05,20,15,,08:00", .contradictingRows,
      "`08:00` under `start` here, but `07:00` in line 2", at: "3:10"),
    fault("responders.csv", "mon|tue|wed", "mon|tue|web", .unknownWord, "`web`", at: "6:12"),
    fault(
      "responders.csv", "officer:1|clinician:1", "officer:1|clinitian:1", .unknownReference,
      "no rank `clinitian`", help: "`clinician`", at: "6:14"),
    fault(
      "responders.csv", "officer:1|clinician:1", "officer", .unreadableNumber, "no part", at: "6:14"
    ),
    fault("responders.csv", ",0.6,10:00,20:00", ",0.6,10:00,25:00", .unreadableTime, "25:00"),
    fault(
      "responders.csv", ",weekdays,districts", ",weekdays,distrikts", .missingColumn, "districts"),
    fault(
      "responders.csv", "theft,0.5,0.8,0.05,25,15,", "theft,0.5,0.8,0.05,25,15,0.3", .unusedValue,
      "only a co-response", at: "2:9"),
    fault(
      "responders.csv", "welfare_check,0.3,0.7", "mental_health,0.9,0.9", .sharesOverOne,
      "more than all calls of the category `mental_health`"),
    fault(
      "caseloads.csv", "property-crimes,burglary", "proprety-crimes,burglary", .unknownReference,
      "no position group `proprety-crimes`", help: "`property-crimes`", at: "4:1"),
    fault(
      "caseloads.csv", "property-crimes,burglary", "lockup,burglary", .contradictingRows,
      "not caseload"),
    fault(
      "caseloads.csv", "first 30 days,1,260", "first 30 days,1,", .missingValue,
      "`age_1_hours_per_case` is empty", at: "2:8"),
    fault("caseloads.csv", ",0.3,0.6,", ",0.6,0.3,", .outOfRange, "the benchmark ends at 0.3"),
    fault("caseloads.csv", ",0.3,0.6,", ",0.3,,", .missingValue, "lowest and a highest"),
    fault(
      "arrests.csv", "\n17,", "\n16,", .incompleteList, "1 of the 168 hours"),
    fault("arrests.csv", "\n17,", "\n170,", .outOfRange, "`hour_of_week` is 170", at: "19:1"),
  ]

  @Test(arguments: work)
  func `a fault of work is found where it is`(damage: Damage) throws {
    try damage.check(allowingOthers: true)
  }

  private static let people: [Damage] = [
    fault(
      "civilianization.csv", "arrest_or_force|", "arrest_or_forse|", .unknownWord,
      "`fails` cannot be `arrest_or_forse`", help: "`arrest_or_force`", at: "7:2"),
    fault(
      "civilianization.csv", "0,0.9,analyst", "0,0.9,officer", .employmentMismatch, "is sworn",
      at: "5:5"),
    fault(
      "civilianization.csv", "crime-prevention,", "records,", .holdersMismatch, "only civilians"),
    fault(
      "civilianization.csv", "2-desk,", "1-desk,", .duplicate, "`1-desk` is listed twice", at: "3:1"
    ),
    fault(
      "flows.csv", "sergeant,officer,", "sergeant,captain,", .circularRanks,
      "`sergeant` is promoted from itself", at: "4:2"),
    fault("flows.csv", "officer,,0.07", "officer,,7", .outOfRange, "from 0 to 1", at: "2:3"),
    fault(
      "flows.csv", "captain,lieutenant,", "captain,leutenant,", .unknownReference, "`leutenant`"),
    fault(
      "flows.csv", "captain,lieutenant", "captan,lieutenant", .unknownReference, "no rank `captan`",
      at: "6:1"),
    fault(
      "second_count.csv", "community,officer", "comunity,officer", .unknownReference, "`comunity`",
      at: "6:1"),
    fault("second_count.csv", "2,officer,42", "1,officer,42", .duplicate, "listed twice"),
    fault("differences.csv", "hired between the dates", "", .missingValue, "`cause`", at: "2:3"),
    fault(
      "differences.csv", "long absence without pay,-1", "long absence without pay,", .missingValue,
      "`people`"),
    fault(
      "positions.csv", "entries:officer", "entries:report_taker", .unknownReference,
      "the table of flows"),
    fault(
      "positions.csv", "band:officer:under-1", "band:officer:under1", .unknownReference,
      "no band of seniority `under1`", help: "`under-1`"),
    fault(
      "positions.csv", "band:officer:under-1", "band:officer", .unknownReference, "`band:officer`"),
    fault(
      "positions.csv", ",caseload,,128,,,1.5", ",caselode,,128,,,1.5", .unknownWord, "`caselode`",
      help: "`caseload`"),
    fault(
      "positions.csv", ",1,2,,,made up", ",1,,,,made up", .missingValue, "without `on_call_size`"),
    fault("positions.csv", ",,,3.5,1,", ",,,,1,", .missingValue, "`hours_per_arrest`"),
    fault(
      "positions.csv", "contract article 12,,,,", "contract article 12,1,,,", .unusedValue,
      "`on_call_teams`"),
  ]

  @Test(arguments: people)
  func `a fault of people is found where it is`(damage: Damage) throws {
    try damage.check(allowingOthers: true)
  }

  private static let schedules: [Damage] = [
    fault(
      "calendar.csv", "vacation,06-01", "vaccation,06-01", .unknownReference, "`vaccation`",
      help: "`vacation`", at: "3:1"),
    fault(
      "calendar.csv", "06-01,08-31", "08-31,06-01", .brokenWindow, "before the first", at: "3:3"),
    fault(
      "calendar.csv", "06-01,08-31", "05-01,08-31", .duplicate, "another period from 01-01",
      at: "3:2"),
    fault(
      "calendar.csv", "06-01,08-31", "6-1,08-31", .unreadableTime, "not a day of the year",
      at: "3:2"),
    fault(
      "schedules.csv", "4 on 3 off", "4 on 3 of", .brokenRotation, "`4 on 3 of` cannot be read",
      help: "ones and zeros", at: "3:3"),
    fault(
      "schedules.csv", "A:0|B:1|C:2", "A:0|B:9|C:2", .brokenRotation, "`B:9`", help: "0 to 6",
      at: "3:4"),
    fault("schedules.csv", "A:0|B:1|C:2", "A:0|A:1|C:2", .brokenRotation, "a group twice"),
    fault(
      "schedules.csv", "day=06:00|14:00", "dai=06:00|14:00", .unknownReference, "no watch `dai`",
      help: "`day`", at: "4:5"),
    fault("schedules.csv", "day=06:00|14:00", "day=06:00|2pm", .unreadableTime, "`2pm`", at: "4:5"),
    fault(
      "schedules.csv", "ten-hour,", "ten-hours,", .missingValue,
      "the schedule `ten-hours` has no tours", at: "3:5"),
    fault(
      "tours.csv", ",ten-hour,", ",ten-huor,", .unknownReference, "no schedule `ten-huor`",
      help: "`ten-hour`", at: "8:11"),
    fault(
      "teams.csv", "sector 1-A,1A1,A,", "sector 1-A,1A1,E,", .unknownReference, "no group `E`",
      at: "2:3"),
    fault(
      "teams.csv", "sector 1-A by day,day-early", "sector 1-A by day,day-erly", .unknownReference,
      "`day-erly`", help: "`day-early`"),
    fault("teams.csv", "sector 1-A,1B1,", "sector 1-A,1A1,", .duplicate, "`1A1`"),
    fault("study.yaml", "A: 0, B: 7, C: 0", "A: 0, B: 14, C: 0", .outOfRange, "from 0 to 13"),
    fault("study.yaml", "1100111 0011000", "1100112 0011000", .brokenRotation, "cannot be read"),
    fault(
      "study.yaml", "max_consecutive_days: 3", "max_consecutive: 3", .unknownKey,
      "`max_consecutive`", help: "`max_consecutive_days`"),
    fault(
      "study.yaml", "[minimums, urgent_waiting,", "[minimums, urgent_wait,", .unknownWord,
      "`urgent_wait`", help: "`urgent_waiting`"),
    fault("study.yaml", "[minimums, urgent_waiting,", "[minimums, minimums,", .duplicate, "twice"),
    fault("study.yaml", "fairness: shortage", "fairness: shortages", .unknownWord, "`shortages`"),
    fault("study.yaml", "largest_cut: 0.25", "largest_cut: 25", .outOfRange, "from 0 to 1"),
    fault(
      "rules.csv", "district 2,no,2,yes", "district 2,no,4,yes", .unknownReference,
      "no district `4`"),
    fault(
      "rules.csv", "district 2,no,2,yes", "district 2,no,2,maybe", .unknownWord, "`on` cannot be"),
    fault(
      "targets.csv", "proactive_time,0.4", "proactive_time,0.5", .disagreement, "0.5 here, but 0.4",
      at: "2:2"),
    fault("targets.csv", "6,minutes", "6,hours", .disagreement, "stated in `hours`"),
    fault(
      "targets.csv", "mean_wait_priority_2", "mean_wait_prority_2", .unknownReference,
      "`mean_wait_prority_2`", help: "`mean_wait_priority_2`", at: "4:1"),
    fault("targets.csv", "0.3|0.5", "0.3|much", .unreadableNumber, "`much`", at: "2:6"),
    fault(
      "ranks.csv", "TF-COST", "TF-COTS", .unknownWord, "`assumption` cannot be `TF-COTS`",
      help: "`TF-COST`", at: "2:8"),
  ]

  @Test func `custody without arrests is refused where it is asked for`() throws {
    let copy = try StudyCopy(of: "generic")
    try copy.replace("arrests_per_year: 4200\n", with: "", in: "study.yaml")
    let issues = copy.issues.filter { $0.message.contains("how many arrests") }
    #expect(issues.map(\.file) == [copy.file("positions.csv")])
    #expect(issues.map(\.count) == [2])
    #expect(issues[0].remedy.contains("arrests_per_year"))
  }

  @Test(arguments: schedules)
  func `a fault of schedules and values is found where it is`(damage: Damage) throws {
    try damage.check(allowingOthers: true)
  }
}
