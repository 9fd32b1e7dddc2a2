public import PolicingDomain

/// Why a staffing question could not be put to the solver.
///
/// A question without a feasible plan is not an error: the answer then says which rules conflict.
public enum AllocationError: Error, Hashable, Sendable {
  /// A number is negative, infinite or not a number.
  case unusableNumber(what: String, value: Double)
  /// A group needs positions of a rank that the study does not list.
  case unknownRank(Rank.ID, group: PositionGroup.ID)
  /// A group has no requirement.
  case noRequirement(PositionGroup.ID)
  /// Two groups claim to be the patrol of one section.
  case repeatedPatrol(Section.ID)
  /// A district has units to field and no patrol group.
  case noPatrol(District.ID)
  /// A district has units to field and nobody to lead them.
  case noSergeants(District.ID)
  /// A group that tours size is marked as held by people who cannot be deployed.
  case heldPatrol(PositionGroup.ID)
  /// Two tours have the same name.
  case repeatedTour(Tour.ID)
  /// The days after which rotations and week repeat together are too many.
  case calendarTooLong(days: Int)
  /// Two rules have the same name.
  case repeatedRule(String)
  /// A rule wants people in a district or on a watch that the question does not have.
  case unknownWatch(rule: String, district: District.ID, watch: Watch.ID)
  /// The delays of an hour do not fall ever more slowly with each unit.
  case notConvex(District.ID, HourOfWeek)
  /// A conversion is of a group that cannot pass to civilians, or to a title that is not listed.
  case unusableConversion(PositionGroup.ID)
  /// The solver could not work with the numbers.
  case solver(String)
}

extension AllocationError: CustomStringConvertible {
  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .unusableNumber(let what, let value):
      "\(what) is \(value); give a finite number of zero or more."
    case .unknownRank(let rank, let group):
      "Group \(group) needs rank \(rank), which ranks.csv does not list; add it there."
    case .noRequirement(let group):
      "Group \(group) has no requirement; give it a basis in positions.csv."
    case .repeatedPatrol(let section):
      "Section \(section) has two groups of officers, or two of sergeants, that tours size; leave "
        + "one with driver `coverage` and one with driver `tours`."
    case .noPatrol(let district):
      "District \(district) has units to field but no group with basis workload and driver "
        + "`coverage`; add one in positions.csv."
    case .noSergeants(let district):
      "District \(district) has units to field but no group with basis span_of_control and driver "
        + "`tours`; add one in positions.csv."
    case .heldPatrol(let group):
      "Group \(group) is sized by tours, so its supply must be `deployable`; change it in "
        + "positions.csv."
    case .repeatedTour(let tour):
      "Two tours are called \(tour); give each tour of patrol a name of its own in tours.csv."
    case .calendarTooLong(let days):
      "The rotations and the week repeat together only after \(days) days, more than "
        + "\(DutyCalendar.longest); choose rotations whose cycles have common lengths."
    case .repeatedRule(let name):
      "Two rules are called \(name); give each rule a name of its own."
    case .unknownWatch(let rule, let district, let watch):
      "Rule \(rule) wants people on watch \(watch) of district \(district), which the study does "
        + "not have; correct the rule."
    case .notConvex(let district, let hour):
      "The delays of district \(district) at \(hour.weekday.abbreviation) \(hour.hourOfDay):00 do "
        + "not fall ever more slowly with each unit; give their lower convex hull."
    case .unusableConversion(let group):
      "The conversion of group \(group) is of a group that tours size, that is held or unknown, or "
        + "to a title that ranks.csv does not list; correct or remove it."
    case .solver(let why):
      "The solver could not work with this program: \(why)"
    }
  }
}
