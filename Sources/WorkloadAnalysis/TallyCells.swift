import PolicingDomain

/// Numbers by district and hour of the week, while they are being added up.
struct HourlyCells: Sendable {
  private(set) var values: [Double]

  init(rows: Int) { values = [Double](repeating: 0, count: rows * HourOfWeek.count) }

  mutating func add(_ amount: Double, row: Int, hour: Int) {
    values[row * HourOfWeek.count + hour] += amount
  }

  /// Spreads `units` that are busy for `seconds` from `start` over the hours that they cover
  /// (FORMULATION 2.2).
  mutating func spread(units: Double, from start: LocalTime, seconds: Int, row: Int) {
    var moment = start
    var left = seconds
    while left > 0 {
      let untilNextHour = (moment.hourNumber + 1) * 3600 - moment.seconds
      let part = min(left, untilNextHour)
      add(units * Double(part) / 3600, row: row, hour: moment.hourOfWeek.index)
      moment = moment.advanced(bySeconds: part)
      left -= part
    }
  }

  func table(_ districts: [District.ID]) -> HourlyTable {
    HourlyTable(districts: districts, values: values)
  }
}

/// The community calls of one priority.
struct PriorityCells: Sendable {
  var calls: HourlyCells
  var callsWithUnit: HourlyCells
  var unitHours: HourlyCells

  init(rows: Int) {
    calls = HourlyCells(rows: rows)
    callsWithUnit = calls
    unitHours = calls
  }
}

/// What a row of the table of categories stands for.
struct CategoryKey: Hashable, Sendable {
  let category: CallCategory
  let origin: CallOrigin

  init(_ call: CallForService) {
    category = call.category
    origin = call.origin
  }
}

/// The calls of one category and origin.
struct CategoryCell: Sendable {
  var calls = 0
  var callsWithUnit = 0
  var units = 0.0
  var seconds = 0
  var unitHours = 0.0

  mutating func book(units: Double, seconds: Int, unitHours: Double) {
    callsWithUnit += 1
    self.units += units
    self.seconds += seconds
    self.unitHours += unitHours
  }
}

/// The calls of one beat.
struct BeatCell: Sendable {
  var calls = 0
  var unitHours = 0.0
}

/// Totals of a tally.
struct Counts: Sendable {
  var calls = 0
  var outsidePeriod = 0
  var withoutUnit = 0
  var onlyCleared = 0
  var reversed = 0
  var tooLong = 0
  var notImputable = 0
  var imputedCalls = [Int](repeating: 0, count: UnitTimeImputation.Cell.allCases.count)
  var unitHours = 0.0
  var imputed = 0.0
  var backUp = 0.0
  var unbeated = 0.0
  var unplaced = 0.0
}
