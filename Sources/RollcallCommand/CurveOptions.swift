import ArgumentParser
import Rollcall

/// Which curve of units against waits is wanted.
struct CurveOptions: ParsableArguments {
  @Flag(
    name: .customLong("curve"),
    help: "Show what each number of units gives in one district: busy share, waits, responses.")
  var isWanted = false

  @Option(help: "The district of the curve, such as 7 or 007.")
  var district: String?

  @Option(help: ArgumentHelp("The numbers of units, such as 10...30.", valueName: "low...high"))
  var units: UnitRange?

  func validate() throws {
    if isWanted, district == nil { throw ValidationError("--curve needs --district.") }
    if !isWanted, district != nil || units != nil {
      throw ValidationError("--district and --units belong to --curve.")
    }
  }
}

/// The watch and weekday of a curve or a best use.
struct BlockOptions: ParsableArguments {
  @Option(help: "The watch of a curve or a best use; every watch if not given.")
  var watch: String?

  @Option(
    help: ArgumentHelp(
      "The weekday of a curve or a best use, such as fri.",
      discussion: "If not given: of a curve that of the largest need, of a best use the whole week."
    ))
  var weekday: String?
}

/// Numbers of units, written `10...30` or `12`.
struct UnitRange: ExpressibleByArgument {
  let range: ClosedRange<Int>

  init?(argument: String) {
    let ends = argument.replacing("...", with: " ").split(separator: " ").map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
      (0...last).contains(first), last <= 100_000, last - first < 1000
    else { return nil }
    range = first...last
  }
}

/// How waits are computed.
struct QueueingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "From which rate an hour's waits follow: offered-load, lagged or hourly.",
      discussion: "Offered load: what calls of all hours before keep busy by then."),
    completion: .list(QueueingAssumptions.TimeRule.allCases.map(\.rawValue)),
    transform: Self.timeRule)
  var timeRule = QueueingAssumptions.TimeRule.offeredLoad

  @Option(
    help: ArgumentHelp(
      "Whose units go to a call: those of its district, or those of its zone.",
      discussion: "Zones are the column `radio_zone` in the study's table of districts."),
    completion: .list(QueueingAssumptions.Pooling.allCases.map(\.rawValue)),
    transform: Self.pooling)
  var pooling = QueueingAssumptions.Pooling.district

  var assumptions: QueueingAssumptions {
    QueueingAssumptions(timeRule: timeRule, pooling: pooling)
  }

  private static func pooling(_ text: String) throws -> QueueingAssumptions.Pooling {
    if let pooling = QueueingAssumptions.Pooling(rawValue: text) { return pooling }
    throw ValidationError(
      Suggestion.refusal(
        of: text, "pooling", among: QueueingAssumptions.Pooling.allCases.map(\.rawValue)))
  }

  private static func timeRule(_ text: String) throws -> QueueingAssumptions.TimeRule {
    if let rule = QueueingAssumptions.TimeRule(rawValue: text) { return rule }
    throw ValidationError(
      Suggestion.refusal(
        of: text, "rule", among: QueueingAssumptions.TimeRule.allCases.map(\.rawValue)))
  }
}
