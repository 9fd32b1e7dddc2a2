import Foundation
import PlanningFiles
import Testing

@Suite("Table")
struct TableTests {
  private func table(_ text: String) throws(FileError) -> Table {
    try Table(.bytes(Array(text.utf8), name: "districts.csv"))
  }

  @Test func `rows carry their line and as many fields as the header`() throws {
    let table = try table("district,name\n001,\"Central,\nSouth\"\n002,Wentworth\n")
    #expect(table.header == ["district", "name"])
    #expect(table.rows.map(\.line) == [2, 4])
    #expect(table.rows.map(\.fields) == [["001", "Central,\nSouth"], ["002", "Wentworth"]])
  }

  @Test func `every ragged row is an issue with its line`() throws {
    let error = try #require(throws: FileError.self) { try table("a,b\n1\n1,2\n1,2,3\n") }
    #expect(error.issues.map(\.line) == [2, 4])
    #expect(error.issues.allSatisfy { $0.code == "E106" && $0.file == "districts.csv" })
    #expect(error.description.hasPrefix("error[E106]: the row has 1 fields"))
  }

  @Test func `two columns of one name are an error`() throws {
    let error = try #require(throws: FileError.self) { try table("a,b,a\n1,2,3\n") }
    #expect(error.issues.map(\.code) == ["E110"])
  }

  @Test func `a missing file and a folder are errors`() throws {
    let missing = try #require(throws: FileError.self) {
      try Table(contentsOf: "no-such-folder/no-such-file.csv")
    }
    #expect(missing.issues.map(\.code) == ["E101"])
    let folder = try #require(throws: FileError.self) {
      try Table(contentsOf: FileManager.default.temporaryDirectory.path)
    }
    #expect(folder.issues.map(\.code) == ["E102"])
  }

  @Test func `a file is read like the same bytes in memory`() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "rollcall-table-\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var text = "number,square\n"
    for number in 0..<50_000 { text += "\(number),\(number * number)\n" }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let table = try Table(contentsOf: path)
    #expect(table.rows.count == 50_000)
    #expect(table.rows.last?.fields == ["49999", "2499900001"])
    #expect(table.rows.last?.line == 50_001)
  }
}
