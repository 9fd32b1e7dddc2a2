public import PolicingDomain

/// How often a team is within its span of control, when people are sometimes absent
/// (FORMULATION 7.3).
public enum SpanOnTours {
  /// Returns the share of tours on which the officers present are at most `span` for each sergeant
  /// present of their own team.
  ///
  /// Each person is present independently of the others, so that both numbers are binomial. A team
  /// in full-time equivalents is rounded to whole people, to one sergeant at least where it has any.
  /// A tour without officers is within its span; one with officers and no sergeant is not.
  ///
  /// - Parameters:
  ///   - span: Officers per sergeant, at most.
  ///   - officers: Officers of the team.
  ///   - sergeants: Sergeants of the team.
  ///   - presence: The probability that an officer, and that a sergeant, is present, from 0 to 1.
  /// - Returns: A share from 0 to 1.
  /// - Complexity: O(officers × sergeants).
  public static func shareWithin(
    span: Double, officers: FullTimeEquivalents, sergeants: FullTimeEquivalents,
    presence: (officers: Double, sergeants: Double)
  ) -> Double {
    guard span.isFinite else { return span > 0 ? 1 : 0 }
    let officerCount = Int(officers.value.rounded())
    let sergeantCount = sergeants.value > 0 ? max(1, Int(sergeants.value.rounded())) : 0
    let ofOfficers = binomial(officerCount, presence.officers)
    let ofSergeants = binomial(sergeantCount, presence.sergeants)
    var share = 0.0
    for (sergeants, chance) in ofSergeants.enumerated() {
      let most = min(officerCount, Int((span * Double(sergeants)).rounded(.down)))
      share += chance * ofOfficers[0...most].reduce(0, +)
    }
    return min(1, share)
  }

  /// The probabilities that 0, 1, … of `count` people are present.
  private static func binomial(_ count: Int, _ presence: Double) -> [Double] {
    var chances = [1.0]
    for _ in 0..<max(0, count) {
      var next = [Double](repeating: 0, count: chances.count + 1)
      for (present, chance) in chances.enumerated() {
        next[present] += chance * (1 - presence)
        next[present + 1] += chance * presence
      }
      chances = next
    }
    return chances
  }
}
