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
  let coverShort: VariableFamily<WatchPhase>
  /// Sergeants short of the field minimum.
  let fieldShort: VariableFamily<WatchPhase>
  /// Strength by group and rank, y[g,r].
  let strength: VariableFamily<GroupRank>
  /// Positions short, by group.
  let positionShort: VariableFamily<PositionGroup.ID>
  /// The largest share of its required officers that a district lacks.
  let unfairness: Variable

  /// The row that ties the officers of a district's teams to its patrol group, by district.
  var supplyRows: [(rank: Rank.ID, row: Row)] = []

  /// Builds the model with every family of constraints and no objective.
  ///
  /// - Throws: An ``AllocationError`` that names the first number that makes no sense.
  /// - Complexity: O(variables × terms); a few thousand rows for a large department.
  public init(
    _ question: AllocationQuestion, mode: StaffingPlan.Mode
  ) throws(AllocationError) {
    try question.validate()
    self.question = question
    self.mode = mode
    coverage = StreetCoverage(tours: question.patrol.tours, watches: question.patrol.watches)
    var program = LinearProgram(name: "allocation-\(mode.rawValue)")
    let shortBounds = mode == .require ? 0...0 : 0...Double.infinity
    let teams = Self.teams(question)
    let phases = Self.phases(question)
    officers = program.addVariables("officers", over: teams)
    sergeants = program.addVariables("sergeants", over: teams)
    coverShort = program.addVariables("coverShort", over: phases, in: shortBounds)
    fieldShort = program.addVariables("fieldShort", over: phases, in: shortBounds)
    strength = program.addVariables("strength", over: Self.groupRanks(question)) { index in
      Self.strengthBounds(index, question: question, mode: mode)
    }
    positionShort = program.addVariables(
      "positionShort", over: question.movableGroups.filter { !$0.isSizedByTours }.map(\.id),
      in: shortBounds)
    unfairness = program.addVariable("unfairness", in: 0...1)
    self.program = program

    requireCoverage()
    limitSpanOfControl()
    requireFieldSergeants()
    tieToursToPositions()
    requirePositions()
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

  private static func groupRanks(_ question: AllocationQuestion) -> [GroupRank] {
    question.movableGroups.flatMap { group in
      group.fittingRanks.map { GroupRank(group: group.id, rank: $0) }
    }
  }

  /// In mode *require*, members of other ranks that fit a group count as far as they are already
  /// there; every further position is one of the group's own rank.
  private static func strengthBounds(
    _ index: GroupRank, question: AllocationQuestion, mode: StaffingPlan.Mode
  ) -> ClosedRange<Double> {
    guard mode == .require,
      let group = question.groups.first(where: { $0.id == index.group }),
      group.rank != index.rank
    else { return 0 ... .infinity }
    return 0...question.deployable(group.section, index.rank)
  }
}

extension PositionGroup {
  /// Whether tours decide how many positions the group has.
  var isSizedByTours: Bool {
    switch basis {
    case .coverage, .spanOverTours: true
    default: false
    }
  }
}
