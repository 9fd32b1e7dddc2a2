public import PolicingDomain

extension QualityTally {
  /// Judges what was counted.
  ///
  /// - Parameter ledger: What became of the rows of the export.
  /// - Returns: The counts, the hours that rest on each weakness, findings and verdicts.
  /// - Complexity: O(names × 264 + days).
  public func quality(ledger: CallLedger) -> DataQuality {
    var quality = DataQuality(export: export, ledger: ledger, standards: standards)
    let kinds = QualityMeans(allCategories, fewest: standards.fewestOfKind)
    quality.calls = calls
    quality.officerCalls = officerCalls
    quality.responses = responses
    quality.span = span
    quality.stamps = stampForms
    quality.groupings = groupings
    quality.cells = cells
    for group in origins { quality.all.add(group) }
    quality.disorder = stampPairs { $0.reversed }
    quality.equals = stampPairs { $0.equal }
    quality.times = timeForms
    quality.oddTimes = oddTimes
    quality.values = valueForms
    quality.work = work(kinds)
    quality.costs = costs(kinds)
    quality.tests = DataQuality.Stamp.later.compactMap {
      priorityTest(of: $0, in: quality.grouping("community_priority"))
    }
    quality.findings = QualityFindings(quality).inOrder
    quality.verdicts = QualityVerdicts(quality).all
    return quality
  }

  /// Every category in order, calls without one included.
  var allCategories: [(name: String, cell: CategoryDirt)] {
    [(DataQuality.notRecorded, categories.unnamed)] + categories.inOrder
  }

  private var stampForms: [DataQuality.StampForm] {
    DataQuality.Stamp.allCases.map { stamp in
      let cell = stamps[stamp.rawValue]
      var form = DataQuality.StampForm(stamp)
      form.known = cell.known
      form.onMinute = cell.onMinute
      form.onFiveMinutes = cell.onFiveMinutes
      form.atMidnight = cell.atMidnight
      return form
    }
  }

  private func stampPairs(_ count: (PairDirt) -> Int) -> [DataQuality.StampPair] {
    DataQuality.Stamp.allCases.flatMap { earlier in
      DataQuality.Stamp.allCases.filter { $0.rawValue > earlier.rawValue }.map { later in
        let index = earlier.rawValue * 5 + later.rawValue
        var pair = DataQuality.StampPair(earlier, later)
        pair.community = count(pairs[index])
        pair.officer = count(pairs[25 + index])
        pair.communityKnown = pairs[index].known
        pair.officerKnown = pairs[25 + index].known
        return pair
      }
    }
  }

  private var timeForms: [DataQuality.TimeForm] {
    DataQuality.Interval.allCases.flatMap { interval in
      CallOrigin.allCases.map { origin in
        let first = origin == .officer ? DataQuality.Interval.allCases.count : 0
        let cell = times[first + interval.rawValue]
        var form = DataQuality.TimeForm(interval, origin)
        form.known = cell.known
        form.negative = cell.negative
        form.zero = cell.zero
        form.short = cell.short
        form.long = cell.long
        form.tooLong = cell.tooLong
        form.shortHours = Double(cell.shortSeconds) / 3600
        form.longHours = Double(cell.longSeconds) / 3600
        form.tooLongHours = Double(cell.tooLongSeconds) / 3600
        form.median = cell.lengths.quantile(0.5)
        form.ninetieth = cell.lengths.quantile(0.9)
        return form
      }
    }
  }

  private var oddTimes: [DataQuality.OddTimes] {
    let byCategory = categories.inOrder.map { name, cell in
      (interval: DataQuality.Interval.unitTime, label: name, lengths: cell.unitTimes)
    }
    let intervals: [DataQuality.Interval] = [.waiting, .travel, .response]
    let byPriority = intervals.enumerated().flatMap { position, interval in
      (0..<qualityLevels).map { level in
        (
          interval: interval, label: Self.label(ofLevel: level),
          lengths: delays[position * qualityLevels + level]
        )
      }
    }
    return (byCategory + byPriority).compactMap { interval, label, lengths in
      guard
        let range = RobustRange(
          lengths, standards: (standards.fewestOfKind, standards.robustDeviations)),
        range.low + range.high > 0
      else { return nil }
      return DataQuality.OddTimes(
        interval: interval, label: label, known: lengths.positiveCount, median: range.median,
        low: range.low, high: range.high, highHours: Double(range.highSeconds) / 3600,
        upperLimit: range.upperLimit)
    }
  }

  /// The label of a level of priority; the last one stands for none.
  static func label(ofLevel level: Int) -> String {
    CallPriority(level)?.description ?? DataQuality.notRecorded
  }

  private func work(_ kinds: QualityMeans) -> DataQuality.Work {
    var work = DataQuality.Work()
    work.units = unitsByAspect[.work]
    work.timedUnits = kinds.timedUnits
    work.timedUnitHours = Double(kinds.timedSeconds) / 3600
    var imputedBy = [0, 0, 0, 0]
    work.imputedUnitHours = kinds.imputedHours(.work) { imputedBy[$1] += $0 }
    work.imputedBy = imputedBy
    work.crewedUnitHours = Double(crewedSeconds) / 3600
    work.crewedOfficerHours = Double(crewedOfficerSeconds) / 3600
    work.callsWithoutSign = callsByAspect[.noSign]
    work.callsOfUnknownUnits = callsByAspect[.unknownUnits]
    return work
  }

  private func costs(_ kinds: QualityMeans) -> [DataQuality.Cost] {
    QualityAspect.allCases.map { aspect in
      DataQuality.Cost(
        key: aspect.key, what: aspect.what, calls: callsByAspect[aspect],
        units: aspect == .noSign ? callsByAspect[aspect] : unitsByAspect[aspect],
        toldUnitHours: Double(secondsByAspect[aspect]) / 3600,
        imputedUnitHours: kinds.imputedHours(aspect))
    }
  }
}
