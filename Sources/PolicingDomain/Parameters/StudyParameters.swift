extension Study {
  /// The standards of the study as parameters, the complement included, each with its unit and who
  /// set it.
  public var parameters: [PlanningParameter] {
    var parameters: [PlanningParameter] = []
    if let share = standards.proactiveTime {
      parameters.append(
        PlanningParameter(
          name: "proactive time", value: share.value, unit: "share of on-street unit-hours",
          provenance: standards.proactiveTimeProvenance))
    }
    parameters += standards.waiting.map(\.parameter)
    if let complement = standards.complement {
      parameters += [
        PlanningParameter(
          name: "complement: beat cars", value: complement.unitsPerBeat, unit: "units per beat",
          provenance: complement.provenance),
        PlanningParameter(
          name: "complement: rapid-response cars", value: complement.rapidUnitsPerSector,
          unit: "units per sector", provenance: complement.provenance),
      ]
    }
    return parameters
  }
}

extension ServiceStandards.Waiting {
  fileprivate var parameter: PlanningParameter {
    switch limit {
    case .share(let share, let time):
      PlanningParameter(
        name: "\(priority) calls that wait at most \(time.minutes) minutes", value: share.value,
        unit: "share of calls, at least", provenance: provenance)
    case .mean(let time):
      PlanningParameter(
        name: "mean wait of \(priority) calls", value: time.minutes, unit: "minutes, at most",
        provenance: provenance)
    }
  }
}
