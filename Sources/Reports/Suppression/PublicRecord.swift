public import PolicingDomain

extension RunRecord {
  /// The record as it may be made public: its tables, key figures, findings and explanations
  /// together.
  ///
  /// A key figure that is withheld keeps its name and has no value (see `value(of:)`); of an
  /// explanation, what quotes numbers of calls gives way to the word `withheld`. What people wrote
  /// themselves stays as it is.
  ///
  /// - Parameter rule: What is withheld.
  /// - Returns: The record; one that was made public before is returned as it is.
  /// - Complexity: See ``PublicTables/init(_:by:)``.
  public func published(by rule: SmallCounts = SmallCounts()) -> RunRecord {
    guard !isPublic else { return self }
    let page = PublicTables(tables, by: rule)
    var record = self
    record.isPublic = true
    record.tables = page.tables
    record.withheld = page.withheld.sorted()
    guard !page.withheld.isEmpty else { return record }
    record.figures = figures.map { $0.published(withholding: page.withheld) }
    record.findings.removeAll { countingFindings.contains($0) }
    record.findings.append(
      "findings that count calls are withheld: a withheld count would follow from them")
    record.explanations = explanations.map { $0.published(without: countingFindings) }
    record.countingFindings = []
    return record
  }
}

extension StudyResults.Figure {
  /// The figure without its value where that is withheld, and without the number of calls behind it
  /// where all calls are.
  fileprivate func published(withholding keys: Set<FigureKey>) -> StudyResults.Figure {
    let isWithheld = key.map(keys.contains) ?? false
    return StudyResults.Figure(
      name: name,
      estimate: Estimate(
        value: isWithheld ? 0 : estimate.value, unit: estimate.unit,
        observations: keys.contains(.calls) ? 0 : estimate.observations, imputed: estimate.imputed,
        interval: isWithheld ? .none(reason: RunRecord.withheldWord) : estimate.interval),
      key: key)
  }
}

extension Explanation {
  /// The explanation without what quotes numbers of calls.
  ///
  /// Hours, units and shares are never withheld, so that only counts have to go: how many calls a
  /// number rests on, how many rows were read, calls of a watch, and reasons by calls a year.
  fileprivate func published(without findings: [String]) -> Explanation {
    var guarded = self
    if certainty.hasPrefix("n = ") {
      let rest = certainty.split(separator: ";", maxSplits: 1).dropFirst().joined()
      guarded.certainty = "n is \(RunRecord.withheldWord);" + rest
    }
    if Self.countsCalls(calculation) { guarded.calculation = RunRecord.withheldWord }
    guarded.inputs = inputs.map { input in
      guard input.name.hasPrefix("calls ") || Self.countsCalls(input.value) else { return input }
      return Input(
        input.name, RunRecord.withheldWord, from: input.provenance, item: input.item)
    }
    guarded.data = data.map { $0.hasPrefix("calls: ") ? "calls: \(RunRecord.withheldWord)" : $0 }
    guarded.notes.removeAll { findings.contains($0) }
    return guarded
  }

  private static func countsCalls(_ words: String) -> Bool {
    words.contains(" calls a year")
  }
}
