import Foundation
import Rollcall
import Testing

/// Reports written to the folders of runs.
@Suite("Writing reports")
struct ReportWritingTests {
  private let parent = FileManager.default.temporaryDirectory.appending(
    path: "rollcall-report-\(UUID().uuidString)")
  private var run: String { parent.appending(path: "run").path }

  /// A run of the smallest study to its workload.
  private func makeRun(_ change: (inout RunRecord) -> Void = { _ in }) throws {
    let study = try #require(ReferenceData.study("generic-two-districts"))
    let pipeline = try StudyPipeline(studyAt: study)
    let results = try pipeline.run(to: .workload)
    let manifest = try pipeline.manifest(arguments: ["run"], started: Date())
    var record = pipeline.record(of: results, manifest: manifest)
    change(&record)
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try RunFolder.save(results, record: record, manifest: manifest, to: run)
  }

  private func request(_ formats: ReportRequest.Format...) -> ReportRequest {
    var request = ReportRequest()
    request.formats = formats
    return request
  }

  private func files(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
  }

  private func expectRefusal(_ code: String, _ body: () throws -> Void) {
    do {
      try body()
      Issue.record("\(code) was expected")
    } catch PlanningError.files(let error) {
      #expect(error.issues.contains { $0.code == code }, "\(error)")
    } catch {
      Issue.record("\(error)")
    }
  }

