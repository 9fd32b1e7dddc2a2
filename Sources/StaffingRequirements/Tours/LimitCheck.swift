public import PolicingDomain

/// Whether a schedule keeps to what contract or directive sets (FORMULATION 7.6 and 7.9).
public enum LimitCheck {
  /// Returns a finding for each limit that is set.
  ///
  /// - Parameters:
  ///   - schedule: The schedule.
  ///   - figures: What it gives and asks.
  ///   - common: The limits that hold where the schedule sets none itself.
  ///   - load: The officers on the street, for the limit on vehicles; nothing without a demand.
  public static func findings(
    of schedule: TourSchedule, _ figures: ScheduleFigures,
    common: ScheduleLimits = ScheduleLimits(), load: TourComparison.StreetLoad? = nil
  ) -> [TourComparison.LimitFinding] {
    let own = schedule.limits
    var found: [TourComparison.LimitFinding] = []
    func note(_ isKept: Bool, _ words: String) {
      found.append(.init(words: words + (isKept ? "" : ": exceeded"), isKept: isKept))
    }
    if let most = own.consecutiveDays ?? common.consecutiveDays {
      let run = figures.longestRunOn
      note(
        run.map { $0 <= most } ?? false,
        "\(run.map(String.init) ?? "all") days on in a row, at most \(most)")
    }
    if let least = own.rest ?? common.rest {
      note(
        figures.restOnSameTour >= least,
        "\(figures.restOnSameTour.value.written()) h of rest, at least \(least.value.written())")
      if let change = figures.restOnChange {
        note(
          change >= least,
          "\(change.value.written()) h of rest on a change of tour from one day to the next, at "
            + "least \(least.value.written())")
      }
    }
    if let most = own.paidHours ?? common.paidHours {
      note(
        figures.paidHours.value <= most.value + 1e-6,
        "\(figures.paidHours.value.written(1)) paid hours a year, at most \(most.value.written(1))")
    }
    if let fewest = own.startsPerWatch ?? common.startsPerWatch {
      let starts = startsPerWatch(schedule)
      note(starts >= fewest, "\(starts) starts on the watch with fewest, at least \(fewest)")
    }
    if let vehicles = own.vehicles ?? common.vehicles, let load {
      note(
        load.mostVehicles <= vehicles + 1e-9,
        "\(load.mostVehicles.written(1)) vehicles in the busiest hour, \(vehicles.written(1)) there"
      )
    }
    return found
  }

  /// The starts of the watch that has fewest; a tour without a watch is a watch of its own.
  private static func startsPerWatch(_ schedule: TourSchedule) -> Int {
    schedule.tours.map { tour in
      guard let watch = tour.watch else { return 1 }
      return Set(schedule.tours.filter { $0.watch == watch }.map(\.start)).count
    }.min() ?? 0
  }
}
