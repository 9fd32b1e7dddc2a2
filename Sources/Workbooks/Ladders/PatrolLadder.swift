package import PolicingDomain

/// From the work of calls to officers, block by block, as a workbook works it out again
/// (FORMULATION 4 and 6).
///
/// Needs for waits and responses come from queueing models that no spreadsheet holds, so they are taken
/// as the run found them.
package struct PatrolLadder: Hashable {
  /// One district, watch and weekday.
  package struct Block: Hashable {
    let district: String
    let watch: String
    let weekday: String
    let busyUnits: Double
    let beats: Double
    let sectors: Double
    let waiting: Double?
    let response: Double?
    let interval: Double?
    /// What the run found.
    let statedOfficers: Double
  }

  /// What is the same for a watch in all districts.
  struct Watch: Hashable {
    let id: String
    let hours: Double
    let oneOfficerShare: Double
  }

  /// The patrol officers of one district, as the run has them.
  struct Group: Hashable {
    let id: String
    let district: String
    /// By hours over net hours, the cross-check.
    let statedPositions: Double?
    /// By tours, which decide.
    let byTours: Double?
  }

  /// What one block needs.
  package struct Need: Hashable {
    let complement: Double?
    let work: Double?
    let units: Double
    /// The need that decides.
    package let governs: String
    let crew: Double
    let officers: Double
    /// Officer-hours of a year on the street.
    package let hoursPerYear: Double
  }

  /// Weeks of a year, as the requirement of positions counts them.
  static let weeksPerYear = 365.0 / 7

  /// The blocks, in the order of the run.
  package let blocks: [Block]
  let watches: [Watch]
  let groups: [Group]
  let rank: String
  /// The share of time for what is no call; nothing where the study has no such standard.
  let proactiveTarget: Double?
  let unitsPerBeat: Double?
  let rapidUnitsPerSector: Double?

  /// Reads the ladder from the tables of a run; nothing where one of them is not there.
  package init?(_ record: RunRecord) {
    guard let units = record.table("units-by-weekday"),
      let terms = record.table("patrol-terms"), let positions = record.table("positions"),
      let found = Self.watches(terms), let blocks = Self.blocks(units, terms), !blocks.isEmpty,
      let patrol = Self.groups(positions), let first = patrol.first
    else { return nil }
    self.blocks = blocks
    watches = found
    groups = patrol.map(\.group)
    rank = first.rank
    unitsPerBeat = (terms.numbers("units_per_beat") ?? []).first ?? nil
    rapidUnitsPerSector = (terms.numbers("rapid_units_per_sector") ?? []).first ?? nil
    proactiveTarget = Self.target(record.table("standards"))
  }

  private static func watches(_ terms: ResultTable) -> [Watch]? {
    guard let ids = terms.words("watch"), let hours = terms.numbers("watch_hours"),
      let shares = terms.numbers("one_officer_share")
    else { return nil }
    var watches: [Watch] = []
    for (position, id) in ids.enumerated() where !watches.contains(where: { $0.id == id }) {
      guard let hours = hours[position], let share = shares[position] else { return nil }
      watches.append(Watch(id: id, hours: hours, oneOfficerShare: share))
    }
    return watches
  }

  private static func blocks(_ units: ResultTable, _ terms: ResultTable) -> [Block]? {
    guard let districts = units.words("district"), let watches = units.words("watch"),
      let weekdays = units.words("weekday"), let busy = units.numbers("busy_units"),
      let waiting = units.numbers("units_for_waiting"),
      let response = units.numbers("units_for_response"),
      let interval = units.numbers("units_for_patrol_interval"),
      let officers = units.numbers("officers_required"), let places = terms.words("district"),
      let beats = terms.numbers("beats"), let sectors = terms.numbers("sectors")
    else { return nil }
    var blocks: [Block] = []
    for row in districts.indices {
      guard let busy = busy[row], let officers = officers[row],
        let place = places.firstIndex(of: districts[row])
      else { return nil }
      blocks.append(
        Block(
          district: districts[row], watch: watches[row], weekday: weekdays[row], busyUnits: busy,
          beats: beats[place] ?? 0, sectors: sectors[place] ?? 0, waiting: waiting[row],
          response: response[row], interval: interval[row], statedOfficers: officers))
    }
    return blocks
  }

  /// The groups of patrol officers: those that tours size by workload.
  private static func groups(_ table: ResultTable) -> [(group: Group, rank: String)]? {
    guard let ids = table.words("group"), let sections = table.words("section"),
      let ranks = table.words("rank"), let bases = table.words("basis"),
      let sizedBy = table.words("sized_by"), let positions = table.numbers("positions"),
      let required = table.numbers("required")
    else { return nil }
    return ids.indices.filter { sizedBy[$0] == "tours" && bases[$0] == "workload" }.map { row in
      (
        Group(
          id: ids[row], district: sections[row], statedPositions: positions[row],
          byTours: required[row]), ranks[row]
      )
    }
  }

  private static func target(_ standards: ResultTable?) -> Double? {
    guard let standards, let names = standards.words("standard"),
      let values = standards.numbers("value"),
      let row = names.firstIndex(of: "proactive time")
    else { return nil }
    return values[row]
  }

  /// Returns what a block needs.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - target: The share of time for what is no call.
  /// - Returns: Its needs, units and officers.
  package func need(_ block: Block, at target: Double?) -> Need {
    let rapid = block.sectors * (rapidUnitsPerSector ?? 0)
    let complement = unitsPerBeat.map { block.beats * $0 + rapid }
    let work = target.map { block.busyUnits / (1 - $0) }
    let named: [(String, Double?)] = [
      ("complement", complement), ("work", work), ("waiting", block.waiting),
      ("response", block.response), ("patrol interval", block.interval),
    ]
    let units = named.compactMap(\.1).max() ?? 0
    let governs = units > 0 ? named.first { ($0.1 ?? 0) >= units }?.0 ?? "nothing" : "nothing"
    let watch = watches.first { $0.id == block.watch }
    let share = watch?.oneOfficerShare ?? 0
    let crew = units > 0 ? 2 - min(share, max(0, units - rapid) / units) : 2 - share
    return Need(
      complement: complement, work: work, units: units, governs: governs, crew: crew,
      officers: units * crew,
      hoursPerYear: units * crew * (watch?.hours ?? 0) * PatrolLadder.weeksPerYear)
  }
}
