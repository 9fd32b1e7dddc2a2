/// What one more and one less of an item would change, each by solving again (FORMULATION 9).
extension StudyPipeline {
  /// Returns what one more and one less of `item` would change.
  ///
  /// Positions change the optimum of the stages of the best use of the strength on hand; units change
  /// what calls wait; for ranks and rules, the run is priced if it was not.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - results: The run, to the allocation.
  /// - Returns: The changes; none for an item that is no number of people, units or a rule.
  /// - Throws: A ``PlanningError`` from a solve that makes no sense.
  public func changes(
    of item: ExplainedItem, in results: StudyResults
  ) throws(PlanningError) -> [Explanation.Change] {
    switch item {
    case .group(let id): try groupChanges(id, results)
    case .units(let district, let watch, let day): try unitChanges(district, watch, day, results)
    case .rank(let rank): Self.peopleChanges(rank, try priced(results))
    case .rule(let name): Self.ruleChanges(name, try priced(results))
    case .target(let position): try targetChanges(position, results)
    case .section, .bureau, .department, .hours, .standard, .assumption, .responder: []
    }
  }

  /// The run with prices.
  private func priced(_ results: StudyResults) throws(PlanningError) -> StudyResults {
    if let plan = results.recommended?.plan, !plan.rulePrices.isEmpty || !plan.prices.isEmpty {
      return results
    }
    return try answer(results, under: Scenario(results.study), pricing: true)
  }

  private func groupChanges(
    _ id: PositionGroup.ID, _ results: StudyResults
  ) throws(PlanningError) -> [Explanation.Change] {
    guard let group = results.study.organization.positions.first(where: { $0.id == id }),
      let plan = results.recommended?.plan
    else { return [] }
    if group.basis.isSizedByTours { return Self.peopleChanges(group.rank, try priced(results)) }
    guard group.supply == .deployable else { return [] }
    let requirement = try RequirementStage(results, queueing, under: Scenario(results.study))
    let stage = try AllocationStage(results, requirement)
    var changes: [Explanation.Change] = []
    for (words, more) in [("one position more", 1.0), ("one position less", -1.0)] {
      guard let changed = try stage.stages(needing: more, in: id) else { continue }
      changes.append(Explanation.Change(words, Self.difference(from: plan.stages, to: changed)))
    }
    return changes
  }

  /// The stages up to the first that differs, in words: what comes after it is no price of the change.
  private static func difference(
    from before: [StaffingPlan.Stage], to after: [StaffingPlan.Stage]
  ) -> String {
    for stage in before {
      guard let changed = after.first(where: { $0.objective == stage.objective }) else { continue }
      let change = changed.value - stage.value
      if abs(change) > 1e-6 * max(1, abs(stage.value)) {
        return "\(stage.objective) \(change > 0 ? "+" : "")\(change.written(4)) \(stage.unit)"
      }
    }
    return "no objective changes"
  }

  private func unitChanges(
    _ district: District.ID, _ watch: Watch.ID, _ day: Weekday, _ results: StudyResults
  ) throws(PlanningError) -> [Explanation.Change] {
    guard
      let need = results.units.first(where: {
        $0.district == district && $0.watch == watch && $0.weekday == day
      })
    else { return [] }
    let count = Int(need.units.rounded(.up))
    let curves = try curves(
      of: results, district: district.description, watch: watch.description,
      weekday: "\(day)", units: max(0, count - 1)...count + 1)
    let points = curves.first?.points ?? []
    return points.compactMap { point -> Explanation.Change? in
      let name =
        switch Int(point.units) {
        case count - 1: "one unit less"
        case count + 1: "one unit more"
        default: "\(count) units"
        }
      let waits = point.performance.meanWaits.map { wait in
        let minutes = wait.wait.minutes
        return "\(wait.priority) \(minutes.isFinite ? minutes.written(1) + " min" : "without end")"
      }
      return Explanation.Change(
        name,
        "busy \((point.performance.busyShare * 100).written(1)) %, mean waits "
          + waits.joined(separator: ", "))
    }
  }

  /// The first stage that changes with one more, and with one fewer: those after it are no price.
  private static func peopleChanges(
    _ rank: Rank.ID, _ results: StudyResults
  ) -> [Explanation.Change] {
    let prices = results.recommended?.plan?.prices ?? []
    return ["one more \(rank)", "one fewer \(rank)"].compactMap { words in
      let own = prices.filter { $0.rule == words }
      guard let price = own.first(where: { abs($0.amount) > 1e-6 }) else {
        return own.isEmpty ? nil : Explanation.Change(words, "no objective changes")
      }
      return Explanation.Change(
        words, "\(price.amount > 0 ? "+" : "")\(price.amount.written(4)) \(price.unit)")
    }
  }

  private static func ruleChanges(
    _ name: String, _ results: StudyResults
  ) -> [Explanation.Change] {
    let prices = results.recommended?.plan?.rulePrices ?? []
    let own = prices.filter { $0.rule.hasPrefix(name + " ") || $0.rule == name }
    return own.flatMap { price in
      [("lifted", \StaffingPlan.RulePrice.Change.lifted), ("one step tighter", \.tightened)]
        .map { word, path in
          let moved = price.changes.first { abs($0[keyPath: path] ?? 0) > 1e-6 }
          let effect = moved.map { change in
            let amount = change[keyPath: path] ?? 0
            return "\(change.stage) \(amount > 0 ? "+" : "")\(amount.written(4)) \(change.unit)"
          }
          return Explanation.Change(
            "\(price.rule) \(word) (\(price.label))", effect ?? "no objective changes")
        }
    }
  }

  private func targetChanges(
    _ position: Int, _ results: StudyResults
  ) throws(PlanningError) -> [Explanation.Change] {
    var single = results
    single.study.targets = [results.study.targets[position]]
    let lines = try alternatives(of: single)
    guard let chosen = lines.first(where: \.isChosen) else { return [] }
    return lines.filter { !$0.isChosen }.map { line in
      let words = "\(line.value.written(4)) \(line.target.unit)"
      guard let required = line.required, let base = chosen.required, let cost = line.cost,
        let baseCost = chosen.cost
      else { return Explanation.Change(words, line.note) }
      let (people, dollars) = (required - base, cost - baseCost)
      return Explanation.Change(
        words,
        "\(people > 0 ? "+" : "")\(people.written(1)) positions, "
          + "\(dollars > 0 ? "+" : "")\(dollars.written(0)) dollars a year")
    }
  }
}
