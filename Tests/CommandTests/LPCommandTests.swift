import Foundation
import TestSupport
import Testing

/// The subcommands of `lp`, run as a user would, on programs small enough to check by hand.
@Suite("Command lp")
struct LPCommandTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static let mix = """
    Maximize
     obj: 3 wheat + 2 barley + 5
    Subject To
     land: wheat + barley <= 100
     water: 2 wheat + barley <= 150
    Bounds
     barley <= 40
    End

    """

  private static let contradiction = """
    Minimize
     obj: x + y
    Subject To
     need: x + y >= 10
     cap: x <= 4
     other: y <= 5
     idle: x - y <= 100
    End

    """

  /// Source of truth: the two rows and the bound cross at wheat 55, barley 40.
  @Test func `solve prints one object of JSON with its proof`() throws {
    let command = try Command(["lp", "solve", try file("mix.lp", Self.mix), "--format", "json"])
    #expect(command.code == 0, "\(command.talk)")
    let page = try object(command.output)
    #expect(page["status"] as? String == "optimal")
    #expect(page["objective"] as? Double == 250)
    for key in ["primalResidual", "dualResidual", "gap", "solveSeconds"] {
      #expect(page[key] is Double, "\(key)")
    }
    #expect(page["iterations"] is Int)
    #expect(page["engine"] is String)
    #expect(page["rows"] as? Int == 2)
    #expect(page["columns"] as? Int == 2)
    #expect(page["nonzeros"] as? Int == 4)
  }

  /// Source of truth: as above; the prices solve 2 p(water) = 3 and 2 − p(water) = d(barley).
  @Test func `solve writes a solution that check confirms`() throws {
    let program = try file("mix.lp", Self.mix)
    let solution = folder.appending(path: "deeper/solution.csv").path
    let solve = try Command(["lp", "solve", program, "--write-solution", solution])
    #expect(solve.code == 0, "\(solve.talk)")
    #expect(solve.output.contains("optimal, proven"))
    let lines = try String(contentsOfFile: solution, encoding: .utf8)
    #expect(
      lines == """
        kind,name,value,dual
        column,wheat,55.0,0.0
        column,barley,40.0,0.5
        row,land,95.0,0.0
        row,water,150.0,1.5

        """)
    let check = try Command(["lp", "check", program, "--solution", solution, "--format", "json"])
    #expect(check.code == 0, "\(check.talk)")
    #expect(try object(check.output)["status"] as? String == "optimal")
  }

  /// Source of truth: each change makes the solution above wrong in one figure.
  @Test(arguments: [
    ("wheat,55.0", "wheat,56.0", "primalResidual"), ("wheat,55.0", "wheat,54.0", "gap"),
    ("water,150.0,1.5", "water,150.0,-1.5", "dualResidual"),
    ("land,95.0", "land,90.0", "activityResidual"),
    ("barley,40.0,0.5", "barley,40.0,0.25", "reducedCostResidual"),
  ])
  func `check fails on a wrong solution`(right: String, wrong: String, figure: String) throws {
    let text = """
      kind,name,value,dual
      column,wheat,55.0,0.0
      column,barley,40.0,0.5
      row,land,95.0,0.0
      row,water,150.0,1.5

      """.replacing(right, with: wrong)
    let solution = try file("solution.csv", text)
    let command = try Command([
      "lp", "check", try file("mix.lp", Self.mix), "--solution", solution, "--format", "json",
    ])
    #expect(command.code == 1, "\(command.talk)")
    let page = try object(command.output)
    #expect(page["status"] as? String == "failed")
    #expect((page[figure] as? Double ?? .infinity) > 1e-3, "\(page)")
  }

  /// Source of truth: the line at fault was put there by hand.
  @Test(arguments: [
    ("kind,name,value\n", 1, "the header"), ("kind,name,value,dual\ncolumn,rye,1,0\n", 2, "rye"),
    ("kind,name,value,dual\ncolumn,wheat,1,0\ncolumn,wheat,1,0\n", 3, "twice"),
    ("kind,name,value,dual\nrow,land,many,0\n", 2, "no number"),
    ("kind,name,value,dual\ncolumn,wheat,1,0\n", 2, "barley is missing"),
  ])
  func `check refuses what is no solution`(text: String, line: Int, words: String) throws {
    let solution = try file("solution.csv", text)
    let command = try Command([
      "lp", "check", try file("mix.lp", Self.mix), "--solution", solution,
    ])
    #expect(command.code == 2)
    #expect(
      command.talk.contains("error[E304]") && command.talk.contains("solution.csv:\(line)\n"),
      "\(command.talk)")
    #expect(command.talk.contains(words), "\(command.talk)")
  }

  /// Source of truth: at most 4 + 5 of the 10 needed; `idle` has no part in it.
  @Test func `an infeasible program is proven so and explained`() throws {
    let program = try file("contradiction.lp", Self.contradiction)
    let solve = try Command(["lp", "solve", program, "--format", "json"])
    #expect(solve.code == 3)
    let page = try object(solve.output)
    #expect(page["status"] as? String == "infeasible")
    #expect(page["objective"] is NSNull)
    #expect(page["gap"] is NSNull)
    let rows = (page["conflictingRows"] as? [[String: Any]] ?? []).compactMap {
      $0["name"] as? String
    }
    #expect(rows == ["need", "cap", "other"])
    let iis = try Command(["lp", "iis", program, "--format", "json"])
    #expect(iis.code == 0, "\(iis.talk)")
    let set = try object(iis.output)
    #expect(set["irreducible"] as? Bool == true)
    let members = (set["members"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
    #expect(members == ["need", "cap", "other"])
    #expect((set["relaxation"] as? [String: Any])?["cost"] as? Double == 1)
  }

  @Test func `iis says when nothing contradicts`() throws {
    let command = try Command(["lp", "iis", try file("mix.lp", Self.mix)])
    #expect(command.code == 0)
    #expect(command.output.contains("feasible; nothing contradicts"))
  }

  /// Source of truth: wheat may cost from 0 (below it, less of it is better) to 4 (beyond, 2 wheat
  /// for each barley pay less than wheat alone); land has a slack of 5.
  @Test func `range tells how far costs may move`() throws {
    let command = try Command(["lp", "range", try file("mix.lp", Self.mix), "--format", "json"])
    #expect(command.code == 0, "\(command.talk)")
    let page = try object(command.output)
    let costs = try #require(page["costs"] as? [[String: Any]])
    #expect(costs[0]["name"] as? String == "wheat")
    #expect(costs[0]["lower"] as? Double == 0)
    #expect(costs[0]["upper"] as? Double == 4)
    let ends = try #require(page["ends"] as? [[String: Any]])
    #expect(ends.first { $0["name"] as? String == "water" }?["price"] as? Double == 1.5)
  }

  @Test func `an unbounded program exits with 5`() throws {
    let program = try file("up.lp", "Maximize\n x\nSubject To\n r: x - y <= 1\nEnd\n")
    let command = try Command(["lp", "solve", program, "--format", "json"])
    #expect(command.code == 5)
    #expect(try object(command.output)["status"] as? String == "unbounded")
    #expect(try Command(["lp", "range", program]).code == 5)
  }

  @Test func `a limit exits with 4`() throws {
    let command = try Command([
      "lp", "solve", try file("mix.lp", Self.mix), "--iteration-limit", "0", "--no-presolve",
      "--engine", "dual", "--format", "json",
    ])
    #expect(command.code == 4)
    #expect(try object(command.output)["status"] as? String == "limit")
  }

  /// Source of truth: the place at fault was put there by hand.
  @Test(arguments: [
    ("a.lp", "Minimize\n x\nSubject To\n x <= y\nEnd\n", "a.lp:4:7"),
    ("a.mps", "NAME a\nROWS\n N c\n X r\nENDATA\n", "a.mps:4:2"),
    ("a.txt", "min x\nst\n x >= 1 1\nend", "a.txt:3:9"),
    ("a.mps", "", "a.mps:1"),
  ])
  func `a malformed file is refused with its place`(
    name: String, text: String, place: String
  ) throws {
    let command = try Command(["lp", "solve", try file(name, text)])
    #expect(command.code == 2)
    #expect(command.talk.contains(place), "\(command.talk)")
    #expect(command.talk.contains("help: "))
    #expect(command.output.isEmpty)
  }

  @Test func `a missing file and wrong usage are told apart`() throws {
    #expect(try Command(["lp", "solve", folder.appending(path: "no.mps").path]).code == 2)
    #expect(try Command(["lp", "solve"]).code == 64)
    let file = try file("mix.lp", Self.mix)
    #expect(try Command(["lp", "solve", file, "--time-limit", "-1"]).code == 64)
    #expect(try Command(["lp", "solve", file, "--engine", "magic"]).code == 64)
  }

  /// Source of truth: the program is the same in every file.
  @Test func `convert goes to MPS and back, and compressed files are read`() throws {
    let program = try file("mix.lp", Self.mix)
    let mps = folder.appending(path: "mix.mps").path
    let back = folder.appending(path: "back.lp").path
    #expect(try Command(["lp", "convert", program, mps]).code == 0)
    #expect(try Command(["lp", "convert", mps, back]).code == 0)
    #expect(try String(contentsOfFile: back, encoding: .utf8) == Self.mix)
    #expect(
      try Command(["lp", "convert", program, folder.appending(path: "x.txt").path]).code == 2)
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/bin/gzip")
    gzip.arguments = ["-k", mps]
    try gzip.run()
    gzip.waitUntilExit()
    let command = try Command(["lp", "solve", mps + ".gz", "--format", "json"])
    #expect(try object(command.output)["objective"] as? Double == 250)
  }

  /// Source of truth: the relaxation of x ≤ 2.5, x integer.
  @Test func `integers are relaxed, and that is said`() throws {
    let program = try file("whole.lp", "max x\nst\n r: 2 x <= 5\ngeneral\n x\nend\n")
    let command = try Command(["lp", "solve", program, "--format", "json"])
    let page = try object(command.output)
    #expect(page["objective"] as? Double == 2.5)
    #expect(page["integers"] as? Int == 1)
    #expect((page["notes"] as? [String])?.first?.contains("relaxed") == true)
  }

  @Test(arguments: ["solve", "check", "iis", "range", "convert"])
  func `every subcommand shows an example`(name: String) throws {
    let command = try Command(["lp", name, "--help"])
    #expect(command.code == 0)
    #expect(command.output.contains("rollcall lp \(name)"))
  }
}
