import Foundation
import Rollcall
import TestSupport
import Testing

@Suite("Command: what may be made public")
struct PublicCommandTests {
  /// An export of four domestic calls among others, in a folder of its own.
  private func withExport(_ body: (String, URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var text =
      "id,received,dispatched,enroute,arrived,cleared,priority,category,origin,district,beat,"
      + "unit_count\n"
    var number = 0
    for (kind, count) in [("theft", 60), ("domestic", 4), ("alarm", 15)] {
      for _ in 0..<count {
        number += 1
        let stamp = "2025-03-05T1\(number % 8):"
        text += "\(number),\(stamp)00:00,\(stamp)01:00,,\(stamp)05:00,\(stamp)31:00,"
        text += "\(1 + number % 2),\(kind),community,1,11,1\n"
      }
    }
    let file = folder.appending(path: "calls.csv")
    try Data(text.utf8).write(to: file)
    try body(file.path, folder)
  }

  /// Source of truth: by hand: 4 goes, with the smallest count of ten or more, 15.
  @Test func `a named query withholds, a free one is refused`() throws {
    try withExport { export, folder in
      let store = folder.appending(path: "calls.sqlite").path
      #expect(try Command(["import", export, "--profile", "canonical", "--into", store]).code == 0)
      let shown = try Command([
        "query", store, "calls-by-category", "--public", "--format", "csv",
      ])
      #expect(shown.code == 0, "\(shown.talk)")
      let rows = shown.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
      #expect(rows.map { $0[0] } == ["theft", "alarm", "domestic"])
      #expect(rows.map { $0[2] } == ["60", "withheld", "withheld"])
      let free = try Command(["query", store, "--public", "--sql", "SELECT count(*) FROM calls"])
      #expect(free.code == 64 && free.talk.contains("free statement") && free.output.isEmpty)
      let single = try Command(["query", store, "long-calls", "--hours", "0", "--public"])
      #expect(single.code == 2 && single.talk.contains("E185") && single.output.isEmpty)
      for name in ReferenceData.queryNames where name != "long-calls" {
        let answer = try Command(["query", store, name, "--public"])
        #expect(answer.code == 0, "\(name): \(answer.talk)")
      }
    }
  }

  /// Source of truth: by hand, as above.
  @Test(arguments: ["table", "json", "html"])
  func `a report on data withholds types`(format: String) throws {
    try withExport { export, _ in
      let arguments = ["doctor", export, "--profile", "canonical", "--format", format]
      let open = try Command(arguments)
      let shown = try Command(arguments + ["--public"])
      #expect(open.code == shown.code)
      #expect(open.output.contains("domestic"))
      #expect(!shown.output.contains("domestic"))
      #expect(shown.output.contains("withheld: 2"))
    }
  }

  /// Source of truth: the whole run: one table printed by itself is withheld as it is in the run.
  @Test func `a table printed alone is that of the whole run`() throws {
    let study = ["generic-two-districts", "--public", "--quiet", "--format", "csv", "--table"]
    let types = try Command(["workload"] + study + ["calls-by-category"])
    #expect(types.code == 0, "\(types.talk)")
    #expect(types.output.contains("domestic,officer,withheld"))
    let again = try Command(["run", "--no-prices"] + study + ["calls-by-category"])
    #expect(again.output == types.output)
  }
}
