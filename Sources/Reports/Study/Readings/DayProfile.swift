import Charts
import PolicingDomain

/// Units busy and units on the street by hour of the day, over weekdays or over the weekend.
struct DayProfile {
  /// Which days.
  enum Days: String, CaseIterable {
    case weekdays = "Weekdays"
    case weekend = "Weekend"

    /// The days as tables write them.
    var names: [String] {
      switch self {
      case .weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri"]
      case .weekend: ["Sat", "Sun"]
      }
    }
  }

  /// One line of the day: a mean for each hour.
  struct Series {
    let key: String
    let name: String
    let values: [Double?]

    var mean: Double? {
      let known = values.compactMap { $0 }
      return known.count == 24 ? known.reduce(0, +) / 24 : nil
    }
  }

  let days: Days
  /// Units busy, the community's calls first.
  let work: [Series]
  /// Units on the street: required, planned, deployed, as far as they are known.
  let supply: [Series]

  init?(_ source: ReportSource, _ days: Days) {
    self.days = days
    guard let hours = source.table("hours-of-week"),
      let community = Self.series(hours, days, "busy_units", "Calls of the community")
    else { return nil }
    var work = [community]
    if let own = Self.series(
      hours, days, "officer_initiated_units", "Officer-initiated"),
      own.values.contains(where: { ($0 ?? 0) > 0 })
    {
      work.append(own)
    }
    self.work = work
    var supply: [Series] = []
    if let street = source.table("proactive-by-hour") {
      supply += [("units_required", "Required"), ("units_planned", "Planned")].compactMap {
        Self.series(street, days, $0.0, $0.1)
      }
    }
    supply += [Self.deployed(source, days)].compactMap { $0 }
    self.supply = supply
  }

  /// What stands against the work, the truest first: deployed, planned, required.
  var basis: Series? { supply.last }

  /// The share of the units that work keeps busy, hour by hour, in percent.
  var saturation: [Double?] {
    guard let basis else { return [Double?](repeating: nil, count: 24) }
    return (0..<24).map { hour in
      guard let units = basis.values[hour], units > 0, let busy = busy(hour) else { return nil }
      return 100 * busy / units
    }
  }

  /// The units that all work of an hour keeps busy.
  func busy(_ hour: Int) -> Double? {
    let known = work.compactMap { $0.values[hour] }
    return known.count == work.count ? known.reduce(0, +) : nil
  }

  /// The units that all work keeps busy, on average.
  var meanBusy: Double? {
    let known = (0..<24).compactMap { busy($0) }
    return known.count == 24 ? known.reduce(0, +) / 24 : nil
  }

  /// The hour with the largest saturation.
  var peak: (hour: Int, percent: Double)? {
    saturation.enumerated().compactMap { hour, value in value.map { (hour, $0) } }
      .max { $0.1 < $1.1 }
  }

  /// The cells of the hours.
  func rows(_ works: [String], _ supplies: [String]) -> [[ResultTable.Cell]] {
    func cell(_ all: [Series], _ key: String, _ hour: Int) -> ResultTable.Cell {
      .optional(all.first { $0.key == key }?.values[hour])
    }
    return (0..<24).map { hour in
      [.text(days.rawValue), .text(Phrase.clock(hour))]
        + works.map { cell(work, $0, hour) } + supplies.map { cell(supply, $0, hour) }
        + [.optional(saturation[hour])]
    }
  }

  private static func series(
    _ table: TableReading, _ days: Days, _ key: String, _ name: String
  ) -> Series? {
    guard let grid = WeekGrid(table, key) else { return nil }
    let chosen = grid.days.indices.filter { days.names.contains(grid.days[$0]) }
    guard !chosen.isEmpty else { return nil }
    let values = grid.values.map { hour -> Double? in
      let known = chosen.compactMap { hour[$0] }
      return known.count == chosen.count ? known.reduce(0, +) / Double(known.count) : nil
    }
    return values.contains { $0 != nil } ? Series(key: key, name: name, values: values) : nil
  }

  /// Units really on the street, where they are told of every district.
  private static func deployed(_ source: ReportSource, _ days: Days) -> Series? {
    guard let hours = source.table("deployment-hours"),
      let watches = source.table("deployment-against-workload"),
      watches.rows.allSatisfy({ watches.number($0, "units_on_street") != nil })
    else { return nil }
    let classes = UnitClass.allCases.filter(\.isPatrolSupply).map(\.rawValue)
    let districts = Set(watches.values("district"))
    var sums = [Double](repeating: 0, count: 24)
    var counts = [Int](repeating: 0, count: 24)
    for row in hours.rows {
      guard classes.contains(hours.text(row, "class")),
        districts.contains(hours.text(row, "district")),
        days.names.contains(hours.text(row, "weekday")),
        let hour = hours.number(row, "hour").flatMap({ Int(exactly: $0) }),
        (0..<24).contains(hour),
        let units = hours.number(row, "units")
      else { continue }
      sums[hour] += units
      counts[hour] += 1
    }
    let most = counts.max() ?? 0
    guard most > 0 else { return nil }
    return Series(
      key: "units_deployed", name: "Deployed",
      values: (0..<24).map {
        counts[$0] == most ? sums[$0] / Double(days.names.count) : nil
      })
  }
}
