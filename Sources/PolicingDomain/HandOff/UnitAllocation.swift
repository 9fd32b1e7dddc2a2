/// The best use of a fixed number of units over districts, watches and weekdays.
public struct UnitAllocation: Hashable, Sendable {
  /// The units of one district during one watch of one weekday.
  public struct Block: Hashable, Sendable {
    /// The district.
    public let district: District.ID
    /// The watch.
    public let watch: Watch.ID
    /// The weekday.
    public let weekday: Weekday
    /// The units that it gets.
    public let units: Int
    /// The fewest that it may get: those that keep up in every hour with calls, and what the
    /// question asks for beside.
    public let fewest: Int
    /// What the public gets from them.
    public let performance: UnitRequirement.Performance
    /// The objective a year, in hours or calls.
    public let cost: Double
    /// What the last unit saves a year, in hours or calls; nothing where the block does not keep up
    /// without it, or has none.
    public let gainOfLast: Double?
    /// What one unit more would save a year, in hours or calls.
    public let gainOfNext: Double

    /// Creates a block.
    public init(
      district: District.ID, watch: Watch.ID, weekday: Weekday, units: Int, fewest: Int,
      performance: UnitRequirement.Performance, cost: Double, gainOfLast: Double?,
      gainOfNext: Double
    ) {
      self.district = district
      self.watch = watch
      self.weekday = weekday
      self.units = units
      self.fewest = fewest
      self.performance = performance
      self.cost = cost
      self.gainOfLast = gainOfLast
      self.gainOfNext = gainOfNext
    }
  }

  /// Why no other use is better.
  public enum Proof: Hashable, Sendable {
    /// In every block each unit gains no more than the one before, so giving units one by one where
    /// the next gains most is best.
    case convex
    /// In `blocks` blocks a unit may gain more than the one before; no such number was passed, so
    /// giving units one by one is best all the same.
    case envelope(blocks: Int)
    /// All numbers were combined by dynamic programming, because in `blocks` blocks a unit may gain
    /// more than the one before, or because watches differ in length.
    case dynamicProgram(blocks: Int)
    /// No other use is better by more than `gap` a year, in hours or calls.
    case bounded(gap: Double, blocks: Int)
    /// There are more units than calls can use; the rest is spread evenly.
    case surplus
  }

  /// A use of the units.
  public struct Plan: Hashable, Sendable {
    /// The blocks, in the order of the question.
    public let blocks: [Block]
    /// Why no other use is better.
    public let proof: Proof
    /// What one unit less would cost a year at the best use of the rest; nothing where the rest does
    /// not keep up.
    public let priceOfOneLess: Double?
    /// What one unit more would save a year at its best use.
    public let gainOfOneMore: Double
    /// Hours of units that are left, because they do not make up a whole unit.
    public let unusedHours: Double

    /// Creates a plan.
    public init(
      blocks: [Block], proof: Proof, priceOfOneLess: Double?, gainOfOneMore: Double,
      unusedHours: Double
    ) {
      self.blocks = blocks
      self.proof = proof
      self.priceOfOneLess = priceOfOneLess
      self.gainOfOneMore = gainOfOneMore
      self.unusedHours = unusedHours
    }

    /// The objective a year, in hours or calls.
    public var cost: Double { blocks.reduce(0) { $0 + $1.cost } }
    /// The units of all blocks.
    public var units: Int { blocks.reduce(0) { $0 + $1.units } }
  }

  /// What became of the question.
  public enum Outcome: Hashable, Sendable {
    /// A use of the units.
    case allocated(Plan)
    /// The units are fewer than the `fewest` with which every block keeps up and has what the
    /// question asks for; those take `hours` hours.
    case infeasible(fewest: Int, hours: Double)
  }

  /// The units on hand.
  public let supply: UnitSupply
  /// What they keep small.
  public let objective: UnitObjective
  /// Whether every district keeps its complement.
  public let keepsComplement: Bool
  /// What became of the question.
  public let outcome: Outcome

  /// Creates an answer.
  public init(
    supply: UnitSupply, objective: UnitObjective, keepsComplement: Bool, outcome: Outcome
  ) {
    self.supply = supply
    self.objective = objective
    self.keepsComplement = keepsComplement
    self.outcome = outcome
  }

  /// The use of the units, if there is one.
  public var plan: Plan? {
    if case .allocated(let plan) = outcome { plan } else { nil }
  }
}
