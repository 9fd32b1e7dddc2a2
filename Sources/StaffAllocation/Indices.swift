import PolicingDomain

/// The people of one district who share a tour and a day-off group: the team that has one sergeant
/// (unity of command).
public struct TeamIndex: Hashable, Sendable, CustomStringConvertible {
  /// The district.
  let district: District.ID
  /// The position of the tour in the study's list.
  let tour: Int
  /// The position of the day-off group in the rotation.
  let group: Int
  private let name: String

  init(district: District.ID, tour: Int, group: Int, patrol: AllocationQuestion.Patrol) {
    self.district = district
    self.tour = tour
    self.group = group
    name = "\(district),\(patrol.tours[tour].id),\(patrol.rotation.groups[group])"
  }

  /// District, tour and day-off group.
  public var description: String { name }
}

/// One watch of one district on one day of the rotation.
public struct WatchPhase: Hashable, Sendable, CustomStringConvertible {
  /// The district.
  let district: District.ID
  /// The watch.
  let watch: Watch.ID
  /// The day of the rotation, from 0.
  let phase: Int

  /// District, watch and day of the rotation.
  public var description: String { "\(district),\(watch),day \(phase + 1)" }
}

/// The hours of one block of one watch of one district on one day of the rotation.
public struct CoverIndex: Hashable, Sendable, CustomStringConvertible {
  /// The district.
  let district: District.ID
  /// The watch.
  let watch: Watch.ID
  /// The day of the rotation, from 0.
  let phase: Int
  /// The position of the block among those of the watch.
  let block: Int
  /// How many hours the block has.
  let hours: Int
  private let name: String

  init(_ phase: WatchPhase, block: Int, of blocks: [CoverageBlock]) {
    district = phase.district
    watch = phase.watch
    self.phase = phase.phase
    self.block = block
    hours = blocks[block].hours.count
    name = "\(phase),\(blocks[block].name)"
  }

  /// District, watch, day of the rotation and hours.
  public var description: String { name }
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
