public import PolicingDomain

extension ResultTable {
  /// Units and officers on the street by district, watch and class of unit.
  ///
  /// - Parameters:
  ///   - deployment: What was observed, planned or assumed.
  ///   - watches: The blocks of the day; none takes blocks of four hours.
  /// - Returns: The table `deployment`.
  public static func deployment(_ deployment: Deployment, watches: [Watch]) -> ResultTable {
    let blocks = watches.isEmpty ? fourHourBlocks : watches
    let rows = deployment.series.flatMap { series in
      blocks.map { block -> [Cell] in
        let hours = Weekday.allCases.flatMap { block.hours(on: $0) }
        let units = series.units.flatMap { summary($0, hours) }
        let officers = series.officers.flatMap { summary($0, hours) }
        let observed = units?.hours ?? officers?.hours ?? 0
        return [
          .text(series.district?.description ?? "none"), .text(block.id.description),
          .text(series.unitClass.rawValue), .optional(units?.mean), .optional(units?.least),
          .optional(units?.most), .optional(officers?.mean), .optional(officers?.least),
          .optional(officers?.most), .count(observed),
        ]
      }
    }
    return ResultTable(
      name: "deployment", title: "Units and officers on the street: \(deployment.kind.words)",
      columns: [
        Column("district", "District"), Column("watch", "Watch"), Column("class", "Class"),
        Column("units", "Units", decimals: 2), Column("units_least", "Least", decimals: 1),
        Column("units_most", "Most", decimals: 1),
        Column("officers", "Officers", decimals: 2),
        Column("officers_least", "Least", decimals: 1),
        Column("officers_most", "Most", decimals: 1), Column("hours_observed", "Hours"),
      ], rows: rows, notes: notes(deployment))
  }

  /// Units and officers on the street in each hour of the week: mean, extremes and deviation.
  public static func deploymentHours(_ deployment: Deployment) -> ResultTable {
    let rows = deployment.series.flatMap { series in
      HourOfWeek.all.map { hour -> [Cell] in
        let units = series.units?[hour.index]
        let officers = series.officers?[hour.index]
        let observed = units?.occurrences ?? officers?.occurrences ?? 0
        let isKnown = observed > 0 || deployment.kind == .assumption
        let levels = [units, officers].flatMap { level -> [Cell] in
          guard isKnown, let level else { return [.missing, .missing, .missing, .missing] }
          return [
            .number(level.mean), .number(level.deviation), .number(level.least),
            .number(level.most),
          ]
        }
        return [
          .text(series.district?.description ?? "none"), .text(series.unitClass.rawValue),
          .count(hour.index), .text(hour.weekday.abbreviation), .count(hour.hourOfDay),
          .count(observed),
        ] + levels
      }
    }
    var columns = [
      Column("district", "District"), Column("class", "Class"), Column("hour_of_week", "Hour"),
      Column("weekday", "Day"), Column("hour", "Clock"), Column("occurrences", "Occurs"),
    ]
    for (key, heading) in [("units", "Units"), ("officers", "Officers")] {
      columns += [
        Column(key, heading, decimals: 2), Column("\(key)_deviation", "Deviation", decimals: 2),
        Column("\(key)_least", "Least", decimals: 1), Column("\(key)_most", "Most", decimals: 1),
      ]
    }
    return ResultTable(
      name: "deployment-hours", title: "Units and officers on the street by hour of the week",
      columns: columns, rows: rows, notes: notes(deployment))
  }

  /// What became of the rows of the records.
  public static func deploymentRows(_ ledger: DeploymentLedger) -> ResultTable {
    func row(_ kind: String, _ entry: DeploymentLedger.Entry) -> [Cell] {
      [
        .text(kind), .text(entry.what), .count(entry.rows),
        .number(100 * Double(entry.rows) / Double(max(1, ledger.rowsRead))),
        .text(entry.lines.map(String.init).joined(separator: " ")), .text(entry.remedy),
      ]
    }
    let rows =
      [
        row("rows", .init(what: "read", rows: ledger.rowsRead)),
        row("rows", .init(what: "used", rows: ledger.rowsUsed)),
      ] + ledger.setAside.map { row("set aside", $0) } + ledger.remarks.map { row("remark", $0) }
    return ResultTable(
      name: "deployment-rows", title: "What became of the rows: \(ledger.source)",
      columns: [
        Column("kind", "Kind"), Column("what", "What"), Column("rows", "Rows"),
        Column("percent_of_rows", "%", decimals: 1), Column("first_lines", "First lines"),
        Column("remedy", "Remedy"),
      ], rows: rows,
      notes: [
        "Profile \(ledger.profile); one row is one \(ledger.grain). Rows read = used + set aside; "
          + "remarked rows are among those used. Words of fewer than ten rows are not "
          + "quoted: they could be names."
      ])
  }

