import ArgumentParser
import Rollcall

/// Which best use of a fixed number of units is wanted.
struct BestUseOptions: ParsableArguments {
  /// What the units are to keep small.
  enum Objective: String, ExpressibleByArgument, CaseIterable {
    case hoursWaited = "hours-waited"
    case callsWaiting = "calls-waiting"
    case callsLate = "calls-late"
  }

  @Option(
    help: ArgumentHelp(
      "Show the best use of so many units on one watch of one weekday, over all districts.",
      discussion: "Needs --watch and --weekday.", valueName: "number"))
  var unitsTotal: Int?

  @Option(
    help: ArgumentHelp(
      "Show the best use of so many hours of units, over districts, watches and weekdays.",
      discussion: "Of the whole week, unless --watch or --weekday says less.", valueName: "hours"))
  var unitHours: Double?

  @Option(help: "What the units keep small; hours-waited if not given.")
  var objective: Objective?

  @Option(
    help: ArgumentHelp(
      "What a call counts by priority, such as 1:4,2:2; any other counts 1.",
      valueName: "level:weight,…"))
  var weights: PriorityFigures?

  @Option(
    help: ArgumentHelp(
      "The minutes after which calls are late, such as 1:5,2:15; else those of the standards.",
      valueName: "level:minutes,…"))
  var lateAfter: PriorityFigures?

  @Flag(help: "Every district keeps its complement in each watch.")
  var keepComplement = false

  /// The units, if a best use is wanted.
  var supply: UnitSupply? {
    unitsTotal.map { .units($0) } ?? unitHours.map { .unitHours($0) }
  }

  /// The objective that was asked for.
  var question: UnitObjective {
    let measure: UnitObjective.Measure =
      switch objective ?? .hoursWaited {
      case .hoursWaited: .hoursWaited
      case .callsWaiting: .callsWaiting
      case .callsLate: .callsLate((lateAfter?.figures ?? [:]).mapValues { Hours(minutes: $0) })
      }
    guard let weights else { return UnitObjective(measure) }
    return UnitObjective(
      measure, weights: weights.figures,
      provenance: Provenance(source: "stated with --weights", date: ""))
  }

  func validate() throws {
    if unitsTotal != nil, unitHours != nil {
      throw ValidationError("Give --units-total or --unit-hours, not both.")
    }
    if let unitsTotal, !(0...1_000_000).contains(unitsTotal) {
      throw ValidationError("--units-total takes a number from 0 to 1,000,000.")
    }
    if let unitHours, !(0...1e8).contains(unitHours) {
      throw ValidationError("--unit-hours takes hours from 0 to 100,000,000.")
    }
    let isGiven = objective != nil || weights != nil || lateAfter != nil || keepComplement
    if supply == nil, isGiven {
      throw ValidationError(
        "--objective, --weights, --late-after and --keep-complement belong to --units-total or "
          + "--unit-hours.")
    }
    if lateAfter != nil, objective != .callsLate {
      throw ValidationError("--late-after belongs to --objective calls-late.")
    }
  }
}

/// A figure for some priorities, written `1:4,2:2.5`.
struct PriorityFigures: ExpressibleByArgument {
  let figures: [CallPriority: Double]

  init?(argument: String) {
    var figures: [CallPriority: Double] = [:]
    for item in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = item.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, let level = Int(parts[0]), let priority = CallPriority(level),
        let figure = Double(parts[1]), (0...1e6).contains(figure), figures[priority] == nil
      else { return nil }
      figures[priority] = figure
    }
    guard !figures.isEmpty else { return nil }
    self.figures = figures
  }
}
