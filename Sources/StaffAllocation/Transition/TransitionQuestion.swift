public import PolicingDomain

/// What a transition over several years is asked: what each group needs year by year, who is there,
/// how people come and go, and by which limits (FORMULATION 6 to 8).
///
/// Needs must not be grossed up by seats of a pipeline: separations enter through the flows, and never
/// both (FORMULATION 6).
public struct TransitionQuestion: Sendable {
  /// What one group needs, and who may fill it.
  public struct Group: Sendable {
    /// The group.
    public let id: PositionGroup.ID
    /// Its section.
    public let section: Section.ID
    /// The ranks that may hold it, its own first.
    public let ranks: [Rank.ID]
    /// Positions needed in each year; the last holds for later years.
    public let needs: [Double]
    /// What one missing position counts.
    public let weight: Double
    /// Whether the number is a minimum of law, decree, contract or directive.
    public let isMinimum: Bool
    /// Whether the group counts for fairness between districts, as patrol does.
    public let isDistrictPatrol: Bool
    /// Whether civilians may take over sworn positions, and how many.
    public let conversion: CivilianConversion?

    /// Creates a group.
    public init(
      id: PositionGroup.ID, section: Section.ID, ranks: [Rank.ID], needs: [Double],
      weight: Double = 1, isMinimum: Bool = false, isDistrictPatrol: Bool = false,
      conversion: CivilianConversion? = nil
    ) {
      self.id = id
      self.section = section
      self.ranks = ranks
      self.needs = needs
      self.weight = weight
      self.isMinimum = isMinimum
      self.isDistrictPatrol = isDistrictPatrol
      self.conversion = conversion
    }

    /// Positions needed in a year, counted from 1.
    func need(in year: Int) -> Double { needs[min(year, needs.count) - 1] }
  }

  /// The limits of one year.
  public struct YearLimits: Hashable, Sendable {
    /// Money for the people of the plan and for ``otherCost``; nothing for no limit.
    public var budget: DollarsPerYear?
    /// What people cost whom the plan does not place: those off strength and in held positions.
    public var otherCost: DollarsPerYear
    /// Sworn members who can enter the academy, all ranks together; nothing for no limit.
    public var academySeats: Double?
    /// People who may change sections; nothing for no limit.
    public var moves: Double?

    /// Creates limits; there are none unless given.
    public init(
      budget: DollarsPerYear? = nil, otherCost: DollarsPerYear = .zero,
      academySeats: Double? = nil, moves: Double? = nil
    ) {
      self.budget = budget
      self.otherCost = otherCost
      self.academySeats = academySeats
      self.moves = moves
    }
  }

  /// The ranks.
  public let ranks: [Rank]
  /// The groups whose people the plan places.
  public let groups: [Group]
  /// Who is there today, by section and rank.
  public let strength: [DeployableStrength]
  /// How people enter and leave ranks; a rank without a flow keeps its people and takes nobody.
  public let flows: [RankFlow]
  /// The limits of each year; their number is the number of years.
  public let years: [YearLimits]
  /// Authorized positions of the whole department by employment.
  public let authorized: [AuthorizedTotal]
  /// The people on the roster of each employment whom the plan does not place, counted against
  /// ``authorized``.
  public let others: [Employment: Double]
  /// The largest part of today's people that a section may lose; nothing for no limit.
  public let largestCut: Share?
  /// The most civilians who may be hired for converted positions, all years together; nothing for no
  /// limit but the positions.
  public let conversionLimit: Double?
  /// The objectives, the most important first; urgent waiting has no part in a transition.
  public let order: [AllocationPreferences.Objective]
  /// The part of its best value by which an objective may get worse for the sake of later ones.
  public let tolerances: [AllocationPreferences.Objective: Double]

  /// Creates a question.
  public init(
    ranks: [Rank], groups: [Group], strength: [DeployableStrength], flows: [RankFlow],
    years: [YearLimits], authorized: [AuthorizedTotal] = [],
    others: [Employment: Double] = [:], largestCut: Share? = nil,
    conversionLimit: Double? = nil,
    order: [AllocationPreferences.Objective] = AllocationPreferences().order,
    tolerances: [AllocationPreferences.Objective: Double] = [:]
  ) {
    self.ranks = ranks
    self.groups = groups
    self.strength = strength
    self.flows = flows
    self.years = years
    self.authorized = authorized
    self.others = others
    self.largestCut = largestCut
    self.conversionLimit = conversionLimit
    self.order = order
    self.tolerances = tolerances
  }
}
