import PolicingDomain

/// Estimates with intervals from blocks of weeks drawn again (FORMULATION 2.5).
///
/// In every replicate the mean times are taken anew from the weeks drawn, fallbacks included, and
/// the missing times imputed from these: so the interval holds what imputation adds to sampling
/// (J. Shao, R. R. Sitter, *Bootstrap for imputed survey data*, JASA 91 (1996)). No noise is added to
/// imputed times: the figures are means and totals, and the estimate of a mean does not get less
/// certain by noise of our own.
struct IntervalStage {
  private let tally: WorkloadTally
  private let weekly: WeeklyWork
  private let settings: IntervalSettings
  private let point: WeeklyWork.Figures
  private let replicates: [WeeklyWork.Figures]
  /// Unit-hours by target and week.
  private let work: [[Double]]
  private let percentiles: ExpandedPercentiles?
  private let blockLength: Int
  /// The weeks of which there are data; the others are never drawn.
  private let observed: [Int]

  init(_ tally: WorkloadTally, _ settings: IntervalSettings) {
    self.tally = tally
    self.settings = settings
    weekly = WeeklyWork(tally)
    work = weekly.unitHours()
    let none = [Double](repeating: 0, count: weekly.hours.count)
    point = weekly.figures(none.map { _ in 1 })
    let observed = weekly.hours.indices.filter { [weekly] in weekly.hours[$0] > 0 }
    self.observed = observed
    let weeks = observed.count
    var bootstrap = BlockBootstrap(count: max(1, weeks), seed: settings.seed)
    blockLength = bootstrap.blockLength
    let isEnough = weeks >= max(settings.fewestWeeks, blockLength + 1)
    percentiles =
      isEnough
      ? ExpandedPercentiles(
        count: weeks, blockLength: blockLength, confidence: settings.confidence) : nil
    var replicates: [WeeklyWork.Figures] = []
    if isEnough {
      for _ in 0..<settings.replicates {
        var drawn = none
        for (week, times) in zip(observed, bootstrap.draw()) { drawn[week] = times }
        replicates.append(weekly.figures(drawn))
      }
    }
    self.replicates = replicates
  }

  var estimates: WorkloadEstimates {
    let targets = weekly.targets
    let periodWeeks = weekly.exposures.reduce(0, +) / 168
    let districts = tally.places.districts.enumerated().map { row, district in
      WorkloadEstimates.Part(
        key: district, calls: calls(targets.district(row)),
        unitHours: unitHours(targets.district(row)))
    }
    let priorities = (0..<Level.count).compactMap {
      level -> WorkloadEstimates.Part<CallPriority>? in
      let target = targets.priority(level)
      guard weekly.calls[target].contains(where: { $0 > 0 }) else { return nil }
      return WorkloadEstimates.Part(
        key: Level.priority(level), calls: calls(target), unitHours: unitHours(target))
    }
    let all = WeeklyWork.Targets.all
    return WorkloadEstimates(
      weeks: weeks, calls: calls(WeeklyWork.Targets.community),
      unitHours: unitHours(WeeklyWork.Targets.community),
      officerUnitHours: unitHours(WeeklyWork.Targets.officer),
      totalUnitHours: unitHours(all, times: periodWeeks, unit: "unit-hours in the period"),
      totalCalls: calls(all, times: periodWeeks, unit: "calls in the period"),
      minutesPerUnit: estimate(
        point.minutesPerUnit, unit: "minutes of a unit on a call", target: all + 1,
        isImputed: true, \.minutesPerUnit),
      districts: districts, priorities: priorities, method: method)
  }

  private func unitHours(
    _ target: Int, times factor: Double = 1, unit: String = "unit-hours a week"
  ) -> Estimate {
    estimate(point.unitHours[target] * factor, unit: unit, target: target, isImputed: true) {
      $0.unitHours[target] * factor
    }
  }

  private func calls(
    _ target: Int, times factor: Double = 1, unit: String = "calls a week"
  ) -> Estimate {
    estimate(point.calls[target] * factor, unit: unit, target: target, isImputed: false) {
      $0.calls[target] * factor
    }
  }

  private func estimate(
    _ value: Double, unit: String, target: Int, isImputed: Bool,
    _ figure: (WeeklyWork.Figures) -> Double
  ) -> Estimate {
    let known = weekly.known[target].reduce(0, +)
    let all = work[target].reduce(0, +)
    let share = isImputed && all > 0 ? Share(min(1, max(0, 1 - known / all))) ?? .none : .none
    return Estimate(
      value: value, unit: unit, observations: Int(weekly.calls[target].reduce(0, +)),
      imputed: share, interval: interval(target, isImputed: isImputed, figure))
  }

  private func interval(
    _ target: Int, isImputed: Bool, _ figure: (WeeklyWork.Figures) -> Double
  ) -> Estimate.Interval {
    guard let percentiles else {
      return .none(
        reason: "\(observed.count) weeks are too few for an interval: "
          + "\(settings.fewestWeeks) are the fewest")
    }
    guard weekly.calls[target].contains(where: { $0 > 0 }) else {
      return .none(reason: "there are no calls")
    }
    let calls = Int(weekly.calls[target].reduce(0, +))
    guard calls >= Reliability.fewestObservations else {
      return .none(reason: "\(calls) calls are too few for an interval")
    }
    let ends = percentiles.interval(replicates.map(figure))
    return .range(
      low: ends.low, high: ends.high,
      components: [
        "sampling of \(observed.count) weeks",
        isImputed ? "imputation of missing times" : "nothing imputed: calls are counted",
      ])
  }

  private var method: String {
    guard percentiles != nil else {
      return "No interval: \(observed.count) weeks are fewer than \(settings.fewestWeeks)."
    }
    let confidence = (settings.confidence * 1000).rounded() / 10
    let words =
      confidence == confidence.rounded() ? "\(Int(confidence))" : "\(confidence)"
    return "\(words) % intervals: \(settings.replicates) block bootstraps of "
      + "\(observed.count) weeks in blocks of \(blockLength), expanded percentiles, "
      + "seed \(settings.seed). In them: sampling, and imputation within each replicate. Not in "
      + "them: "
      + "parameters such as units-per-call factors, times missing otherwise than at random within "
      + "category and priority, and model error."
  }

  private var weeks: [WorkloadEstimates.Week] {
    let community = work[WeeklyWork.Targets.community]
    let officer = work[WeeklyWork.Targets.officer]
    return weekly.hours.indices.map { week in
      WorkloadEstimates.Week(
        first: tally.period.first.advanced(by: week * 7), hours: weekly.hours[week],
        communityCalls: Int(weekly.calls[WeeklyWork.Targets.community][week]),
        officerCalls: Int(weekly.calls[WeeklyWork.Targets.officer][week]),
        communityUnitHours: UnitHours(community[week]), officerUnitHours: UnitHours(officer[week]))
    }
  }
}
