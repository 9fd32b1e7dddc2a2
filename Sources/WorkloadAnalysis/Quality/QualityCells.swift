import PolicingDomain

/// The levels of priority, and one for calls without.
let qualityLevels = CallPriority.lowest + 2

extension DataQuality.MissingCounts: QualityCell {
  mutating func merge(_ other: DataQuality.MissingCounts) { add(other) }

  /// Counts a call; `missing` has a 1 for each of the four stamps that it lacks.
  mutating func count(_ missing: SIMD4<Int>, sent: Bool) {
    calls += 1
    self.missing &+= missing
    if sent {
      self.sent += 1
      missingThoughSent &+= missing
    }
  }
}

/// The calls of one district, by priority and hour of the day.
struct DistrictDirt: QualityCell {
  var calls = 0
  var hours = [DataQuality.MissingCounts](
    repeating: DataQuality.MissingCounts(), count: qualityLevels * 24)

  mutating func merge(_ other: DistrictDirt) {
    calls += other.calls
    for position in hours.indices { hours[position].merge(other.hours[position]) }
  }
}

/// The number of calls of one beat.
struct BeatDirt: QualityCell {
  var calls = 0
  mutating func merge(_ other: BeatDirt) { calls += other.calls }
}

/// The units of calls of one category and priority.
struct KindDirt: QualityCell {
  /// Units whose time is known.
  var units = 0
  /// The seconds of these.
  var seconds = 0
  /// Units whose time must be taken from others, by what rests on them.
  var toImpute = AspectCounts()

  mutating func merge(_ other: KindDirt) {
    units += other.units
    seconds += other.seconds
    toImpute.merge(other.toImpute)
  }
}

/// The calls of one category.
struct CategoryDirt: QualityCell {
  var missing = DataQuality.MissingCounts()
  var kinds = [KindDirt](repeating: KindDirt(), count: qualityLevels)
  var unitTimes = DurationHistogram()

  mutating func merge(_ other: CategoryDirt) {
    missing.merge(other.missing)
    for position in kinds.indices { kinds[position].merge(other.kinds[position]) }
    unitTimes.merge(other.unitTimes)
  }
}

/// How the moments of one stamp are written.
struct StampDirt: QualityCell {
  var known = 0
  var onMinute = 0
  var onFiveMinutes = 0
  var atMidnight = 0

  mutating func add(_ moment: LocalTime) {
    known += 1
    let seconds = moment.seconds
    guard seconds % 60 == 0 else { return }
    onMinute += 1
    if seconds % 300 == 0 { onFiveMinutes += 1 }
    if seconds % 86_400 == 0 { atMidnight += 1 }
  }

  mutating func merge(_ other: StampDirt) {
    known += other.known
    onMinute += other.onMinute
    onFiveMinutes += other.onFiveMinutes
    atMidnight += other.atMidnight
  }
}

/// Calls by the order of two stamps.
struct PairDirt: QualityCell {
  var known = 0
  var reversed = 0
  var equal = 0

  mutating func merge(_ other: PairDirt) {
    known += other.known
    reversed += other.reversed
    equal += other.equal
  }
}

/// The lengths of one interval.
struct TimeDirt: QualityCell {
  var known = 0
  var negative = 0
  var zero = 0
  var short = 0
  var long = 0
  var tooLong = 0
  var shortSeconds = 0
  var longSeconds = 0
  var tooLongSeconds = 0
  var lengths = DurationHistogram()

  mutating func add(_ length: Int, units: Int, standards: DataQualityStandards) {
    known += 1
    guard length >= 0 else {
      negative += 1
      return
    }
    lengths.add(length, units: units)
    if length == 0 {
      zero += 1
    } else if length < standards.shortestSeconds {
      short += 1
      shortSeconds += length * units
    } else if length > standards.longestSeconds {
      tooLong += 1
      tooLongSeconds += length * units
    } else if length > standards.longSeconds {
      long += 1
      longSeconds += length * units
    }
  }

  mutating func merge(_ other: TimeDirt) {
    known += other.known
    negative += other.negative
    zero += other.zero
    short += other.short
    long += other.long
    tooLong += other.tooLong
    shortSeconds += other.shortSeconds
    longSeconds += other.longSeconds
    tooLongSeconds += other.tooLongSeconds
    lengths.merge(other.lengths)
  }
}

/// Merges lists of equal length, cell by cell.
func mergeQuality<Cell: QualityCell>(_ cells: inout [Cell], _ others: [Cell]) {
  for position in cells.indices { cells[position].merge(others[position]) }
}

/// Merges cells by key.
func mergeQuality<Cell: QualityCell>(_ cells: inout [Int: Cell], _ others: [Int: Cell]) {
  for (key, other) in others { cells[key, default: Cell()].merge(other) }
}
