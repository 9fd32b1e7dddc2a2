extension RequirementsError {
  /// The stable code of the problem.
  var code: String {
    switch self {
    case .invalidFigure: "E501"
    case .wrongMeasure, .inBothLedgers, .missingBandMix, .wholePersonShareAboveOne,
      .vacancyAsAbsence, .offDutyCourt, .unknownScheduledAbsence, .overlappingCalendar,
      .impossibleCalendar, .missingBand:
      "E502"
    case .noToursLeft, .noNetHours, .missingAvailability: "E503"
    case .differingPatrolTours: "E504"
    case .noTimeForCalls, .noSuchCalls, .unreachableResponse, .unreachableWait,
      .unreachablePresence:
      "E505"
    case .missingSpeed, .missingArea, .missingStreets, .missingZones, .unknownDistrict: "E506"
    case .unknownGroup, .circularGroups, .unstatedPopulation, .sectionWithoutDistrict,
      .repeatedCoverage, .unstatedDriver:
      "E507"
    case .unknownPlace, .moreElsewhereThanAssigned: "E508"
    case .missingCaseload, .misplacedCases: "E509"
    case .missingFlow, .repeatedFlow, .circularPromotion: "E510"
    case .impossibleConversion: "E511"
    case .overlappingResponders, .responderElsewhere: "E512"
    }
  }
}

extension AllocationError {
  /// The stable code of the problem.
  var code: String {
    switch self {
    case .unusableNumber: "E521"
    case .unknownRank, .noRequirement, .repeatedPatrol, .noPatrol, .noSergeants, .heldPatrol,
      .unusableConversion:
      "E522"
    case .repeatedTour, .calendarTooLong: "E523"
    case .repeatedRule, .unknownWatch: "E524"
    case .notConvex: "E525"
    case .solver: "E526"
    }
  }
}
