import PolicingDomain
import Reports

/// A small record made by hand: two bureaus, three districts, and numbers that a reader can add up.
enum ReportFixture {
  typealias Cell = ResultTable.Cell

  /// The record, under a title and with names of districts.
  static func record(
    title: String = "Threeford", names: [(id: String, name: String)] = districts
  ) -> RunRecord {
    let tables = [
      staffing, bureaus, sections, positions, teams, rules, standards, assumptions, equity(names),
      waits(names), watches(names), beats(names), free(names), stages, ledgers,
    ]
    var record = RunRecord(
      subject: .init(
        name: "threeford", title: title, notice: "made by hand", from: "2025-01-01",
        through: "2025-12-31", calls: "calls made by hand"),
      figures: [
        .init(
          name: "unit-hours",
          estimate: Estimate(
            value: 900, unit: "unit-hours in the period", observations: 1200, imputed: .none,
            interval: .none(reason: "made by hand")))
      ],
      answers: [
        .init(mode: "require", status: "optimal", reason: ""),
        .init(mode: "allocate", status: "optimal", reason: ""),
      ],
      tables: tables, findings: ["one finding of the run"], countingFindings: [], booksClose: true,
      explanations: [
        Explanation(item: "department", title: "Department", answer: "100"),
        Explanation(item: "group:1-patrol", title: "Patrol of 1", answer: "30"),
      ],
      making: .init(
        version: "1.2.3", numerics: "by hand", arguments: ["run", "threeford"], seed: 7,
        inputs: [.init(path: "study.yaml", bytes: 10, sha256: "0abc")]))
    record.districts = names.map { RunRecord.District(id: $0.id, name: $0.name) }
    return record
  }

  static let districts = [
    (id: "1", name: "North"), (id: "2", name: "Mill"), (id: "3", name: "South"),
  ]

  /// The record with one of its tables in the place of that of the same name, or added to them.
  static func record(with table: ResultTable) -> RunRecord {
    var record = record()
    record.tables.removeAll { $0.name == table.name }
    record.tables.append(table)
    return record
  }

  /// The page of a kind as Markdown.
  static func text(_ record: RunRecord, _ kind: StudyReport.Kind = .full) -> String {
    StudyReport(record, kind: kind).pages.map(\.markdown).joined(separator: "\n")
  }

  /// A table of texts and numbers: `-` is missing, what reads as a number is one.
  static func table(
    _ name: String, _ keys: String, decimals: Int = 1, _ rows: [String]
  ) -> ResultTable {
    ResultTable(
      name: name, title: "Table \(name)",
      columns: keys.split(separator: ",").map { key in
        ResultTable.Column(String(key), String(key), decimals: decimals)
      },
      rows: rows.map { row in
        row.split(separator: ",", omittingEmptySubsequences: false).map { text -> Cell in
          if text == "-" { return .missing }
          if text.hasPrefix("'") { return .text(String(text.dropFirst())) }
          return Double(text).map(Cell.number) ?? .text(String(text))
        }
      })
  }

  static let staffingKeys =
    "authorized,assigned,deployable,required,decided,recommended,difference,unfilled,basis"

  static let staffing = table(
    "staffing-summary", "group,employment,\(staffingKeys)",
    [
      "Patrol,sworn,-,90,80,70,20,82,2,8,workload", "Patrol,civilian,-,10,9,-,10,9,0,1,policy-set",
      "Support,sworn,-,20,18,15,5,16,-2,4,ratio", "Rank: Chief,sworn,-,1,1,1,-,1,0,0,fixed count",
      "Department,sworn,-,110,98,85,25,98,0,12,workload",
      "Department,civilian,-,10,9,-,10,9,0,1,policy-set",
      "Department,all,-,120,107,85,35,107,0,13,workload",
    ])

  static let bureaus = table(
    "staffing-by-bureau", "bureau,rank,employment,\(staffingKeys)",
    [
      "Patrol,Officer,sworn,-,90,80,70,20,82,2,8,workload",
      "Patrol,Clerk,civilian,-,10,9,-,10,9,0,1,policy-set",
      "Patrol,all,all,-,100,89,70,30,91,2,9,workload",
    ])

  static let sections = table(
    "staffing-by-section", "bureau,section,section_name,rank,employment,\(staffingKeys)",
    ["Patrol,'1,North,Officer,sworn,-,90,80,70,20,82,2,8,workload"])

