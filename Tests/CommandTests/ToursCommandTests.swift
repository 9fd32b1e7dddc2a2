import Foundation
import Testing

/// Schedules, as a user asks for them.
@Suite("Schedules, by command")
struct ToursCommandTests {
  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `the list names the study's own schedule first`() throws {
    let command = try Command([
      "tours", "list", "--study", "generic-two-districts", "--format", "csv",
    ])
    #expect(command.code == 0, "\(command.talk)")
    let lines = command.output.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.dropFirst().first?.hasPrefix("own,") == true)
    #expect(command.output.contains("chicago-10.5"))
  }

  /// Source of truth: published: paid hours of E02-02.
  @Test func `schedules stand side by side without a study`() throws {
    let command = try Command(["tours", "compare", "chicago-9.0", "chicago-10.5"])
    #expect(command.code == 0, "\(command.talk)")
    #expect(words(command.output).contains("paid hours a year 2,068.3 2,085.7"))
    #expect(!command.output.contains("officers that cover every hour"))
  }

  @Test func `with a study they are fitted to its demand`() throws {
    let command = try Command([
      "tours", "compare", "own", "chicago-10.5", "--study", "generic-two-districts",
      "--district", "1", "--quiet",
    ])
    #expect(command.code == 0, "\(command.talk)")
    for part in [
      "officers that cover every hour", "uncovered officer-hours a week", "vehicles needed then",
      "span kept, share of tours", "cost of covering every hour", "District 1",
    ] {
      #expect(words(command.output).contains(part), "\(part)")
    }
    let stages = try Command([
      "tours", "compare", "own", "--study", "generic-two-districts", "--table", "tour-stages",
      "--format", "csv", "--quiet",
    ])
    #expect(stages.output.contains("verified: primal"))
  }

  @Test func `a schedule is shown by hour and day of the cycle`() throws {
    let command = try Command(["tours", "show", "chicago-9.0"])
    #expect(command.code == 0, "\(command.talk)")
    #expect(command.output.contains("1111––"))
    let json = try Command(["tours", "show", "chicago-9.0", "--format", "json"])
    #expect((try JSONSerialization.jsonObject(with: Data(json.output.utf8))) is [String: Any])
  }

  @Test func `rotations of teams are shown with their check`() throws {
    let command = try Command(["tours", "teams", "61-63-65"])
    #expect(command.code == 0, "\(command.talk)")
    #expect(words(command.output).contains("61-62 E B C F A, D"))
    #expect(command.output.contains("covered each day by exactly one team"))
  }

  @Test func `wrong names and wrong options are told`() throws {
    let name = try Command(["tours", "compare", "chicago-9.1"])
    #expect(name.code == 2)
    #expect(name.talk.contains("did you mean `chicago-9.0`?"))
    #expect(try Command(["tours", "compare"]).code == 64)
    #expect(try Command(["tours", "compare", "four-tens", "--district", "1"]).code == 64)
    let district = try Command([
      "tours", "compare", "--study", "generic-two-districts", "--district", "9", "--quiet",
    ])
    #expect(district.code == 2)
    #expect(district.talk.contains("there is no district `9`"))
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "Schedules"), withIntermediateDirectories: true)
    for table in ["schedules", "tours", "teams"] {
      try Data("schedule,rotation,cycle,groups,first_days,start\nbad,bad,12,A,0,noon\n".utf8)
        .write(to: folder.appending(path: "Schedules/\(table).csv"))
    }
    let broken = try Command(["tours", "list"], environment: ["ROLLCALL_DATA": folder.path])
    #expect(broken.code == 2)
    #expect(broken.talk.contains("E175"))
  }
}
