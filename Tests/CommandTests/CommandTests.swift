import Foundation
import Rollcall
import TestSupport
import Testing

@Suite("Command")
struct CommandTests {
  private func temporary(_ name: String, _ text: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private static let header =
    "id,received,dispatched,enroute,arrived,cleared,priority,category,origin,district,beat,unit_count"

  @Test func `help leads with examples and exit codes`() throws {
    let command = try Command(["--help"])
    #expect(command.code == 0)
    for word in ["EXAMPLES", "EXIT CODES", "run", "import", "validate", "synthesize"] {
      #expect(command.output.contains(word))
    }
  }

  @Test func `wrong usage exits with 64`() throws {
    #expect(try Command(["run"]).code == 64)
    #expect(try Command(["fly"]).code == 64)
  }

  @Test func `data goes to standard output and talk to standard error`() throws {
    let command = try Command([
      "run", "generic-two-districts", "--no-prices", "--progress", "plain",
    ])
    #expect(command.code == 0, "\(command.talk)")
    #expect(command.output.contains("Staffing by bureau"))
    #expect(!command.output.contains("rollcall: "))
    #expect(command.talk.contains("rollcall: allocation"))
  }

  @Test(arguments: ["json", "csv"])
  func `prints a table for programs`(format: String) throws {
    let command = try Command([
      "require", "generic-two-districts", "--format", format, "--table", "districts-by-watch",
      "--quiet",
    ])
    #expect(command.code == 0)
    #expect(command.talk == "" || !command.talk.contains("rollcall: "))
    if format == "json" {
      let page = try JSONSerialization.jsonObject(with: Data(command.output.utf8))
      #expect((page as? [String: Any])?["tables"] != nil)
    } else {
      #expect(command.output.hasPrefix("district,district_name,watch"))
    }
  }

  @Test func `an unknown table is refused with the names of those there are`() throws {
    let command = try Command(["workload", "generic-two-districts", "--table", "nonsense"])
    #expect(command.code == 64)
    #expect(command.talk.contains("calls-by-category"))
  }

  @Test func `a study that is not there is bad input`() throws {
    let command = try Command(["run", "no-such-study"])
    #expect(command.code == 2)
    #expect(command.talk.contains("no-such-study"))
    #expect(command.talk.contains("generic-two-districts"))
  }

  @Test func `a folder in the place of an output file is left alone`() throws {
    let file = try temporary(
      "calls.csv", Self.header + "\n1,2024-01-01T10:00:00,,,,,1,alarm,community,1,101,\n")
    let folder = URL(filePath: file).deletingLastPathComponent().path
    let command = try Command(["import", file, "--profile", "canonical", "-o", folder])
    #expect(command.code == 2)
    #expect(command.talk.contains("folder"))
    #expect(FileManager.default.fileExists(atPath: file))
  }

  @Test func `an export is never overwritten by its own import`() throws {
    let file = try temporary("calls.csv", Self.header + "\n1,2024-01-01T10:00:00,,,,,,,,,,\n")
    let before = try String(contentsOfFile: file, encoding: .utf8)
    let command = try Command(["import", file, "--profile", "canonical", "-o", file])
    #expect(command.code == 2)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == before)
  }

  /// A copy of the small study with one text of one file replaced.
  private func study(_ file: String, _ old: String, _ new: String) throws -> URL {
    let manager = FileManager.default
    let copy = manager.temporaryDirectory.appending(path: UUID().uuidString)
    let bundled = try #require(ReferenceData.study("generic-two-districts"))
    try manager.copyItem(atPath: bundled, toPath: copy.path)
    let place = copy.appending(path: file)
    let text = try String(contentsOf: place, encoding: .utf8)
    #expect(text.contains(old))
    try Data(text.replacing(old, with: new).utf8).write(to: place)
    return copy
  }

  @Test func `a period without any call of the export is bad input`() throws {
    let copy = try study(
      "study.yaml", "from: 2025-03-03, through: 2025-03-16",
      "from: 2024-03-03, through: 2024-03-16")
    defer { try? FileManager.default.removeItem(at: copy) }
    let command = try Command(["run", copy.path])
    #expect(command.code == 2)
    #expect(command.talk.contains("none of the 300 calls was received in the period"))
  }

  /// Source of truth: by hand: 22 calls on each of the two days that the period leaves out.
  @Test(arguments: [
    (
      "study.yaml", "from: 2025-03-03, through: 2025-03-16",
      "from: 2025-03-05, through: 2025-03-16",
      "44 of 300 calls were received outside the period"
    ),
    ("calls.csv", ",2,20", ",22,20", "name no district of the study"),
    ("calls.csv", "T1", " 1", "set aside"),
  ])
  func `calls that reach no need are told`(
    file: String, old: String, new: String, words: String
  ) throws {
    let copy = try study(file, old, new)
    defer { try? FileManager.default.removeItem(at: copy) }
    let command = try Command(["run", copy.path, "--no-prices", "--quiet"])
    #expect(command.code == 0)
    #expect(command.talk.contains(words), "\(command.talk)")
  }

  @Test func `a span of control of nothing is found by validate`() throws {
    let copy = try study("rules.csv", "span_of_control,10", "span_of_control,0")
    defer { try? FileManager.default.removeItem(at: copy) }
    let command = try Command(["validate", copy.path])
    #expect(command.code == 2)
    #expect(command.output.contains("rules.csv:2:2"))
  }

  /// Source of truth: results say what was computed, not from where it was called.
  @Test func `the path of a study does not reach its results`() throws {
    let copy = try study("study.yaml", "seed: 7", "seed: 7")
    defer { try? FileManager.default.removeItem(at: copy) }
    let command = try Command(["run", copy.path, "--no-prices", "--format", "json"])
    #expect(!command.output.contains(copy.lastPathComponent))
    let read = try Command(["workload", copy.path, "--table", "calls-read"])
    #expect(!read.output.contains(copy.lastPathComponent))
  }

  @Test func `a full disk behind standard output is not success`() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let tool =
      Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }?
      .deletingLastPathComponent() ?? Bundle.main.bundleURL
    process.arguments = [
      "-c",
      "'\(tool.appending(path: "rollcall").path)' run generic-two-districts --no-prices >/dev/full 2>/dev/null",
    ]
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
  }

  @Test func `a bundled study is valid`() throws {
    for study in ["chicago", "generic-two-districts"] {
      let command = try Command(["validate", study])
      #expect(command.code == 0, "\(command.output)")
    }
  }

  @Test func `a row without a time is set aside, listed, and makes the exit code 1`() throws {
    let file = try temporary(
      "calls.csv",
      Self.header + "\n1,2024-01-01T10:00:00,,,,,1,alarm,community,001,0111,\n2,,,,,,,,,,,\n")
    let command = try Command(["import", file, "--profile", "canonical"])
    #expect(command.code == 1)
    #expect(command.output.contains("set aside"))
    #expect(command.output.contains("3"))
  }

  @Test func `a missing file, an empty one and other columns are bad input with a remedy`() throws {
    let cases = [
      "/nowhere/calls.csv", try temporary("empty.csv", ""),
      try temporary("others.csv", "number;time\n1;2024-01-01T10:00:00\n"),
    ]
    for file in cases {
      let command = try Command(["import", file, "--profile", "canonical"])
      #expect(command.code == 2, "\(file)")
      #expect(command.talk.contains("help:"), "\(command.talk)")
    }
  }

  @Test func `semicolons and tabs are read though the profile says commas`() throws {
    for delimiter in [";", "\t"] {
      let file = try temporary(
        "delimited.csv",
        (Self.header + "\n1,2024-01-01T10:00:00,,,,,1,alarm,community,001,0111,\n")
          .replacing(",", with: delimiter))
      let command = try Command(["import", file, "--profile", "canonical"])
      #expect(command.code == 0, "\(command.talk)")
    }
  }

  @Test func `an export with a header alone is bad input`() throws {
    let file = try temporary("header.csv", Self.header + "\n")
    let command = try Command(["import", file, "--profile", "canonical"])
    #expect(command.code == 2)
    #expect(command.talk.contains("no rows"))
  }

  @Test func `an unknown profile names those there are`() throws {
    let command = try Command(["import", "/nowhere.csv", "--profile", "seatle-call-data"])
    #expect(command.code == 2)
    #expect(command.talk.contains("seattle-call-data"))
  }

  /// Source of truth: by hand: two calls in, the same two calls out, read again without loss.
  @Test func `writes calls in the canonical profile and reads them back`() throws {
    let file = try temporary(
      "calls.csv",
      Self.header + "\n1,2024-01-01T10:00:00,2024-01-01T10:01:00,,,2024-01-01T10:30:00,1,"
        + "\"alarm, fire\",community,001,0111,2\n")
    let copy = file + ".copy.csv"
    #expect(try Command(["import", file, "--profile", "canonical", "-o", copy]).code == 0)
    #expect(try Command(["import", copy, "--profile", "canonical"]).code == 0)
    #expect(
      try String(contentsOfFile: copy, encoding: .utf8)
        == String(contentsOfFile: file, encoding: .utf8))
  }

  /// Source of truth: the project's own agreement: equal input gives equal bytes, times aside.
  @Test func `two runs of one study differ in their times only`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let runs = ["first", "second"].map { folder.appending(path: $0) }
    for run in runs {
      #expect(try Command(["run", "generic-two-districts", "-o", run.path]).code == 0)
    }
    let names = try FileManager.default.subpathsOfDirectory(atPath: runs[0].path).sorted()
    #expect(try FileManager.default.subpathsOfDirectory(atPath: runs[1].path).sorted() == names)
    for name in names where name != "manifest.json" && name != "tables" {
      let first = try Data(contentsOf: runs[0].appending(path: name))
      let second = try Data(contentsOf: runs[1].appending(path: name))
      #expect(first == second, "\(name)")
    }
  }
}
