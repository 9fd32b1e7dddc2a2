public import PolicingDomain

/// Counts what is missing, odd or impossible in calls, batch by batch.
///
///     var tally = QualityTally(of: export)
///     for batch in batches { tally.add(batch) }
///     let quality = tally.quality(ledger: ledger)
///
/// Tallies of parts of an export may be merged in any order: everything is counted in whole
/// numbers, so the result is the same. The memory depends on the number of districts, beats,
/// categories and days, not on the number of calls; beyond 1,000 districts, 20,000 beats or 5,000
/// categories these are no longer told apart, and the report says so.
public struct QualityTally: Sendable {
  /// What the export could tell.
  public let export: DataQuality.Export
  /// The standards by which times are short or long.
  public let standards: DataQualityStandards

  let knownDistricts: Set<String>?
  let knownBeats: Set<String>?

  var calls = 0
  var officerCalls = 0
  var responses = 0
  var days: [Int: DataQuality.MissingCounts] = [:]
  var districts = NamedTally<DistrictDirt>(limit: 1000)
  var beats = NamedTally<BeatDirt>(limit: 20_000)
  var categories = NamedTally<CategoryDirt>(limit: 5000)
  var origins = [DataQuality.MissingCounts](
    repeating: .init(), count: CallOrigin.allCases.count)
  var outcomes = [DataQuality.MissingCounts](
    repeating: .init(), count: CallOutcome.allCases.count)
  /// Calls of the community by priority.
  var communityPriorities = [DataQuality.MissingCounts](repeating: .init(), count: qualityLevels)
  var unitClasses = [DataQuality.MissingCounts](
    repeating: .init(), count: UnitClass.allCases.count)
  var stamps = [StampDirt](repeating: .init(), count: DataQuality.Stamp.allCases.count)
  /// By who started the call, then by the earlier and the later stamp.
  var pairs = [PairDirt](repeating: .init(), count: 2 * 25)
  /// By who started the call, then by interval.
  var times = [TimeDirt](
    repeating: .init(), count: 2 * DataQuality.Interval.allCases.count)
  /// Delays of calls of the community: waiting, travel and response, each by priority.
  var delays = [DurationHistogram](repeating: .init(), count: 3 * qualityLevels)
  var callsByAspect = AspectCounts()
  var unitsByAspect = AspectCounts()
  var secondsByAspect = AspectCounts()
  var crewedSeconds = 0
  var crewedOfficerSeconds = 0

  /// Creates an empty tally.
  ///
  /// - Parameters:
  ///   - export: What the export could tell.
  ///   - standards: By which times are short or long.
  ///   - geography: The districts and beats of a study; those of calls are held against them.
  public init(
    of export: DataQuality.Export, standards: DataQualityStandards = .usual,
    geography: Geography? = nil
  ) {
    self.export = export
    self.standards = standards
    knownDistricts = geography.map { Set($0.districts.map(\.id.description)) }
    knownBeats = geography.map { Set($0.beats.map(\.id.description)) }
  }

  /// Counts the calls of `batch`.
  ///
  /// - Complexity: O(calls + responses + names of the batch).
  public mutating func add(_ batch: CallBatch) {
    var names = QualityPlaces(count: batch.names.count)
    for index in batch.rows.indices {
      add(batch.rows[index], parts: batch.responseRange(at: index), of: batch, &names)
    }
  }

  /// Adds what `other`, a tally of other calls by the same standards, has counted.
  public mutating func merge(_ other: QualityTally) {
    calls += other.calls
    officerCalls += other.officerCalls
    responses += other.responses
    mergeQuality(&days, other.days)
    districts.merge(other.districts)
    beats.merge(other.beats)
    categories.merge(other.categories)
    mergeQuality(&origins, other.origins)
    mergeQuality(&outcomes, other.outcomes)
    mergeQuality(&communityPriorities, other.communityPriorities)
    mergeQuality(&unitClasses, other.unitClasses)
    mergeQuality(&stamps, other.stamps)
    mergeQuality(&pairs, other.pairs)
    mergeQuality(&times, other.times)
    mergeQuality(&delays, other.delays)
    callsByAspect.merge(other.callsByAspect)
    unitsByAspect.merge(other.unitsByAspect)
    secondsByAspect.merge(other.secondsByAspect)
    crewedSeconds += other.crewedSeconds
    crewedOfficerSeconds += other.crewedOfficerSeconds
  }
}

/// Where the names of a batch are counted, looked up once for each name.
struct QualityPlaces {
  var districts: [Int32]
  var beats: [Int32]
  var categories: [Int32]

  init(count: Int) {
    districts = [Int32](repeating: -1, count: count)
    beats = districts
    categories = districts
  }
}
