import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.9: teams are neither too small nor too large, watches have their share of the
  /// officers, and overlapping tours do not need more cars than there are.
  ///
  ///     smallest ≤ x[d,τ] ≤ largest
  ///     least · Σ_τ x[d,τ] ≤ Σ_{τ of w} x[d,τ] ≤ most · Σ_τ x[d,τ]
  ///     Σ_τ π · A[τ,c] · x[d,τ] ≤ crew(c) · vehicles[d]
  ///
  /// The crew of a class is the smallest in any of its hours, which needs most cars.
  mutating func limitTours() {
    let limits = question.patrol.limits
    if limits.smallestTeam != nil || limits.largestTeam != nil {
      let range = (limits.smallestTeam ?? 0)...(limits.largestTeam ?? .infinity)
      for team in officers.indices {
        program.require(officers[team].within(range), named: "teamSize[\(team)]")
      }
    }
    for (district, id) in question.districts.enumerated() {
      for share in limits.watchShares { limitShare(share, district, id) }
      if let cars = limits.vehicles.first(where: { $0.district == id }) {
        limitVehicles(cars.count, district, id)
      }
    }
  }

  private mutating func limitShare(
    _ share: TourLimits.WatchShare, _ district: Int, _ id: District.ID
  ) {
    let lanes = layout.calendar(district).lanes
    for (bound, isLeast) in [(share.least.value, true), (share.most.value, false)] {
      guard isLeast ? bound > 0 : bound < 1 else { continue }
      var difference = LinearExpression()
      for team in teams[district] {
        let own = lanes[team.lane].watch == share.watch ? 1.0 : 0
        difference.add(officers[team], times: own - bound)
      }
      let range = isLeast ? 0...Double.infinity : -Double.infinity...0
      let word = isLeast ? "least" : "most"
      program.require(difference.within(range), named: "watchShare[\(id),\(share.watch),\(word)]")
    }
  }

  private mutating func limitVehicles(_ count: Double, _ district: Int, _ id: District.ID) {
    let crew = question.crewByHourOfDay
    for coverage in layout.calendar(district).classes where !coverage.shares.isEmpty {
      let least = coverage.hours.reduce(Double.infinity) { min($0, crew[$1.hour.hourOfDay]) }
      var onStreet = LinearExpression()
      for (lane, share) in coverage.shares {
        onStreet.add(officers[teams[district][lane]], times: question.patrol.presence * share)
      }
      program.require(onStreet <= least * count, named: "vehicles[\(id),\(coverage.name)]")
    }
  }
}
