import Foundation
import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

@Suite("Profile schema")
struct ProfileSchemaTests {
  private static let full = """
    name: city
    template: true
    grain: event
    timezone: America/Detroit
    columns:
      id: Event
      received: [Call Date, Call Time]
      disposition: Dispo
      unit_count: Units
      closed: Closed
    elapsed:
      arrived: {since: dispatched, columns: [Travel], unit: minutes}
      dispatched: {columns: [Intake, Wait], unit: clock}
    times: {formats: ["MM/dd/yyyy HH:mm"]}
    outcomes: {cancelled: [CAN, X], duplicate: [DUP]}
    cannot_tell:
      - {question: results by priority, why: the city has none, remedy: ask}
    """

  private func profile(_ yaml: String = full) throws(FileError) -> ColumnProfile {
    try ColumnProfile(yaml: yaml, file: "city.yaml")
  }

  @Test func `every key of the schema is read`() throws {
    let profile = try profile()
    #expect(profile.grain == .call && profile.isTemplate)
    #expect(profile.timeZone == "America/Detroit")
    #expect(profile.columns.first { $0.field == .received }?.headers == ["Call Date", "Call Time"])
    #expect(profile.header(of: .received) == "Call Date + Call Time")
    #expect(profile.elapsed.map(\.field) == [.dispatched, .arrived])
    #expect(profile.elapsed[0].headers == ["Intake", "Wait"] && profile.elapsed[0].unit == .clock)
    #expect(profile.elapsed[0].since == .received && profile.elapsed[1].since == .dispatched)
    #expect(profile.outcomes == ["CAN": .cancelled, "X": .cancelled, "DUP": .duplicate])
    #expect(profile.tells(.arrived) && !profile.tells(.cleared) && !profile.tellsHoursOfWork)
    let headers = ["Event", "Call Date", "Call Time", "Units", "Closed", "Dispo"]
    #expect(profile.headersRead == headers + ["Intake", "Wait", "Travel"])
  }

  @Test func `refusals follow from grain, columns, durations and what the profile says`() throws {
    let csv = "Event,Call Date,Call Time,Dispo,Units,Closed,Intake,Wait,Travel\n"
    let input = DelimitedInput.bytes(Array(csv.utf8), name: "calls.csv")
    let yaml = Self.full.replacing("[Call Date, Call Time]", with: "Call Date")
    let ledger = try CallImport([input], profile: try profile(yaml)).ledger
    let questions = ledger.refusals.map { String($0.what.prefix { $0 != ":" }) }
    #expect(
      questions == [
        "hours of work", "end of service", "results by category",
        "community and officer-initiated work apart", "results by district", "results by beat",
        "whether the columns are what they are taken for", "results by priority",
      ])
    #expect(ledger.refusals[0].what.hasSuffix("this export has no cleared time"))
    #expect(ledger.refusals[1].what.contains("`Closed` is the close of the report"))
    #expect(ledger.refusals.last?.what == "results by priority: the city has none")
  }

  @Test func `a log of statuses needs statuses and their times`() throws {
    let log = """
      name: log
      grain: status
      columns: {id: inci_id, received: calltime, unit: unitcode, status: code, status_time: stamp}
      times: {formats: ["yyyy-MM-dd HH:mm:ss"]}
      statuses: {dispatched: [D], cleared: [C, X], other: [H]}
      """
    let profile = try profile(log)
    #expect(profile.statuses == ["D": .dispatched, "C": .cleared, "X": .cleared, "H": .other])
    #expect(profile.tellsHoursOfWork && !profile.tells(.arrived))
    for (part, message) in [
      (", status: code", "needs `status`"), (", status_time: stamp", "needs `status_time`"),
      ("statuses: {dispatched: [D], cleared: [C, X], other: [H]}", "nothing tells which status"),
    ] {
      let error = try #require(throws: FileError.self) {
        try self.profile(log.replacing(part, with: ""))
      }
      #expect(error.issues.contains { $0.code == "E123" && $0.message.contains(message) })
    }
    let rows = try #require(throws: FileError.self) {
      try self.profile(log.replacing("id: inci_id", with: "id: row number"))
    }
    #expect(rows.issues.map(\.code) == ["E122"])
  }

  @Test(arguments: [
    ("  unit_count: Units", "  unit_count: []", "names no column"),
    ("  unit_count: Units", "  unit_count: [A, A]", "names the column `A` twice"),
    ("[Call Date, Call Time]", "[Caller Name, Call Time]", "looks personal"),
    ("  closed: Closed", "  arrived: Closed", "`arrived` is told twice"),
    ("since: dispatched", "since: dispached", "`since` cannot be `dispached`"),
    ("since: dispatched", "since: arrived", "which nothing tells"),
    ("[Intake, Wait], unit: clock", "[Intake, Wait]", "the unit of the time passed is missing"),
    ("question: results by priority, ", "", "has no question"),
    ("duplicate: [DUP]", "dupicate: [DUP]", "`outcomes` has no key `dupicate`"),
    ("duplicate: [DUP]", "duplicate: [X]", "cannot be both cancelled and duplicate"),
  ])
  func `what is wrong is told with its place`(old: String, new: String, message: String) throws {
    let error = try #require(throws: FileError.self) {
      try profile(Self.full.replacing(old, with: new))
    }
    let issue = try #require(error.issues.first { $0.message.contains(message) })
    #expect(issue.line != nil && issue.column != nil && !issue.remedy.isEmpty)
  }

  @Test func `a profile of more than 1 MB is refused before it is parsed`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(repeating: UInt8(ascii: "#"), count: (1 << 20) + 1).write(to: file)
    let error = try #require(throws: FileError.self) { try ColumnProfile(contentsOf: file.path) }
    #expect(error.issues.map(\.code) == ["E140"])
  }

  /// Source of truth: constructed; each either loads or throws issues, and neither takes long.
  @Test func `hostile texts neither crash nor hang`() throws {
    var texts = [
      String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000),
      "a: " + String(repeating: "- ", count: 50_000), "columns: {id: {id: {id: a}}}",
      "? [a, b]\n: c", "columns:\n  id: &a [*a]", "name: !!binary AAA=\ngrain: !!int x",
    ]
    var generator = SeededGenerator(seed: 5)
    let base = Array(Self.full.utf8)
    for _ in 0..<1500 {
      var bytes = base
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default:
          bytes.insert(
            Array("[]{}:,-#&*\n \"'".utf8).randomElement(using: &generator) ?? 0, at: place)
        }
      }
      texts.append(String(decoding: bytes, as: UTF8.self))
    }
    var refused = 0
    for text in texts {
      do throws(FileError) {
        #expect(try profile(text).tells(.received))
      } catch {
        #expect(!error.issues.isEmpty)
        refused += 1
      }
    }
    #expect(refused > 500 && refused < texts.count)
  }
}
