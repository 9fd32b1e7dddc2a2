import LinearProgramming
import PolicingDomain

/// The linear program of a transition.
///
/// Flows happen at the start of a year: who is there during year t are those of the year before, less
/// exits, with hires and promotions. New people work from the month on in which they work alone.
struct TransitionModel {
  let question: TransitionQuestion
  var program: LinearProgram

  /// People of a rank in a year, trainees included, n[r,t].
  let people: VariableFamily<RankInYear>
  /// Hires into a rank in a year, h[r,t].
  let hires: VariableFamily<RankInYear>
  /// Promotions into a rank in a year, m[r,t].
  let promotions: VariableFamily<RankInYear>
  /// People of a rank who are placed nowhere.
  let unplaced: VariableFamily<RankInYear>
  /// People of a rank in a group, y[g,r,t].
  let placed: VariableFamily<PlaceInYear>
  /// Civilians in converted positions of a group, z[g,t].
  let civilians: VariableFamily<GroupInYear>
  /// Positions of a group that are converted by a year, c[g,t].
  let converted: VariableFamily<GroupInYear>
  /// Positions short.
  let short: VariableFamily<GroupInYear>
  /// The largest share of its need that a district's patrol lacks, by year.
  let unfairness: VariableFamily<Int>
  /// People who move into a section from others.
  let moved: VariableFamily<SectionInYear>
  /// New people who are placed in a section.
  let arrived: VariableFamily<SectionInYear>

  let flows: [Rank.ID: RankFlow]
  /// The groups and ranks of each section, in order.
  let members: [SectionRanks]

  /// One rank in one section and the groups in which it can be placed there.
  struct SectionRanks {
    let section: Section.ID
    let rank: Rank.ID
    var places: [(group: Int, rank: Int)]
    /// Groups whose converted positions people of this rank take.
    var conversions: [Int]
    let today: Double
  }

  /// Builds the program with every family of rows and no objective.
  ///
  /// - Complexity: O(variables × terms).
  init(_ question: TransitionQuestion) throws(AllocationError) {
    try question.validate()
    self.question = question
    var flows: [Rank.ID: RankFlow] = [:]
    for flow in question.flows { flows[flow.rank] = flow }
    self.flows = flows
    members = Self.members(question)
    var program = LinearProgram(name: "transition")
    let index = TransitionIndex(question, flows: flows)
    people = program.addVariables("people", over: index.ranks)
    hires = program.addVariables("hires", over: index.hires)
    promotions = program.addVariables("promotions", over: index.promotions)
    unplaced = program.addVariables("unplaced", over: index.ranks)
    placed = program.addVariables("placed", over: index.places)
    civilians = program.addVariables("civilians", over: index.conversions)
    converted = program.addVariables("converted", over: index.conversions)
    short = program.addVariables("short", over: index.groups)
    unfairness = program.addVariables("unfairness", over: index.years, in: 0...1)
    let counted = members.filter { !$0.places.isEmpty || !$0.conversions.isEmpty }
    let sections = index.years.flatMap { year in
      counted.map { SectionInYear(section: $0.section, rank: $0.rank, year: year) }
    }
    moved = program.addVariables("moved", over: sections)
    arrived = program.addVariables("arrived", over: sections)
    self.program = program
    addRows()
  }

  private mutating func addRows() {
    keepBooks()
    limitEntries()
    placePeople()
    fillPositions()
    convertPositions()
    countMoves()
    limitMoney()
    limitAuthorized()
    limitCuts()
    boundUnfairness()
  }

  var yearNumbers: ClosedRange<Int> { 1...question.years.count }

  /// People of a rank today.
  func today(_ rank: Rank.ID) -> Double {
    question.strength.reduce(0) { $1.rank == rank ? $0 + $1.deployable.value : $0 }
  }

  /// The share of a rank that leaves in a year.
  func exitShare(_ rank: Rank.ID) -> Double { flows[rank]?.exits.value ?? 0 }

  private static func members(_ question: TransitionQuestion) -> [SectionRanks] {
    var found: [SectionRanks] = []
    var positions: [Section.ID: [Rank.ID: Int]] = [:]
    func position(_ section: Section.ID, _ rank: Rank.ID) -> Int {
      if let known = positions[section]?[rank] { return known }
      let today = question.strength.reduce(0.0) { sum, line in
        line.section == section && line.rank == rank ? sum + line.deployable.value : sum
      }
      positions[section, default: [:]][rank] = found.count
      found.append(
        SectionRanks(section: section, rank: rank, places: [], conversions: [], today: today))
      return found.count - 1
    }
    for (number, group) in question.groups.enumerated() {
      for (rank, id) in group.ranks.enumerated() {
        let place = position(group.section, id)
        found[place].places.append((number, rank))
      }
      if let conversion = group.conversion {
        let place = position(group.section, conversion.civilianRank)
        found[place].conversions.append(number)
      }
    }
    return found
  }
}

/// The index sets of the program.
struct TransitionIndex {
  let years: [Int]
  let ranks: [RankInYear]
  let hires: [RankInYear]
  let promotions: [RankInYear]
  let places: [PlaceInYear]
  let groups: [GroupInYear]
  let conversions: [GroupInYear]

  init(_ question: TransitionQuestion, flows: [Rank.ID: RankFlow]) {
    let years = Array(1...question.years.count)
    self.years = years
    let converting = Set(question.groups.compactMap { $0.conversion?.civilianRank })
    func each(_ isWanted: (Rank.ID) -> Bool) -> [RankInYear] {
      years.flatMap { year in
        question.ranks.map(\.id).filter(isWanted).map { RankInYear(rank: $0, year: year) }
      }
    }
    ranks = each { _ in true }
    promotions = each { flows[$0]?.promotedFrom != nil }
    // Civilians for converted positions are hired even where no flow is stated for their title.
    hires = each { rank in
      flows[rank].map { $0.promotedFrom == nil } ?? converting.contains(rank)
    }
    places = years.flatMap { year in
      question.groups.enumerated().flatMap { number, group in
        group.ranks.enumerated().map { rank, id in
          PlaceInYear(
            group: number, rank: rank, year: year, name: "\(group.id),\(id),year \(year)")
        }
      }
    }
    func eachGroup(_ isWanted: (TransitionQuestion.Group) -> Bool) -> [GroupInYear] {
      years.flatMap { year in
        question.groups.enumerated().filter { isWanted($0.element) }.map { number, group in
          GroupInYear(group: number, year: year, name: "\(group.id),year \(year)")
        }
      }
    }
    groups = eachGroup { _ in true }
    conversions = eachGroup { ($0.conversion?.convertible.value ?? 0) > 0 }
  }
}
