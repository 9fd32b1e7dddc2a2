/// How many calls of a district's beats are served by the beat's own unit during one watch, and what
/// holding calls for it would change (FORMULATION 1 and 2.6).
public struct BeatService: Hashable, Sendable {
  /// What happens when calls of one priority are held for their beat's unit.
  public struct Hold: Hashable, Sendable {
    /// The longest time for which a call is held.
    public let longest: Hours
    /// The share of the held priority's calls served by the own unit.
    public let shareOfHeld: Double
    /// The share of all calls served by the own unit.
    public let shareOfAll: Double
    /// The mean time from receipt to the first unit sent, of the held priority: held and queued.
    public let meanWait: Hours

    /// Creates an outcome.
    public init(longest: Hours, shareOfHeld: Double, shareOfAll: Double, meanWait: Hours) {
      self.longest = longest
      self.shareOfHeld = shareOfHeld
      self.shareOfAll = shareOfAll
      self.meanWait = meanWait
    }
  }

  /// The district.
  public let district: District.ID
  /// The watch.
  public let watch: Watch.ID
  /// Units on the street, whole, on average over the weekdays.
  public let units: Int
  /// Beats of the district with calls.
  public let beats: Int
  /// Beats that have a unit of their own; those with most calls come first.
  public let beatsWithUnit: Int
  /// Calls an hour.
  public let calls: Double
  /// The share of time that calls keep a unit busy; above 1 where they bring more work than units do.
  public let busyShare: Double
  /// The share of calls served by the beat's own unit, without holding; nothing where work exceeds
  /// the units.
  public let shareByOwnUnit: Double?
  /// The smallest such share of a beat that has a unit of its own.
  public let smallestShare: Double?
  /// What holding changes, from no time on; empty where no call of the priority comes, or work
  /// exceeds the units.
  public let holds: [Hold]

  /// Creates the service of beats.
  public init(
    district: District.ID, watch: Watch.ID, units: Int, beats: Int, beatsWithUnit: Int,
    calls: Double, busyShare: Double, shareByOwnUnit: Double?, smallestShare: Double?,
    holds: [Hold]
  ) {
    self.district = district
    self.watch = watch
    self.units = units
    self.beats = beats
    self.beatsWithUnit = beatsWithUnit
    self.calls = calls
    self.busyShare = busyShare
    self.shareByOwnUnit = shareByOwnUnit
    self.smallestShare = smallestShare
    self.holds = holds
  }
}
