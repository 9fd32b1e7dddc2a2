public import PolicingDomain

extension TourComparison.SpanKept {
  /// Works out the span of control of teams of which each has sergeants of its own, in whole people
  /// (FORMULATION 7.3).
  ///
  /// - Parameters:
  ///   - teams: The teams.
  ///   - span: Officers per sergeant, at most.
  ///   - presence: The probability that an officer, and that a sergeant, is present.
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)`` unless the span is above 0 and the
  ///   presences are from 0 to 1.
  public init(
    of teams: [TourFit.Team], span: Double, presence: (officers: Double, sergeants: Double)
  ) throws(RequirementsError) {
    _ = try Figure("The span of control", span).positive()
    for share in [presence.officers, presence.sergeants] where !(0...1).contains(share) {
      throw .invalidFigure(what: "The presence on tours", value: share)
    }
    let officers = teams.total(\.officers).value
    var sergeants = 0.0
    var within = 0.0
    for team in teams {
      let own = max(1, (team.officers.value / span - 1e-9).rounded(.up))
      sergeants += own
      within +=
        team.officers.value
        * SpanOnTours.shareWithin(
          span: span, officers: team.officers, sergeants: FullTimeEquivalents(own),
          presence: presence)
    }
    let present = sergeants * presence.sergeants
    self.init(
      sergeants: sergeants, assigned: sergeants > 0 ? officers / sergeants : 0,
      present: present > 0 ? officers * presence.officers / present : 0,
      shareOfTours: officers > 0 ? within / officers : 1)
  }
}
