import PolicingDomain

/// Calls of one category and priority in one district, as a share of the calls of that priority in each
/// hour.
///
/// Workloads count the calls N of a category by district and its calls by hour of the week in the whole city.
/// Of the calls of a priority in a district and hour, category c is taken to be
///
///     N(c, d) q(c, h) / Σ N(c′, d) q(c′, h),   q(c, h) = share of c's calls that come in hour h
///
/// so that the calls of each district and hour stay what they are.
struct CategoryMix {
  /// The fewest calls in a district from which its own time per call is taken.
  private static let fewestCalls = 30.0

  let rows: [CategoryPlaces]
  /// The share of each row's calls that comes in each hour.
  private let profiles: [[Double]]
  /// By priority, district and hour: the sum of N q over the categories.
  private let sums: [CallPriority?: [Double]]

  init(_ rows: [CategoryPlaces], districts: Int) throws(RequirementsError) {
    var sums: [CallPriority?: [Double]] = [:]
    var profiles: [[Double]] = []
    for row in rows {
      guard row.calls.count == districts else {
        throw .invalidFigure(
          what: "The number of districts of the category \(row.category) (one for each district)",
          value: Double(row.calls.count))
      }
      for value in row.calls + row.callsByHour + row.unitHours {
        _ = try Figure("A number of the category \(row.category)", value).checked()
      }
      let all = row.callsByHour.reduce(0, +)
      let profile = row.callsByHour.map { all > 0 ? $0 / all : 0 }
      profiles.append(profile)
      var cells =
        sums[row.priority]
        ?? [Double](repeating: 0, count: districts * HourOfWeek.count)
      for district in 0..<districts where row.calls[district] > 0 {
        for hour in 0..<HourOfWeek.count {
          cells[district * HourOfWeek.count + hour] += row.calls[district] * profile[hour]
        }
      }
      sums[row.priority] = cells
    }
    self.rows = rows
    self.profiles = profiles
    self.sums = sums
  }

  /// Returns the share of the row's category among the calls of its priority in a district and hour.
  func share(row: Int, district: Int, hour: Int) -> Double {
    let all = sums[rows[row].priority]?[district * HourOfWeek.count + hour] ?? 0
    return all > 0 ? rows[row].calls[district] * profiles[row][hour] / all : 0
  }

  /// Returns unit-hours per call of the row's category in a district; with few calls there, in all
  /// districts.
  func unitTime(row: Int, district: Int) -> Double {
    let place = rows[row]
    if place.calls[district] >= Self.fewestCalls {
      return place.unitHours[district] / place.calls[district]
    }
    let calls = place.calls.reduce(0, +)
    return calls > 0 ? place.unitHours.reduce(0, +) / calls : 0
  }
}
