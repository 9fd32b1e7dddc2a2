/// Who goes where: the answer of the allocation (FORMULATION 7 and 9).
public struct StaffingPlan: Hashable, Sendable {
  /// What the plan answers.
  public enum Mode: String, Hashable, Sendable {
    /// What all standards need, whatever the strength and the budget.
    case require
    /// The best use of the strength and the budget on hand.
    case allocate
    /// The best use after changes of strength, money or rules.
    case whatIf = "what-if"
  }

  /// The people of one rank in one position group.
  public struct Assignment: Hashable, Sendable {
    /// The group.
    public let group: PositionGroup.ID
    /// The rank.
    public let rank: Rank.ID
    /// The strength.
    public let strength: FullTimeEquivalents

    /// Creates an assignment.
    public init(group: PositionGroup.ID, rank: Rank.ID, strength: FullTimeEquivalents) {
      self.group = group
      self.rank = rank
      self.strength = strength
    }
  }

  /// The people of one district on one tour and day-off group.
  public struct Team: Hashable, Sendable {
    /// The district.
    public let district: District.ID
    /// The tour.
    public let tour: Tour.ID
    /// The day-off group.
    public let dayOffGroup: DayOffGroup
    /// Officers of the team.
    public let officers: FullTimeEquivalents
    /// Sergeants of the team.
    public let sergeants: FullTimeEquivalents

    /// Creates a team.
    public init(
      district: District.ID, tour: Tour.ID, dayOffGroup: DayOffGroup,
      officers: FullTimeEquivalents, sergeants: FullTimeEquivalents
    ) {
      self.district = district
      self.tour = tour
      self.dayOffGroup = dayOffGroup
      self.officers = officers
      self.sergeants = sergeants
    }
  }

  /// Deployable people of one rank whom the plan places nowhere.
  public struct Unplaced: Hashable, Sendable {
    /// The rank.
    public let rank: Rank.ID
    /// The strength.
    public let strength: FullTimeEquivalents

    /// Creates a count.
    public init(rank: Rank.ID, strength: FullTimeEquivalents) {
      self.rank = rank
      self.strength = strength
    }
  }

  /// Something that the plan leaves unfilled.
  public struct Shortage: Hashable, Sendable {
    /// What is short: a row of the model in words.
    public let what: String
    /// The amount.
    public let amount: Double
    /// The unit of the amount.
    public let unit: String

    /// Creates a shortage.
    public init(what: String, amount: Double, unit: String) {
      self.what = what
      self.amount = amount
      self.unit = unit
    }
  }

  /// One stage of the lexicographic optimization, with the proof of its optimum.
  public struct Stage: Hashable, Sendable {
    /// What was minimized.
    public let objective: String
    /// The optimum.
    public let value: Double
    /// The unit of the optimum.
    public let unit: String
    /// The independent check of the optimum, in words with its residuals.
    public let check: String

    /// Creates a stage.
    public init(objective: String, value: Double, unit: String, check: String) {
      self.objective = objective
      self.value = value
      self.unit = unit
      self.check = check
    }
  }

  /// What one person, or fairness, is worth: how the optimum of a stage changes when all is solved
  /// again with one more or one fewer, or without it.
  public struct Price: Hashable, Sendable {
    /// The change, in words.
    public let rule: String
    /// How the optimum of the stage changes; negative where the change is a gain.
    public let amount: Double
    /// The unit of the price, with the stage that it belongs to.
    public let unit: String

    /// Creates a price.
    public init(rule: String, amount: Double, unit: String) {
      self.rule = rule
      self.amount = amount
      self.unit = unit
    }
  }

  /// What the plan answers.
  public let mode: Mode
  /// Strength by group and rank, in the order of the groups.
  public let assignments: [Assignment]
  /// Teams, in the order of districts, tours and groups; only those with people.
  public let teams: [Team]
  /// Deployable people who are placed nowhere, by rank; only limits on money or positions cause any.
  public let unplaced: [Unplaced]
  /// What is unfilled, largest first.
  public let shortages: [Shortage]
  /// Officers short on the street by district and watch, averaged over the rotation.
  public let coverageShortages: [CoverageShortage]
  /// The stages, in order.
  public let stages: [Stage]
  /// What people and fairness are worth; empty unless asked for.
  public let prices: [Price]
  /// What urgent calls wait under the plan, by district; empty without delay curves.
  public var waits: [DistrictWaiting] = []
  /// Positions that pass to civilians; only those that do.
  public var conversions: [Conversion] = []
  /// Overtime on patrol by district and watch; only where there is any.
  public var overtime: [Overtime] = []
  /// What each rule costs, by solving again without it and with it one step tighter; empty unless
  /// asked for.
  public var rulePrices: [RulePrice] = []
  /// Raw shadow prices with their ranges, for analysts; empty unless asked for.
  public var shadowPrices: [ShadowPrice] = []

  /// Creates a plan.
  public init(
    mode: Mode, assignments: [Assignment], teams: [Team], unplaced: [Unplaced] = [],
    shortages: [Shortage],
    coverageShortages: [CoverageShortage], stages: [Stage], prices: [Price]
  ) {
    self.mode = mode
    self.assignments = assignments
    self.teams = teams
    self.unplaced = unplaced
    self.shortages = shortages
    self.coverageShortages = coverageShortages
    self.stages = stages
    self.prices = prices
  }
}
