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
  let layout: PatrolLayout

  /// The teams of each district, in the order of its lanes.
  let teams: [[TeamIndex]]
  /// Officers of each team, x[d,τ].
  let officers: VariableFamily<TeamIndex>
  /// Sergeants of each team, s[d,τ].
  let sergeants: VariableFamily<TeamIndex>
  /// Officers missing from each step of the ladder of each class of hours.
  let gaps: VariableFamily<GapIndex>
  /// Hours that urgent calls of a district wait a week even with all officers that count.
  let floors: VariableFamily<District.ID>
  /// People short of a minimum by rule on a watch.
  let coverShort: VariableFamily<CoverIndex>
  /// Strength by group and rank, y[g,r].
  let strength: VariableFamily<GroupRank>
  /// Positions short, by group.
  let positionShort: VariableFamily<PositionGroup.ID>
  /// Positions that pass to civilians, c[g].
  let converted: VariableFamily<PositionGroup.ID>
  /// Civilians hired for converted positions.
  let hired: VariableFamily<PositionGroup.ID>
  /// Officers whom overtime puts on the street in every hour of a watch, on average.
  let overtime: VariableFamily<DistrictWatch>
  /// The share of its required officers that the worst-off district lacks, or the mean wait there.
  package let worstOff: Variable
  /// Deployable people whom the plan places nowhere, by rank.
  let unplaced: VariableFamily<Rank.ID>

  /// The row that counts everybody of a rank, by rank.
  var supplyRows: [(rank: Rank.ID, row: Row)] = []
  /// The rows that tie teams to positions.
  var teamRows: [Row] = []
  /// The rule behind each row that one states.
  var ruleRows: [(rule: Int, row: Row)] = []
  /// The people who move, once they are counted.
  var moves: LinearExpression?

  /// Builds the model with every family of constraints and no objective.
  ///
  /// - Throws: An ``AllocationError`` that names the first thing that makes no sense.
  /// - Complexity: O(variables × terms); a few thousand rows for a large department.
  public init(
    _ question: AllocationQuestion, mode: StaffingPlan.Mode
  ) throws(AllocationError) {
    try self.init(question, mode: mode, merges: true)
  }

  /// Builds the model; without `merges` every hour of the calendar has a row of its own.
  package init(
    _ question: AllocationQuestion, mode: StaffingPlan.Mode, merges: Bool
  ) throws(AllocationError) {
    try question.validate()
    self.question = question
    self.mode = mode
    let isLimited = mode.isLimited
    let layout = try PatrolLayout(question, countsWaiting: isLimited, merges: merges)
    self.layout = layout
    var program = LinearProgram(name: "allocation-\(mode.rawValue)")
    let shortBounds = isLimited ? 0...Double.infinity : 0...0
    teams = Self.teams(question, layout)
    officers = program.addVariables("officers", over: teams.flatMap { $0 })
    sergeants = program.addVariables("sergeants", over: teams.flatMap { $0 })
    gaps = program.addVariables(
      "gap", over: Self.gapIndices(question, layout),
      bounds: { index in
        let step = layout.ladders[index.district][index.coverage].steps[index.step]
        return 0...(isLimited || step.shortage == 0 ? step.width : 0)
      })
    floors = Self.addFloors(&program, question, layout)
    coverShort = program.addVariables(
      "coverShort", over: Self.coverIndices(question, layout), in: shortBounds)
    strength = program.addVariables("strength", over: Self.groupRanks(question))
    positionShort = program.addVariables(
      "positionShort", over: question.movableGroups.filter { !$0.basis.isSizedByTours }.map(\.id),
      in: shortBounds)
    let convertible = isLimited ? question.conversions.filter { $0.convertible > .zero } : []
    converted = program.addVariables("converted", over: convertible.map(\.group))
    hired = program.addVariables("hired", over: convertible.map(\.group))
    overtime = program.addVariables("overtime", over: isLimited ? question.overtimeIndices : [])
    worstOff = program.addVariable(
      "worstOff", in: 0...(question.preferences.fairness == .shortage ? 1 : .infinity))
    unplaced = program.addVariables("unplaced", over: isLimited ? question.ranks.map(\.id) : [])
    self.program = program
    addFamilies()
  }

  /// Adds every family of constraints that the mode has.
  private mutating func addFamilies() {
    requireCoverage()
    limitSpanOfControl()
    requireWatchMinimums()
    tieToursToPositions()
    requirePositions()
    guard mode.isLimited else { return limitOtherRanks() }
    convertPositions()
    limitSupply()
    limitAuthorizedStrength()
    limitBudget()
    limitOvertime()
    limitCuts()
    boundWorstOff()
    limitMovement()
  }

  /// Whether urgent waiting is part of the model.
  var countsWaiting: Bool { mode.isLimited && !question.curves.isEmpty }

  /// The steps of the ladder of a class, lowest first, with their variables.
  func steps(
    district: Int, coverage: Int
  ) -> [(step: StaffingLadder.Step, gap: Variable)] {
    layout.ladders[district][coverage].steps.enumerated().map { position, step in
      let index = GapIndex(district: district, coverage: coverage, step: position, name: "")
      return (step, gaps[index])
    }
  }
}

extension StaffingPlan.Mode {
  /// Whether the plan has to do with the people and the money on hand.
  var isLimited: Bool { self != .require }
}
