import PolicingDomain

/// Waits of a district alone beside those of its radio zone, in the tables of a study that has zones.
extension ResultTable {
  /// The columns; none without zones.
  static func zoneColumns(_ results: StudyResults) -> [Column] {
    guard hasZones(results) else { return [] }
    return [
      Column("zone", "Zone"),
      Column("units_for_waiting_alone", "Waiting alone", decimals: 1),
      Column("units_for_response_alone", "Response alone", decimals: 1),
      Column("wait_share_alone", "P(wait) alone", decimals: 3),
      Column("units_for_waiting_in_zone", "Waiting in zone", decimals: 1),
      Column("units_for_response_in_zone", "Response in zone", decimals: 1),
      Column("units_required_in_zone", "Units in zone", decimals: 2),
      Column("wait_share_in_zone", "P(wait) in zone", decimals: 3),
    ]
  }

  /// The cells of a requirement under these columns, with the largest shares of waits of some days.
  static func zoneCells(
    _ need: UnitRequirement, worstOf days: [UnitRequirement], _ results: StudyResults
  ) -> [Cell] {
    let columns = zoneColumns(results)
    guard let pools = need.pools else { return columns.map { _ in .missing } }
    return [
      .text(pools.zone.description), .optional(pools.alone.waiting),
      .optional(pools.alone.response),
      .optional(days.compactMap { $0.pools?.alone.waitShare }.max()),
      .optional(pools.together.waiting), .optional(pools.together.response),
      .number(pools.together.units),
      .optional(days.compactMap { $0.pools?.together.waitShare }.max()),
    ]
  }

  /// What these columns mean, and by what the other columns were found; nothing without zones.
  static func zoneNotes(_ results: StudyResults) -> [String] {
    guard hasZones(results) else { return [] }
    return [
      poolingNote(results),
      "Alone and in zone: what the waits need if units answer the calls of their district only, and, for "
        + "all districts together, if they answer all calls of their radio zone. Both P(wait) are with "
        + "the units required here: those of the district, and those of all districts of the zone.",
    ].compactMap { $0 }
  }

  /// What pooling by zone means for the units of a district; nothing with pooling by district.
  static func poolingNote(_ results: StudyResults) -> String? {
    guard results.pooling == .zone else { return nil }
    return "Pooled by zone: units answer all calls of their radio zone. The needs for waiting and "
      + "response are a district's share of the zone's, by the units that its calls keep busy, and waits "
      + "are those of the zone."
  }

  private static func hasZones(_ results: StudyResults) -> Bool {
    results.units.contains { $0.pools != nil }
  }
}
