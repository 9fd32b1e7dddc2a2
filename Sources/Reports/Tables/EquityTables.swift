public import PolicingDomain

/// Who brings work and who gets staff (FORMULATION 7.7).
extension ResultTable {
  /// Work, staff, waits and proactive time by district, side by side.
  ///
  /// What is not known is blank, never zero.
  public static func equity(_ lines: [EquityLine]) -> ResultTable {
    let staff = lines.first?.staff.map(\.name) ?? []
    let levels = lines.first?.waits.map(\.name) ?? []
    let priorities = Set(lines.flatMap { $0.waits.flatMap { $0.waits.map(\.priority) } }).sorted()
    var columns = [
      Column("district", "District"),
      Column("workload_percent", "Work (% of all)", decimals: 1),
    ]
    columns += staff.map { Column("\(key($0))_percent", "\($0) (% of all)", decimals: 1) }
    for level in levels {
      columns += priorities.map {
        Column(
          "wait_p\($0.level)_\(key(level))_minutes", "P\($0.level) wait, \(level) (min)",
          decimals: 2)
      }
    }
    columns += [
      Column("proactive_hours_per_1000_residents", "Proactive hours / 1,000 residents"),
      Column("proactive_hours_per_violent_crime", "/ violent crime", decimals: 1),
      Column("residents", "Residents"), Column("daytime_population", "People by day"),
      Column("violent_crimes", "Violent crimes a year"),
      Column(
        "calls_per_1000_residents", "Calls / 1,000 residents", privacy: .countOfCalls),
      Column("stamps_recorded_percent", "Stamps recorded (%)", decimals: 1, privacy: .meanPerCall),
    ]
    return ResultTable(
      name: "equity", title: "Work, staff and service by district", columns: columns,
      rows: lines.map { cells($0, priorities) }, notes: notes(lines))
  }

  private static func cells(_ line: EquityLine, _ priorities: [CallPriority]) -> [Cell] {
    var cells: [Cell] = [
      .text(line.district.description), .optional(line.workloadShare.map { $0 * 100 }),
    ]
    cells += line.staff.map { .optional($0.share.map { $0 * 100 }) }
    for level in line.waits {
      cells += priorities.map { priority in
        level.waits.first { $0.priority == priority }.map { finite($0.wait) } ?? .missing
      }
    }
    return cells + [
      .optional(line.proactiveHoursPerThousandResidents),
      .optional(line.proactiveHoursPerViolentCrime),
      line.residents.map(Cell.count) ?? .missing,
      line.daytimePopulation.map(Cell.count) ?? .missing, .optional(line.violentCrimes),
      .optional(line.callsPerThousandResidents),
      .optional(line.stampsRecorded.map { $0.value * 100 }),
    ]
  }

  private static func notes(_ lines: [EquityLine]) -> [String] {
    var notes = [
      "Few calls are not little need: where people trust or reach the police less they call less, "
        + "and work whose stamps were not recorded is estimated or missing. Both hide need.",
      "Officers' own work follows from where they are sent; it is in no share here.",
      "Stamps: calls with a unit of which both receipt and dispatch are recorded. A blank wait: no such "
        + "call, or work exceeds the units in some hour.",
    ]
    let missing: [(String, Bool)] = [
      ("residents", lines.contains { $0.residents == nil }),
      ("people by day", lines.contains { $0.daytimePopulation == nil }),
      ("violent crimes", lines.contains { $0.violentCrimes == nil }),
    ]
    let unstated = missing.filter(\.1).map(\.0)
    if !unstated.isEmpty {
      notes.append(
        "Not stated for every district, and left blank: \(unstated.joined(separator: ", ")).")
    }
    for name in (lines.first?.staff ?? []).filter({ $0.share == nil }).map(\.name) {
      notes.append(
        "The share of staff \(name) is blank, because it is not known for every district.")
    }
    return notes
  }

  private static func key(_ name: String) -> String {
    name.lowercased().split(separator: " ").joined(separator: "_")
  }
}
