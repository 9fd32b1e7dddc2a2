import Foundation
import Rollcall
import Testing

/// Records of runs: made, written, read back, and refused where they cannot be trusted.
@Suite("Records of runs")
struct RunRecordTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "rollcall-record-\(UUID().uuidString)")
  private var file: URL { folder.appending(path: "record.json") }

  /// The small study of the tests, as far as its workload, with a table of numbers without end.
  private func save(_ change: (inout RunRecord) -> Void = { _ in }) throws -> RunRecord {
    let study = try #require(ReferenceData.study("generic-two-districts"))
    let pipeline = try StudyPipeline(studyAt: study)
    let results = try pipeline.run(to: .workload)
    let manifest = try pipeline.manifest(arguments: ["run"], started: Date())
    var record = pipeline.record(of: results, manifest: manifest)
    change(&record)
    try RunFolder.save(results, record: record, manifest: manifest, to: folder.path)
    return record
  }

  private func expectRefusal(_ code: String, _ word: String, at path: String? = nil) {
    let path = path ?? folder.path
    do {
      _ = try RunFolder.record(at: path)
      Issue.record("\(path) was read")
    } catch {
      let issue = error.issues[0]
      #expect(issue.code == code)
      #expect(issue.description.contains(word), "\(issue)")
      #expect(!issue.remedy.isEmpty)
    }
  }

  /// Writes another text in the place of the record, and its fingerprint to the manifest.
  private func replace(_ text: String) throws {
    try Data(text.utf8).write(to: file)
    let place = folder.appending(path: "manifest.json")
    var manifest = try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: place))
    manifest.outputs = manifest.outputs.map { output in
      output.path != "record.json"
        ? output
        : Manifest.File(
          path: output.path, bytes: text.utf8.count, sha256: Fingerprint.sha256(Data(text.utf8)))
    }
    try JSONEncoder().encode(manifest).write(to: place)
  }

  /// Source of truth: the record that was written, numbers without end included.
  @Test func `what is written is read back`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let record = try save { record in
      record.tables.append(
        ResultTable(
          name: "endless", title: "Without end", columns: [.init("a", "A"), .init("b", "B")],
          rows: [
            [.number(.infinity), .number(-.infinity)], [.missing, .text("")],
            [.text("n1"), .count(-3)], [.number(0.1), .number(1e300)],
          ]))
      record.figures.append(
        .init(
          name: "endless",
          estimate: Estimate(
            value: .infinity, unit: "hours", observations: 0, imputed: .none,
            interval: .range(low: -.infinity, high: .infinity, components: ["sampling"]))))
      record.statement = .init(file: "findings.md", text: "# A <script> & \"quotes\"\n")
    }
    #expect(try RunFolder.record(at: folder.path) == record)
  }

  /// Source of truth: two records of one run, made apart.
  @Test func `equal results give equal bytes`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try save()
    let first = try Data(contentsOf: file)
    _ = try save()
    #expect(try Data(contentsOf: file) == first)
    #expect(!String(decoding: first, as: UTF8.self).contains("\"started\""), "times are no result")
  }

  /// Source of truth: the tables and items of the run, counted apart.
  @Test func `a record holds every table and every explanation of the run`() async throws {
    let results = try await DepartmentRun.results("generic")
    let pipeline = try DepartmentRun.pipeline("generic")
    let manifest = try pipeline.manifest(arguments: ["run"], started: Date())
    let record = pipeline.record(of: results, manifest: manifest)
    for table in results.tables {
      let kept = try #require(record.table(table.name), "\(table.name)")
      #expect(kept.csv(notice: nil) == table.csv(notice: nil))
    }
    #expect(record.explanations.map(\.item) == Explainer(results).items)
    #expect(record.explanations.allSatisfy { $0.changes.isEmpty })
    #expect(record.districts.map(\.id) == results.study.geography.districts.map(\.id.description))
    #expect(record.booksClose)
    #expect(record.answers.map(\.mode) == ["required", "recommended"])
    #expect(record.subject.calls.contains("made up"))
    #expect(record.making.inputs.count == manifest.inputs.count)
  }

  /// Source of truth: the text that somebody wrote into the study.
  @Test func `findings that people wrote are an input, and are kept as written`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let study = folder.appending(path: "study")
    let original = try #require(ReferenceData.study("generic-two-districts"))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: URL(filePath: original), to: study)
    let findings = study.appending(path: "findings.md")
    try Data("## Too few on nights\n".utf8).write(to: findings)
    let pipeline = try StudyPipeline(studyAt: study.path)
    let manifest = try pipeline.manifest(arguments: ["run"], started: Date())
    #expect(manifest.inputs.contains { $0.path == "findings.md" && $0.bytes == 21 })
    let record = pipeline.record(of: try pipeline.run(to: .workload), manifest: manifest)
    #expect(record.statement == .init(file: "findings.md", text: "## Too few on nights\n"))
    try Data([0xff, 0xfe, 0x00]).write(to: findings)
    #expect(throws: PlanningError.self) { try StudyPipeline(studyAt: study.path) }
  }

  /// Source of truth: the table of problems in the documentation of PlanningFiles.
  @Test func `a place without a run is named with what to do`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    expectRefusal("E401", "there is no folder")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    expectRefusal("E402", "not that of a run")
    try Data("{\"name\": \"web\"}".utf8).write(to: folder.appending(path: "manifest.json"))
    expectRefusal("E402", "not that of a run")
    expectRefusal("E401", "no folder", at: folder.appending(path: "manifest.json").path)
    let study = try #require(ReferenceData.study("generic-two-districts"))
    expectRefusal("E402", "rollcall run", at: study)
  }

  /// Source of truth: the table of problems in the documentation of PlanningFiles.
  @Test func `a record that cannot be trusted is refused`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = try save().subject.title
    let whole = try String(contentsOf: file, encoding: .utf8)
    try Data(whole.replacing(text, with: "Another title").utf8).write(to: file)
    expectRefusal("E406", "changed after the run")
    try replace(whole.replacing("\"schema\":1", with: "\"schema\":99"))
    expectRefusal("E404", "layout 99")
    try replace(String(whole.prefix(whole.count / 2)))
    expectRefusal("E405", "damaged")
    try replace(whole.replacing("\"subject\":", with: "\"object\":"))
    expectRefusal("E405", "subject")
    try replace("[1, 2, 3]")
    expectRefusal("E405", "damaged")
    try FileManager.default.removeItem(at: file)
    expectRefusal("E405", "cannot be read")
  }

  /// Source of truth: a table whose rows do not fit its columns would stop the program.
  @Test func `a table out of shape is damage`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try save { record in
      record.tables = [
        ResultTable(
          name: "odd", title: "Odd", columns: [.init("a", "A")], rows: [[.count(7)]])
      ]
    }
    let whole = try String(contentsOf: file, encoding: .utf8)
    try replace(whole.replacing("[\"c7\"]", with: "[\"c7\",\"c8\"]"))
    expectRefusal("E405", "odd")
    try replace(whole.replacing("[\"c7\"]", with: "[\"x7\"]"))
    expectRefusal("E405", "damaged")
    for decimals in ["-1", "13", "1000000000"] {
      try replace(whole.replacing("\"decimals\":0", with: "\"decimals\":\(decimals)"))
      expectRefusal("E405", "decimals")
    }
  }

  /// Source of truth: runs of earlier versions list no record among their outputs.
  @Test func `a run without a record says how to make one`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let study = try #require(ReferenceData.study("generic-two-districts"))
    let pipeline = try StudyPipeline(studyAt: study)
    let results = try pipeline.run(to: .workload)
    try RunFolder.save(
      results, tables: results.tables,
      manifest: try pipeline.manifest(arguments: ["run"], started: Date()), to: folder.path)
    expectRefusal("E403", "run it again")
  }
}
