import PolicingDomain

/// Sorts the hours of a calendar into classes of equal coverage.
struct ClassBuilder {
  /// What makes two hours alike.
  struct Key: Hashable {
    struct Part: Hashable {
      let lane: Int
      let share: Double
    }
    var shares: [Part] = []
    var watch: Int?
  }

  private let days: Int
  private let merges: Bool
  private var positions: [Key: Int] = [:]
  private var keys: [Key] = []
  private var members: [[Int]] = []
  private var classOfHour: [Int] = []

  init(days: Int, merges: Bool) {
    self.days = days
    self.merges = merges
    classOfHour.reserveCapacity(days * 24)
  }

  /// Adds the next hour of the calendar.
  mutating func add(_ key: Key, day: Int, hour: Int) {
    let position: Int
    if merges, let known = positions[key] {
      position = known
    } else {
      position = keys.count
      positions[key] = position
      keys.append(key)
      members.append([])
    }
    members[position].append(day * 24 + hour)
    classOfHour.append(position)
  }

  /// The classes, in the order in which they first occur.
  func classes() -> [CoverageClass] {
    keys.indices.map { position in
      CoverageClass(
        shares: keys[position].shares.map { ($0.lane, $0.share) }, watch: keys[position].watch,
        hours: weeklyHours(members[position]), name: name(position))
    }
  }

  private func weeklyHours(_ hours: [Int]) -> [(hour: HourOfWeek, count: Int)] {
    var counts = [Int](repeating: 0, count: HourOfWeek.count)
    for hour in hours { counts[hour % HourOfWeek.count] += 1 }
    return counts.indices.compactMap { index in
      counts[index] == 0
        ? nil : (HourOfWeek(wrapping: index), counts[index])
    }
  }

  /// The first run of hours of a class, which may go round the end of the calendar.
  private func name(_ position: Int) -> String {
    let count = classOfHour.count
    let hours = members[position]
    let first =
      hours.first { classOfHour[($0 + count - 1) % count] != position } ?? hours[0]
    var last = first
    while last - first < 23, last - first < hours.count - 1,
      classOfHour[(last + 1) % count] == position
    {
      last += 1
    }
    let words = first == last ? "hour \(first % 24)" : "hours \(first % 24)-\(last % 24)"
    return "day \(first / 24 + 1),\(words)"
  }
}