  static let positions = table(
    "positions",
    "group,section,function,rank,holders,basis,required,recommended,authority,assumption",
    ["1-patrol,'1,patrol,police_officer,sworn_only,workload,30,28,nobody,yes"])

  static let teams = table(
    "teams",
    "district,tour,day_off_group,officers,sergeants,span_assigned,share_of_tours_within_span",
    ["'1,early,A,8,1,8,0.97", "'1,late,A,12,1,12,0.6", "'2,early,A,5,1,5,1"])

  static let rules = table(
    "rules", "rule,value,statement,share_of_tours,authority,citation,scope,verified,state,effect",
    [
      "span_of_control,10,,0.95,decree,paragraph 1,all,no,not met,one team of three fails",
      "training_hours,40,,-,statute,section 3,all,yes,met,40 h",
    ])

  static let standards = table(
    "standards", "standard,value,unit,set_by,source,date,assumption",
    ["proactive time,0.4,share,council,minutes,2025-01-01,no"])

  static let assumptions = table(
    "assumptions", "id,statement,value,unit,low,high,reason,owner",
    ["A-1,Officers rest,'1,day,'0,'2,nobody measured,planner", "A-2,Cars start,,,,,,planner"])

  static let stages = table(
    "stages", "mode,stage,objective,optimum,unit,check",
    ["require,1,cost,10,dollars,verified: gap 0"])

  static let ledgers = table("ledgers", "ledger,left,right,closes", ["in = out,5,5,yes"])

  static func equity(_ names: [(id: String, name: String)]) -> ResultTable {
    let rows = names.enumerated().map { number, place in
      [
        .text(place.id), .number([50, 30, 20][number % 3]), .number([40, 30, 30][number % 3]),
        .number([46, 32, 22][number % 3]), .number(2), .number(4),
        .number([0.5, 1, 1.5][number % 3]), .number([2, 3, 4][number % 3]), .missing,
        .number(99.5),
      ] as [Cell]
    }
    return ResultTable(
      name: "equity", title: "Equity",
      columns: [
        "district", "workload_percent", "assigned_percent", "recommended_percent",
        "wait_p1_required_minutes", "wait_p2_required_minutes", "wait_p1_planned_minutes",
        "wait_p2_planned_minutes", "residents", "stamps_recorded_percent",
      ].map { ResultTable.Column($0, $0, decimals: 1) }, rows: rows)
  }

  static func waits(_ names: [(id: String, name: String)]) -> ResultTable {
    ResultTable(
      name: "waits-predicted-and-observed", title: "Waits",
      columns: [
        "district", "watch", "priority", "calls_with_known_wait", "observed_mean_minutes",
        "predicted_mean_minutes",
      ].map { ResultTable.Column($0, $0, decimals: 1) },
      rows: names.prefix(1).flatMap { place in
        [
          [.text(place.id), .text("day"), .text("P1"), .count(300), .number(2), .number(1)],
          [.text(place.id), .text("night"), .text("P1"), .count(100), .number(4), .number(3)],
        ] as [[Cell]]
      })
  }

  static func watches(_ names: [(id: String, name: String)]) -> ResultTable {
    ResultTable(
      name: "districts-by-watch", title: "Watches",
      columns: [
        "district", "watch", "peak_weekday", "officers_required", "officers_planned",
        "officers_short",
      ].map { ResultTable.Column($0, $0, decimals: 1) },
      rows: names.map { place in
        [.text(place.id), .text("day"), .text("Fri"), .number(9), .number(7.5), .number(1.5)]
      })
  }

  static func beats(_ names: [(id: String, name: String)]) -> ResultTable {
    ResultTable(
      name: "beat-service", title: "Beats",
      columns: ["district", "watch", "units", "own_unit_percent"].map {
        ResultTable.Column($0, $0, decimals: 1)
      },
      rows: names.map { [.text($0.id), .text("day"), .count(5), .number(70)] })
  }

  static func free(_ names: [(id: String, name: String)]) -> ResultTable {
    ResultTable(
      name: "proactive-time", title: "Free",
      columns: [
        "district", "units", "unit_hours", "free_unit_hours", "proactive_percent", "target_percent",
      ].map { ResultTable.Column($0, $0, decimals: 1) },
      rows: names.map {
        [.text($0.id), .text("planned"), .number(100), .number(45), .number(45), .number(40)]
      })
  }
}
