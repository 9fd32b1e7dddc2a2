internal import PolicingDomain

/// How many seconds one person of a tour is on the street in each hour, counted from the midnight at
/// the beginning of the day by which the tour is dated.
struct StreetWindow: Hashable {
  /// The first hour, from −24 to 23.
  let firstHour: Int
  /// The seconds in each hour from the first, at most 3600.
  let seconds: [Int]

  /// Creates the window of `tour`, whose street time runs from the end of relief to check-off; the
  /// meal is spread evenly over it.
  init(_ tour: Tour, nightDate: DeploymentProfile.NightDate) {
    let start = Self.whole(tour.start)
    let length = Self.whole(tour.length)
    let begin = start + Self.whole(tour.rollCall) + Self.whole(tour.relief)
    let end = start + length - Self.whole(tour.checkOff)
    let onStreet = min(max(0, Self.whole(tour.onStreet)), max(0, end - begin))
    let afterMidnight = start + length - 86_400
    let startsDayBefore = nightDate == .most && afterMidnight > 86_400 - start
    self.init(
      from: begin, to: end, onStreet: onStreet, firstHour: startsDayBefore ? -24 : 0)
  }

  /// Creates the window of a watch as a whole, all of which is on the street.
  init(_ watch: Watch, nightDate: DeploymentProfile.NightDate) {
    self.init(
      Tour(
        id: Tour.ID(watch.id.description), watch: watch.id, start: Hours(Double(watch.startHour)),
        length: Hours(Double(watch.length)), paid: Hours(Double(watch.length)), meal: .zero,
        rollCall: .zero, relief: .zero, checkOff: .zero), nightDate: nightDate)
  }

  /// Creates a window from `begin` to `end`, in seconds after a midnight that lies `firstHour`
  /// hours after that of the date.
  private init(from begin: Int, to end: Int, onStreet: Int, firstHour: Int) {
    guard end > begin, onStreet > 0 else {
      self.init(firstHour: firstHour, seconds: [])
      return
    }
    let window = end - begin
    // Sums are rounded, not parts, so that the parts add up to the street time.
    func passed(_ hour: Int) -> Int {
      let seconds = min(max(0, hour * 3600 - begin), window)
      return (seconds * onStreet * 2 + window) / (window * 2)
    }
    let first = begin / 3600
    let last = (end + 3599) / 3600
    self.init(
      firstHour: firstHour + first,
      seconds: (first..<last).map { passed($0 + 1) - passed($0) })
  }

  private init(firstHour: Int, seconds: [Int]) {
    self.firstHour = firstHour
    self.seconds = seconds
  }

  /// Creates the mean of `windows`, for people of whom only the watch is told.
  ///
  /// - Precondition: There is a window.
  init(meanOf windows: [StreetWindow]) {
    precondition(!windows.isEmpty, "A mean needs a window")
    let first = windows.map(\.firstHour).min() ?? 0
    let end = windows.map { $0.firstHour + $0.seconds.count }.max() ?? first
    var passed = 0
    var given = 0
    var seconds: [Int] = []
    for hour in first..<end {
      passed += windows.reduce(0) { $0 + $1[hour] }
      let rounded = (passed * 2 + windows.count) / (windows.count * 2)
      seconds.append(rounded - given)
      given = rounded
    }
    self.init(firstHour: first, seconds: seconds)
  }

  /// The seconds in the hour `hour` after the midnight of the date.
  subscript(hour: Int) -> Int {
    let position = hour - firstHour
    return seconds.indices.contains(position) ? seconds[position] : 0
  }

  /// The hours with street time.
  var hours: [Int] { seconds.indices.filter { seconds[$0] > 0 }.map { firstHour + $0 } }

  /// The seconds of one person.
  var total: Int { seconds.reduce(0, +) }

  private static func whole(_ hours: Hours) -> Int { Int((hours.value * 3600).rounded()) }
}
