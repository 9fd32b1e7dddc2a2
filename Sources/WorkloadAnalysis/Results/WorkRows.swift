import PolicingDomain

/// Work by category, beat, class of unit, and district × home.
struct WorkRows {
  let categories: [Workload.CategoryRow]
  let beats: [Workload.BeatRow]
  let unbeated: UnitHours
  let classes: [Workload.ClassRow]
  let matrix: [Workload.MatrixCell]
  let imputed: UnitHours
  let backUp: UnitHours

  init(_ tally: WorkloadTally, _ work: ImputedWork) {
    let kinds = tally.kinds.work
    let byCategory = work.sums(tally.missing.byHome, count: tally.categories.count) {
      kinds[$0.kind].category * 2 + $0.origin
    }
    imputed = UnitHours(byCategory.reduce(0, +))
    categories = Self.categoryRows(tally, imputed: byCategory)
    let byBeat = work.sums(tally.missing.byBeat, count: tally.beats.count + 1) { $0.second }
    beats = tally.beats.enumerated().map { row, cell in
      let unitHours = UnitHours(Millionths.unitHours(cell.work) + byBeat[row + 1])
      return Workload.BeatRow(
        beat: Beat.ID(tally.places.beats.texts[row]), calls: cell.calls, unitHours: unitHours,
        reliability: Reliability(
          observations: cell.observed, imputed: UnitHours(byBeat[row + 1]), of: unitHours))
    }
    unbeated = UnitHours(Millionths.unitHours(tally.counts.unbeatedWork) + byBeat[0])
    let byClass = work.sums(tally.missing.byHome, count: tally.classes.count) {
      $0.origin * CallKinds.classes + kinds[$0.kind].unitClass
    }
    classes = Self.classRows(tally, work, imputed: byClass)
    matrix = Self.matrix(tally, work)
    backUp = UnitHours(
      Millionths.unitHours(tally.counts.backUpWork)
        + work.sums(tally.missing.backUp, count: 1) { _ in 0 }[0])
  }

  private static func categoryRows(
    _ tally: WorkloadTally, imputed: [Double]
  ) -> [Workload.CategoryRow] {
    tally.categories.indices.compactMap { index in
      let cell = tally.categories[index]
      guard cell.calls > 0 else { return nil }
      let unitHours = UnitHours(Millionths.unitHours(cell.work) + imputed[index])
      let units = Double(cell.units) / 1e6
      return Workload.CategoryRow(
        category: CallCategory(tally.places.categories.texts[index / 2]),
        origin: index % 2 == 0 ? .community : .officer, calls: cell.calls,
        callsWithUnit: cell.callsWithUnit,
        unitsPerCall: cell.callsWithUnit > 0 ? units / Double(cell.callsWithUnit) : 0,
        minutesPerUnit: units > 0 ? unitHours.value * 60 / units : 0, unitHours: unitHours,
        reliability: Reliability(
          observations: cell.observed, imputed: UnitHours(imputed[index]), of: unitHours))
    }
  }

  private static func classRows(
    _ tally: WorkloadTally, _ work: ImputedWork, imputed: [Double]
  ) -> [Workload.ClassRow] {
    let kinds = tally.kinds.work
    let crews = work.sums(tally.missing.crews, count: tally.classes.count * 2) {
      ($0.origin * CallKinds.classes + kinds[$0.kind].unitClass) * 2 + $0.second
    }
    var rows: [Workload.ClassRow] = []
    for unitClass in UnitClass.allCases {
      for (origin, name) in [CallOrigin.community, .officer].enumerated() {
        let index = origin * CallKinds.classes + unitClass.row
        let cell = tally.classes[index]
        guard cell.units > 0 else { continue }
        let unitHours = UnitHours(Millionths.unitHours(cell.work) + imputed[index])
        rows.append(
          Workload.ClassRow(
            unitClass: unitClass, origin: name, unitsSent: Double(cell.units) / 1e6,
            unitHours: unitHours,
            officerHours: OfficerHours(Millionths.unitHours(cell.officerWork) + crews[index * 2]),
            unitHoursWithCrew: UnitHours(
              Millionths.unitHours(cell.workWithCrew) + crews[index * 2 + 1]),
            reliability: Reliability(
              observations: cell.observed, imputed: UnitHours(imputed[index]), of: unitHours)))
      }
    }
    return rows
  }

  private static func matrix(_ tally: WorkloadTally, _ work: ImputedWork) -> [Workload.MatrixCell] {
    let rows = tally.places.rowCount
    let width = rows + 1
    let missing = work.sums(tally.missing.byHome, count: tally.homes.count) {
      ($0.origin * rows + $0.first) * width + $0.second
    }
    func place(_ row: Int) -> Workload.Place {
      row < rows - 1
        ? .district(tally.places.districts[row]) : row == rows - 1 ? .elsewhere : .unknown
    }
    var cells: [Workload.MatrixCell] = []
    for need in 0..<rows {
      for home in 0..<width {
        let hours = [0, 1].map { origin -> Double in
          let index = (origin * rows + need) * width + home
          return Millionths.unitHours(tally.homes[index]) + missing[index]
        }
        guard hours[0] > 0 || hours[1] > 0 else { continue }
        cells.append(
          Workload.MatrixCell(
            need: place(need), supply: place(home), community: UnitHours(hours[0]),
            officer: UnitHours(hours[1])))
      }
    }
    return cells
  }
}
