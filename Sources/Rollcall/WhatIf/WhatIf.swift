extension StudyPipeline {
  /// Answers a run again under changes, without reading the calls again.
  ///
  /// - Parameters:
  ///   - results: Results of ``run(to:pricing:progress:)``.
  ///   - scenario: The study with its changes.
  ///   - extent: How far to go, at least to the requirement.
  ///   - pricing: Whether to solve again for what people and rules are worth.
  ///   - progress: Told the name of each stage as it begins.
  /// - Returns: The results under the scenario.
  /// - Throws: A ``PlanningError`` from the stage that could not be done.
  public func answer(
    _ results: StudyResults, under scenario: Scenario, to extent: Extent = .allocation,
    pricing: Bool = false, progress: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(PlanningError) -> StudyResults {
    var changed = startAgain(results, with: scenario.study)
    try answer(
      &changed, under: scenario, to: extent, pricing: pricing, progress: progress)
    changed.ledgers = Books.checks(of: changed)
    return changed
  }

  /// Answers a run again under changes, as far as what all standards need.
  func required(
    _ results: StudyResults, under scenario: Scenario
  ) throws(PlanningError) -> StudyResults {
    var changed = startAgain(results, with: scenario.study)
    let requirement = try RequirementStage(changed, queueing, under: scenario)
    requirement.record(in: &changed)
    try AllocationStage(changed, requirement).recordRequired(in: &changed)
    return changed
  }

  /// Returns how planning in stages, tours first and people afterwards, differs from the one plan of a
  /// run (FORMULATION 7.4 and 8); nothing where a step of it has no plan.
  ///
  /// - Throws: A ``PlanningError`` for a question that makes no sense.
  public func staged(_ results: StudyResults) throws(PlanningError) -> StagedComparison? {
    var changed = results
    let requirement = try RequirementStage(results, queueing, under: Scenario(results.study))
    try AllocationStage(results, requirement).recordStaged(in: &changed)
    return changed.staged
  }

  /// Answers what would be different if something were different.
  ///
  /// - Parameters:
  ///   - changes: What is different.
  ///   - results: The run of the study as it is, to the allocation.
  ///   - progress: Told the name of each stage as it begins.
  /// - Returns: The results with the changes, and how they differ.
  /// - Throws: A ``PlanningError`` for a name that the study does not have, or from a stage.
  public func whatIf(
    _ changes: [StudyChange], of results: StudyResults,
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(PlanningError) -> (results: StudyResults, difference: PlanDifference) {
    let scenario = try Scenario(results.study, changedBy: changes)
    let changed = try answer(results, under: scenario, progress: progress)
    return (changed, PlanDifference(from: results, to: changed, by: changes.map(\.words)))
  }
}

extension StudyPipeline {
  /// The results as they stand after the workload, for a study that differs in what comes after it.
  private func startAgain(_ results: StudyResults, with study: Study) -> StudyResults {
    var again = StudyResults(study: study, calls: results.calls, workload: results.workload)
    again.deployment = results.deployment
    again.seasonFindings = results.seasonFindings
    if !study.commitments.isEmpty {
      again.scheduledWork = ScheduledWork(
        of: study.commitments, during: study.period,
        districts: study.geography.districts.map(\.id))
    }
    again.countingFindings = results.countingFindings
    again.findings = findingsOfInputs(again)
    return again
  }
}

extension PlanDifference {
  /// Compares two runs of one study.
  init(from before: StudyResults, to after: StudyResults, by changes: [String]) {
    let plans = [before, after].compactMap { $0.recommended?.plan }
    self.init(
      changes: changes, objectives: Self.objectives(before, after),
      staffing: plans.count == 2 ? Self.staffing(before, after) : [],
      districts: plans.count == 2 ? Self.districts(before, after) : [])
  }

  private static func objectives(_ before: StudyResults, _ after: StudyResults) -> [Line] {
    func stages(_ results: StudyResults) -> [StaffingPlan.Stage] {
      results.recommended?.plan?.stages ?? []
    }
    let names = stages(before).isEmpty ? stages(after) : stages(before)
    var lines = names.map { stage in
      Line(
        name: stage.objective,
        before: stages(before).first { $0.objective == stage.objective }?.value,
        after: stages(after).first { $0.objective == stage.objective }?.value, unit: stage.unit)
    }
    lines.append(
      Line(
        name: "strength required or decided", before: total(before.required),
        after: total(after.required), unit: "full-time equivalents"))
    lines.append(
      Line(
        name: "strength recommended", before: total(before.recommended),
        after: total(after.recommended), unit: "full-time equivalents"))
    return lines
  }

  private static func total(_ answer: StudyResults.Answer?) -> Double? {
    answer?.plan?.assignments.total(\.strength).value
  }

  private static func staffing(_ before: StudyResults, _ after: StudyResults) -> [Line] {
    let (old, new) = (StaffingLine.all(before), StaffingLine.all(after))
    var bureaus: [Bureau] = []
    for line in old where !bureaus.contains(line.bureau) { bureaus.append(line.bureau) }
    let ranks = before.study.organization.ranks
    return bureaus.flatMap { bureau in
      ranks.compactMap { rank -> Line? in
        func sum(_ lines: [StaffingLine]) -> Double {
          lines.reduce(0) { sum, line in
            line.bureau == bureau && line.rank.id == rank.id ? sum + (line.recommended ?? 0) : sum
          }
        }
        let (was, now) = (sum(old), sum(new))
        guard abs(was - now) > 0.05 else { return nil }
        return Line(
          name: "\(bureau), \(rank.title.lowercased())", before: was, after: now,
          unit: "full-time equivalents")
      }
    }
  }

  private static func districts(_ before: StudyResults, _ after: StudyResults) -> [Line] {
    before.study.geography.districts.compactMap { district -> Line? in
      func short(_ results: StudyResults) -> Double {
        (results.recommended?.plan?.coverageShortages ?? []).reduce(0) { sum, item in
          item.district == district.id ? sum + item.short : sum
        }
      }
      let (was, now) = (short(before), short(after))
      guard abs(was - now) > 0.005 else { return nil }
      return Line(
        name: "\(district.id)", before: was, after: now,
        unit: "officers short on the street, sum of the watches")
    }
  }
}
