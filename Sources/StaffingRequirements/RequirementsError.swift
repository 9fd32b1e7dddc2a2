public import PolicingDomain

/// Why a requirement could not be computed: the question makes no sense as it was put.
///
/// A requirement that nobody can fill is not an error; it is an answer.
public enum RequirementsError: Error, Hashable, Sendable {
  /// A figure is negative, infinite, not a number or outside its range.
  case invalidFigure(what: String, value: Double)
  /// An absence is measured in a unit that its ledger does not have.
  case wrongMeasure(item: String, measure: AbsenceItem.Measure, ledger: AbsenceItem.Ledger)
  /// An absence is booked both as whole persons and as hours, so that it would count twice.
  case inBothLedgers(item: String, rank: Rank.ID)
  /// An absence concerns a band of seniority, and nothing tells how the rank divides into bands.
  case missingBandMix(item: String, band: String, rank: Rank.ID)
  /// The whole-person absences of a rank take more than everybody.
  case wholePersonShareAboveOne(rank: Rank.ID, sum: Double)
  /// The absences of a rank leave no tour to work.
  case noToursLeft(rank: Rank.ID, netTours: Double)
  /// A position counts hours of which its rank has none.
  case noNetHours(rank: Rank.ID, working: PositionGroup.WorkingHours, hours: Double)
  /// The patrol tours divide their time in different ways, so that no one of them stands for all.
  case differingPatrolTours(Tour.ID, Tour.ID)
  /// The standard wants all time to be free of calls.
  case noTimeForCalls
  /// A weight or a time is stated for a priority of which no calls queue.
  case noSuchCalls(priority: CallPriority)
  /// A response standard that two thousand free units would not meet.
  case unreachableResponse(priority: CallPriority, District.ID)
  /// A standard needs the speed of units, for response or for patrol, and none is stated.
  case missingSpeed(of: String)
  /// A standard for the response needs the area of a district, and none is stated.
  case missingArea(District.ID)
  /// A standard for patrol needs the length of a district's streets, and none is stated.
  case missingStreets(District.ID)
  /// Units are to be pooled by radio zone, and no district names one.
  case missingZones
  /// A waiting standard that no finite number of units meets.
  case unreachableWait(priority: CallPriority)
  /// The demand has a district that the geography does not know.
  case unknownDistrict(District.ID)
  /// The rank of a position, or of a strength record, has no availability.
  case missingAvailability(rank: Rank.ID, working: PositionGroup.WorkingHours?)
  /// A position group refers to one that does not exist.
  case unknownGroup(PositionGroup.ID, namedBy: PositionGroup.ID)
  /// Position groups depend on one another in a circle.
  case circularGroups([PositionGroup.ID])
  /// A ratio counts residents, and a district has no stated population.
  case unstatedPopulation(group: PositionGroup.ID)
  /// A group is sized by the units of a district, and its section is not a district.
  case sectionWithoutDistrict(group: PositionGroup.ID, section: Section.ID)
  /// Two groups of one section are both sized by all the units of the district.
  case repeatedCoverage(PositionGroup.ID, PositionGroup.ID)
  /// A strength record names a section or rank that the organization does not have.
  case unknownPlace(section: Section.ID, rank: Rank.ID)
  /// More people work elsewhere than are assigned.
  case moreElsewhereThanAssigned(section: Section.ID, rank: Rank.ID)
  /// No number of scheduled people is present on every tour when some may be absent.
  case unreachablePresence(present: Int)
  /// A vacancy is booked as an absence.
  case vacancyAsAbsence(item: String)
  /// Court off duty is booked as an absence.
  case offDutyCourt(item: String)
  /// The calendar has an absence that the recurring ledger has not.
  case unknownScheduledAbsence(item: String)
  /// The calendar states two shares of one absence for one day.
  case overlappingCalendar(item: String, day: MonthDay)
  /// The calendar leaves no room for an absence, or has more people away than there are.
  case impossibleCalendar(item: String, rank: Rank.ID)
  /// A group follows from its cases, and the study states none.
  case missingCaseload(group: PositionGroup.ID)
  /// A ratio counts what the study does not state.
  case unstatedDriver(group: PositionGroup.ID, what: String)
  /// A ratio counts a band of seniority that its rank does not have.
  case missingBand(group: PositionGroup.ID, rank: Rank.ID, band: String)
  /// A rank from which people are promoted, or whose entries are counted, has no flow.
  case missingFlow(rank: Rank.ID)
  /// A rank has two flows.
  case repeatedFlow(rank: Rank.ID)
  /// Ranks are promoted into one another in a circle.
  case circularPromotion([Rank.ID])
  /// A conversion to civilians that makes no sense.
  case impossibleConversion(group: PositionGroup.ID, reason: String)
  /// Responders whose shares are disjoint claim more than all calls of these categories.
  case overlappingResponders([CallCategory])
  /// A responder serves a district that the geography does not know.
  case responderElsewhere(Responder.ID, District.ID)
}

