import Foundation
import TestSupport
import Testing

@Suite("Profile commands")
struct ProfileCommandTests {
  private static let data = [
    "ROLLCALL_DATA": SharedFiles.projectRoot.appending(path: "Data").path
  ]
  private static let seattle = SharedFiles.path("data/cad/seattle_call_data_sample_10k.csv.gz")
  private static let neighbours = SharedFiles.path(
    "data/cad/carrollton_tx_reporting_area_adjacency.csv")

  @Test func `list and show print the profiles`() throws {
    let list = try Command(["profile", "list", "--format", "csv"], environment: Self.data)
    #expect(list.code == 0)
    #expect(list.output.contains("superion-onesolution,status,template,yes,"))
    let shown = try Command(["profile", "show", "detroit"], environment: Self.data)
    #expect(shown.code == 0 && shown.output.hasPrefix("name: detroit\n"))
    let absent = try Command(["profile", "show", "nowhere"], environment: Self.data)
    #expect(absent.code == 2 && absent.talk.contains("E093"))
  }

  @Test(.enabled(if: SharedFiles.has("data/cad/seattle_call_data_sample_10k.csv.gz")))
  func `detect names the profile, or exits with 1 and says what the file is`() throws {
    let found = try Command(["profile", "detect", Self.seattle], environment: Self.data)
    #expect(found.code == 0)
    #expect(found.talk.contains("`seattle-call-data` reads this file"))
    let json = try Command(
      ["profile", "detect", Self.seattle, "--format", "json"], environment: Self.data)
    let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    #expect(parsed is [String: Any] || parsed is [Any])
    let other = try Command(["profile", "detect", Self.neighbours], environment: Self.data)
    #expect(other.code == 1)
    #expect(other.talk.contains("this is no export of calls: no column holds dates or times"))
    let none = try Command(["profile", "detect", "no-such-file.csv"], environment: Self.data)
    #expect(none.code == 2 && none.talk.contains("E101"))
  }

  @Test(.enabled(if: SharedFiles.has("data/cad/seattle_call_data_sample_10k.csv.gz")))
  func `new writes a profile that imports its own file, and replaces none`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "mine.yaml").path
    let made = try Command(["profile", "new", Self.seattle, "-o", path])
    #expect(made.code == 0 && made.talk.contains("decide: priorities"))
    let read = try Command(["import", Self.seattle, "--profile", path, "--format", "csv"])
    #expect(read.code == 0 && read.output.contains("rows,used,10000"))
    let again = try Command(["profile", "new", Self.seattle, "-o", path])
    #expect(again.code == 2 && again.talk.contains("is there already"))
    let none = try Command(["profile", "new", Self.neighbours])
    #expect(none.code == 2 && none.talk.contains("E142"))
  }
}
