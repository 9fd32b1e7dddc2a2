public import PolicingDomain

/// Supervisors rank above rank: sergeants over officers, lieutenants over sergeants, to any height
/// (FORMULATION 6).
///
/// Published tables round at each step and count rounded people in the next one; a plan counts what
/// is not rounded. Which of the two, and how, is stated.
///
///     let fortWorth = try SpanChain(
///       over: FullTimeEquivalents(770.752), steps: [.init(rank: sergeant, span: 7)],
///       rounding: .nearest, countsRounded: true)
///     print(fortWorth.levels[0].whole)  // 110
public struct SpanChain: Hashable, Sendable {
  /// One rank of supervisors.
  public struct Step: Hashable, Sendable {
    /// The rank.
    public let rank: Rank.ID
    /// Supervised people for each supervisor.
    public let span: Double

    /// Creates a step.
    public init(rank: Rank.ID, span: Double) {
      self.rank = rank
      self.span = span
    }
  }

  /// The supervisors of one rank.
  public struct Level: Hashable, Sendable {
    /// The rank.
    public let rank: Rank.ID
    /// The people whom they supervise, as they were counted.
    public let supervised: FullTimeEquivalents
    /// Supervisors, not rounded.
    public let exact: FullTimeEquivalents
    /// Supervisors as reported, rounded.
    public let whole: FullTimeEquivalents
  }

  /// The supervised people at the bottom, as reported, rounded.
  public let wholeBase: FullTimeEquivalents
  /// The ranks, lowest first.
  public let levels: [Level]

  /// Works out a chain.
  ///
  /// - Parameters:
  ///   - base: The people at the bottom, not rounded.
  ///   - steps: The ranks above them, lowest first.
  ///   - rounding: How each number is reported.
  ///   - countsRounded: Whether a rank supervises the rounded number below it, as published tables
  ///     do, or the number that is not rounded.
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)``.
  public init(
    over base: FullTimeEquivalents, steps: [Step], rounding: Rounding = .up,
    countsRounded: Bool = false
  ) throws(RequirementsError) {
    _ = try Figure("The number of supervised people", base.value).checked()
    wholeBase = FullTimeEquivalents(rounding(base.value))
    var supervised = countsRounded ? wholeBase : base
    var levels: [Level] = []
    for step in steps {
      let exact = try PositionFormula.ratio(of: supervised.value, per: step.span)
      let whole = FullTimeEquivalents(rounding(exact.value))
      levels.append(Level(rank: step.rank, supervised: supervised, exact: exact, whole: whole))
      supervised = countsRounded ? whole : exact
    }
    self.levels = levels
  }
}