extension RequirementsError: CustomStringConvertible {
  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .invalidFigure, .wrongMeasure, .inBothLedgers, .missingBandMix, .wholePersonShareAboveOne,
      .noToursLeft, .noNetHours, .differingPatrolTours, .missingAvailability:
      availabilityDescription
    case .vacancyAsAbsence, .offDutyCourt, .unknownScheduledAbsence, .overlappingCalendar,
      .impossibleCalendar, .missingFlow, .repeatedFlow, .circularPromotion:
      strengthDescription
    case .missingCaseload, .unstatedDriver, .missingBand, .impossibleConversion:
      basisDescription
    case .noTimeForCalls, .unreachableWait, .unknownDistrict, .unreachablePresence,
      .noSuchCalls, .unreachableResponse, .missingSpeed, .missingArea, .missingStreets,
      .missingZones:
      standardDescription
    case .overlappingResponders, .responderElsewhere: responderDescription
    case .unknownGroup, .circularGroups, .unstatedPopulation, .sectionWithoutDistrict,
      .repeatedCoverage, .unknownPlace, .moreElsewhereThanAssigned:
      organizationDescription
    }
  }

  private var availabilityDescription: String {
    switch self {
    case .invalidFigure(let what, let value):
      "\(what) is \(value); give a finite number in its range."
    case .wrongMeasure(let item, let measure, let ledger):
      "The absence \(item) is measured in \(measure.rawValue), which the ledger "
        + "\(ledger.rawValue) does not have. Shares of strength belong to the whole-person ledger, "
        + "every other unit to the recurring one."
    case .inBothLedgers(let item, let rank):
      "The absence \(item) of the rank \(rank) stands in both ledgers. Book it off strength or off "
        + "hours, not twice."
    case .missingBandMix(let item, let band, let rank):
      "The absence \(item) concerns the seniority band \(band), and nothing tells how many people "
        + "of the rank \(rank) are in it. Add the bands of the rank, or name a rank whose mix "
        + "stands in."
    case .wholePersonShareAboveOne(let rank, let sum):
      "The whole-person absences of the rank \(rank) add up to \(sum.written(4)); at most 1 can be absent."
    case .noToursLeft(let rank, let netTours):
      "The absences of the rank \(rank) leave \(netTours.written()) tours a year; check their amounts."
    case .noNetHours(let rank, let working, let hours):
      "The rank \(rank) has \(hours.written(1)) net \(working.rawValue) hours a year; a position needs more "
        + "than none. Check the absences and the parts of the tour."
    case .differingPatrolTours(let one, let other):
      "The patrol tours \(one) and \(other) differ in length or parts. Make an availability for "
        + "each and say which one a position uses."
    case .missingAvailability(let rank, let working):
      "There is no availability of the rank \(rank)"
        + (working.map { " for \($0.rawValue) hours" } ?? "") + ". Add the rank to the table."
    default: ""
    }
  }

  private var standardDescription: String {
    switch self {
    case .noTimeForCalls:
      "The standard of proactive time is 100 %, which leaves no time for calls. Lower it."
    case .noSuchCalls(let priority):
      "No calls of priority \(priority.level) queue, so a weight or a time for them has no effect. Leave "
        + "it out, or name a priority that has calls."
    case .unreachableResponse(let priority, let district):
      "The response standard of priority \(priority.level) would not be met in district \(district) "
        + "with two thousand free units. Allow more time, or look at `response_speed` and `area_km2`."
    case .missingSpeed(let kind):
      "A standard for the \(kind) needs the speed of units, and the study states none. Add "
        + "`\(kind)_speed` to the standards."
    case .missingArea(let district):
      "A standard for the response needs the area of district \(district), and the study states "
        + "none. Fill `area_km2` in the table of districts."
    case .missingStreets(let district):
      "A standard for patrol needs the length of the streets of district \(district), and the "
        + "study states none. Fill `street_km` in the table of districts."
    case .missingZones:
      "Pooling by zone needs radio zones, and the study states none. Fill `radio_zone` in the table of "
        + "districts, or pool by district."
    case .unreachableWait(let priority):
      "No number of units meets the waiting standard of priority \(priority.level): the share must "
        + "be below 100 %, the mean wait above 0, the time not negative."
    case .unknownDistrict(let district):
      "The demand has the district \(district), which the geography does not have. Add it there."
    case .unreachablePresence(let present):
      "No number of scheduled people makes \(present) present on every tour while some may be "
        + "absent. State a share of tours below 100 % and a presence above 0."
    default: ""
    }
  }

  private var responderDescription: String {
    switch self {
    case .overlappingResponders(let categories):
      "Responders in service at the same time claim more than all calls of "
        + categories.map(\.description).joined(separator: ", ")
        + ". Lower their eligible shares, or say that shares are of what is left in order."
    case .responderElsewhere(let responder, let district):
      "The responder \(responder) serves the district \(district), which the geography does not "
        + "have. Correct the name."
    default: ""
    }
  }

  private var organizationDescription: String {
    switch self {
    case .unknownGroup(let group, let namedBy):
      "The position group \(namedBy) counts the positions of \(group), which does not exist. "
        + "Correct the name."
    case .circularGroups(let groups):
      "Position groups depend on one another in a circle: "
        + groups.map(\.description).joined(separator: " → ")
        + ". State one of them in another way."
    case .unstatedPopulation(let group):
      "The position group \(group) is a ratio to residents, and a district has no stated "
        + "population. Add it."
    case .sectionWithoutDistrict(let group, let section):
      "The position group \(group) is sized by the units of a district, and the section "
        + "\(section) is not a district with requirements. Move the group or change its basis."
    case .repeatedCoverage(let one, let other):
      "The position groups \(one) and \(other) would both cover all units of their district. "
        + "Keep one of them."
    case .unknownPlace(let section, let rank):
      "A strength record names the section \(section) and the rank \(rank); the organization "
        + "lacks one of them. Add it."
    case .moreElsewhereThanAssigned(let section, let rank):
      "In the section \(section) more people of the rank \(rank) work elsewhere than are assigned. "
        + "Correct the record."
    default: ""
    }
  }
}
