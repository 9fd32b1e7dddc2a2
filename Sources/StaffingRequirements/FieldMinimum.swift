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
}
