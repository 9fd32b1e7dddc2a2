extension CleaningRules {
  /// What a rule does with the records that it meets.
  public enum Action: String, CaseIterable, Hashable, Sendable {
    /// They are left out of the calls.
    case removes
    /// Several become one.
    case joins
    /// A stamp is taken as not recorded.
    case setsToMissing = "sets to missing"
    /// They are counted and kept as they are.
    case notices
    /// It decides whether records are of one call.
    case tellsApart = "tells apart"
    /// Nothing, because it is switched off.
    case off
    /// Nothing, because the records cannot tell what it needs.
    case notApplied = "cannot be applied"
  }

  /// One rule as a report shows it.
  public struct Line: Hashable, Sendable {
    /// The name of the rule.
    public let rule: String
    /// What it does.
    public let action: Action
    /// The limit, if there is one.
    public let limit: Double?
    /// The unit of the limit.
    public let unit: String
    /// What it means for the records.
    public let meaning: String
    /// Where the rule comes from.
    public let provenance: Provenance
  }

  /// Every rule in the order in which they are applied, those that are switched off as well.
  public var lines: [Line] { groupingLines + cleaningLines + [shiftLine] }

  private var groupingLines: [Line] {
    [
      line(
        "equal rows of a unit", .joins,
        meaning: "a row that repeats another one of the same unit on the same call counts once",
        Self.statedByCPSM),
      line(
        "overlapping rows of a unit", joinsOverlappingUnits ? .joins : .notices,
        meaning: "rows of one unit on one call at overlapping times are one assignment, from the "
          + "first dispatch to the last clearance",
        Self.readingOfCPSM),
      line(
        "reopening", .notices, idleBeforeReopening.value, "h",
        meaning: "a call to which a unit is sent after all were free for longer was reopened; it "
          + "stays one call",
        Self.assumption),
      line(
        "reuse of a number", .tellsApart, numberReuse.value, "h",
        meaning: "rows received longer after the last clearance under the same number are another "
          + "call",
        Self.assumption),
    ]
  }

  private var cleaningLines: [Line] {
    [
      line(
        "second records", dropsDuplicateCalls ? .removes : .off,
        meaning: "a call whose disposition says that it is a duplicate of another one",
        Self.assumption),
      line(
        "no activity", dropsCallsWithoutActivity ? .removes : .off,
        meaning:
          "a call without any unit or any time after its receipt; to study calls that nobody "
          + "could be sent to, keep them",
        Self.statedByCPSM),
      line(
        "shortest officer-initiated work", shortestOfficerInitiated.value > 0 ? .removes : .off,
        shortestOfficerInitiated.value * 3600, "s",
        meaning:
          "a unit's time on officer-initiated work that is shorter; such work stands for the "
          + "non-call activity of the source",
        Self.readingOfCPSM),
      line(
        "longest officer-initiated work", longestOfficerInitiated == nil ? .off : .removes,
        longestOfficerInitiated?.value, "h",
        meaning: "a unit's time on officer-initiated work that is longer; such work stands for the "
          + "non-call activity of the source",
        Self.readingOfCPSM),
      line(
        "longest unit time", .setsToMissing, longestUnitTime.value, "h",
        meaning: "the clearance after a longer time was forgotten and is imputed", Self.assumption),
      line(
        "time at the scene", .notices, noticedSceneTime.value * 3600, "s",
        meaning: "a shorter time at the scene is often a stamp made afterwards; kept",
        noticedSceneTime == Hours(seconds: 30) ? Self.statedByCPSM : Self.assumption),
    ]
  }

  private var shiftLine: Line {
    line(
      "shifts without a call", .notApplied,
      meaning: "the source counts only shifts in which the unit also takes calls; units are not "
        + "followed from call to call here, so as not to follow persons",
      Self.statedByCPSM)
  }

  private func line(
    _ rule: String, _ action: Action, _ limit: Double? = nil, _ unit: String = "",
    meaning: String, _ provenance: Provenance
  ) -> Line {
    Line(
      rule: rule, action: action, limit: limit, unit: limit == nil ? "" : unit, meaning: meaning,
      provenance: provenance)
  }

  private static let reports =
    "Center for Public Safety Management, police operations and data analysis reports, notes on the "
    + "data: duplicate units, records without activity, zero time on scene, non-call activities of "
    + "less than 30 seconds or more than 8 hours"

  private static let statedByCPSM = Provenance(source: reports, date: "2015")

  private static let readingOfCPSM = Provenance(
    source: reports + "; as read here", date: "2015", isAssumption: true)

  private static let assumption = Provenance(
    source: "assumption of this library", date: "", isAssumption: true)
}
