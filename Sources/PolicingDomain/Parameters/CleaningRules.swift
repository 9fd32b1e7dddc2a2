/// Which records of calls are left out of the work, which stamps are not believed and which are only
/// noticed: a named preset that a report shows line by line.
///
///     for line in CleaningRules.cpsm.lines { print(line.rule, line.limit ?? "–", line.action.rawValue) }
///
/// Rules that join the rows of an export to calls and rules that clean finished calls are in one
/// list, because an analyst who compares two studies compares the whole of it. Nothing is cleaned
/// without being counted: the ledger has an entry for every rule that met a record.
public struct CleaningRules: Hashable, Sendable {
  /// The name of the preset.
  public let name: String
  /// Whether a call that its disposition calls a second record of another one is left out.
  public var dropsDuplicateCalls = true
  /// Whether rows that have one unit on one call twice at the same time are joined to one.
  public var joinsOverlappingUnits = false
  /// Whether a call without any unit or time after its receipt is left out.
  public var dropsCallsWithoutActivity = false
  /// A time at the scene that is shorter is noticed and kept.
  public var noticedSceneTime = Hours(seconds: 1)
  /// The shortest unit time of officer-initiated work that counts; shorter work is left out.
  public var shortestOfficerInitiated = Hours(0)
  /// The longest unit time of officer-initiated work that counts; longer work is left out.
  public var longestOfficerInitiated: Hours?
  /// The longest unit time that is believed; the clearance after it is taken as missing.
  public var longestUnitTime = Hours(24)
  /// How long all units must have been free before another is sent for the call to be reopened.
  public var idleBeforeReopening = Hours(1)
  /// How long after its last clearance a number stands for another call.
  public var numberReuse = Hours(12)

  /// Creates the rules of ``plain`` under a name of their own, to be changed one by one.
  public init(name: String) { self.name = name }

  /// Removes second records only: rows that are equal, and calls that are said to be duplicates.
  public static let plain = CleaningRules(name: "plain")

  /// The rules that the Center for Public Safety Management states in its reports, as far as an
  /// export without the names of units can follow them.
  public static let cpsm = {
    var rules = CleaningRules(name: "cpsm")
    rules.joinsOverlappingUnits = true
    rules.dropsCallsWithoutActivity = true
    rules.noticedSceneTime = Hours(seconds: 30)
    rules.shortestOfficerInitiated = Hours(seconds: 30)
    rules.longestOfficerInitiated = Hours(8)
    return rules
  }()

  /// All presets, the plain one first.
  public static let presets = [plain, cpsm]

  /// Returns the preset of this name, or nothing.
  public static func named(_ name: String) -> CleaningRules? {
    presets.first { $0.name == name }
  }
}
