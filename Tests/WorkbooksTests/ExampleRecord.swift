import PolicingDomain

/// A run small enough to work out by hand: one district, two watches, two weekdays.
enum ExampleRecord {
  static let rank = "officer"

  /// Returns the run.
  ///
  /// By hand, at a target of 0.4: the first watch of Monday has 3 busy units, so work asks for 5, more than
  /// the complement (2 beats × 1 + 1 sector × 1 = 3) and the wait (4). All of its units but one carry one
  /// officer at a share of 0.8: min(0.8 × 5, 5 − 1) = 4, so 10 − 4 = 6 officers.
  static func record(name: String = "example", district: String = "1") -> RunRecord {
    var record = RunRecord(
      subject: .init(
        name: name, title: "An example", notice: "EXAMPLE – every figure is invented & <made up>",
        from: "2023-01-01", through: "2023-12-31", calls: "invented"),
      figures: [
        .init(
          name: "calls",
          estimate: Estimate(
            value: 1200, unit: "calls", observations: 1200, imputed: Share(1, of: 4),
            interval: .range(low: 1100, high: 1300, components: ["sampling"])))
      ],
      answers: [.init(mode: "required", status: "optimal", reason: "")],
      tables: [
        staffing, units(district), terms(district), positions(district), availability, standards,
        hours, strange,
      ],
      findings: ["A finding."], countingFindings: [], booksClose: true, explanations: [],
      making: .init(
        version: "0", numerics: "none", arguments: ["run", name], seed: 1,
        inputs: [.init(path: "study.yaml", bytes: 10, sha256: "ab")]))
    record.districts = [.init(id: district, name: "One")]
    return record
  }

  static func table(
    _ name: String, _ columns: [(String, Int)], _ rows: [[ResultTable.Cell]],
    sums: [ResultTable.Sum] = []
  ) -> ResultTable {
    ResultTable(
      name: name, title: "Table \(name)",
      columns: columns.map { ResultTable.Column($0.0, $0.0, decimals: $0.1) }, rows: rows,
      rowSums: sums, notes: ["n = 1."])
  }

  static let staffing = table(
    "staffing-summary",
    [
      ("group", 0), ("employment", 0), ("deployable", 1), ("required", 1), ("decided", 1),
      ("recommended", 1),
    ],
    [
      [.text("Patrol"), .text("sworn"), .number(10), .number(12.5), .missing, .number(10)],
      [.text("Patrol"), .text("civilian"), .number(1), .missing, .number(2), .number(1)],
      [.text("Rank: Officer"), .text("sworn"), .number(10), .number(12.5), .missing, .number(10)],
      [.text("Department"), .text("all"), .number(11), .number(12.5), .number(2), .number(11)],
    ])

  static func units(_ district: String) -> ResultTable {
    table(
      "units-by-weekday",
      [
        ("district", 0), ("watch", 0), ("weekday", 0), ("busy_units", 2),
        ("units_for_waiting", 1), ("units_for_response", 1), ("units_for_patrol_interval", 2),
        ("officers_required", 2),
      ],
      [
        block(district, "first", "Mon", busy: 3, waiting: 4, officers: 6),
        block(district, "first", "Tue", busy: 0.6, waiting: 4, officers: 5),
        block(district, "night", "Mon", busy: 0.6, waiting: 2, officers: 6),
        block(district, "night", "Tue", busy: 0, waiting: 0, officers: 6),
      ])
  }

  private static func block(
    _ district: String, _ watch: String, _ day: String, busy: Double, waiting: Double,
    officers: Double
  ) -> [ResultTable.Cell] {
    [
      .text(district), .text(watch), .text(day), .number(busy), .number(waiting), .missing,
      .missing, .number(officers),
    ]
  }

  static func terms(_ district: String) -> ResultTable {
    table(
      "patrol-terms",
      [
        ("district", 0), ("watch", 0), ("start_hour", 0), ("watch_hours", 0),
        ("one_officer_share", 2), ("beats", 0), ("sectors", 0), ("units_per_beat", 2),
        ("rapid_units_per_sector", 2),
      ],
      [
        [
          .text(district), .text("first"), .count(7), .count(14), .number(0.8), .count(2),
          .count(1), .number(1), .number(1),
        ],
        [
          .text(district), .text("night"), .count(21), .count(10), .number(0), .count(2), .count(1),
          .number(1), .number(1),
        ],
      ])
  }

  static func positions(_ district: String) -> ResultTable {
    table(
      "positions",
      [
        ("group", 0), ("section", 0), ("rank", 0), ("basis", 0), ("sized_by", 0),
        ("positions", 2), ("required", 2),
      ],
      [
        [
          .text("\(district)-patrol"), .text(district), .text(rank), .text("workload"),
          .text("tours"), .number(statedNeed), .number(12.5),
        ],
        [
          .text("chief"), .text("hq"), .text("chief"), .text("fixed count"), .text("basis"),
          .number(1), .number(1),
        ],
      ])
  }

  /// (6 + 5) × 14 h + (6 + 6) × 10 h = 274 h a week, × 365/7 weeks ÷ 1,422 net hours.
  static let statedNeed = 274 * (365.0 / 7) / 1422

  /// 200 tours of 8 hours, less 20 tours; of the 180 that are worked, 14 hours go to roll call and 4 to
  /// court: 1,440 − 18 = 1,422.
  static let availability = table(
    "availability",
    [("rank", 0), ("tour", 0), ("item", 0), ("tours", 2), ("hours", 2), ("source", 0)],
    [
      [.text(rank), .text("day"), .text("scheduled"), .number(200), .number(1600), .text("")],
      [
        .text(rank), .text("day"), .text("=vacation, band 1-3"), .number(-20), .number(-160),
        .text("invented"),
      ],
      [.text(rank), .text("day"), .text("roll call"), .missing, .number(-14), .text("invented")],
      [.text(rank), .text("day"), .text("court"), .missing, .number(-4), .text("invented")],
      [.text(rank), .text("day"), .text("on the street"), .number(180), .number(1422), .text("")],
    ])

  static let standards = table(
    "standards", [("standard", 0), ("value", 2), ("unit", 0)],
    [[.text("proactive time"), .number(0.4), .text("share")]])

  static let hours = table(
    "hours-of-week",
    [("hour_of_week", 0), ("weekday", 0), ("hour", 0), ("calls_per_hour", 2), ("busy_units", 2)],
    (0..<168).map { hour in
      let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
      return [
        .count(hour), .text(days[hour / 24]), .count(hour % 24), .number(Double(hour % 24) / 2),
        .number(Double(hour % 24) / 4),
      ]
    })

  /// Words that would do harm in a spreadsheet that believed them.
  static let strangeWords = [
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1",
    "<script>alert(1)</script>",
    "a & b \"c\" 'd'", "bell \u{7}", "_x0041_", "http://example.org", "mailto:a@example.org", "007",
    "{=1+1}", "1e5",
  ]

  static let strange = table(
    "strange", [("word", 0), ("value", 1)],
    strangeWords.map { [.text($0), .number(.infinity)] } + [[.missing, .number(-1.25)]])
}
