import LinearProgramming
import TestSupport
import Testing

@Suite("Covering programs")
struct CoveringTests {
  /// One day of equal periods; whoever starts in a period stays for `length` periods.
  static func program(demand: [Double], length: Int) -> LinearProgram {
    var program = LinearProgram(name: "covering")
    let starts = program.addVariables("start", over: Array(demand.indices))
    for (period, wanted) in demand.enumerated() {
      let present = (0..<length).sum { starts[(period - $0 + demand.count) % demand.count] }
      program.require(present >= wanted, named: "period[\(period)]")
    }
    program.minimize(starts.sum())
    return program
  }

  /// Source of truth: published textbook totals 19 and 30 (two periods each) and 7 (three
  /// periods).
  ///
  /// The bounds follow by hand: every second period adds up to at least 7 + 7 + 4 or
  /// 6 + 7 + 6 = 19, and to 3 + 16 + 11 = 30; all periods need 21 presences of 3 each.
  @Test(arguments: [
    ([7.0, 6, 7, 7, 4, 6], 2, 19.0),
    ([3, 12, 16, 9, 11, 4], 2, 30),
    ([2, 2, 3, 5, 5, 4], 3, 7),
  ])
  func `reach the published total`(demand: [Double], length: Int, total: Double) throws {
    let solution = try Self.program(demand: demand, length: length).optimum()
    #expect(agrees(solution.objective, total))
  }

  /// Source of truth: doubling all demands doubles the optimum of a program without limits.
  @Test func `double with the demand`() throws {
    let demand: [Double] = [5, 9, 2, 7, 7, 3, 8]
    let once = try Self.program(demand: demand, length: 3).optimum().objective
    let twice = try Self.program(demand: demand.map { 2 * $0 }, length: 3).optimum().objective
    #expect(agrees(twice, 2 * once))
  }

  /// A week of hours in several places, covered by tours of five days of eight hours that may
  /// start at any fourth hour and rest on any two days in a row.
  static func week(places: Int, demand: Double) -> LinearProgram {
    var program = LinearProgram(name: "week")
    var present = [LinearExpression](repeating: LinearExpression(), count: places * 168)
    var total = LinearExpression()
    for place in 0..<places {
      for start in stride(from: 0, to: 168, by: 4) {
        let tour = program.addVariable("tour[\(place),\(start)]")
        total += tour
        for day in 0..<5 {
          for hour in 0..<8 { present[place * 168 + (start + 24 * day + hour) % 168] += tour }
        }
      }
    }
    for (hour, expression) in present.enumerated() {
      program.require(expression >= demand, named: "hour[\(hour)]")
    }
    program.minimize(total)
    return program
  }

  /// Source of truth: closed form; a tour covers 40 of 168 hours, and equal use of all tours
  /// covers every hour equally, so constant demand d needs 168·d/40 in each place.
  ///
  /// Every basis is highly degenerate: costs and demands are all equal.
  @Test(arguments: [1, 14]) func `meet constant demand at its average`(places: Int) throws {
    let solution = try Self.week(places: places, demand: 5).optimum()
    #expect(agrees(solution.objective, 21 * Double(places)))
  }
}
