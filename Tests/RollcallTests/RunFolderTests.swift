import Foundation
import Rollcall
import Testing

@Suite("Run folder")
struct RunFolderTests {
  private let parent = FileManager.default.temporaryDirectory.appending(
    path: "rollcall-runs-\(UUID().uuidString)")

  private func run(to name: String) throws {
    let study = try #require(ReferenceData.study("generic-two-districts"))
    let pipeline = try StudyPipeline(studyAt: study)
    let results = try pipeline.run(to: .workload)
    let manifest = try pipeline.manifest(arguments: ["run"], started: Date())
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try RunFolder.write(
      results, tables: results.tables, manifest: manifest,
      to: parent.appending(path: name).path)
  }

  @Test func `holds a manifest with the fingerprint of every file`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    try run(to: "first")
    let folder = parent.appending(path: "first")
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: folder.appending(path: "manifest.json")))
    #expect(manifest.schema == 1)
    #expect(!manifest.inputs.isEmpty)
    for file in manifest.outputs {
      let bytes = try Data(contentsOf: folder.appending(path: file.path))
      #expect(bytes.count == file.bytes)
      #expect(Fingerprint.sha256(bytes) == file.sha256)
    }
  }

  /// Source of truth: FIPS 180-4, example of SHA-256 for the message "abc".
  @Test func `a fingerprint is the published one`() {
    #expect(
      Fingerprint.sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `an earlier run is replaced, and nothing is left beside it`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    try run(to: "first")
    try run(to: "first")
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path) == ["first"])
  }

  /// Source of truth: a manifest.json is what every web application has, too.
  @Test(arguments: [
    ("manifest.json", "{\"name\": \"my web app\"}"), ("manifest.json", "not JSON at all"),
  ])
  func `somebody else's manifest does not make a folder a run`(name: String, text: String) throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    let folder = parent.appending(path: "app")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: name))
    try Data("precious".utf8).write(to: folder.appending(path: "source.txt"))
    #expect(throws: FileError.self) { try run(to: "app") }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        == ["manifest.json", "source.txt"])
  }

  @Test func `a file in the place of the folder is left alone`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    let file = parent.appending(path: "thesis.txt")
    try Data().write(to: file)
    #expect(throws: FileError.self) { try run(to: "thesis.txt") }
    #expect(try Data(contentsOf: file).isEmpty)
  }

  @Test func `notes that somebody put into a run are not lost`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    try run(to: "first")
    let notes = parent.appending(path: "first/tables/notes.txt")
    try Data("for the chief".utf8).write(to: notes)
    #expect(throws: FileError.self) { try run(to: "first") }
    #expect(try String(contentsOf: notes, encoding: .utf8) == "for the chief")
  }

  @Test func `an empty folder is filled, and a link to a run stays a link`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    let manager = FileManager.default
    let empty = parent.appending(path: "empty")
    try manager.createDirectory(at: empty, withIntermediateDirectories: true)
    try run(to: "empty")
    #expect(manager.fileExists(atPath: empty.appending(path: "results.json").path))
    let link = parent.appending(path: "latest")
    try manager.createSymbolicLink(at: link, withDestinationURL: empty)
    try run(to: "latest")
    #expect(try manager.destinationOfSymbolicLink(atPath: link.path) == empty.path)
  }

  @Test func `a folder that is not a run is refused and left alone`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    let precious = parent.appending(path: "precious/thesis.txt")
    try FileManager.default.createDirectory(
      at: precious.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("years of work".utf8).write(to: precious)
    #expect(throws: FileError.self) { try run(to: "precious") }
    #expect(try String(contentsOf: precious, encoding: .utf8) == "years of work")
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path) == ["precious"])
  }
}
