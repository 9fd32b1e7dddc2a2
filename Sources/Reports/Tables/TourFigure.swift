import PolicingDomain

/// One figure of a comparison of schedules: its names and how it is read off a line.
struct TourFigure {
  let key: String
  let heading: String
  let decimals: Int
  let value: (TourComparison.Line) -> Double?
  /// Words in the place of the number, where a number does not say it all.
  var spoken: ((TourComparison.Line) -> String?)?

  /// The figure in words; empty where there is none.
  func words(_ line: TourComparison.Line) -> String {
    if let said = spoken?(line) { return said }
    return value(line).map { Format.number($0, decimals: decimals) } ?? ""
  }

  /// An hour in words.
  static func words(of worst: TourFit.WorstHour, _ line: TourComparison.Line) -> String {
    let day = line.schedule.rotation.followsWeek ? "" : ", day \(worst.day + 1) of the cycle"
    return "\(words(of: worst.hour))\(day)"
  }

  private static func words(of hour: HourOfWeek) -> String {
    let clock = hour.hourOfDay < 10 ? "0\(hour.hourOfDay)" : "\(hour.hourOfDay)"
    return "\(hour.weekday.abbreviation) \(clock):00"
  }

  private static func plain(
    _ key: String, _ heading: String, _ decimals: Int,
    _ value: @escaping (TourComparison.Line) -> Double?
  ) -> TourFigure {
    TourFigure(key: key, heading: heading, decimals: decimals, value: value)
  }

  /// All figures, in the order of the page.
  static var all: [TourFigure] { fit + hours + people + span }

  private static var fit: [TourFigure] {
    [
      plain("officers_to_cover", "officers that cover every hour", 1) {
        $0.fitted?.fit.officersToCover.value
      },
      TourFigure(
        key: "unreached_hours", heading: "hours of the week that no tour reaches", decimals: 0,
        value: { $0.fitted.map { Double($0.fit.unreachedHours.count) } },
        spoken: { line in
          guard let hours = line.fitted?.fit.unreachedHours, !hours.isEmpty else { return nil }
          return "\(hours.count): \(hours.prefix(3).map(words(of:)).joined(separator: ", "))"
            + (hours.count > 3 ? ", …" : "")
        }),
      plain("officers_compared", "officers compared", 1) { $0.fitted?.fit.officers.value },
      plain("short_officer_hours_a_week", "uncovered officer-hours a week", 1) {
        $0.fitted?.fit.short.value
      },
      plain("surplus_officer_hours_a_week", "surplus officer-hours a week", 1) {
        $0.fitted?.fit.surplus.value
      },
      TourFigure(
        key: "worst_hour_short", heading: "worst hour: officers short", decimals: 2,
        value: { line in line.fitted.map { $0.fit.worst?.short ?? 0 } },
        spoken: { line in
          line.fitted?.fit.worst.map {
            "\(Format.number($0.short, decimals: 2)) on \(words(of: $0, line))"
          }
        }),
      TourFigure(
        key: "most_officers_on_street", heading: "most officers on the street", decimals: 1,
        value: { $0.fitted?.load.mostOfficers },
        spoken: { line in
          line.fitted.map {
            "\(Format.number($0.load.mostOfficers, decimals: 1)) on \(words(of: $0.load.hour))"
          }
        }),
      plain("vehicles_needed", "vehicles needed then", 1) { $0.fitted?.load.mostVehicles },
      plain("hours_beyond_vehicles_a_week", "hours a week with too few vehicles", 1) {
        $0.fitted?.load.hoursBeyondVehicles
      },
    ]
  }

  private static var hours: [TourFigure] {
    [
      plain("overlap_hours_a_day", "hours a day that watches overlap", 2) {
        $0.figures.overlapHoursPerDay.value
      },
      plain("scheduled_tours_a_year", "scheduled tours a year", 2) { $0.figures.scheduledTours },
      plain("paid_hours_a_year", "paid hours a year", 1) { $0.figures.paidHours.value },
      plain("paid_hours_a_week", "paid hours a week", 2) { $0.figures.paidHoursPerWeek.value },
      plain("street_hours_a_tour", "hours on the street a tour", 2) {
        $0.figures.streetHours.value
      },
      plain("net_street_hours_a_year", "net hours on the street a year", 1) {
        $0.fitted?.availability.netHours(.street).value
      },
      plain("presence", "presence on scheduled tours", 4) { $0.fitted?.availability.presence },
      plain("relief_by_tours", "relief factor by tours (a post of one tour a day)", 3) {
        $0.fitted?.availability.reliefFactor()
      },
      plain("relief_by_hours", "relief factor by hours (a post around the clock)", 3) { line in
        guard let net = line.fitted?.availability.netHours(.street), net > .zero else { return nil }
        return 24 * 365 / net.value
      },
      plain("cost_dollars_a_year", "cost of covering every hour, dollars a year", 0) {
        $0.fitted?.cost.value
      },
    ]
  }

  private static var people: [TourFigure] {
    [
      TourFigure(
        key: "weekends_off_a_year", heading: "whole weekends off a year (least to most)",
        decimals: 1, value: { $0.figures.weekendsOff.mean },
        spoken: { spread($0.figures.weekendsOff) }),
      TourFigure(
        key: "weekend_days_off_a_year", heading: "Saturdays and Sundays off a year", decimals: 1,
        value: { $0.figures.weekendDaysOff.mean },
        spoken: { spread($0.figures.weekendDaysOff) }),
      TourFigure(
        key: "longest_run_on_days", heading: "longest run of days on", decimals: 0,
        value: { $0.figures.longestRunOn.map(Double.init) },
        spoken: { $0.figures.longestRunOn == nil ? "no day off" : nil }),
      plain("longest_run_off_days", "longest run of days off", 0) {
        Double($0.figures.longestRunOff)
      },
      plain("rest_hours", "rest between two tours, hours", 1) { $0.figures.restOnSameTour.value },
      plain("rest_on_change_hours", "rest on a change of tour, hours at least", 1) {
        $0.figures.restOnChange?.value
      },
      plain("evenness", "groups on duty: thinnest day ÷ mean", 3) { $0.figures.evenness },
    ]
  }

  private static var span: [TourFigure] {
    [
      plain("sergeants", "sergeants, one team each", 0) { $0.fitted?.span.sergeants },
      plain("span_assigned", "span assigned", 2) { $0.fitted?.span.assigned },
      plain("span_present", "span present", 2) { $0.fitted?.span.present },
      plain("span_share_of_tours", "span kept, share of tours", 3) {
        $0.fitted?.span.shareOfTours
      },
    ]
  }

  private static func spread(_ spread: ScheduleFigures.Spread) -> String {
    let mean = Format.number(spread.mean, decimals: 1)
    guard spread.most - spread.least > 0.05 else { return mean }
    return "\(mean) (\(Format.number(spread.least, decimals: 1)) to "
      + "\(Format.number(spread.most, decimals: 1)))"
  }
}
