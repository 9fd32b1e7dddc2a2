import PolicingDomain

/// One rank in one year.
struct RankInYear: Hashable, Sendable, CustomStringConvertible {
  let rank: Rank.ID
  let year: Int
  var description: String { "\(rank),year \(year)" }
}

/// The people of one rank in one group in one year, by their places in the question.
struct PlaceInYear: Hashable, Sendable, CustomStringConvertible {
  let group: Int
  let rank: Int
  let year: Int
  let name: String
  var description: String { name }

  static func == (lhs: PlaceInYear, rhs: PlaceInYear) -> Bool {
    lhs.group == rhs.group && lhs.rank == rhs.rank && lhs.year == rhs.year
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(group)
    hasher.combine(rank)
    hasher.combine(year)
  }
}

/// One group in one year, by its place in the question.
struct GroupInYear: Hashable, Sendable, CustomStringConvertible {
  let group: Int
  let year: Int
  let name: String
  var description: String { name }

  static func == (lhs: GroupInYear, rhs: GroupInYear) -> Bool {
    lhs.group == rhs.group && lhs.year == rhs.year
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(group)
    hasher.combine(year)
  }
}

/// One rank in one section in one year.
struct SectionInYear: Hashable, Sendable, CustomStringConvertible {
  let section: Section.ID
  let rank: Rank.ID
  let year: Int
  var description: String { "\(section),\(rank),year \(year)" }
}
