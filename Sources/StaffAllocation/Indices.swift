import PolicingDomain

/// The people of one district who share a tour and a day-off group: the team that has one sergeant
/// (unity of command).
public struct TeamIndex: Hashable, Sendable, CustomStringConvertible {
  /// The district.
  let district: District.ID
  /// The position of the tour among all tours of the question.
  let tour: Int
  /// The position of the lane in the district's calendar.
  let lane: Int
  private let position: Int
  private let name: String

  init(district: District.ID, position: Int, lane: Int, of lanes: [Lane], tours: [Tour]) {
    self.district = district
    self.position = position
    self.lane = lane
    tour = lanes[lane].tour
    name = "\(district),\(tours[tour].id),\(lanes[lane].groupName)"
  }

  /// District, tour and day-off group.
  public var description: String { name }

  /// Whether two teams are the same.
  public static func == (first: TeamIndex, second: TeamIndex) -> Bool {
    first.position == second.position && first.lane == second.lane
  }

  /// Hashes the place of the team.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(position)
    hasher.combine(lane)
  }
}

/// One step of the ladder of officers on the street, for the hours of one class in one district.
public struct GapIndex: Hashable, Sendable, CustomStringConvertible {
  /// The position of the district.
  let district: Int
  /// The position of the class in the district's calendar.
  let coverage: Int
  /// The position of the step, lowest first.
  let step: Int
  private let name: String

  init(district: Int, coverage: Int, step: Int, name: String) {
    self.district = district
    self.coverage = coverage
    self.step = step
    self.name = name
  }

  /// District, days and hours, and the number of the step.
  public var description: String { "\(name),step \(step + 1)" }

  /// Whether two steps are the same.
  public static func == (first: GapIndex, second: GapIndex) -> Bool {
    first.district == second.district && first.coverage == second.coverage
      && first.step == second.step
  }

  /// Hashes the place of the step.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(district)
    hasher.combine(coverage)
    hasher.combine(step)
  }
}

/// What rules want on duty on one watch of one district, on days on which the same teams come.
public struct CoverIndex: Hashable, Sendable, CustomStringConvertible {
  /// The position of the district.
  let district: Int
  /// The position of the watch.
  let watch: Int
  /// The position of the kind of minimum among those of the watch.
  let kind: Int
  /// The position of the days.
  let days: Int
  private let name: String

  init(district: Int, watch: Int, kind: Int, days: Int, name: String) {
    self.district = district
    self.watch = watch
    self.kind = kind
    self.days = days
    self.name = name
  }

  /// District, watch, what is wanted, and the first of the days.
  public var description: String { name }
}

/// One watch of one district.
public struct DistrictWatch: Hashable, Sendable, CustomStringConvertible {
  /// The district.
  let district: District.ID
  /// The watch.
  let watch: Watch.ID

  /// District and watch.
  public var description: String { "\(district),\(watch)" }
}

/// The people of one rank in one position group.
public struct GroupRank: Hashable, Sendable, CustomStringConvertible {
  /// The group.
  let group: PositionGroup.ID
  /// The rank.
  let rank: Rank.ID

  /// Group and rank.
  public var description: String { "\(group),\(rank)" }
}

/// The people of one rank in one section.
public struct SectionRank: Hashable, Sendable, CustomStringConvertible {
  /// The section.
  let section: Section.ID
  /// The rank.
  let rank: Rank.ID

  /// Section and rank.
  public var description: String { "\(section),\(rank)" }
}
