import Foundation
import Rollcall
import Synchronization
import TestSupport
import Testing

@Suite("Study through a store")
struct StudyStoreTests {
  /// A copy of the small study with the calls stated by `calls`, and a cache of its own.
  private final class Place {
    let folder: URL
    let cache: URL
    let told = Mutex<[String]>([])

    init(calls: String? = nil) throws {
      let manager = FileManager.default
      let root = manager.temporaryDirectory.appending(path: UUID().uuidString)
      folder = root.appending(path: "study")
      cache = root.appending(path: "cache")
      try manager.createDirectory(at: root, withIntermediateDirectories: true)
      let bundled = try #require(ReferenceData.study("generic-two-districts"))
      try manager.copyItem(atPath: bundled, toPath: folder.path)
      if let calls { try edit("{file: calls.csv, profile: canonical}", calls) }
    }

    deinit { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }

    func edit(_ old: String, _ new: String) throws {
      let file = folder.appending(path: "study.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains(old))
      try Data(text.replacing(old, with: new).utf8).write(to: file)
    }

    /// Divides the calls of the study into two files.
    func divide(overlap: Int = 0) throws {
      let file = folder.appending(path: "calls.csv")
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      let (head, rows) = (lines[0], lines[1...])
      for (name, part) in [("1.csv", rows.prefix(170)), ("2.csv", rows.dropFirst(170 - overlap))] {
        let text = ([head] + part).joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
    }

    func run(usesStore: Bool = true, threads: Int = 2) throws(PlanningError) -> StudyResults {
      var access = CallAccess()
      access.usesStore = usesStore
      access.threads = threads
      access.smallestStored = 0
      told.withLock { $0.removeAll() }
      return try StudyPipeline(
        studyAt: folder.path, store: CallStore(cacheFolder: cache.path), access: access
      ).run(to: .workload) { [weak self] stage in self?.told.withLock { $0.append(stage) } }
    }

    var reads: Int { told.withLock { $0.count { $0.hasPrefix("reading ") } } }
    var stores: [URL] {
      let found = try? FileManager.default.contentsOfDirectory(
        at: cache, includingPropertiesForKeys: nil)
      return (found ?? []).filter { $0.pathExtension == "sqlite" }
    }
  }

  /// Source of truth: constructed: one reading, three ways.
  @Test(arguments: [
    nil, "{file: calls.csv, profile: canonical, cleaning: cpsm}",
    "{file: calls.csv, profile: canonical, store: own.sqlite}",
    "{files: [1.csv, 2.csv], profile: canonical}",
  ])
  func `a store changes no result`(calls: String?) throws {
    let place = try Place(calls: calls)
    try place.divide()
    let direct = try place.run(usesStore: false, threads: 1)
    #expect(place.reads == 0 && place.stores.isEmpty)
    let cold = try place.run()
    #expect(place.reads == (calls?.contains("files:") == true ? 2 : 1))
    let warm = try place.run(threads: 1)
    #expect(place.reads == 0)
    #expect(cold == direct)
    #expect(warm == direct)
    #expect(warm.workload.callCount > 250)
    #expect(warm.seasonFindings != nil)
  }

  @Test func `a store that is stated is beside the study, the others are in the cache`() throws {
    let place = try Place(calls: "{file: calls.csv, profile: canonical, store: own.sqlite}")
    _ = try place.run()
    let own = place.folder.appending(path: "own.sqlite").path
    #expect(FileManager.default.fileExists(atPath: own))
    #expect(place.stores.isEmpty)
    try place.edit("file: calls.csv, profile: canonical, store: own.sqlite", "store: own.sqlite")
    let again = try place.run()
    #expect(place.reads == 0)
    #expect(again.calls.rowsRead == 300)
  }

  @Test func `a changed export is read again`() throws {
    let place = try Place()
    let before = try place.run()
    let file = place.folder.appending(path: "calls.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    let shorter = text.split(separator: "\n").dropLast(10).joined(separator: "\n") + "\n"
    try Data(shorter.utf8).write(to: file)
    let after = try place.run()
    #expect(place.reads == 1)
    #expect(before.calls.rowsRead - after.calls.rowsRead == 10)
    #expect(place.stores.count == 1)
  }

  @Test func `a damaged store in the cache is made anew`() throws {
    let place = try Place()
    let before = try place.run()
    let store = try #require(place.stores.first)
    try Data("this was a store".utf8).write(to: store)
    #expect(try place.run() == before)
    #expect(place.reads == 1)
    #expect(try place.run() == before)
    #expect(place.reads == 0)
  }

  @Test func `a cache that cannot be written keeps nobody from an answer`() throws {
    let place = try Place()
    let direct = try place.run(usesStore: false)
    try Data().write(to: place.cache)
    #expect(try place.run() == direct)
  }

  /// Source of truth: by hand: 12 calls are in both files.
  @Test(arguments: [true, false])
  func `calls in two files are told`(usesStore: Bool) throws {
    let place = try Place(calls: "{files: [1.csv, 2.csv], profile: canonical}")
    try place.divide(overlap: 12)
    let results = try place.run(usesStore: usesStore)
    let entry = results.calls.remarks.first { $0.what.contains("earlier file") }
    #expect(entry?.rows == 12)
    #expect(results.findings.contains { $0.hasPrefix("12 calls have the number") })
    #expect(results.calls.rowsRead == 312)
  }

  /// Source of truth: the places of the words in the file that is written here.
  @Test(arguments: [
    ("{file: calls.csv, profile: cannonical}", "E237", "canonical"),
    ("{file: gone.csv, profile: canonical}", "E201", "gone.csv"),
    ("{file: calls.csv, profile: canonical, cleaning: cpms}", "E234", "cpsm"),
    ("{files: [], profile: canonical}", "E235", "name the exports"),
    ("{files: [calls.csv, calls.csv], profile: canonical}", "E236", "once"),
    ("{file: calls.csv}", "E212", "profile"),
    ("{store: calls.csv}", "E160", "rollcall import"),
    ("{file: calls.csv, profile: study.yaml}", "E121", ""),
    ("{file: calls.csv, profile: canonical, store: ../x.sqlite}", "E204", "folder"),
  ])
  func `what is wrong with the calls is told`(calls: String, code: String, words: String) throws {
    let place = try Place(calls: calls)
    let issues = StudyFolder.issues(at: place.folder.path, profiles: Profiles.known)
    let issue = try #require(issues.first { $0.code == code }, "\(issues)")
    #expect((issue.message + issue.remedy).contains(words))
    #expect(issue.line != nil || code == "E160")
  }
}
