extension StudyResults {
  /// A key figure of a run, with what is known about its uncertainty.
  public struct Figure: Hashable, Codable, Sendable {
    /// The name.
    public let name: String
    /// The figure.
    public let estimate: Estimate
    /// The count of calls that it is, if it is one.
    public let key: FigureKey?

    /// Creates a figure.
    public init(name: String, estimate: Estimate, key: FigureKey? = nil) {
      self.name = name
      self.estimate = estimate
      self.key = key
    }
  }

  /// The key figures of the run.
  ///
  /// Calls and unit-hours have intervals where the calls are real; strength has none yet.
  public var figures: [Figure] {
    var figures = [
      figure(
        "calls", Double(workload.callCount), "calls in the period", imputed: Share.none,
        key: .calls),
      figure("unit-hours", workload.totalUnitHours.value, "unit-hours in the period"),
    ]
    if let estimates = workload.estimates {
      let own = [estimates.totalCalls, estimates.totalUnitHours].map(asPrinted)
      figures = zip(figures, own).map { figure, own in
        Figure(
          name: figure.name,
          estimate: Estimate(
            value: figure.estimate.value, unit: figure.estimate.unit,
            observations: figure.estimate.observations, imputed: figure.estimate.imputed,
            interval: own.interval), key: figure.key)
      }
    }
    if !units.isEmpty {
      let watches = Dictionary(
        study.schedule.watches.map { ($0.id, Double($0.length)) }, uniquingKeysWith: { $1 })
      let hours = units.reduce(0) { $0 + $1.officers * (watches[$1.watch] ?? 0) }
      figures.append(figure("officer-hours required on the street", hours, "hours a week"))
    }
    let decided = Set(study.organization.positions.filter(\.basis.isDecided).map(\.id))
    if let plan = required?.plan {
      let byWork = plan.assignments.filter { !decided.contains($0.group) }.total(\.strength)
      let byPolicy = plan.assignments.filter { decided.contains($0.group) }.total(\.strength)
      figures += [
        figure("strength required by work and rule", byWork.value, "full-time equivalents"),
        figure("strength decided by policy", byPolicy.value, "full-time equivalents", calls: 0),
      ]
    }
    if let plan = recommended?.plan {
      let strength = plan.assignments.total(\.strength).value
      figures.append(figure("strength recommended", strength, "full-time equivalents"))
    }
    return figures
  }

  /// Returns `estimate` as it may be shown: made-up calls have no sampling error to speak of, so
  /// that theirs has no interval.
  public func asPrinted(_ estimate: Estimate) -> Estimate {
    guard let reason = reasonAgainstIntervals else { return estimate }
    return Estimate(
      value: estimate.value, unit: estimate.unit, observations: estimate.observations,
      imputed: estimate.imputed, interval: .none(reason: reason))
  }

  /// Why the figures of the calls have no interval, whatever the calls are; nothing where they may
  /// have one.
  public var reasonAgainstIntervals: String? {
    if case .synthesis = study.calls {
      "the calls are synthetic; a sampling interval would say nothing"
    } else {
      nil
    }
  }

  private func figure(
    _ name: String, _ value: Double, _ unit: String, imputed: Share? = nil, calls: Int? = nil,
    key: FigureKey? = nil
  ) -> Figure {
    let reason = reasonAgainstIntervals ?? "not estimated yet"
    return Figure(
      name: name,
      estimate: Estimate(
        value: value, unit: unit, observations: calls ?? workload.callCount,
        imputed: calls == 0 ? .none : imputed ?? workload.imputedShare,
        interval: .none(reason: reason)), key: key)
  }
}
