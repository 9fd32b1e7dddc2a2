import Foundation
import PlanningFiles
import PolicingDomain
import Synchronization
import TestSupport
import Testing

@Suite("Exports into a store")
struct StoreExportsTests {
  private static let yaml = """
    name: small
    columns: {id: Event, received: Received, dispatched: Sent, cleared: Clear, category: Type}
    times: {formats: ["yyyy-MM-dd HH:mm:ss"]}
    """

  /// A folder with a profile and exports, and a store that is brought up to date with them.
  private final class Place {
    let folder: URL
    let store: String
    let profile: ColumnProfile
    let told = Mutex<[String]>([])

    init(yaml: String = StoreExportsTests.yaml) throws {
      folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      store = folder.appending(path: "calls.sqlite").path
      try Data(yaml.utf8).write(to: folder.appending(path: "small.yaml"))
      profile = try ColumnProfile(contentsOf: folder.appending(path: "small.yaml").path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    @discardableResult
    func export(_ name: String, _ numbers: ClosedRange<Int>) throws -> String {
      let rows = numbers.map {
        "\($0),2024-01-01 10:00:00,2024-01-01 10:05:00,2024-01-01 11:00:00,alarm\n"
      }
      let path = folder.appending(path: name)
      try Data(("Event,Received,Sent,Clear,Type\n" + rows.joined()).utf8).write(to: path)
      return path.path
    }

    func bring(
      _ files: [String], rules: CleaningRules = .plain, _ change: (inout StoredCalls.Update) -> Void
    ) throws(FileError) -> (store: StoredCalls, imports: [StoreImport]) {
      var update = StoredCalls.Update()
      update.progress = { [weak self] words in self?.told.withLock { $0.append(words) } }
      change(&update)
      told.withLock { $0.removeAll() }
      return try StoredCalls.bring(
        store, upToDateWith: StoreExports(files: files, profile: profile, rules: rules), update)
    }

    var read: [String] { told.withLock { $0 } }
  }

  /// Source of truth: by hand: three files of 3, 4 and 2 calls.
  @Test func `a new month is read alone, and nothing is read twice`() throws {
    let place = try Place()
    let january = try place.export("january.csv", 1...3)
    let february = try place.export("february.csv", 4...7)
    #expect(try place.bring([january, february]) { _ in }.imports.map(\.calls.count) == [3, 4])
    #expect(place.read == ["reading january.csv", "reading february.csv"])
    #expect(try place.bring([january, february]) { _ in }.imports.map(\.calls.count) == [3, 4])
    #expect(place.read == [])
    let march = try place.export("march.csv", 8...9)
    let found = try place.bring([january, february, march]) { _ in }
    #expect(place.read == ["reading march.csv"])
    #expect(found.imports.map(\.calls.count) == [3, 4, 2])
    #expect(try StoreFixtures.calls(in: place.store).map(\.id) == (1...9).map { "\($0)" })
  }

  @Test func `what was read before a file failed stays, and the next attempt goes on`() throws {
    let place = try Place()
    let january = try place.export("january.csv", 1...3)
    let march = try place.export("march.csv", 8...9)
    let missing = place.folder.appending(path: "february.csv").path
    #expect(throws: FileError.self) { try place.bring([january, missing, march]) { _ in } }
    #expect(try StoreFixtures.calls(in: place.store).count == 3)
    try place.export("february.csv", 4...7)
    let found = try place.bring([january, missing, march]) { _ in }
    #expect(place.read == ["reading february.csv", "reading march.csv"])
    #expect(found.imports.map(\.calls.count) == [3, 4, 2])
  }

  @Test func `a changed file is refused or takes the place of what it was`() throws {
    let place = try Place()
    let file = try place.export("calls.csv", 1...3)
    _ = try place.bring([file]) { _ in }
    try place.export("calls.csv", 1...5)
    #expect(throws: FileError.self) { try place.bring([file]) { $0.difference = .refuse } }
    #expect(try StoreFixtures.calls(in: place.store).count == 3)
    #expect(try place.bring([file]) { _ in }.imports.map(\.calls.count) == [5])
    #expect(try StoreFixtures.calls(in: place.store).count == 5)
  }

  /// Source of truth: constructed: the same bytes at another time, then other bytes of equal length.
  @Test func `a touched file is known by its contents`() throws {
    let place = try Place()
    let file = try place.export("calls.csv", 1...3)
    _ = try place.bring([file]) { _ in }
    try place.export("calls.csv", 1...3)
    _ = try place.bring([file]) { _ in }
    #expect(place.read == [])
    try place.export("calls.csv", 2...4)
    let found = try place.bring([file]) { $0.verifies = true }
    #expect(place.read == ["reading calls.csv"])
    #expect(found.imports.map(\.id) == [2])
  }

  @Test func `other rules make other calls`() throws {
    let place = try Place()
    let file = try place.export("calls.csv", 1...3)
    _ = try place.bring([file]) { _ in }
    let found = try place.bring([file], rules: .cpsm) { _ in }
    #expect(place.read == ["reading calls.csv"])
    #expect(found.store.imports.map(\.recipe.cleaning) == ["cpsm"])
  }

  @Test func `what no export of the list holds is taken out when that is asked for`() throws {
    let place = try Place()
    let january = try place.export("january.csv", 1...3)
    let february = try place.export("february.csv", 4...7)
    _ = try place.bring([january, february]) { _ in }
    let found = try place.bring([february]) { $0.removesOthers = true }
    #expect(found.store.imports.map { $0.sources[0].file } == ["february.csv"])
    #expect(try StoreFixtures.calls(in: place.store).count == 4)
  }

  /// Source of truth: by hand: calls 1 and 2, call 2 with a unit in each file.
  @Test func `files whose rows are units are one stream`() throws {
    let yaml = """
      name: units
      grain: unit
      columns: {id: Event, received: Received, dispatched: Sent, cleared: Clear, category: Type}
      times: {formats: ["yyyy-MM-dd HH:mm:ss"]}
      """
    let place = try Place(yaml: yaml)
    let first = try place.export("first.csv", 1...2)
    let second = place.folder.appending(path: "second.csv")
    let row = "2,2024-01-01 10:00:00,2024-01-01 10:20:00,2024-01-01 11:30:00,alarm\n"
    try Data(("Event,Received,Sent,Clear,Type\n" + row).utf8).write(to: second)
    let found = try place.bring([first, second.path]) { _ in }
    #expect(found.imports.map(\.sources.count) == [2])
    #expect(try StoreFixtures.calls(in: place.store).map(\.responses.count) == [1, 2])
    _ = try place.bring([first, second.path]) { _ in }
    #expect(place.read == [])
  }

  /// Source of truth: by hand: sums of two ledgers.
  @Test func `ledgers of several files are added`() throws {
    let place = try Place()
    let january = try place.export("january.csv", 1...3)
    let february = try place.export("february.csv", 4...7)
    let ledger = CallLedger.merged(
      try place.bring([january, february]) { _ in }.imports.map(\.ledger))
    #expect(ledger.rowsRead == 7 && ledger.calls == 7 && ledger.balances)
    #expect(ledger.source == "january.csv, february.csv")
    #expect(ledger.cleaning?.rules == "plain")
    #expect(ledger.refusal(of: .hoursOfWork) == nil)
  }
}
