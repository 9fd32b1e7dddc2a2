import Foundation
import Rollcall
import TestSupport
import Testing

@Suite("Deployment command")
struct DeploymentCommandTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "rollcall-deployment-\(UUID().uuidString)")

  private func file(_ name: String, _ text: String) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private static let header = "unit,log_on,log_off,district,class,officers\n"

  /// Source of truth: by hand.
  ///
  /// One unit of two officers on the street from 08:00 to 12:00.
  @Test func `prints units by district and block of hours, and every row`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let log = try file(
      "log.csv", Self.header + "A,2023-03-06 08:00,2023-03-06 12:00,1,beat,2\n")
    let command = try Command(["deployment", log, "--profile", "unit-log"])
    #expect(command.code == 0, "\(command.talk)")
    #expect(command.output.contains("Units and officers on the street: units logged on"))
    #expect(command.output.contains("What became of the rows: log.csv"))
    let csv = try Command([
      "deployment", log, "--profile", "unit-log", "--format", "csv", "--table", "deployment",
    ])
    #expect(csv.output.contains("1,08-12,beat,1,1,1,2,2,2,4"))
  }

  @Test func `rows set aside are findings, and no use at all is bad input`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let open = "A,2023-03-06 08:00,,1,beat,2\n"
    let some = try file(
      "some.csv", Self.header + open + "A,2023-03-06 08:00,2023-03-06 12:00,1,beat,2\n")
    #expect(try Command(["deployment", some, "--profile", "unit-log"]).code == 1)
    let none = try file("none.csv", Self.header + open)
    #expect(try Command(["deployment", none, "--profile", "unit-log"]).code == 2)
    let unknown = try Command(["deployment", some, "--profile", "unit-logg"])
    #expect(unknown.code == 2 && unknown.talk.contains("attendance, attendance-people"))
  }

  /// Source of truth: by hand.
  ///
  /// Three cars through the day watch of every district.
  @Test func `a study sets its deployment against the work of its calls`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let study = try #require(ReferenceData.study("generic-two-districts"))
    try FileManager.default.copyItem(atPath: study, toPath: folder.path)
    let manifest = try String(contentsOf: folder.appending(path: "study.yaml"), encoding: .utf8)
      .replacingOccurrences(of: "  deployment: deployment.csv\n", with: "")
    _ = try file("study.yaml", manifest)
    let plain = try Command([
      "workload", folder.path, "--table", "deployment-against-workload", "--quiet",
    ])
    #expect(plain.output.contains("no records of its deployment"))
    _ = try file(
      "study.yaml",
      manifest.replacingOccurrences(
        of: "tables:\n", with: "tables:\n  deployment: deployment.csv\n"))
    _ = try file(
      "deployment.csv",
      "district,watch,weekday,class,units,officers,source,date,assumption\n"
        + "all,day,,beat,3,,the chief,2026-01-01,yes\n")
    let stated = try Command([
      "workload", folder.path, "--table", "deployment-against-workload", "--format", "csv",
      "--quiet",
    ])
    #expect(stated.output.contains("1,Harbour,day,3,4.2,"), "\(stated.output)")
    let records = try file(
      "log.csv",
      Self.header + "A,2025-03-05 07:00,2025-03-05 15:00,1,beat,2\n"
        + "B,2025-03-05 07:00,2025-03-05 15:00,9,beat,2\n")
    let read = try Command([
      "deployment", records, "--profile", "unit-log", "--study", folder.path,
    ])
    #expect(read.code == 0 && read.output.contains("a district that the study does not have"))
  }
}
