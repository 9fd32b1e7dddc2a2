import LinearProgramming
import PolicingDomain

extension AllocationPricing {
  /// The raw shadow prices of the rows that somebody could change, by stage, largest first.
  ///
  /// They belong to one stage and carry its unit; degenerate optima are marked.
  func shadowPrices() throws(AllocationError) -> [StaffingPlan.ShadowPrice] {
    var found: [StaffingPlan.ShadowPrice] = []
    for stage in base.solved where stage.objective.isPriced {
      let rows = pricedRows(of: stage)
      guard !rows.isEmpty else { continue }
      do {
        let ranging = try stage.program.ranging(of: stage.solution)
        for row in rows {
          guard let end = ranging.ends(of: row).first(where: \.isActive) else { continue }
          found.append(
            shadowPrice(of: row, end, stage.objective, isDegenerate: ranging.isPrimalDegenerate))
        }
      } catch {
        throw .solver(error.description)
      }
    }
    return found
  }

  private func pricedRows(of stage: AllocationStages.Solved) -> [Row] {
    let model = base.model
    let rules = Set(model.ruleRows.map(\.row))
    let supply = Set(model.supplyRows.map(\.row))
    let priced = stage.program.rows.filter { row in
      abs(stage.solution.shadowPrice(of: row)) > 1e-9
        && (rules.contains(row) || supply.contains(row) || model.authority(of: row) != nil)
    }
    let ordered = priced.sorted { first, second in
      let (one, other) = (
        abs(stage.solution.shadowPrice(of: first)), abs(stage.solution.shadowPrice(of: second))
      )
      return one == other ? first.index < second.index : one > other
    }
    return Array(ordered.prefix(Self.mostRows))
  }

  private func shadowPrice(
    of row: Row, _ end: EndRange, _ objective: AllocationObjective, isDegenerate: Bool
  ) -> StaffingPlan.ShadowPrice {
    let (name, unit) = objective.words(question, mode)
    return StaffingPlan.ShadowPrice(
      row: base.model.program.name(of: row), words: base.model.words(of: row), stage: name,
      unit: unit, price: AllocationModel.cleaned(end.price),
      current: AllocationModel.cleaned(end.current),
      range: AllocationModel.cleaned(
        min(end.lower, end.current))...AllocationModel.cleaned(max(end.upper, end.current)),
      isDegenerate: isDegenerate)
  }
}
