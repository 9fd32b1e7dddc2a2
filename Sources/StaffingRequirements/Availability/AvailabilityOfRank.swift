public import PolicingDomain

extension Availability {
  /// Works out the availability of a rank from its schedule and its absences (FORMULATION
  /// 5.1–5.4).
  ///
  /// Amounts by seniority band are weighted with the mix of the rank; an item without a band
  /// counts for everybody. Tours count as they are, consecutive calendar days cost the share that
  /// is scheduled, paid hours of whole tours cost hours ÷ paid hours of a tour, and hours within
  /// tours shorten the time worked without costing a tour.
  ///
  /// - Parameters:
  ///   - rank: The rank.
  ///   - tour: The tour whose lengths are used.
  ///   - scheduledTours: Scheduled tours a year: 365 × the share of days on.
  ///   - shareOfDaysOn: The share of calendar days on which a tour is scheduled, from 0 to 1.
  ///   - absences: All absences of the study; those of other ranks are passed over.
  ///   - seniority: How ranks divide into bands.
  ///   - missingBands: What stands in for the bands of a rank that has none in `seniority`.
  /// - Throws: A ``RequirementsError`` for an amount or a unit that makes no sense, an item in both
  ///   ledgers, a band without a mix, whole-person shares above 1, or a year without tours.
  public init(
    of rank: Rank, on tour: Tour, scheduledTours: Double, shareOfDaysOn: Double,
    absences: [AbsenceItem], seniority: [SeniorityBand], missingBands: MissingBands = .refuse
  ) throws(RequirementsError) {
    _ = try Figure("The number of scheduled tours of \(rank.id)", scheduledTours).checked()
    _ = try Figure("The paid part of the tour \(tour.id)", tour.paid.value).positive()
    guard shareOfDaysOn >= 0, shareOfDaysOn <= 1 else {
      throw .invalidFigure(what: "The share of days on of \(rank.id)", value: shareOfDaysOn)
    }
    try Self.checkLedgers(of: rank, absences)
    let mix = try BandMix(
      of: rank, absences: absences, seniority: seniority, missing: missingBands)
    var wholePersons = 0.0
    var toursLost: [Deduction] = []
    var withinTours: [Deduction] = []
    for item in absences where item.concerns(rank) {
      let amount = try mix.weight(of: item) * item.checkedAmount()
      switch item.measure {
      case .shareOfStrength: wholePersons += amount
      case .streetHours: withinTours.append(item.deduction(tours: 0, hours: Hours(amount)))
      case .tours, .calendarDays, .hoursOfTours:
        let tours = item.tours(amount, shareOfDaysOn: shareOfDaysOn, paid: tour.paid)
        toursLost.append(item.deduction(tours: tours, hours: tour.paid * tours))
      }
    }
    guard let share = Share(Rounding.settled(wholePersons)) else {
      throw .wholePersonShareAboveOne(rank: rank.id, sum: wholePersons)
    }
    self.init(
      rank: rank.id, tour: tour, scheduledTours: scheduledTours,
      toursLost: toursLost.filter { $0.tours > 0 },
      withinTours: withinTours.filter { $0.hours > .zero }, wholePersonShare: share)
    guard netTours > 0 else { throw .noToursLeft(rank: rank.id, netTours: netTours) }
  }

  /// Throws when an item of the rank is in both ledgers, or in one where it has no place: a vacancy,
  /// or court off duty (FORMULATION 5.2).
  private static func checkLedgers(
    of rank: Rank, _ absences: [AbsenceItem]
  ) throws(RequirementsError) {
    let items = absences.filter { $0.concerns(rank) }
    for item in items {
      let words = item.words
      if words.contains(where: { $0.hasPrefix("vacan") }) {
        throw .vacancyAsAbsence(item: item.name)
      }
      let isOff =
        words.contains("offduty")
        || zip(words, words.dropFirst()).contains { $0 == ("off", "duty") }
      if words.contains("court"), isOff { throw .offDutyCourt(item: item.name) }
    }
    let offStrength = Set(items.filter { $0.ledger == .wholePerson }.map(\.name))
    for item in items where item.ledger == .recurring && offStrength.contains(item.name) {
      throw .inBothLedgers(item: item.name, rank: rank.id)
    }
  }

  /// The books of a scheduled year: where every paid hour went, once (FORMULATION 12).
  public var paidHoursLedger: PaidHoursLedger { PaidHoursLedger(of: self) }
}

extension AbsenceItem {
  /// The words of the name in lower case.
  fileprivate var words: [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Returns the amount, or throws when it or its unit makes no sense.
  fileprivate func checkedAmount() throws(RequirementsError) -> Double {
    guard (ledger == .wholePerson) == (measure == .shareOfStrength) else {
      throw .wrongMeasure(item: name, measure: measure, ledger: ledger)
    }
    return try Figure("The amount of the absence \(name)", amount).checked()
  }

  /// Returns the tours that an amount of tours, calendar days or paid hours costs.
  fileprivate func tours(_ amount: Double, shareOfDaysOn: Double, paid: Hours) -> Double {
    switch measure {
    case .calendarDays: amount * shareOfDaysOn
    case .hoursOfTours: amount / paid.value
    default: amount
    }
  }

  fileprivate func deduction(tours: Double, hours: Hours) -> Availability.Deduction {
    let title = band.map { "\(name), band \($0)" } ?? name
    return .init(name: title, tours: tours, hours: hours, provenance: provenance)
  }
}
