extension UnitsOnStreet {
  /// Returns the units that a plan puts on the street: its officers by watch, the same on every weekday
  /// because days off drift through the week, in the crews of the units required.
  static func planned(by plan: StaffingPlan, crews: [UnitRequirement]) -> [UnitsOnStreet] {
    let cover = Dictionary(
      plan.coverageShortages.map { (WatchPlace(district: $0.district, watch: $0.watch), $0) },
      uniquingKeysWith: { first, _ in first })
    return crews.map { need in
      let officers = cover[WatchPlace(district: need.district, watch: need.watch)]?.planned ?? 0
      return UnitsOnStreet(
        district: need.district, watch: need.watch, weekday: need.weekday,
        units: need.crew > 0 ? officers / need.crew : 0)
    }
  }
}

/// A watch of a district.
private struct WatchPlace: Hashable {
  let district: District.ID
  let watch: Watch.ID
}
