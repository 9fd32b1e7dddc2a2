/// Rows and bounds that contradict one another, with a proof, and none too many if it is irreducible.
///
/// An irreducible infeasible set is what a person must read to see why a program has no feasible
/// point: its members alone cannot be met together, yet they can as soon as any one of them is
/// dropped. A program may have many such sets; one of them has to give in each of them.
public struct IrreducibleSet: Sendable {
  /// One end of a row or a variable that takes part in the contradiction.
  public struct Member: Hashable, Sendable {
    /// The row or the variable.
    public let part: ProgramPart
    /// Which of its ends; both where they agree, as those of an equation do.
    public let end: RangeEnd
    /// The Farkas multiplier: positive at a lower end, negative at an upper end.
    ///
    /// The members' left sides, each times its multiplier, add up to nothing, and their ends add
    /// up to ``IrreducibleSet/check``'s margin, which is more than nothing: the contradiction.
    public let multiplier: Double
    /// How far this end alone must give to remove this contradiction: margin ÷ |multiplier|.
    public let distance: Double
    /// The primal residual of a point that meets all the other members, as ``OptimalityCheck``
    /// defines it; `nil` if no such point was found, so that the member may be one too many.
    public let residualWithout: Double?

    /// Whether a checked point proves that the other members can be met.
    public var isProvenNecessary: Bool { residualWithout != nil }
  }

  /// How much has been proven about the set; that it is infeasible always has.
  public enum Standing: Hashable, Sendable {
    /// Every member is proven necessary.
    case irreducible
    /// A limit stopped the search: members that are not proven necessary may be too many.
    case stopped(LimitReport.Limit)
    /// Rounding errors left open whether the members not proven necessary are too many.
    case notProven
  }

  /// The members: rows in the order of the program, then variables in theirs.
  public let members: [Member]
  /// How much has been proven.
  public let standing: Standing
  /// The figures of the check of the contradiction, on the members alone.
  public let check: CertificateCheck
  /// What it took, all solves together.
  public let statistics: SolveStatistics
  /// The members alone, as a program without an objective: their rows and the variables in them.
  ///
  /// Names are kept. Ends and bounds that are no members are infinite.
  public let program: LinearProgram

  package let variables: [Variable]

  /// Whether every member is proven necessary.
  public var isIrreducible: Bool { standing == .irreducible }

  /// The members that are rows, in order.
  public var rows: [Row] {
    members.compactMap { member in
      guard case .row(let row) = member.part else { return nil }
      return row
    }
  }

  /// Returns the program of all members but `member`; it has a feasible point if the member is
  /// proven necessary.
  ///
  /// - Precondition: `member` belongs to this set.
  public func program(without member: Member) -> LinearProgram {
    var rest = program
    switch member.part {
    case .row(let row):
      let place = rows.firstIndex(of: row)
      precondition(place != nil, "the member belongs to another set")
      if let place { rest.setBounds(of: Row(index: place), to: -.infinity ... .infinity) }
    case .variable(let variable):
      let place = variables.firstIndex(of: variable)
      precondition(place != nil, "the member belongs to another set")
      if let place { rest.setBounds(of: Variable(index: place), to: -.infinity ... .infinity) }
    }
    return rest
  }
}

/// What a search for an irreducible infeasible set found.
public enum IrreducibleSetOutcome: Sendable {
  /// Rows and bounds that contradict one another.
  case infeasible(IrreducibleSet)
  /// The program has a feasible point: nothing contradicts.
  case feasible(SolveStatistics)
  /// A limit was reached before it was known whether the program is infeasible.
  case limit(LimitReport)
  /// The arithmetic did not suffice to prove the program feasible or infeasible.
  case notProven(UnprovenReport)

  /// The set, if the program is infeasible.
  public var set: IrreducibleSet? {
    guard case .infeasible(let set) = self else { return nil }
    return set
  }
}
