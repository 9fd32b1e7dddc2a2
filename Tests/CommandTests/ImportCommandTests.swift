import Foundation
import TestSupport
import Testing

@Suite("The command import")
struct ImportCommandTests {
  static let header =
    "id,received,dispatched,enroute,arrived,cleared,priority,category,origin,district,beat,unit_count"
  static let rows = """
    a,2024-01-01T10:00:00,2024-01-01T10:05:00,,,2024-01-01T10:35:00,1,alarm,community,7,701,1
    b,2024-01-01T11:00:00,,,,,1,alarm,community,7,701,

    """

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func write(_ text: String, to url: URL) throws -> String {
    try Data(text.utf8).write(to: url)
    return url.path
  }

  @Test func `an export named twice is refused, under whatever name`() throws {
    try withFolder { folder in
      let file = try write(Self.header + "\n" + Self.rows, to: folder.appending(path: "calls.csv"))
      let again = folder.appending(path: "again.csv")
      try FileManager.default.createSymbolicLink(
        at: again, withDestinationURL: URL(filePath: file))
      let command = try Command(["import", file, again.path, "--profile", "canonical"])
      #expect(command.code == 2)
      #expect(command.talk.contains("E128"))
    }
  }

  @Test func `an export without rows leaves every file as it was`() throws {
    try withFolder { folder in
      let empty = try write(Self.header + "\n", to: folder.appending(path: "empty.csv"))
      let target = try write("as it was\n", to: folder.appending(path: "out.csv"))
      #expect(try Command(["import", empty, "--profile", "canonical", "-o", target]).code == 2)
      #expect(try String(contentsOfFile: target, encoding: .utf8) == "as it was\n")
      let store = folder.appending(path: "calls.sqlite").path
      #expect(try Command(["import", empty, "--profile", "canonical", "--into", store]).code == 2)
      #expect(!FileManager.default.fileExists(atPath: store))
    }
  }

  @Test(arguments: ["import", "doctor"])
  func `telephone numbers in a mapped column are refused by every reading`(name: String) throws {
    try withFolder { folder in
      let rows = (0..<30).map {
        "\($0),2024-01-01T10:00:00,,,,,1,312-555-01\(10 + $0),community,7,701,1\n"
      }
      let file = try write(
        Self.header + "\n" + rows.joined(), to: folder.appending(path: "calls.csv"))
      let command = try Command([name, file, "--profile", "canonical"])
      #expect(command.code == 2)
      #expect(command.talk.contains("E141"))
      #expect(!command.output.contains("312-555"))
    }
  }

  @Test func `what the canonical columns cannot hold is counted when they are written`() throws {
    try withFolder { folder in
      let header = "id,received,dispatched,cleared,unit,officer_count,outcome,category"
      let file = try write(
        header + """

          a,2024-01-01T10:00:00,2024-01-01T10:05:00,2024-01-01T10:35:00,U1,2,served,alarm
          a,2024-01-01T10:00:00,2024-01-01T10:06:00,2024-01-01T10:36:00,u1,2,served,alarm
          b,2024-01-01T11:00:00,,,,,cancelled,alarm

          """, to: folder.appending(path: "units.csv"))
      let profile = try write(
        """
        name: units
        grain: unit
        columns: {id: id, received: received, dispatched: dispatched, cleared: cleared, unit: unit,
          disposition: outcome, category: category}
        times: {formats: ["yyyy-MM-dd'T'HH:mm:ss"]}
        outcomes: {served: [served], cancelled: [cancelled]}
        """, to: folder.appending(path: "units.yaml"))
      let target = folder.appending(path: "out.csv").path
      let command = try Command([
        "import", file, "--profile", profile, "-o", target, "--format", "csv",
      ])
      #expect(command.code == 0, "\(command.talk)")
      #expect(command.output.contains("canonical profile cannot hold"))
      let written = try String(contentsOfFile: target, encoding: .utf8)
      #expect(written.split(separator: "\n").count == 3)
    }
  }

  @Test func `a disposition that the profile does not list is counted`() throws {
    try withFolder { folder in
      let file = try write(
        """
        id,received,what
        1,2024-01-01T10:00:00,done
        2,2024-01-01T10:00:00,VOID

        """, to: folder.appending(path: "calls.csv"))
      let profile = try write(
        """
        name: own
        columns: {id: id, received: received, disposition: what}
        times: {formats: ["yyyy-MM-dd'T'HH:mm:ss"]}
        outcomes: {served: [done]}
        """, to: folder.appending(path: "own.yaml"))
      let command = try Command(["import", file, "--profile", profile, "--format", "csv"])
      #expect(command.output.contains("unlisted disposition `VOID`,1"))
      #expect(!command.output.contains("done"))
    }
  }

  @Test func `a call in two imports of a store is told`() throws {
    try withFolder { folder in
      let text = Self.header + "\n" + Self.rows
      let first = try write(text, to: folder.appending(path: "january.csv"))
      let second = try write(
        text.replacing("a,2024", with: "c,2024"), to: folder.appending(path: "february.csv"))
      let store = folder.appending(path: "calls.sqlite").path
      let command = try Command(
        ["import", first, second, "--profile", "canonical", "--into", store, "--format", "csv"])
      #expect(command.code == 0, "\(command.talk)")
      #expect(command.output.contains("number of a call that an earlier file has too,1"))
    }
  }
}
