import PolicingDomain

extension AllocationQuestion {
  /// Throws the first tour that has the name of another.
  func validateRosters() throws(AllocationError) {
    var known: Set<Tour.ID> = []
    for tour in patrol.tours {
      guard known.insert(tour.id).inserted else { throw .repeatedTour(tour.id) }
      try require(tour.length.value, "The length of tour \(tour.id)", positive: true)
      try require(tour.start.value, "The start of tour \(tour.id)")
    }
  }

  /// Throws the first rule that makes no sense.
  func validateRules() throws(AllocationError) {
    var known: Set<String> = []
    let watches = Set(patrol.watches.map(\.id))
    let places = Set(districts)
    for rule in rules {
      guard known.insert(rule.name).inserted else { throw .repeatedRule(rule.name) }
      switch rule.demand {
      case .span(let span):
        try require(span, "The span of control of rule \(rule.name)", positive: true)
      case .minimums(let minimums):
        for minimum in minimums {
          guard watches.contains(minimum.watch), places.contains(minimum.district) else {
            throw .unknownWatch(
              rule: rule.name, district: minimum.district, watch: minimum.watch)
          }
          try require(minimum.factor, "The factor of rule \(rule.name)", positive: true)
          try require(minimum.amount, "The minimum of rule \(rule.name)")
        }
      }
    }
  }

  /// Throws the first delay curve whose delays rise, or fall faster with more units.
  func validateCurves() throws(AllocationError) {
    for curve in curves {
      try require(curve.calls, "The urgent calls of district \(curve.district)")
      try require(curve.required, "The units required in district \(curve.district)")
      let delays = curve.hoursWaited
      let dust = 1e-9 * max(1e-3, delays[0])
      for units in delays.indices.dropFirst() {
        let fall = delays[units - 1] - delays[units]
        let next = units + 1 < delays.count ? delays[units] - delays[units + 1] : 0
        guard fall >= -dust, next <= fall + dust else {
          throw .notConvex(curve.district, curve.hour)
        }
      }
    }
  }

  /// Throws the first preference that makes no sense.
  func validatePreferences() throws(AllocationError) {
    for objective in AllocationPreferences.Objective.allCases {
      if let tolerance = preferences.tolerances[objective] {
        try require(tolerance, "The tolerance of \(objective.rawValue)")
      }
    }
    if let limit = preferences.movementLimit { try require(limit, "The limit on movement") }
    if let limit = preferences.conversions { try require(limit, "The limit on conversions") }
    if let overtime = preferences.overtime {
      try require(overtime.hours.value, "The hours of overtime")
      try require(overtime.dollarsPerHour, "The price of overtime")
    }
  }

  /// Throws the first conversion that makes no sense.
  func validateConversions() throws(AllocationError) {
    let titles = Set(ranks.map(\.id))
    let open = Set(movableGroups.filter { !$0.basis.isSizedByTours }.map(\.id))
    var known: Set<PositionGroup.ID> = []
    for conversion in conversions {
      guard open.contains(conversion.group), titles.contains(conversion.civilianRank),
        known.insert(conversion.group).inserted
      else { throw .unusableConversion(conversion.group) }
      let what = "conversion of group \(conversion.group)"
      try require(conversion.convertible.value, "The convertible positions in the \(what)")
      try require(conversion.officersFreed.value, "The officers freed by the \(what)")
      try require(
        conversion.civiliansPerPosition, "The civilians for a position in the \(what)",
        positive: true)
    }
  }
}
