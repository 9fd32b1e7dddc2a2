import PolicingDomain

extension StudyResults {
  /// The tables on the whole department: those for which the study has what they need.
  var departmentTables: [ResultTable] {
    strengthTables + positionTables + responderTables + serviceTables
  }

  private var strengthTables: [ResultTable] {
    var tables: [ResultTable] = []
    if let vacancies = department.vacancies {
      tables += [
        .vacancySummary(vacancies, organization: study.organization),
        .vacancies(vacancies, organization: study.organization),
      ]
    }
    if let reconciliation = department.reconciliation {
      tables += [.reconciliation(reconciliation), .unexplainedDifferences(reconciliation)]
    }
    if let presence = department.presence { tables.append(.presence(presence)) }
    if let pipeline = department.pipeline { tables.append(.pipeline(pipeline)) }
    return tables
  }

  private var positionTables: [ResultTable] {
    var tables: [ResultTable] = []
    if !department.caseloads.isEmpty { tables.append(.caseloads(department.caseloads)) }
    if !department.policyAlternatives.isEmpty {
      tables.append(.policyAlternatives(department.policyAlternatives))
    }
    if !department.conversions.isEmpty {
      tables.append(
        .civilianConversions(department.conversions, organization: study.organization))
    }
    if !department.hours.isEmpty { tables.append(.hoursLedger(department.hours)) }
    if let use = department.streetUse {
      tables.append(.streetUse(use, basis: "units required"))
    }
    if !study.targets.isEmpty { tables.append(.targets(study, alternatives)) }
    return tables
  }

  private var responderTables: [ResultTable] {
    var tables: [ResultTable] = []
    if let mix = department.responders {
      tables += [
        .responders(mix), .responderTeams(mix), .responderPositions(mix), .responderEffects(mix),
      ]
    }
    if let work = department.community { tables += [.communityWork(work), .events(work)] }
    return tables
  }

  private var serviceTables: [ResultTable] {
    var tables: [ResultTable] = []
    if !department.proactiveTime.isEmpty {
      tables.append(.proactiveTime(department.proactiveTime))
    }
    if let held = department.heldPriority, !department.beatService.isEmpty {
      tables += [
        .beatService(department.beatService, held: held),
        .beatHolds(department.beatService, held: held),
      ]
    }
    if !department.equity.isEmpty { tables.append(.equity(department.equity)) }
    return tables
  }
}
