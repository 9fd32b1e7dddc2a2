extension StaffingPlan {
  /// What urgent calls of a district are expected to wait in a week of the plan (FORMULATION 7.2).
  public struct DistrictWaiting: Hashable, Sendable {
    /// The district.
    public let district: District.ID
    /// Urgent calls a week.
    public let calls: Double
    /// Hours that they wait a week, all together, units above the standards included.
    public let hoursWaited: Hours
    /// Hours a week in which units cannot keep up with the work, so that a queue grows.
    public let overloadedHours: Double

    /// Creates a figure.
    public init(
      district: District.ID, calls: Double, hoursWaited: Hours, overloadedHours: Double
    ) {
      self.district = district
      self.calls = calls
      self.hoursWaited = hoursWaited
      self.overloadedHours = overloadedHours
    }

    /// The mean wait of an urgent call; zero without calls.
    public var meanWait: Hours { calls > 0 ? hoursWaited / calls : .zero }
  }

  /// Positions of a group that pass from officers to civilians (FORMULATION 7.5).
  public struct Conversion: Hashable, Sendable {
    /// The group.
    public let group: PositionGroup.ID
    /// Positions that pass.
    public let positions: FullTimeEquivalents
    /// The civilian title.
    public let rank: Rank.ID
    /// Civilians who are hired for them.
    public let hired: FullTimeEquivalents
    /// Officers whom this frees for other groups.
    public let officersFreed: FullTimeEquivalents
    /// Holders who are not fit for full duty elsewhere and stay in the group.
    public let reserved: FullTimeEquivalents

    /// Creates a conversion.
    public init(
      group: PositionGroup.ID, positions: FullTimeEquivalents, rank: Rank.ID,
      hired: FullTimeEquivalents, officersFreed: FullTimeEquivalents,
      reserved: FullTimeEquivalents
    ) {
      self.group = group
      self.positions = positions
      self.rank = rank
      self.hired = hired
      self.officersFreed = officersFreed
      self.reserved = reserved
    }
  }

  /// Overtime on patrol in one watch of one district.
  public struct Overtime: Hashable, Sendable {
    /// The district.
    public let district: District.ID
    /// The watch.
    public let watch: Watch.ID
    /// Officer-hours a year.
    public let hoursPerYear: OfficerHours

    /// Creates an amount.
    public init(district: District.ID, watch: Watch.ID, hoursPerYear: OfficerHours) {
      self.district = district
      self.watch = watch
      self.hoursPerYear = hoursPerYear
    }
  }

  /// What a rule costs (FORMULATION 7.10): how each stage changes when all is solved again without
  /// the rule, and with the rule one step tighter.
  public struct RulePrice: Hashable, Sendable {
    /// How the optimum of one stage changes.
    public struct Change: Hashable, Sendable {
      /// The objective of the stage.
      public let stage: String
      /// The unit of the changes.
      public let unit: String
      /// The change without the rule; negative where the rule costs, nothing if there is no plan.
      public let lifted: Double?
      /// The change with the rule one step tighter; nothing if there is no plan then.
      public let tightened: Double?

      /// Creates a change.
      public init(stage: String, unit: String, lifted: Double?, tightened: Double?) {
        self.stage = stage
        self.unit = unit
        self.lifted = lifted
        self.tightened = tightened
      }
    }

    /// The name of the rule.
    public let rule: String
    /// Who set it.
    public let authority: RuleAuthority
    /// The changes, in the order of the stages.
    ///
    /// The first change decides: what follows it belongs to another value of an earlier stage, and
    /// may have either sign.
    public let changes: [Change]

    /// Creates a price.
    public init(rule: String, authority: RuleAuthority, changes: [Change]) {
      self.rule = rule
      self.authority = authority
      self.changes = changes
    }

    /// What the changes without the rule are: the cost of compliance with decree, statute or
    /// contract, or the price of a rule that the department may lift.
    public var label: String { authority.isBinding ? "cost of compliance" : "price" }
  }

  /// The shadow price of one row at one stage, with the interval in which it holds (FORMULATION 9).
  ///
  /// It belongs to its stage and carries the unit of that stage for one unit of the row. At a
  /// degenerate optimum it holds on one side only; ``Price`` and ``RulePrice`` are what to decide by.
  public struct ShadowPrice: Hashable, Sendable {
    /// The row of the program.
    public let row: String
    /// The row in words.
    public let words: String
    /// The objective of the stage.
    public let stage: String
    /// The unit of the stage.
    public let unit: String
    /// How the optimum changes for one unit more on the right-hand side.
    public let price: Double
    /// The right-hand side.
    public let current: Double
    /// The right-hand sides between which the basis stays optimal; infinite where there is no end.
    public let range: ClosedRange<Double>
    /// Whether the optimum is degenerate.
    public let isDegenerate: Bool

    /// Creates a price.
    public init(
      row: String, words: String, stage: String, unit: String, price: Double, current: Double,
      range: ClosedRange<Double>, isDegenerate: Bool
    ) {
      self.row = row
      self.words = words
      self.stage = stage
      self.unit = unit
      self.price = price
      self.current = current
      self.range = range
      self.isDegenerate = isDegenerate
    }
  }
}