  /// People who were not present, by status: days of one person each.
  public static func deploymentAbsences(_ ledger: DeploymentLedger) -> ResultTable {
    ResultTable(
      name: "deployment-absences", title: "Not present, by status: \(ledger.source)",
      columns: [
        Column("status", "Status"),
        Column("person_days", "Person-days", privacy: .countOfPeople),
      ], rows: ledger.absences.map { [.text($0.what), .count($0.rows)] },
      notes: ["Rows of the file, each one person on one day; no person is kept."])
  }

  private static func notes(_ deployment: Deployment) -> [String] {
    var notes = ["Source: \(deployment.provenance.source) \(deployment.provenance.date)."]
    switch deployment.kind {
    case .assumption: break
    case .roster:
      notes.append(
        "One turn of the roster is \(deployment.observedDays) days. Least and most are over its hours."
      )
    case .attendance, .unitLog:
      notes.append(
        "\(deployment.observedDays) days observed. An hour counts when all of its records are there; "
          + "a mean divides by such hours. Least and most are over single hours.")
    }
    let total = deployment.observed
    let rest = deployment.unobserved
    var words: [String] = []
    if let units = total.units {
      words.append("\(Format.number(units.value, decimals: 1)) unit-hours")
    }
    if let officers = total.officers {
      words.append("\(Format.number(officers.value, decimals: 1)) officer-hours")
    }
    let left = max(rest.units?.value ?? 0, rest.officers?.value ?? 0)
    if !words.isEmpty {
      notes.append(
        "In the table: \(words.joined(separator: ", "))."
          + (left > 0
            ? " Beside it, in hours without all of their records or outside the period: "
              + "\(Format.number(rest.units?.value ?? 0, decimals: 1)) unit-hours, "
              + "\(Format.number(rest.officers?.value ?? 0, decimals: 1)) officer-hours." : ""))
    }
    return notes + deployment.notTold
  }

  /// The mean over the observed hours, the extremes and the number of hours.
  ///
  /// There is nothing where no hour was observed. Stated levels weigh the same.
  static func summary(
    _ levels: [Deployment.Level], _ hours: [HourOfWeek]
  ) -> (mean: Double, least: Double, most: Double, hours: Int)? {
    let chosen = hours.map { levels[$0.index] }
    let observed = chosen.filter { $0.occurrences > 0 }
    if observed.isEmpty {
      guard !chosen.isEmpty, levels.allSatisfy({ $0.occurrences == 0 }),
        levels.contains(where: { $0.mean > 0 })
      else { return nil }
      let mean = chosen.reduce(0) { $0 + $1.mean } / Double(chosen.count)
      let values = chosen.map(\.mean)
      return (mean, values.min() ?? 0, values.max() ?? 0, 0)
    }
    let count = observed.reduce(0) { $0 + $1.occurrences }
    let sum = observed.reduce(0) { $0 + $1.mean * Double($1.occurrences) }
    return (
      sum / Double(count), observed.map(\.least).min() ?? 0, observed.map(\.most).max() ?? 0, count
    )
  }

  private static var fourHourBlocks: [Watch] {
    (0..<6).map { block in
      let start = block * 4
      let name = "\(padded(start, to: 2))-\(padded(start + 4, to: 2))"
      return Watch(id: Watch.ID(name), startHour: start, length: 4, oneOfficerShare: .none)
    }
  }
}

extension Deployment {
  /// The tables of the deployment; with none, `watches` give way to blocks of four hours.
  public func tables(watches: [Watch]) -> [ResultTable] {
    var tables: [ResultTable] = [
      .deployment(self, watches: watches), .deploymentHours(self),
    ]
    if kind != .assumption { tables.append(.deploymentRows(ledger)) }
    if !ledger.absences.isEmpty { tables.append(.deploymentAbsences(ledger)) }
    return tables
  }
}

extension Deployment.Kind {
  fileprivate var words: String {
    switch self {
    case .attendance: "attendance"
    case .roster: "roster, as planned"
    case .unitLog: "units logged on"
    case .assumption: "an assumption of the study"
    }
  }
}
