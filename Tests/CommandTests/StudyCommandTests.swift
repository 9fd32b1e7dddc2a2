import Foundation
import Rollcall
import TestSupport
import Testing

@Suite("Commands that start and check a study")
struct StudyCommandTests {
  private func place() -> URL {
    FileManager.default.temporaryDirectory.appending(path: "rollcall-init-\(UUID().uuidString)")
  }

  @Test func `a study is started from the template and is right at once`() throws {
    let folder = place()
    defer { try? FileManager.default.removeItem(at: folder) }
    let command = try Command(["init", folder.path])
    #expect(command.code == 0 && command.output.contains("files"), "\(command.talk)")
    #expect(command.talk.contains("README.md") && command.talk.contains("validate"))
    #expect(try Command(["validate", folder.path]).code == 0)
    let strict = try Command(["validate", folder.path, "--strict"])
    #expect(
      strict.code == 1 && strict.output.contains("error[W293]")
        && strict.output.contains("rules.csv:2:7\n"))
    let json = try Command(["validate", folder.path, "--strict", "--format", "json"])
    #expect((try? JSONSerialization.jsonObject(with: Data(json.output.utf8))) != nil)
  }

  @Test func `a folder that holds anything is left alone`() throws {
    let folder = place()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "notes.txt")
    try Data("mine".utf8).write(to: file)
    for arguments in [["init", folder.path], ["init", folder.path, "--force"]] {
      let command = try Command(arguments)
      #expect(command.code == 2 && command.talk.contains("E096"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["notes.txt"])
    }
    try FileManager.default.removeItem(at: file)
    #expect(try Command(["init", folder.path]).code == 0)
    let table = folder.appending(path: "budget.csv")
    try Data("changed".utf8).write(to: table)
    #expect(try Command(["init", folder.path]).code == 2)
    #expect(try String(contentsOf: table, encoding: .utf8) == "changed")
    #expect(try Command(["init", folder.path, "--force"]).code == 0)
    #expect(try String(contentsOf: table, encoding: .utf8).hasPrefix("item,"))
    #expect(try Command(["init", folder.path, "--template", "paris"]).code == 64)
  }

  @Test func `schemas are written for editors`() throws {
    let folder = place()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Command(["schema", "--output", folder.path]).code == 0)
    let text = try String(
      contentsOf: folder.appending(path: "tables/strength.schema.json"), encoding: .utf8)
    #expect(try Command(["schema", "strength"]).output == text)
    let bundled = try #require(ReferenceData.schema("tables/strength"))
    #expect(try String(contentsOfFile: bundled, encoding: .utf8) == text)
    #expect(try Command(["schema", "nonsense"]).code == 64)
  }
}
