import LinearProgramming
import PolicingDomain

/// The linear program of a fit: officers by tour and day-off group.
///
///     Σ π · A[team, hour] · x[team] + short[hour] − over[hour] = officers required
struct TourFitProgram {
  /// One kind of hour, by its place in the question.
  struct HourIndex: Hashable, Sendable, CustomStringConvertible {
    let position: Int
    let name: String
    var description: String { name }
  }

  /// One team, by its place in ``CoverageCell/shares``.
  struct TeamIndex: Hashable, Sendable, CustomStringConvertible {
    let position: Int
    let tour: Int
    let name: String
    var description: String { name }
  }

  let question: TourFitQuestion
  private(set) var program: LinearProgram
  let officers: VariableFamily<TeamIndex>
  let short: VariableFamily<HourIndex>
  let over: VariableFamily<HourIndex>
  let worst: Variable
  let most: VariableFamily<Int>

  /// Builds the program.
  ///
  /// - Parameter covering: Whether nothing may be short in hours that a tour reaches.
  init(_ question: TourFitQuestion, covering: Bool) {
    self.question = question
    let schedule = question.schedule
    let groups = schedule.rotation.groups
    var program = LinearProgram(name: "tours-\(schedule.id)")
    let teams = (0..<question.teamCount).map { position in
      let tour = position / groups.count
      return TeamIndex(
        position: position, tour: tour,
        name: "\(schedule.tours[tour].id),\(groups[position % groups.count])")
    }
    let hours = question.cells.enumerated().map { position, cell in
      let hour = cell.hour
      return HourIndex(
        position: position,
        name: "\(hour.weekday.abbreviation) \(hour.hourOfDay),day \(cell.day + 1)")
    }
    officers = program.addVariables("officers", over: teams)
    let shortHours =
      covering ? hours.filter { !question.isReached(question.cells[$0.position]) } : hours
    short = program.addVariables("short", over: shortHours)
    over = program.addVariables("over", over: hours)
    worst = program.addVariable("worst")
    most = program.addVariables("most", over: Array(schedule.tours.indices))
    self.program = program
    for index in hours { cover(index) }
  }

  private mutating func cover(_ index: HourIndex) {
    let cell = question.cells[index.position]
    var row = LinearExpression()
    for team in officers.indices where cell.shares[team.position] > 0 {
      row.add(officers[team], times: question.presence * cell.shares[team.position])
    }
    if short.contains(index) { row.add(short[index]) }
    row.add(over[index], times: -1)
    program.require(row == cell.required, named: "coverage[\(index)]")
  }

  /// Adds that the number of officers is `count`.
  mutating func fix(officers count: Double) {
    program.require(officers.sum() == count, named: "officers")
  }

  /// Adds that no hour is shorter than ``worst`` and no team of a tour larger than its ``most``.
  mutating func boundExtremes() {
    for index in short.indices {
      program.require(short[index] - worst <= 0, named: "worst[\(index)]")
    }
    for team in officers.indices {
      program.require(officers[team] - most[team.tour] <= 0, named: "most[\(team)]")
    }
  }

  /// Officer-hours a week of `family`.
  func hours(of family: VariableFamily<HourIndex>) -> LinearExpression {
    var sum = LinearExpression()
    for index in family.indices {
      sum.add(family[index], times: question.hoursPerWeek(question.cells[index.position]))
    }
    return sum
  }

  /// A last preference that tells equal plans apart: a fixed, irregular weight for each team.
  func tieBreak() -> LinearExpression {
    var sum = LinearExpression()
    for team in officers.indices {
      let irregular = (Double(team.position + 1) * 0.618_033_988_749_895)
        .truncatingRemainder(dividingBy: 1)
      sum.add(officers[team], times: 1 + irregular)
    }
    return sum
  }
}