  /// Source of truth: the fingerprints of the manifest, taken of the files again.
  @Test func `a report lies beside the run, and the run is as it was`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    try makeRun()
    let before = try files(in: run)
    let outputs = try RunFolder.manifest(at: run).outputs
    let written = try ReportWriting.write(request(.html, .markdown, .json), of: run)
    #expect(written.path == run + "/report.html")
    #expect(
      try files(in: run) == (before + ["report.html", "report.json", "report.md"]).sorted())
    let manifest = try RunFolder.manifest(at: run)
    #expect(manifest.outputs == outputs)
    for file in manifest.outputs + (manifest.reports ?? []) {
      let bytes = try Data(contentsOf: URL(filePath: run).appending(path: file.path))
      #expect(Fingerprint.sha256(bytes) == file.sha256, "\(file.path)")
    }
    #expect(manifest.reports?.map(\.path) == ["report.html", "report.json", "report.md"])
    _ = try RunFolder.record(at: run)
  }

  /// Source of truth: a second report, and a second run, take the place of the first.
  @Test func `reports are replaced, and a run replaces them all`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    try makeRun()
    _ = try ReportWriting.write(request(.html), of: run)
    let first = try Data(contentsOf: URL(filePath: run).appending(path: "report.html"))
    var other = request(.markdown)
    other.kind = .dataQuality
    _ = try ReportWriting.write(other, of: run)
    _ = try ReportWriting.write(request(.html), of: run)
    let paths = try RunFolder.manifest(at: run).reports?.map(\.path)
    #expect(paths == ["data-quality.md", "report.html"])
    #expect(
      try Data(contentsOf: URL(filePath: run).appending(path: "report.html")) == first,
      "equal records give equal bytes")
    try makeRun()
    #expect(try RunFolder.manifest(at: run).reports == nil)
    #expect(!FileManager.default.fileExists(atPath: run + "/report.html"))
  }

  /// Source of truth: a file of somebody's own in the folder of the run.
  @Test func `what people put there is never lost`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    try makeRun()
    let notes = URL(filePath: run).appending(path: "findings.md")
    try Data("mine".utf8).write(to: notes)
    expectRefusal("E091") { _ = try ReportWriting.write(request(.html), of: run) }
    #expect(try String(contentsOf: notes, encoding: .utf8) == "mine")
    #expect(!FileManager.default.fileExists(atPath: run + "/report.html"))
  }

  /// Source of truth: public and other tables never lie side by side.
  @Test func `a public report of another run has a folder of its own`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    try makeRun()
    let before = try files(in: run)
    let written = try ReportWriting.write(request(.html), of: run, isPublic: true)
    #expect(written.path == run + "-public/report.html")
    #expect(try files(in: run) == before)
    let record = try RunFolder.record(at: run + "-public")
    #expect(record.isPublic)
    let tables = try files(in: run + "-public").filter { $0.hasPrefix("tables/") }
    #expect(tables.count == record.tables.count)
    #expect(try RunFolder.manifest(at: run + "-public").arguments.last == "--public")
    expectRefusal("E407") {
      _ = try ReportWriting.write(request(.html), of: run, isPublic: true, to: run)
    }
    _ = try ReportWriting.write(request(.markdown), of: run + "-public", isPublic: true)
    #expect(FileManager.default.fileExists(atPath: run + "-public/report.md"))
  }

  /// Source of truth: a report can be made again from its run, another run's results cannot.
  @Test func `a report replaces an earlier report and never another run`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    try makeRun()
    let other = parent.appending(path: "other").path
    try FileManager.default.copyItem(atPath: run, toPath: other)
    let before = try files(in: other)
    expectRefusal("E408") { _ = try ReportWriting.write(request(.html), of: run, to: other) }
    #expect(try files(in: other) == before)
    try FileManager.default.copyItem(atPath: run, toPath: run + "-public")
    expectRefusal("E408") { _ = try ReportWriting.write(request(.html), of: run, isPublic: true) }
    let report = parent.appending(path: "report").path
    for _ in 0..<2 { _ = try ReportWriting.write(request(.html), of: run, to: report) }
    #expect(FileManager.default.fileExists(atPath: report + "/report.html"))
  }

  /// Source of truth: a run has its tables already; another folder gets a copy of them.
  @Test func `tables alone are where the answer says`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    try makeRun()
    #expect(try ReportWriting.write(request(.csv), of: run).path == run + "/tables")
    let other = parent.appending(path: "tables-only").path
    let written = try ReportWriting.write(request(.csv), of: run, to: other)
    #expect(written.path == other + "/tables")
    #expect(try !FileManager.default.contentsOfDirectory(atPath: written.path).isEmpty)
  }

  /// Source of truth: a reference to a table that no run has.
  @Test func `findings with faults stop a report and not a run`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    let text = "# Findings\n\n## One\n\nThere are {{no-such-table | | column}} of them.\n"
    try makeRun { $0.statement = .init(file: "findings.md", text: text) }
    expectRefusal("E412") { _ = try ReportWriting.write(request(.html), of: run) }
    let record = try RunFolder.record(at: run)
    let lenient = try ReportFiles(of: record, request(.html), isLenient: true)
    #expect(lenient.issues.contains { $0.code == "W412" && $0.severity == .warning })
    #expect(lenient.files.map(\.path) == ["report.html"])
    var missing = request(.html)
    missing.findings = parent.appending(path: "nowhere.md").path
    expectRefusal("E001") { _ = try ReportWriting.write(missing, of: run) }
  }

  /// Source of truth: the name of the kind, and the keys that the document of the format lists.
  @Test func `the pages are data too`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    try makeRun()
    var quality = request(.json)
    quality.kind = .dataQuality
    _ = try ReportWriting.write(quality, of: run)
    let bytes = try Data(contentsOf: URL(filePath: run).appending(path: "data-quality.json"))
    let page = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    #expect(
      page.keys.sorted() == [
        "answers", "booksClose", "figures", "findings", "isPublic", "pages", "schema", "subject",
      ])
  }

  /// Source of truth: the first bytes of a ZIP archive (PKWARE APPNOTE 4.3.7).
  @Test func `a workbook is written beside`() throws {
    defer { try? FileManager.default.removeItem(at: parent) }
    try makeRun()
    let written = try ReportWriting.write(request(.xlsx), of: run)
    #expect(written.path == run + "/report.xlsx")
    let bytes = try Data(contentsOf: URL(filePath: written.path))
    #expect(bytes.prefix(4) == Data([0x50, 0x4b, 0x03, 0x04]))
  }
}
