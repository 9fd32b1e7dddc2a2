import PolicingDomain

extension RequirementsError {
  /// What is wrong with the absences, the calendar or the flows of people.
  var strengthDescription: String {
    switch self {
    case .vacancyAsAbsence(let item):
      "The absence \(item) is a vacancy. Nobody holds a vacant position, so it takes neither people "
        + "off strength nor hours off a year: leave it out, and state authorized and assigned strength."
    case .offDutyCourt(let item):
      "The absence \(item) is court off duty. It costs overtime and later compensatory time, not "
        + "hours of tours: leave it out, and state the compensatory time that is used."
    case .unknownScheduledAbsence(let item):
      "The calendar says when \(item) falls, and the recurring ledger has no such absence. Correct "
        + "the name or add the absence."
    case .overlappingCalendar(let item, let day):
      "The calendar has two rows of \(item) for the day \(day). Let its periods follow one another."
    case .impossibleCalendar(let item, let rank):
      "The calendar cannot hold the absence \(item) of the rank \(rank): it leaves no room for it, "
        + "or has more people away than there are. Check the shares and the amount of the year."
    case .missingFlow(let rank):
      "The rank \(rank) has no flow: nothing says how many leave it. Add a row for it to the table "
        + "of flows."
    case .repeatedFlow(let rank):
      "The rank \(rank) has two flows. Keep one row."
    case .circularPromotion(let ranks):
      "Ranks are promoted into one another in a circle: "
        + ranks.map(\.description).joined(separator: " → ")
        + ". Let one of them be hired into."
    default: ""
    }
  }

  /// What is wrong with the basis of a group.
  var basisDescription: String {
    switch self {
    case .missingCaseload(let group):
      "The position group \(group) follows from its cases, and the study states none for it. Add "
        + "them to the table of caseloads."
    case .unstatedDriver(let group, let what):
      "The position group \(group) is a ratio to \(what), which the study does not state. Add them."
    case .missingBand(let group, let rank, let band):
      "The position group \(group) counts the seniority band \(band) of the rank \(rank), which has "
        + "no such band with members. Add it, or correct the name."
    case .impossibleConversion(let group, let reason):
      "The position group \(group) cannot be judged for conversion to civilians: \(reason)."
    default: ""
    }
  }
}
