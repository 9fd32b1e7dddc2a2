extension StudyResults {
  /// A key figure of a run, with what is known about its uncertainty.
  public struct Figure: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The figure.
    public let estimate: Estimate

    /// Creates a figure.
    public init(name: String, estimate: Estimate) {
      self.name = name
      self.estimate = estimate
    }
  }

  /// The key figures of the run.
  ///
  /// None has an interval yet: sampling alone is never printed alone, and synthetic calls have no
  /// sampling error to speak of.
  public var figures: [Figure] {
    var figures = [
      figure("calls", Double(workload.callCount), "calls in the period", imputed: Share.none),
      figure("unit-hours", workload.totalUnitHours.value, "unit-hours in the period"),
    ]
    if !units.isEmpty {
      let watches = Dictionary(
        study.schedule.watches.map { ($0.id, Double($0.length)) }, uniquingKeysWith: { $1 })
      let hours = units.reduce(0) { $0 + $1.officers * (watches[$1.watch] ?? 0) }
      figures.append(figure("officer-hours required on the street", hours, "hours a week"))
    }
    for answer in [required, recommended].compactMap({ $0 }) {
      guard let plan = answer.plan else { continue }
      let name = answer.mode == .require ? "strength required" : "strength recommended"
      figures.append(
        figure(name, plan.assignments.total(\.strength).value, "full-time equivalents"))
    }
    return figures
  }

  private func figure(
    _ name: String, _ value: Double, _ unit: String, imputed: Share? = nil
  ) -> Figure {
    let reason =
      if case .synthesis = study.calls {
        "the calls are synthetic; a sampling interval would say nothing"
      } else {
        "not estimated yet"
      }
    return Figure(
      name: name,
      estimate: Estimate(
        value: value, unit: unit, observations: workload.callCount,
        imputed: imputed ?? workload.imputedShare, interval: .none(reason: reason)))
  }
}
