public import PolicingDomain

extension HoursLedger {
  /// Works out the ledger of a rank (FORMULATION 12).
  ///
  /// Hours on the street are divided as the units of the district or the department use theirs, so
  /// that an hour of court on duty lowers them once and stands in one line. Lines without time are
  /// left out.
  ///
  /// - Parameters:
  ///   - availability: The year of the rank on street tours.
  ///   - street: What units do with their hours; nothing leaves one line for the street.
  public init(of availability: Availability, street: StreetUse.Row? = nil) {
    let tour = availability.tour
    let worked = availability.netTours
    func line(_ part: Part, _ name: String, _ hours: Hours, _ source: Provenance? = nil) -> Line {
      let scheduled = availability.scheduledTours
      return Line(
        part: part, name: name, hours: hours,
        minutesOfScheduledTour: scheduled > 0 ? hours.minutes / scheduled : 0,
        minutesOfWorkedTour: part == .absence || worked <= 0 ? 0 : hours.minutes / worked,
        provenance: source)
    }
    var lines = availability.toursLost.map { line(.absence, $0.name, $0.hours, $0.provenance) }
    lines += availability.withinTours.map { line(.withinTours, $0.name, $0.hours, $0.provenance) }
    lines += [
      line(.offStreet, "roll call", tour.rollCall * worked),
      line(.offStreet, "relief and vehicle inspection", tour.relief * worked),
      line(.offStreet, "check-off", tour.checkOff * worked),
      line(
        .offStreet, "meal, as far as it is paid", (tour.paid + tour.meal - tour.length) * worked),
    ]
    let onStreet = availability.netHours(.street)
    let uses = StreetUse.Work.allCases.map { ($0, street?.share(of: $0)) }
    if uses.contains(where: { $0.1 == nil }) {
      lines.append(line(.street, "on the street", onStreet))
    } else {
      lines += uses.map { line(.street, $0.0.rawValue, onStreet * ($0.1 ?? 0)) }
    }
    self.init(
      rank: availability.rank, tour: tour, district: street?.district,
      paid: availability.paidHours, lines: lines.filter { $0.hours.value.magnitude > 1e-9 })
  }
}
