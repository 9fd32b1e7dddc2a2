public import PolicingDomain

extension OvertimeHours {
  /// The tables of overtime: by reason, by reason and district and period, and what became of rows.
  public var tables: [ResultTable] {
    var ledger = ResultTable.deploymentRows(ledger)
    // Rows used are the entries, and shares of rows tell how many rows there are.
    for row in ledger.rows.indices {
      let isTotal = row < 2
      ledger.shared.tells.append(
        .init(row: row, column: isTotal ? 2 : 3, Self.entries(of: nil)))
    }
    return [.overtimeByReason(self), .overtimeByDistrict(self), ledger]
  }

  /// The entries of a reason, or all of them.
  static func entries(of reason: String?) -> FigureKey {
    FigureKey("overtime entries" + (reason.map { ", \($0)" } ?? ""))
  }
}

extension ResultTable {
  /// Overtime by reason, the whole department.
  public static func overtimeByReason(_ overtime: OvertimeHours) -> ResultTable {
    var sums: [(row: OvertimeHours.Row, hours: OfficerHours, entries: Int)] = []
    for row in overtime.rows {
      if let last = sums.last, last.row.reason == row.reason {
        sums[sums.count - 1].hours += row.hours
        sums[sums.count - 1].entries += row.entries
      } else {
        sums.append((row, row.hours, row.entries))
      }
    }
    let all = overtime.total.value
    let entries = overtime.rows.reduce(0) { $0 + $1.entries }
    let rows = sums.map { sum -> [Cell] in
      [
        .text(sum.row.reason), .text(street(sum.row.isOnStreet)), .number(sum.hours.value),
        .optional(all > 0 ? 100 * sum.hours.value / all : nil), .count(sum.entries),
      ]
    }
    var shared = SharedFigures()
    shared.cells = sums.enumerated().map { row, sum in
      .init(row: row, column: 4, OvertimeHours.entries(of: sum.row.reason))
    }
    shared.cells.append(.init(row: rows.count, column: 4, OvertimeHours.entries(of: nil)))
    return ResultTable(
      name: "overtime-by-reason", title: "Overtime by reason",
      columns: [
        Column("reason", "Reason"), Column("on_street", "On the street"),
        Column("officer_hours", "Officer-hours", decimals: 1),
        Column("percent_of_hours", "%", decimals: 1),
        Column("entries", "Entries", privacy: .countOfPeople),
      ],
      rows: rows + [
        [
          .text("all"), .text(""), .number(all), .optional(all > 0 ? 100 : nil), .count(entries),
        ]
      ], rowSums: [Sum(rows.count, of: Array(rows.indices))], notes: notes(overtime),
      shared: shared)
  }

  /// Overtime by reason, district and period.
  public static func overtimeByDistrict(_ overtime: OvertimeHours) -> ResultTable {
    var shared = SharedFigures()
    var reasons: [String] = []
    for row in overtime.rows where reasons.last != row.reason { reasons.append(row.reason) }
    shared.cellSums = reasons.map { reason in
      let rows = overtime.rows.indices.filter { overtime.rows[$0].reason == reason }
      return .init(OvertimeHours.entries(of: reason), ofColumn: 5, rows: rows)
    }
    return ResultTable(
      name: "overtime-by-district", title: "Overtime by reason, district and period",
      columns: [
        Column("reason", "Reason"), Column("on_street", "On the street"),
        Column("district", "District"), Column("period", "Period"),
        Column("officer_hours", "Officer-hours", decimals: 1),
        Column("entries", "Entries", privacy: .countOfPeople),
      ],
      rows: overtime.rows.map { row in
        [
          .text(row.reason), .text(street(row.isOnStreet)),
          .text(row.district?.description ?? "none"), .text(row.period), .number(row.hours.value),
          .count(row.entries),
        ]
      }, notes: notes(overtime), shared: shared)
  }

  private static func street(_ isOnStreet: Bool?) -> String {
    isOnStreet.map { $0 ? "yes" : "no" } ?? "not told"
  }

  private static func notes(_ overtime: OvertimeHours) -> [String] {
    [
      "\(Format.number(overtime.onStreet.value, decimals: 1)) of "
        + "\(Format.number(overtime.total.value, decimals: 1)) officer-hours are of reasons that put "
        + "officers on the street, as the profile tells."
    ] + overtime.notTold
  }
}
