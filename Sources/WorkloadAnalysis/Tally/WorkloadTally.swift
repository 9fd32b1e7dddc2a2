public import PolicingDomain

/// Adds up the work of calls in memory that grows with the number of cells, not of calls.
///
/// All sums are whole numbers (seconds × millionths of a unit), so tallies of parts of an export,
/// merged in any order, give the same workload as one tally of all of it.
///
///     var tally = WorkloadTally(period: period, districts: districts)
///     for batch in batches { tally.add(batch) }
///     tally.merge(tallyOfAnotherThread)
///     let workload = tally.finish(intervals: IntervalSettings(seed: study.seed))
///
/// A call whose times are missing leaves a count in the cell of its category, priority, class of
/// unit, district and hour. Its work is imputed by ``finish(intervals:lacking:)``, when the means are known,
/// and spread as if it had begun at any second of its hour with equal chance.
public struct WorkloadTally: Sendable {
  var period: StudyPeriod
  let backUp: BackUpFactors
  let assumptions: WorkloadAssumptions
  let clock: StudyClock
  let longest: Int
  let holdLimit: Int
  var places: CallPlaces
  var kinds: CallKinds
  var groups: [GroupCell]
  var hourly: HourlyCells
  var queue: QueueCells
  var categories: [CategoryCell] = []
  var categoryCells: CategoryPlaceCells
  var beats: [BeatCell] = []
  /// Units per call in millionths, by category and hour of the day, as they are asked for.
  var factors: [Int] = []
  var homes: [Int]
  var classes: [ClassCell]
  var unmet: [UnmetCell]
  var times: [KindTimes]
  var callTimes: [KindTimes]
  var histograms: TimeHistograms
  var missing = MissingWork()
  var counts = Counts()
  private var waiting = CallBatch()

  /// Creates an empty tally.
  ///
  /// - Parameters:
  ///   - period: Calls received outside it, or on a day that it lacks, are counted and left out.
  ///   - districts: The rows of the tables; calls elsewhere are counted as unplaced.
  ///   - backUp: Units per call where the export does not tell, rounded to a millionth.
  ///   - assumptions: What is believed and what is taken for missing times.
  public init(
    period: StudyPeriod, districts: [District.ID], backUp: BackUpFactors = .single,
    assumptions: WorkloadAssumptions = WorkloadAssumptions()
  ) {
    self.period = period
    self.backUp = backUp
    self.assumptions = assumptions
    clock = StudyClock(period)
    longest = Int((assumptions.longestTime.value * 3600).rounded())
    holdLimit = Int((assumptions.holdLimit.value * 3600).rounded())
    places = CallPlaces(districts: districts)
    let rows = places.rowCount
    kinds = CallKinds()
    groups = Array(repeating: GroupCell(), count: clock.weekCount * 2 * rows * Level.count)
    hourly = HourlyCells(rows: rows)
    queue = QueueCells(rows: rows)
    categoryCells = CategoryPlaceCells(rows: rows)
    homes = Array(repeating: 0, count: 2 * rows * (rows + 1))
    classes = Array(repeating: ClassCell(), count: 2 * UnitClass.allCases.count)
    unmet = Array(
      repeating: UnmetCell(), count: UnmetDemand.Kind.allCases.count * Level.count * rows)
    let noTimes = KindTimes(weeks: clock.weekCount)
    times = Array(repeating: noTimes, count: WorkPart.allCases.count)
    callTimes = Array(repeating: noTimes, count: CallTime.allCases.count)
    histograms = TimeHistograms(longest: longest)
  }

  /// Counts one call.
  ///
  /// Calls are gathered and counted a thousand at a time; ``add(_:)-(CallBatch)`` is the faster way
  /// for many.
  ///
  /// - Complexity: O(hours that the call covers).
  public mutating func add(_ call: CallForService) {
    waiting.append(call)
    if waiting.rows.count == 1024 { addWaiting() }
  }

  /// Counts the calls of a batch.
  ///
  /// Fastest when the names of every batch continue those of the one before, as they do when one
  /// reader hands them out.
  ///
  /// - Complexity: O(calls × hours that a call covers + names).
  public mutating func add(_ batch: CallBatch) {
    addWaiting()
    count(batch)
  }

  mutating func addWaiting() {
    guard !waiting.rows.isEmpty else { return }
    count(waiting)
    waiting.removeCalls()
  }

  private mutating func count(_ batch: CallBatch) {
    places.follow(batch.names)
    var start = 0
    for row in batch.rows {
      let end = Int(row.responsesEnd)
      count(row, batch.responses[start..<end])
      start = end
    }
  }
}

/// The levels of priority as rows: 0 to 9, then calls without one.
enum Level {
  static let count = CallPriority.lowest + 2
  static let none = CallPriority.lowest + 1

  static func row(_ level: Int8) -> Int {
    level >= 0 && level <= CallPriority.lowest ? Int(level) : none
  }

  static func priority(_ row: Int) -> CallPriority? { CallPriority(row) }
}

/// Units are counted in millionths, so that sums are whole numbers.
enum Millionths {
  static let one = 1_000_000

  static func of(_ units: Double) -> Int { Int((units * 1e6).rounded()) }

  /// Unit-hours from millionths of unit-seconds.
  static func unitHours(_ work: Int) -> Double { Double(work) / 3.6e9 }
}

/// Adds without trapping: nonsense in an export must not end the program.
@inline(__always)
func accumulate(_ sum: inout Int, _ amount: Int) {
  let (result, isTooLarge) = sum.addingReportingOverflow(amount)
  sum = isTooLarge ? Int.max : result
}
