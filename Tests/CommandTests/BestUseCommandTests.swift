import Foundation
import Testing

/// The best use of a fixed number of units, as a user asks for it.
@Suite("Best use, by command")
struct BestUseCommandTests {
  private static let friday = [
    "require", "generic-two-districts", "--watch", "day", "--weekday", "fri", "--quiet",
  ]

  private static func rows(_ output: String) -> [[String: String]] {
    var lines = output.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
    guard !lines.isEmpty else { return [] }
    let header = lines.removeFirst().components(separatedBy: ",")
    return lines.map { line in
      Dictionary(
        zip(header, line.components(separatedBy: ",")), uniquingKeysWith: { first, _ in first })
    }
  }

  /// Source of truth: the question itself: the units add up, and each step gains no more than the one
  /// before.
  @Test(arguments: ["hours-waited", "calls-waiting", "calls-late"])
  func `the units of a watch are divided`(objective: String) throws {
    var last = Double.infinity
    for total in 3...5 {
      let command = try Command(
        Self.friday + ["--units-total", "\(total)", "--objective", objective, "--format", "csv"])
      #expect(command.code == 0, "\(command.talk)")
      let rows = Self.rows(command.output)
      #expect(rows.compactMap { $0["district"] } == ["1", "2"])
      #expect(rows.compactMap { $0["units"].flatMap { Int($0) } }.reduce(0, +) == total)
      let unit = objective.replacing("-", with: "_")
      let costs = rows.compactMap { $0["\(unit)_a_year"].flatMap { Double($0) } }
      #expect(costs.count == 2)
      #expect(costs.reduce(0, +) < last)
      last = costs.reduce(0, +)
    }
  }

  /// Source of truth: the notes that a reader is promised.
  @Test func `the table says what it rests on`() throws {
    let command = try Command(Self.friday + ["--units-total", "5", "--weights", "1:4"])
    #expect(command.code == 0, "\(command.talk)")
    let words = command.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for part in [
      "best use of the units", "A call counts P1 4.00, any other 1 (stated with --weights)",
      "Proof: in every block", "n = 242 community calls",
    ] {
      #expect(words.contains(part), "\(part)")
    }
    let open = try Command(Self.friday + ["--units-total", "5", "--public"])
    #expect(open.code == 0)
    #expect(open.output.contains("assumption of this") && !open.output.contains("n = "))
  }

  /// Source of truth: the fewest: one unit keeps up in each district.
  @Test func `too few units are infeasible, with the number needed`() throws {
    let command = try Command(Self.friday + ["--units-total", "1"])
    #expect(command.code == 3)
    let words = command.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("No use of 1 unit keeps up everywhere: at least 2 units are needed"))
  }

  /// Source of truth: by hand: two districts, three watches of eight hours, seven days.
  @Test func `hours of units are divided over the week`() throws {
    let command = try Command([
      "require", "generic-two-districts", "--unit-hours", "1203", "--format", "csv", "--quiet",
    ])
    #expect(command.code == 0, "\(command.talk)")
    let rows = Self.rows(command.output)
    #expect(rows.count == 42)
    #expect(rows.compactMap { $0["units"].flatMap { Int($0) } }.reduce(0, +) == 150)
  }

  /// Source of truth: the help.
  @Test(arguments: [
    ["--units-total", "5"], ["--units-total", "5", "--watch", "day"],
    ["--objective", "calls-late"],
    ["--unit-hours", "9", "--units-total", "5", "--watch", "day", "--weekday", "fri"],
    ["--unit-hours", "99", "--late-after", "1:5"], ["--unit-hours=-1"], ["--watch", "day"],
    ["--unit-hours", "99", "--weights", "1:x"], ["--unit-hours", "99", "--weights", "12:1"],
    ["--curve", "--district", "1", "--unit-hours", "99"],
  ])
  func `what does not fit together is wrong usage`(options: [String]) throws {
    #expect(try Command(["require", "generic-two-districts"] + options).code == 64)
  }

  /// Source of truth: the names in the study.
  @Test(arguments: [
    ["--units-total", "5", "--watch", "dawn", "--weekday", "fri"],
    ["--unit-hours", "999", "--weekday", "x"],
  ])
  func `a name that the study does not have is bad input`(options: [String]) throws {
    let command = try Command(["require", "generic-two-districts", "--quiet"] + options)
    #expect(command.code == 2)
    #expect(command.talk.contains("use one of"))
  }
}
