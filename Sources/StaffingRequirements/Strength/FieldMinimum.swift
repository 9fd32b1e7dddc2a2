public import PolicingDomain

/// How many people must be scheduled so that enough of them come (FORMULATION 7.3).
public enum FieldMinimum {
  /// Finds the smallest number of people to schedule so that at least `present` are present on
  /// `shareOfTours` of all tours.
  ///
  /// Each person is present with the probability `presence`, independently of the others, so that
  /// the number present is binomial. Absences that come together, as furloughs and illness do,
  /// need more people than this.
  ///
  /// - Parameters:
  ///   - present: People who must be present; 0 or less needs nobody, nor does a share of 0.
  ///   - presence: The probability that one scheduled person is present, above 0 and at most 1.
  ///   - shareOfTours: The share of tours on which they must be; below 1 unless everybody always
  ///     comes.
  /// - Returns: People to schedule.
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)`` for a presence outside its range,
  ///   ``RequirementsError/unreachablePresence(present:)`` for a share of 1 with a presence below 1.
  /// - Complexity: O(result × present).
  public static func scheduled(
    present: Int, presence: Double, shareOfTours: Share
  ) throws(RequirementsError) -> Int {
    guard presence > 0, presence <= 1 else {
      throw .invalidFigure(what: "The presence of a scheduled person", value: presence)
    }
    guard present > 0, shareOfTours > .none else { return 0 }
    guard presence < 1 else { return present }
    guard shareOfTours < .whole else { throw .unreachablePresence(present: present) }
    var tooFew = [Double](repeating: 0, count: present)
    tooFew[0] = 1
    var scheduled = 0
    while 1 - tooFew.reduce(0, +) < shareOfTours.value {
      for count in stride(from: present - 1, through: 1, by: -1) {
        tooFew[count] = tooFew[count] * (1 - presence) + tooFew[count - 1] * presence
      }
      tooFew[0] *= 1 - presence
      scheduled += 1
    }
    return scheduled
  }

  /// Finds the smallest number of people to schedule when absences come together.
  ///
  /// - Parameters:
  ///   - present: People who must be present; 0 or less needs nobody.
  ///   - presence: The probability that one scheduled person is present, above 0 and at most 1.
  ///   - shareOfTours: The share of tours on which they must be; below 1 unless everybody always
  ///     comes.
  ///   - correlation: The correlation of the presence of any two people; 0 is the binomial.
  /// - Returns: People to schedule: more than for independent absences, unless the share of tours is
  ///   so low that days on which everybody comes are enough.
  /// - Throws: As without a correlation, and ``RequirementsError/unreachablePresence(present:)`` when
  ///   more than ``PresenceDistribution/mostPeople`` would be needed.
  /// - Complexity: O(result × log result).
  public static func scheduled(
    present: Int, presence: Double, shareOfTours: Share, correlation: Double
  ) throws(RequirementsError) -> Int {
    guard correlation != 0 else {
      return try scheduled(present: present, presence: presence, shareOfTours: shareOfTours)
    }
    guard presence > 0, presence <= 1 else {
      throw .invalidFigure(what: "The presence of a scheduled person", value: presence)
    }
    guard correlation > 0, correlation < 1 else {
      throw .invalidFigure(what: "The correlation of absences", value: correlation)
    }
    guard present > 0, shareOfTours > .none else { return 0 }
    guard presence < 1 else { return present }
    guard shareOfTours < .whole else { throw .unreachablePresence(present: present) }
    func isEnough(_ people: Int) throws(RequirementsError) -> Bool {
      let come = try PresenceDistribution(
        people: people, presence: presence, correlation: correlation)
      return come.share(atLeast: present) >= shareOfTours.value
    }
    var tooFew = present - 1
    var enough = present
    while try !isEnough(enough) {
      tooFew = enough
      guard enough < PresenceDistribution.mostPeople else {
        throw .unreachablePresence(present: present)
      }
      enough = min(enough * 2, PresenceDistribution.mostPeople)
    }
    while enough - tooFew > 1 {
      let middle = (tooFew + enough) / 2
      if try isEnough(middle) { enough = middle } else { tooFew = middle }
    }
    return enough
  }

  /// Returns the people to schedule by both rules: so that those required come on average, and so
  /// that they come on a share of tours (FORMULATION 5.5).
  ///
  /// - Parameters:
  ///   - required: People required on duty, not necessarily whole.
  ///   - presence: The probability that one scheduled person is present, above 0 and at most 1.
  ///   - shareOfTours: The share of tours.
  ///   - correlation: How much absences come together.
  /// - Returns: People to schedule by either rule.
  /// - Throws: See ``scheduled(present:presence:shareOfTours:correlation:)``.
  public static func planned(
    required: FullTimeEquivalents, presence: Double, shareOfTours: Share,
    correlation: PresenceCalendar.Correlation
  ) throws(RequirementsError) -> StudyResults.ScheduledOfficers {
    let officers = try Figure("The people required on duty", required.value).checked()
    guard officers <= Double(PresenceDistribution.mostPeople) else {
      throw .invalidFigure(what: "The people required on duty", value: officers)
    }
    let count = try scheduled(
      present: Int((officers - 1e-9).rounded(.up)), presence: presence,
      shareOfTours: shareOfTours, correlation: correlation.value)
    return .init(
      atMean: officers / presence, atShare: Double(count), share: shareOfTours)
  }
}
