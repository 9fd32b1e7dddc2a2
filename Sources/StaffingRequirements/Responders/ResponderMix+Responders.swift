public import PolicingDomain

extension ResponderMix {
  /// Works out what responders take, and what is left for police (FORMULATION 3).
  ///
  /// Of the calls λ of a category in a district and hour, a responder takes δ = e κ a: the eligible
  /// share, times the part of the hour in service, times the accepted share. Police keep λ(1 − Σ δ(1 − b)), b
  /// being the share of those taken that comes back. What is taken adds up to 1 at most: disjoint
  /// eligible shares of responders in service at one time may not exceed 1, ordered ones are of what is left. Co-response
  /// takes no call away; it leaves the stated share of the police time of the calls that it joins.
  ///
  /// Shares are of the calls in the export. Where a responder's calls of today are already missing from
  /// it (`isInData`), its shares are on top of these, nothing is taken off twice, and the teams of today are not
  /// in its need.
  ///
  /// - Parameters:
  ///   - responders: The responders, in the order in which they are asked.
  ///   - categories: The calls of categories by place: `Workload.categoryPlaces`.
  ///   - demand: The demand of police, whose districts are those of `categories`.
  ///   - geography: The districts.
  ///   - watches: The watches, for crews of police and teams of responders.
  ///   - eligibility: How eligible shares of several responders are meant.
  ///   - availabilities: The net hours of the ranks of crews and of `officer`.
  ///   - ranks: The ranks, for what positions cost.
  ///   - officer: The rank whose hours are freed; nothing leaves positions freed at zero.
  /// - Throws: A ``RequirementsError`` for overlapping shares, an unknown district, a rank without
  ///   hours, and figures that are negative or not finite.
  /// - Complexity: O(categories × districts × 168 × responders).
  public init(
    of responders: [Responder], categories: [CategoryPlaces], demand: Demand,
    geography: Geography, watches: [Watch], eligibility: Eligibility = .disjoint,
    availabilities: AvailabilityTable, ranks: [Rank], officer: Rank.ID? = nil
  ) throws(RequirementsError) {
    let shares = try ResponderShares(responders, eligibility, geography)
    let mix = try CategoryMix(categories, districts: demand.districts.count)
    let crews = HourOfWeek.all.map { hour in
      watches.first { $0.contains(hourOfDay: hour.index % 24) }?.crew ?? 2
    }
    let ledger = DiversionLedger(demand, shares, mix, crews: crews)
    self.init(
      demand: ledger.left, lines: ledger.lines, notes: Self.notes(shares, mix, eligibility))
    for (place, responder) in responders.enumerated() {
      let staffing = TeamStaffing(
        responder, taken: ledger.taken[place], service: ledger.service[place],
        inService: shares.inService[place])
      teams.append(
        try staffing.need(
          watches, returned: (ledger.returned[place], ledger.returnHours[place]), availabilities,
          ranks))
    }
    if let officer {
      let net = try availabilities.netHours(of: officer, .street).value
      positionsFreedGross = FullTimeEquivalents(officerHoursFreedGross.value / net)
      positionsFreed = FullTimeEquivalents(officerHoursFreed.value / net)
    }
  }

  private static func notes(
    _ shares: ResponderShares, _ mix: CategoryMix, _ eligibility: Eligibility
  ) -> [String] {
    var notes = [
      "the hours in which calls of a category come are taken to be those of the whole city",
      eligibility == .disjoint
        ? "no call is fit for two responders"
        : "eligible shares are of what earlier responders left",
      "all districts of a responder are one pool; travel is in its service time; calls that come back "
        + "count for police in the hour received",
    ]
    let known = Set(mix.rows.map(\.category))
    for category in shares.parts.keys.sorted() where !known.contains(category) {
      notes.append("no unit went to a call of the category \(category), so nothing is taken of it")
    }
    for responder in shares.responders {
      if responder.isInData {
        notes.append(
          "calls that \(responder.id) takes today are not in the export: its shares are on top of them"
        )
      }
      if responder.window.from != nil || responder.window.through != nil {
        notes.append("the dates of \(responder.id) are left out: a week in service is shown")
      }
    }
    return notes
  }

  /// Adds what changes for police and residents at the units that were required before.
  ///
  /// - Parameters:
  ///   - before: The demand without responders.
  ///   - required: The units required for it, by district × watch × weekday.
  ///   - geography: The districts.
  ///   - watches: The watches of `required`.
  ///   - standards: The standards of `required`.
  ///   - queueing: The assumptions of `required`.
  /// - Returns: The units required of police now.
  /// - Throws: What ``UnitRequirements`` refuses.
  /// - Complexity: That of ``UnitRequirements/all(demand:geography:watches:standards:queueing:)``.
  @discardableResult
  public mutating func addEffects(
    before: Demand, required: [UnitRequirement], geography: Geography, watches: [Watch],
    standards: ServiceStandards, queueing: QueueingAssumptions = QueueingAssumptions()
  ) throws(RequirementsError) -> [UnitRequirement] {
    let now = try UnitRequirements.all(
      demand: demand, geography: geography, watches: watches, standards: standards,
      queueing: queueing)
    let units = UnitsOnStreet.all(required)
    let waits = try [before, demand].map { demand throws(RequirementsError) in
      try DistrictWaits.all(
        at: units, demand: demand, geography: geography, watches: watches, standards: standards,
        queueing: queueing)
    }
    let hours = [units, UnitsOnStreet.all(now)].map { $0.unitHours(watches) }
    effects = geography.districts.indices.map { place in
      let district = geography.districts[place].id
      return ResponderEffect(
        district: district, requiredBefore: hours[0][district] ?? .zero,
        requiredAfter: hours[1][district] ?? .zero,
        waits: waits[0][place].waits.map { row in
          .init(
            priority: row.priority, before: row.wait,
            after: waits[1][place].waits.first { $0.priority == row.priority }?.wait)
        })
    }
    return now
  }
}
