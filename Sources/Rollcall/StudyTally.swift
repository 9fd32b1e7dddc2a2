/// Everything that is added up over the calls of a study, in one pass.
///
/// All of it is whole numbers, so that it does not matter which thread reads which calls.
struct StudyTally: Sendable {
  private(set) var workload: WorkloadTally
  private(set) var season: SeasonTally
  /// A number for each call's own number, where calls of several files are compared.
  private(set) var numbers: [UInt64] = []
  private let comparesNumbers: Bool

  /// Creates an empty tally.
  ///
  /// - Parameters:
  ///   - study: The study.
  ///   - comparesNumbers: Whether the numbers of the calls are kept, in 8 bytes each.
  init(of study: Study, comparesNumbers: Bool) {
    let districts = study.geography.districts.map(\.id)
    let period = study.period.without(study.missingDays)
    workload = WorkloadTally(
      period: period, districts: districts, backUp: study.backUpFactors)
    season = SeasonTally(period: period, districts: districts)
    self.comparesNumbers = comparesNumbers
  }

  /// Counts the calls of a batch.
  mutating func add(_ batch: CallBatch) {
    workload.add(batch)
    season.add(batch)
    if comparesNumbers { Self.note(batch, in: &numbers) }
  }

  /// Adds a number for each call's own number to `numbers`.
  static func note(_ batch: CallBatch, in numbers: inout [UInt64]) {
    var start = 0
    for row in batch.rows {
      let end = Int(row.numberEnd)
      numbers.append(Self.hash(batch.letters[start..<end]))
      start = end
    }
  }

  /// Adds what another tally has counted; numbers stay apart.
  mutating func merge(_ other: StudyTally) {
    workload.merge(other.workload)
    season.merge(other.season)
    numbers += other.numbers
  }

  /// Takes the numbers out.
  mutating func removeNumbers() -> [UInt64] {
    defer { numbers = [] }
    return numbers
  }

  /// FNV-1a over the bytes, then mixed, because numbers differ in their last digits only.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ (hash >> 33)
  }
}

/// Counts the calls whose number an earlier file has too: exports that overlap count calls twice.
struct RepeatedNumbers {
  private var earlier: [UInt64] = []
  /// Calls of a later file whose number an earlier one has.
  private(set) var count = 0

  /// Compares the calls of the next file with those before.
  ///
  /// - Complexity: O(n log n) in the calls of the file, and O(n) in those before.
  mutating func add(_ numbers: [UInt64]) {
    let sorted = numbers.sorted()
    var position = 0
    for number in sorted {
      while position < earlier.count, earlier[position] < number { position += 1 }
      if position < earlier.count, earlier[position] == number { count += 1 }
    }
    earlier = (earlier + sorted).sorted()
  }

  /// The remark for the ledger, if there is anything to say.
  var entry: CallLedger.Entry? {
    guard count > 0 else { return nil }
    return CallLedger.Entry(
      what: "number of a call that an earlier file has too", rows: count,
      remedy: "they count in both; where exports overlap, cut them at a day that each has wholly")
  }
}
