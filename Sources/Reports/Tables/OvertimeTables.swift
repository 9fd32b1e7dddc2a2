public import PolicingDomain

extension OvertimeHours {
  /// The tables of overtime: by reason, by reason and district and period, and what became of rows.
  public var tables: [ResultTable] {
    [.overtimeByReason(self), .overtimeByDistrict(self), .deploymentRows(ledger)]
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
      ], rowSums: [Sum(rows.count, of: Array(rows.indices))], notes: notes(overtime))
  }

  /// Overtime by reason, district and period.
  public static func overtimeByDistrict(_ overtime: OvertimeHours) -> ResultTable {
    ResultTable(
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
      }, notes: notes(overtime))
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
