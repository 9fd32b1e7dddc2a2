extension StudyPipeline {
  /// What each choice of value needs, and what each of the alternatives that were heard would need.
  ///
  /// Every value is tried by computing the requirement and the plan that meets it again; strength and
  /// budget have no part in it.
  ///
  /// - Parameters:
  ///   - results: The run of the study as it is, to the allocation.
  ///   - progress: Told each value as it is tried.
  /// - Returns: A line for each choice, followed by its alternatives.
  /// - Throws: A ``PlanningError`` from a stage that could not be done for the study as it is; an
  ///   alternative that cannot be computed says so in its note.
  public func alternatives(
    of results: StudyResults, progress: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(PlanningError) -> [TargetAlternative] {
    var lines: [TargetAlternative] = []
    for target in results.study.targets {
      lines.append(Self.line(target, target.value, isChosen: true, results, note: ""))
      for value in target.alternatives {
        progress(Self.stage(target, value))
        do {
          let change = StudyChange.value(name: target.name, value: value)
          let scenario = try Scenario(results.study, changedBy: [change])
          let changed = try required(results, under: scenario)
          lines.append(Self.line(target, value, isChosen: false, changed, note: ""))
        } catch {
          lines.append(
            TargetAlternative(
              target: target, value: value, isChosen: false, patrolOfficers: nil, required: nil,
              cost: nil, note: error.reason))
        }
      }
    }
    return lines
  }

  /// The values that will be tried, as they are told.
  public func alternativeStages(of results: StudyResults) -> [String] {
    results.study.targets.flatMap { target in
      target.alternatives.map { Self.stage(target, $0) }
    }
  }

  private static func stage(_ target: ValueTarget, _ value: Double) -> String {
    "\(target.name) at \(value.written(4))"
  }

  private static func line(
    _ target: ValueTarget, _ value: Double, isChosen: Bool, _ results: StudyResults, note: String
  ) -> TargetAlternative {
    let plan = results.required?.plan
    let organization = results.study.organization
    let patrol = Set(organization.positions.filter { $0.basis == .coverage }.map(\.id))
    let costs = Dictionary(
      organization.positions.map { group in
        (group.id, organization.ranks.first { $0.id == group.rank }?.annualCost.value ?? 0)
      }, uniquingKeysWith: { $1 })
    return TargetAlternative(
      target: target, value: value, isChosen: isChosen,
      patrolOfficers: plan?.assignments.filter { patrol.contains($0.group) }.total(\.strength)
        .value,
      required: plan?.assignments.total(\.strength).value,
      cost: plan?.assignments.reduce(0) { $0 + $1.strength.value * (costs[$1.group] ?? 0) },
      note: plan == nil ? results.required?.reason ?? "no plan" : note)
  }
}
