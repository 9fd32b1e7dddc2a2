import Foundation
import Rollcall
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

@Suite("Command: import into a store, and query")
struct StoreCommandTests {
  private static let header =
    "id,received,dispatched,enroute,arrived,cleared,priority,category,origin,district,beat,unit_count"

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// Writes an export of `count` calls, one every seven minutes.
  private func export(_ count: Int, from first: Int = 0, to url: URL) throws -> String {
    var text = Self.header + "\n"
    for number in first..<first + count {
      let received = LocalTime(seconds: 1_700_000_000 + number * 420)
      let dispatched = received.advanced(bySeconds: 60 + number % 7 * 60)
      let cleared =
        number % 5 == 0 ? "" : "\(dispatched.advanced(bySeconds: 1200 + number % 11 * 60))"
      text += "E\(number),\(received),\(dispatched),,\(number % 2 == 0 ? "" : "\(dispatched)"),"
      text += "\(cleared),\(number % 4 + 1),kind \(number % 3),"
      text += "\(number % 6 == 0 ? "officer" : "community"),\(number % 5),\(number % 50),1\n"
    }
    try Data(text.utf8).write(to: url)
    return url.path
  }

  private func count(_ store: String) throws -> String {
    try Command(["query", store, "--sql", "SELECT count(*) FROM calls", "--format", "csv"]).output
  }

  @Test func `an import into a store, then the same again, then a new month`() throws {
    try withFolder { folder in
      let store = folder.appending(path: "calls.sqlite").path
      let first = try export(200, to: folder.appending(path: "1.csv"))
      let second = try export(100, from: 200, to: folder.appending(path: "2.csv"))
      let made = try Command(["import", first, "--into", store, "--progress", "plain"])
      #expect(made.code == 0, "\(made.talk)")
      #expect(made.talk.contains("profile canonical") && made.talk.contains("reading 1.csv"))
      let again = try Command(["import", first, "--into", store, "--progress", "plain"])
      #expect(again.code == 0 && !again.talk.contains("reading"))
      #expect(again.output == made.output)
      let more = try Command([
        "import", first, second, "--into", store, "--progress", "plain",
      ])
      #expect(more.talk.contains("reading 2.csv") && !more.talk.contains("reading 1.csv"))
      #expect(try count(store) == "count(*)\n300\n")
      _ = try export(50, to: folder.appending(path: "1.csv"))
      let changed = try Command(["import", first, "--into", store])
      #expect(changed.code == 2 && changed.talk.contains("--replace"))
      #expect(try count(store) == "count(*)\n300\n")
      #expect(try Command(["import", first, "--into", store, "--replace"]).code == 0)
      #expect(try count(store) == "count(*)\n150\n")
    }
  }

  /// Source of truth: constructed: the process is killed in the middle, as by a power cut.
  @Test(arguments: [false, true])
  func `a killed import leaves the store as it was, and can be done again`(isThere: Bool) throws {
    try withFolder { folder in
      let store = folder.appending(path: "calls.sqlite")
      if isThere {
        let small = try export(100, to: folder.appending(path: "small.csv"))
        #expect(
          try Command(["import", small, "--profile", "canonical", "--into", store.path]).code == 0)
      }
      let before = try? Data(contentsOf: store)
      let large = try export(120_000, from: 100, to: folder.appending(path: "large.csv"))
      let wasKilled = try kill(
        ["import", large, "--profile", "canonical", "--into", store.path], in: folder)
      #expect(wasKilled, "the import was done before it could be killed")
      #expect((try? Data(contentsOf: store)) == before)
      if isThere { #expect(try count(store.path) == "count(*)\n100\n") }
      let again = try Command(["import", large, "--profile", "canonical", "--into", store.path])
      #expect(again.code == 0, "\(again.talk)")
      #expect(try count(store.path) == "count(*)\n\(isThere ? 120_100 : 120_000)\n")
    }
  }

  /// Starts the command and kills it as soon as it has written half a megabyte.
  private func kill(_ arguments: [String], in folder: URL) throws -> Bool {
    let process = Process()
    process.executableURL = Command.executable
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning {
      let files = try FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)
      let isWriting = files.contains { file in
        guard file.lastPathComponent.contains(".new-") || file.path.hasSuffix("-wal") else {
          return false
        }
        let size = try? FileManager.default.attributesOfItem(atPath: file.path)[.size]
        return ((size as? NSNumber)?.intValue ?? 0) > 500_000
      }
      if isWriting { Self.killNow(process.processIdentifier) }
      usleep(1000)
    }
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  private static func killNow(_ process: Int32) {
    #if canImport(Glibc)
    _ = Glibc.kill(process, SIGKILL)
    #elseif canImport(Musl)
    _ = Musl.kill(process, SIGKILL)
    #else
    _ = Darwin.kill(process, SIGKILL)
    #endif
  }

