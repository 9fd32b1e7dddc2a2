/// Where good data ends: the thresholds of a data-quality report, each with its source.
///
/// Those without a published source are assumptions and say so in ``parameters``.
public struct DataQualityStandards: Hashable, Sendable {
  /// Up to this share missing, a figure is answerable as it is.
  public var missingCare = 0.05
  /// Above this share missing, a figure is not answerable.
  public var missingNo = 0.40
  /// Times below this many seconds are hardly work.
  public var shortestSeconds = 30
  /// Times above this many seconds are unusual.
  public var longSeconds = 8 * 3600
  /// Times above this many seconds are not believed.
  public var longestSeconds = 24 * 3600
  /// How many scaled median absolute deviations from the median are far.
  public var robustDeviations = 3.5
  /// The fewest times from which a mean or a median of a kind is taken.
  public var fewestOfKind = 30
  /// The fewest calls of a cell that is compared with others.
  public var fewestOfCell = 10
  /// The share of equal stamps from which they look entered together.
  public var equalCare = 0.10
  /// The share of stamps on full minutes from which times are told to the minute.
  public var minuteShare = 0.95
  /// The share of five-minute marks among full minutes from which times look rounded.
  public var heapedShare = 0.40
  /// The share of stamps at midnight from which dates have no time.
  public var midnightShare = 0.50
  /// The mean calls of a day from which a day without any is a gap.
  public var callsOfDay = 10.0
  /// How many deviations below the median a week has unusually few calls.
  public var thinWeekDeviations = 4.0
  /// The fewest weeks of a study.
  public var fewestWeeks = 8
  /// The smallest difference of shares between priorities that matters.
  public var gapCare = 0.05
  /// The share of impossible orders from which waiting and response need care.
  public var disorderCare = 0.01
  /// The fewest unit-hours of known crew, as a share, from which officer-hours are told.
  public var crewShare = 0.50

  /// Creates the standards that are used unless others are stated.
  public init() {}

  /// The standards that are used unless others are stated.
  public static let usual = DataQualityStandards()
}

extension DataQualityStandards {
  /// The thresholds with unit and source, for the foot of a report.
  public var parameters: [PlanningParameter] {
    published
      + assumed.map { name, value, unit in
        PlanningParameter(
          name: name, value: value, unit: unit,
          provenance: Provenance(source: "assumption", date: "", isAssumption: true))
      }
  }

  private var published: [PlanningParameter] {
    let cleaning = Provenance(
      source: "Center for Public Safety Management: cleaning rules of its data analyses", date: "")
    let missing = Provenance(
      source: "Jakobsen and others, BMC Medical Research Methodology 17:162", date: "2017")
    return [
      PlanningParameter(
        name: "share missing, with care above", value: missingCare, unit: "share",
        provenance: missing),
      PlanningParameter(
        name: "share missing, not answerable above", value: missingNo, unit: "share",
        provenance: missing),
      PlanningParameter(
        name: "shortest time that is work", value: Double(shortestSeconds), unit: "seconds",
        provenance: cleaning),
      PlanningParameter(
        name: "longest usual time", value: Double(longSeconds), unit: "seconds",
        provenance: cleaning),
      PlanningParameter(
        name: "far from the median", value: robustDeviations,
        unit: "scaled median absolute deviations of the logarithm",
        provenance: Provenance(
          source: "Iglewicz and Hoaglin, How to Detect and Handle Outliers", date: "1993")),
      PlanningParameter(
        name: "fewest calls of a cell", value: Double(fewestOfCell), unit: "calls",
        provenance: Provenance(
          source: "Center for Public Safety Management, report on Morgan Hill, page 251",
          date: "")),
    ]
  }

  private var assumed: [(name: String, value: Double, unit: String)] {
    [
      ("longest time believed", Double(longestSeconds), "seconds"),
      ("fewest times for a mean of a kind", Double(fewestOfKind), "times"),
      ("equal stamps, with care above", equalCare, "share"),
      ("full minutes: times told to the minute above", minuteShare, "share"),
      ("five-minute marks: rounded above", heapedShare, "share of full minutes"),
      ("midnight: no time of day above", midnightShare, "share"),
      ("days without calls are gaps above", callsOfDay, "calls a day"),
      ("week with few calls", thinWeekDeviations, "deviations below the median"),
      ("fewest weeks of a study", Double(fewestWeeks), "weeks"),
      ("difference between priorities that matters", gapCare, "share"),
      ("impossible orders, with care above", disorderCare, "share"),
      ("officer-hours are told from a known crew of", crewShare, "share of unit-hours"),
    ]
  }
}
