public import PolicingDomain

extension CaseloadHours {
  /// Works out the hours of every group whose basis is its cases, in the order of the organization.
  ///
  ///     hours = Σ types new × (triage + workable × (Σ ages reached × hours + court))
  ///           + carried over × hours + call-outs × hours
  ///
  /// - Throws: ``RequirementsError/missingCaseload(group:)`` for a group without cases, or a
  ///   ``RequirementsError`` for a figure that makes no sense.
  public static func all(
    of organization: Organization, availabilities: AvailabilityTable
  ) throws(RequirementsError) -> [CaseloadHours] {
    var all: [CaseloadHours] = []
    for group in organization.positions {
      guard case .caseload(let onCall) = group.basis else { continue }
      let types = organization.caseloads.filter { $0.group == group.id }
      let net = try availabilities.netHours(of: group.rank, group.workingHours)
      all.append(try CaseloadHours(of: group.id, types: types, onCall: onCall, netHours: net))
    }
    return all
  }

  /// Works out the hours of one group.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - types: Its types of case.
  ///   - onCall: Who must be on call, whatever the cases.
  ///   - netHours: Net available hours a year of one investigator.
  /// - Throws: ``RequirementsError/missingCaseload(group:)`` without a type, or
  ///   ``RequirementsError/invalidFigure(what:value:)``.
  public init(
    of group: PositionGroup.ID, types: [CaseType], onCall: OnCallMinimum?, netHours: Hours
  ) throws(RequirementsError) {
    guard !types.isEmpty else { throw .missingCaseload(group: group) }
    var lines: [Line] = []
    for type in types { lines.append(try Line(type)) }
    let work = lines.total(\.hours)
    self.init(
      group: group, lines: lines,
      forCases: try PositionFormula.workload(hoursPerYear: work, netHours: netHours),
      forOnCall: try onCall.map { teams throws(RequirementsError) in
        try teams.positions(of: group, netHours: netHours)
      } ?? .zero)
  }

  /// The calculation in words: what binds, and the check against benchmarks.
  func words(over divisor: String) -> String {
    let cases = "\(hours.value.written(1)) h of cases a year ÷ \(divisor) = "
    let work = "\(cases)\(forCases.value.written())"
    var words: String
    switch binding {
    case .cases where forOnCall > .zero:
      words = "\(work); the cases decide, teams on call need \(forOnCall.value.written())"
    case .cases: words = work
    case .onCall:
      words = "teams on call need \(forOnCall.value.written()) and decide; \(work)"
    }
    if let casesPerMonth {
      words += "; check only: \(casesPerMonth.written()) worked cases a month per investigator"
    }
    if let benchmarkPositions {
      words +=
        ", published usual paces would take \(benchmarkPositions.lowerBound.written()) to "
        + "\(benchmarkPositions.upperBound.written()) investigators"
    }
    return words
  }
}

extension CaseloadHours.Line {
  fileprivate init(_ type: CaseType) throws(RequirementsError) {
    func checked(_ what: String, _ value: Double) throws(RequirementsError) -> Double {
      try Figure("\(what) of the cases \(type.name)", value).checked()
    }
    let new = try checked("The number a year", type.newCases)
    let worked = new * type.workable.value
    var hoursByAge = 0.0
    for age in type.ages {
      hoursByAge +=
        age.reached.value * (try checked("The hours at the age \(age.name)", age.hours.value))
    }
    let carried = try checked("The number carried over", type.carriedOver)
    let callOuts = try checked("The number of call-outs", type.callOuts)
    self.init(
      name: type.name, newCases: new, workedCases: worked,
      triage: Hours(new * (try checked("The triage hours", type.triage.value))),
      working: Hours(worked * hoursByAge),
      carriedOver: Hours(
        carried * (try checked("The hours a year carried over", type.hoursCarriedOver.value))),
      court: Hours(worked * (try checked("The court hours", type.court.value))),
      callOuts: Hours(
        callOuts * (try checked("The hours of a call-out", type.hoursPerCallOut.value))),
      benchmark: type.benchmark, provenance: type.provenance)
  }
}

extension OnCallMinimum {
  /// The positions that keep the teams on call: teams × size × hours a week × 365/7 ÷ net hours.
  fileprivate func positions(
    of group: PositionGroup.ID, netHours: Hours
  ) throws(RequirementsError) -> FullTimeEquivalents {
    let teams = try Figure("The teams on call of \(group)", teams).checked()
    let size = try Figure("The size of a team on call of \(group)", size).checked()
    let weekly = try Figure("The hours a week on call of \(group)", hoursPerWeek).checked()
    guard weekly <= 168 else {
      throw .invalidFigure(what: "The hours a week on call of \(group)", value: weekly)
    }
    return try PositionFormula.fixedPost(
      posts: teams * size, hoursPerYear: Hours(weekly * Year.weeks), netHours: netHours)
  }
}