  /// Source of truth: constructed: both are done, one after the other.
  @Test func `two imports at once are both done`() throws {
    try withFolder { folder in
      let store = folder.appending(path: "calls.sqlite").path
      let files = [
        try export(20_000, to: folder.appending(path: "1.csv")),
        try export(20_000, from: 20_000, to: folder.appending(path: "2.csv")),
      ]
      let runs = try files.map { file in
        let process = Process()
        process.executableURL = Command.executable
        process.arguments = ["import", file, "--profile", "canonical", "--into", store, "--quiet"]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        return process
      }
      for run in runs { run.waitUntilExit() }
      #expect(runs.map(\.terminationStatus) == [0, 0])
      #expect(try count(store) == "count(*)\n40000\n")
    }
  }

  @Test func `a store answers every named query`() throws {
    try withFolder { folder in
      let store = folder.appending(path: "calls.sqlite").path
      let file = try export(400, to: folder.appending(path: "1.csv"))
      #expect(try Command(["import", file, "--profile", "canonical", "--into", store]).code == 0)
      var page = ""
      for name in ReferenceData.queryNames {
        let parameters =
          ["long-calls": ["--hours", "0.4", "--limit=3"], "busiest-hours": ["--limit", "2"]][name]
          ?? []
        let answer = try Command(["query", store, name, "--format", "markdown"] + parameters)
        #expect(answer.code == 0, "\(name): \(answer.talk)")
        page += "## \(name)\n\n\(answer.output)\n"
      }
      #expect(ReferenceData.queryNames.count >= 8)
      try expectGolden(page, "queries.md")
    }
  }

  /// Source of truth: by hand: of 400 calls every fifth is in district 2, of these every fourth is
  /// of priority 3.
  @Test func `parameters choose calls`() throws {
    try withFolder { folder in
      let store = folder.appending(path: "calls.sqlite").path
      let file = try export(400, to: folder.appending(path: "1.csv"))
      #expect(try Command(["import", file, "--profile", "canonical", "--into", store]).code == 0)
      let answer = try Command([
        "query", store, "calls-by-district", "--district", "2", "--priority=3", "--format", "csv",
      ])
      #expect(answer.output.split(separator: "\n").last?.hasPrefix("2,20,") == true)
      let wrong = try Command(["query", store, "calls-by-district", "--distrct", "2"])
      #expect(wrong.code == 2 && wrong.talk.contains("`district`"))
      let unknown = try Command(["query", store, "calls-by-houre"])
      #expect(unknown.code == 2 && unknown.talk.contains("`calls-by-hour`"))
      let none = try Command([
        "query", store, "calls-by-district", "--district", "' OR 1=1 --", "--format", "csv",
      ])
      #expect(none.output.split(separator: "\n").count == 1)
    }
  }

  @Test func `a study is asked by its name`() throws {
    try withFolder { folder in
      let answer = try Command(
        [
          "query", "generic-two-districts", "--sql", "SELECT count(*) FROM calls", "--format",
          "csv",
        ], environment: ["ROLLCALL_CACHE": folder.path])
      #expect(answer.output == "count(*)\n300\n", "\(answer.talk)")
      let list = try Command(["query", "generic-two-districts", "--list"])
      #expect(list.output.contains("calls-by-hour") && list.output.contains("--district text"))
    }
  }

  @Test func `a query that would write is bad input`() throws {
    try withFolder { folder in
      let store = folder.appending(path: "calls.sqlite").path
      let file = try export(10, to: folder.appending(path: "1.csv"))
      #expect(try Command(["import", file, "--profile", "canonical", "--into", store]).code == 0)
      let answer = try Command(["query", store, "--sql", "DELETE FROM calls"])
      #expect(answer.code == 2 && answer.talk.contains("E166"))
      let gone = try Command(["query", folder.appending(path: "no.sqlite").path, "calls-by-hour"])
      #expect(gone.code == 2 && gone.talk.contains("--into"))
    }
  }

  /// Source of truth: constructed: the same bytes through a pipe.
  @Test func `standard input is an export`() throws {
    try withFolder { folder in
      let file = try export(30, to: folder.appending(path: "1.csv"))
      let store = folder.appending(path: "calls.sqlite").path
      let process = Process()
      process.executableURL = Command.executable
      process.arguments = ["import", "-", "--profile", "canonical", "--into", store, "--quiet"]
      process.standardInput = try FileHandle(forReadingFrom: URL(filePath: file))
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(try count(store) == "count(*)\n30\n")
    }
  }
}
