internal import PolicingDomain

/// What is missing, group by group.
extension ResultTable {
  /// The most rows of a grouping that a page shows; files hold all.
  static let shownGroups = 40
  /// The most cells of the list of the worst.
  static let shownCells = 15

  /// The shares of calls that lack a stamp, one table for each thing that calls have in common.
  static func missing(_ quality: DataQuality) -> [ResultTable] {
    quality.groupings.compactMap { grouping in
      // What is not told, or told of all alike, says no more than the table of stamps.
      guard grouping.groups.count > 1 else { return nil }
      if grouping.key == "community_priority", quality.officerCalls == 0 { return nil }
      return missing(grouping, quality)
    }
  }

  private static func missing(
    _ grouping: DataQuality.Grouping, _ quality: DataQuality
  ) -> ResultTable {
    let stamps = DataQuality.Stamp.later.filter { quality.export.precision(of: $0) == .times }
    let isLong = grouping.groups.count > shownGroups
    let shown =
      isLong
      ? Array(grouping.groups.sorted { ($1.counts.calls, $0.label) < ($0.counts.calls, $1.label) })
        .prefix(shownGroups) : grouping.groups[...]
    let isUnits = grouping.key == "unit_class"
    let heading = grouping.title.prefix { $0 != "," && $0 != "(" }
    var columns = [
      Column("group", heading.prefix(1).uppercased() + heading.dropFirst()),
      Column("calls", isUnits ? "Parts" : "Calls"),
    ]
    columns += stamps.map {
      Column("percent_without_\($0.name)", "no \($0.name) %", decimals: 1)
    }
    if !isUnits {
      columns.append(Column("sent", "Unit went"))
      columns += stamps.map {
        Column("percent_sent_without_\($0.name)", "no \($0.name) %", decimals: 1)
      }
    }
    let rows = shown.map { group in
      var row: [Cell] = [.text(group.label), .count(group.counts.calls)]
      row += stamps.map { .optional(group.counts.share($0).map { $0 * 100 }) }
      if !isUnits {
        row.append(.count(group.counts.sent))
        row += stamps.map { .optional(group.counts.shareThoughSent($0).map { $0 * 100 }) }
      }
      return row
    }
    return ResultTable(
      name: "quality-missing-by-\(grouping.key.replacing("_", with: "-"))",
      title: "Missing stamps by \(grouping.title)", columns: columns, rows: Array(rows),
      notes: isLong
        ? ["The \(shownGroups) with the most calls of \(grouping.groups.count)."] : [])
  }

  /// The cells of priority × district × hour that lack a stamp most often.
  static func worstCells(_ quality: DataQuality) -> ResultTable {
    let stamps = DataQuality.Stamp.later.filter { stamp in
      quality.export.precision(of: stamp) == .times && quality.all.missingThoughSent(stamp) > 0
    }
    let fewest = quality.standards.fewestOfCell
    let worst = stamps.flatMap { stamp in
      quality.cells.filter { $0.counts.sent >= fewest && $0.counts.missingThoughSent(stamp) > 0 }
        .map { (stamp: stamp, cell: $0) }
    }.sorted { lhs, rhs in
      let left = lhs.cell.counts.missingThoughSent(lhs.stamp)
      let right = rhs.cell.counts.missingThoughSent(rhs.stamp)
      // The share decides; of equal shares the larger cell comes first, then the order of the table.
      let cross = (left * rhs.cell.counts.sent, right * lhs.cell.counts.sent)
      return cross.0 != cross.1
        ? cross.0 > cross.1 : lhs.cell.counts.sent > rhs.cell.counts.sent
    }
    return ResultTable(
      name: "quality-worst-cells", title: "Where stamps are missing most often",
      columns: [
        Column("stamp", "Stamp"), Column("priority", "Priority"), Column("district", "District"),
        Column("hour", "Hour"), Column("missing", "Missing"), Column("sent", "Of"),
        Column("percent", "%", decimals: 1),
      ],
      rows: worst.prefix(shownCells).map { stamp, cell in
        [
          .text(stamp.name), .text(cell.priorityLabel), .text(cell.districtLabel),
          .count(cell.hour), .count(cell.counts.missingThoughSent(stamp)),
          .count(cell.counts.sent),
          .optional(cell.counts.shareThoughSent(stamp).map { $0 * 100 }),
        ]
      },
      notes: [
        "Cells of priority × district × hour of the day with at least \(fewest) calls to which a unit "
          + "went. The JSON form has all \(quality.cells.count) cells with calls."
      ])
  }
}
