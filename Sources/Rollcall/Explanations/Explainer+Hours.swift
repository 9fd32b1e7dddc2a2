extension Explainer {
  /// Explains the net hours of a rank: the ladder from paid hours to hours on the street.
  func explainHours(of rank: Rank.ID) -> Explanation {
    let own = results.availabilities.filter { $0.rank == rank }
    guard let first = own.first else {
      var bare = Explanation(
        item: "hours:\(rank)", title: "Hours of a year: \(title(of: rank))", answer: nil)
      bare.notes = ["no position of the study uses the hours of this rank"]
      return bare
    }
    var explanation = Explanation(
      item: "hours:\(rank)", title: "Hours of a year of one \(title(of: rank).lowercased())",
      answer: own.map { item in
        "on the tour \(item.tour.id): \(item.netHours(.street).value.written(1)) street hours, "
          + "\(item.netHours(.desk).value.written(1)) paid hours worked, presence "
          + "\((item.presence * 100).written(1)) %, relief factor \(item.reliefFactor().written(3))"
      }.joined(separator: "; "))
    explanation.certainty =
      "follows from entitlements and rates that the study states: no n; no interval is estimated"
    explanation.formula =
      "scheduled tours = 365 × share of days on (5.1); net tours = scheduled − tours lost (5.2); street "
      + "hours of a tour = length − roll call − relief − meal − check-off (5.3); net hours = net tours × "
      + "hours of the function − hours lost within tours (5.4)"
    explanation.calculation = own.map(ladder).joined(separator: ". ")
    explanation.inputs = own.flatMap { item in
      (item.toursLost + item.withinTours).map { deduction in
        Explanation.Input(
          "\(deduction.name) (\(item.tour.id))",
          deduction.tours > 0
            ? "\(deduction.tours.written()) tours, \(deduction.hours.value.written(1)) paid hours"
            : "\(deduction.hours.value.written(1)) hours within tours", from: deduction.provenance)
      }
    }
    explanation.inputs.append(
      Explanation.Input(
        "off strength (whole persons, another ledger)",
        "\((first.wholePersonShare.value * 100).written(1)) % of the assigned"))
    let provenances = explanation.inputs.compactMap(\.provenance)
    explanation.assumptions = assumptions(of: provenances)
    explanation.notes = notes(on: provenances)
    explanation.related = ["rank:\(rank)"]
    return explanation
  }

  private func ladder(_ item: Availability) -> String {
    let books = item.paidHoursLedger
    let parts = books.deductions.map { "\($0.hours.value.written(1)) \($0.name)" }
    return "\(item.tour.id): \(item.scheduledTours.written()) tours × "
      + "\(item.tour.paid.value.written()) h = \(books.paid.value.written(1)) paid h − "
      + "\(parts.joined(separator: " − ")) = \(books.street.value.written(1)) street h"
  }
}
