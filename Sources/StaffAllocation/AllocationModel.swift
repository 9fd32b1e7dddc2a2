public import LinearProgramming
public import PolicingDomain

/// The linear program of an allocation.
///
/// The article <doc:Formulation> states the same model in mathematics, under the names of the
/// files in `Constraints` and `Objectives`. Each family and each objective has a file of its own.
public struct AllocationModel: Sendable {
  /// The program.
  public package(set) var program: LinearProgram
  /// What the plan answers.
  public let mode: StaffingPlan.Mode

  let question: AllocationQuestion
  let coverage: StreetCoverage

  /// Officers of each team, x[d,τ].
  let officers: VariableFamily<TeamIndex>
  /// Sergeants of each team, s[d,τ].
  let sergeants: VariableFamily<TeamIndex>
  /// Officers short on the street.
  let coverShort: VariableFamily<CoverIndex>
  /// Sergeants short of the field minimum.
  let fieldShort: VariableFamily<WatchPhase>
  /// Strength by group and rank, y[g,r].
  let strength: VariableFamily<GroupRank>
  /// Positions short, by group.
  let positionShort: VariableFamily<PositionGroup.ID>
  /// The largest share of its required officers that a district lacks.
  let unfairness: Variable
  /// Deployable people whom the plan places nowhere, by rank.
  let unplaced: VariableFamily<Rank.ID>

  /// The row that counts everybody of a rank, by rank.
  var supplyRows: [(rank: Rank.ID, row: Row)] = []

  /// Builds the model with every family of constraints and no objective.
  ///
  /// - Throws: An ``AllocationError`` that names the first thing that makes no sense.
  /// - Complexity: O(variables × terms); a few thousand rows for a large department.
  public init(
    _ question: AllocationQuestion, mode: StaffingPlan.Mode
  ) throws(AllocationError) {
    try question.validate()
    self.question = question
    self.mode = mode
    let coverage = StreetCoverage(
      tours: question.patrol.tours, watches: question.patrol.watches)
    self.coverage = coverage
    var program = LinearProgram(name: "allocation-\(mode.rawValue)")
    let shortBounds = mode == .require ? 0...0 : 0...Double.infinity
    let teams = Self.teams(question)
    let phases = Self.phases(question)
    officers = program.addVariables("officers", over: teams)
    sergeants = program.addVariables("sergeants", over: teams)
    coverShort = program.addVariables(
      "coverShort", over: Self.coverIndices(phases, question, coverage), in: shortBounds)
    fieldShort = program.addVariables("fieldShort", over: phases, in: shortBounds)
    strength = program.addVariables("strength", over: Self.groupRanks(question))
    positionShort = program.addVariables(
      "positionShort", over: question.movableGroups.filter { !$0.basis.isSizedByTours }.map(\.id),
      in: shortBounds)
    unfairness = program.addVariable("unfairness", in: 0...1)
    unplaced = program.addVariables(
      "unplaced", over: mode == .allocate ? question.ranks.map(\.id) : [])
    self.program = program

    addFamilies()
  }

  /// Adds every family of constraints that the mode has.
  private mutating func addFamilies() {
    requireCoverage()
    limitSpanOfControl()
    requireFieldSergeants()
    tieToursToPositions()
    requirePositions()
    if mode == .require { limitOtherRanks() }
    if mode == .allocate {
      limitSupply()
      limitAuthorizedStrength()
      limitBudget()
      boundUnfairness()
    }
  }

  private static func teams(_ question: AllocationQuestion) -> [TeamIndex] {
    let patrol = question.patrol
    return question.districts.flatMap { district in
      patrol.tours.indices.flatMap { tour in
        patrol.rotation.groups.indices.map { group in
          TeamIndex(district: district, tour: tour, group: group, patrol: patrol)
        }
      }
    }
  }

  private static func phases(_ question: AllocationQuestion) -> [WatchPhase] {
    question.districts.flatMap { district in
      question.patrol.watches.flatMap { watch in
        (0..<question.patrol.rotation.cycleLength).map { phase in
          WatchPhase(district: district, watch: watch.id, phase: phase)
        }
      }
    }
  }

  private static func coverIndices(
    _ phases: [WatchPhase], _ question: AllocationQuestion, _ coverage: StreetCoverage
  ) -> [CoverIndex] {
    phases.flatMap { phase -> [CoverIndex] in
      guard let watch = question.patrol.watches.firstIndex(where: { $0.id == phase.watch }) else {
        return []
      }
      let blocks = coverage.blocks[watch]
      return blocks.indices.map { CoverIndex(phase, block: $0, of: blocks) }
    }
  }

  private static func groupRanks(_ question: AllocationQuestion) -> [GroupRank] {
    question.movableGroups.flatMap { group in
      group.fittingRanks.map { GroupRank(group: group.id, rank: $0) }
    }
  }
}
