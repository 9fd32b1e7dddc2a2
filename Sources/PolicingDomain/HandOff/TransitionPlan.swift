/// Who is hired, promoted, converted and placed in each of several years (FORMULATION 6 to 8).
///
/// The people of a rank are kept in a book that closes: at the end of a year there are as many as at
/// its start, with those hired and promoted into the rank added, and those promoted out of it and
/// those who left taken away.
public struct TransitionPlan: Hashable, Sendable {
  /// The book of one rank in one year, in full-time equivalents.
  public struct RankYear: Hashable, Sendable {
    /// The rank.
    public let rank: Rank.ID
    /// Deployable people at the start of the year.
    public let start: Double
    /// People hired into the rank.
    public let hires: Double
    /// People promoted into the rank.
    public let promotedIn: Double
    /// People promoted out of the rank.
    public let promotedOut: Double
    /// People who leave the department.
    public let exits: Double
    /// Deployable people at the end: start + hires + promoted in − promoted out − exits.
    public let end: Double
    /// Those of the end who are still in training, counted by the part of the year that they are.
    public let training: Double
    /// Those of the end who are placed nowhere.
    public let unplaced: Double

    /// Creates a book.
    public init(
      rank: Rank.ID, start: Double, hires: Double, promotedIn: Double, promotedOut: Double,
      exits: Double, end: Double, training: Double, unplaced: Double
    ) {
      self.rank = rank
      self.start = start
      self.hires = hires
      self.promotedIn = promotedIn
      self.promotedOut = promotedOut
      self.exits = exits
      self.end = end
      self.training = training
      self.unplaced = unplaced
    }
  }

  /// What one group lacks in a year.
  public struct GroupShortage: Hashable, Sendable {
    /// The group.
    public let group: PositionGroup.ID
    /// Positions needed.
    public let needed: Double
    /// Positions short.
    public let short: Double

    /// Creates a shortage.
    public init(group: PositionGroup.ID, needed: Double, short: Double) {
      self.group = group
      self.needed = needed
      self.short = short
    }
  }

  /// Positions of one group that are passed from sworn members to civilians.
  public struct Conversion: Hashable, Sendable {
    /// The group.
    public let group: PositionGroup.ID
    /// The civilian title.
    public let rank: Rank.ID
    /// Positions converted in this year.
    public let added: Double
    /// Positions converted so far.
    public let total: Double
    /// Civilians who work in them.
    public let civilians: Double

    /// Creates a conversion.
    public init(
      group: PositionGroup.ID, rank: Rank.ID, added: Double, total: Double, civilians: Double
    ) {
      self.group = group
      self.rank = rank
      self.added = added
      self.total = total
      self.civilians = civilians
    }
  }

  /// One year of the plan.
  public struct Year: Hashable, Sendable {
    /// The number of the year, from 1.
    public let number: Int
    /// The books of the ranks, in the order of the study.
    public let ranks: [RankYear]
    /// Who is where: strength by group and rank, only where there is anybody.
    public let assignments: [StaffingPlan.Assignment]
    /// The groups that lack people, in the order of the study.
    public let shortages: [GroupShortage]
    /// The groups with converted positions.
    public let conversions: [Conversion]
    /// People who change sections, hires and promotions not counted.
    public let moves: Double
    /// What the year costs.
    public let cost: DollarsPerYear
    /// The money of the year, if it is limited.
    public let budget: DollarsPerYear?

    /// Creates a year.
    public init(
      number: Int, ranks: [RankYear], assignments: [StaffingPlan.Assignment],
      shortages: [GroupShortage], conversions: [Conversion], moves: Double, cost: DollarsPerYear,
      budget: DollarsPerYear?
    ) {
      self.number = number
      self.ranks = ranks
      self.assignments = assignments
      self.shortages = shortages
      self.conversions = conversions
      self.moves = moves
      self.cost = cost
      self.budget = budget
    }

    /// Positions short in all groups.
    public var short: Double { shortages.reduce(0) { $0 + $1.short } }
  }

  /// The years, in order.
  public let years: [Year]
  /// The objectives with the proof of each optimum.
  public let stages: [StaffingPlan.Stage]

  /// Creates a plan.
  public init(years: [Year], stages: [StaffingPlan.Stage]) {
    self.years = years
    self.stages = stages
  }
}

/// What became of the question of a transition.
public enum TransitionAnswer: Hashable, Sendable {
  /// A plan; every objective of it is a verified optimum.
  case plan(TransitionPlan)
  /// No plan exists; these rules contradict one another, in words.
  case infeasible(stage: String, rules: [String], proof: String)
  /// No verified answer: a limit was reached, or the arithmetic did not suffice.
  case unanswered(stage: String, report: String)

  /// The plan, if there is one.
  public var plan: TransitionPlan? {
    guard case .plan(let plan) = self else { return nil }
    return plan
  }
}
