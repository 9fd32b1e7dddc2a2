import Foundation
import Rollcall
import TestSupport
import Testing

@Suite("Doctor command")
struct DoctorCommandTests {
  private static let header =
    "id,received,dispatched,enroute,arrived,cleared,priority,category,origin,district,beat,unit_count"

  private func temporary(_ name: String, _ rows: [String]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data(([Self.header] + rows).joined(separator: "\n").utf8).write(to: file)
    return file.path
  }

  private var dirty: [String] {
    ["1,2025-01-06T12:00:00,2025-01-06T12:05:00,,,,1,THEFT,community,1,11,1"]
  }

  @Test func `findings give 1, and the report goes to standard output`() throws {
    let file = try temporary("calls.csv", dirty)
    let command = try Command(["doctor", file, "--profile", "canonical"])
    #expect(command.code == 1, "\(command.talk)")
    #expect(command.output.contains("What this export can answer"))
    #expect(command.output.contains("hours of work"))
    #expect(command.talk.isEmpty)
  }

  @Test(arguments: ["json", "html"])
  func `a report is written to a file`(format: String) throws {
    let file = try temporary("calls.csv", dirty)
    let target = file + ".report"
    let command = try Command([
      "doctor", file, "--profile", "canonical", "--format", format, "-o", target, "--cleaning",
      "cpsm",
    ])
    #expect(command.code == 1, "\(command.talk)")
    #expect(command.output.isEmpty)
    let text = try String(contentsOfFile: target, encoding: .utf8)
    #expect(text.hasPrefix(format == "json" ? "{" : "<!DOCTYPE html>"))
  }

  @Test func `the export is not replaced by its report`() throws {
    let file = try temporary("calls.csv", dirty)
    let before = try Data(contentsOf: URL(filePath: file))
    let command = try Command(["doctor", file, "--profile", "canonical", "-o", file])
    #expect(command.code == 2)
    #expect(command.talk.contains("E190"))
    #expect(try Data(contentsOf: URL(filePath: file)) == before)
  }

  @Test func `a file that is no such export gives 2 and says why`() throws {
    let file = try temporary("calls.csv", dirty)
    let command = try Command(["doctor", file, "--profile", "seattle-call-data"])
    #expect(command.code == 2)
    #expect(command.talk.contains("E125"))
    #expect(try Command(["doctor", file + ".none", "--profile", "canonical"]).code == 2)
    #expect(try Command(["doctor", file, "--cleaning", "x", "--profile", "canonical"]).code == 64)
  }

  @Test func `without a profile the one that fits is taken, and other files are told apart`() throws
  {
    let file = try temporary("calls.csv", dirty)
    let command = try Command(["doctor", file])
    #expect(command.code == 1, "\(command.talk)")
    #expect(command.output.contains("Profile canonical"))
    let other = try temporary("other.csv", [])
    try Data("area,number,minutes\nA,1,2\nB,3,4\n".utf8).write(to: URL(filePath: other))
    let refused = try Command(["doctor", other])
    #expect(refused.code == 2)
    #expect(refused.talk.contains("E191"))
    let nothing = try Command(["doctor", "-"])
    #expect(nothing.code == 2)
    #expect(nothing.talk.contains("standard input") || nothing.talk.contains("export-"))
  }

  @Test func `places are held against a bundled study`() throws {
    let file = try temporary("calls.csv", dirty)
    let command = try Command([
      "doctor", file, "--profile", "canonical", "--study", "generic-two-districts",
    ])
    #expect(command.code == 1, "\(command.talk)")
    #expect(command.output.contains("Places were held against"))
    #expect(command.output.contains("a beat that the study does not know"))
  }

  @Test func `clean calls of a year give 0`() throws {
    var rows: [String] = []
    for day in 0..<364 {
      let date = LocalTime(seconds: (20_094 + day) * 86_400).description.prefix(10)
      for call in 0..<12 {
        let hour = (call < 5 ? "0" : "") + "\(2 * call)"
        let second = 10 + (day * 7 + call) % 49
        rows.append(
          "\(day)-\(call),\(date)T\(hour):01:\(second),\(date)T\(hour):06:\(second + 1 % 60),"
            + "\(date)T\(hour):07:11,\(date)T\(hour):1\(call % 9):\(second),\(date)T\(hour):45:17,"
            + "\(1 + call % 4),THEFT,community,\(1 + call % 2),\(10 + call),1")
      }
    }
    let file = try temporary("clean.csv", rows)
    let command = try Command(["doctor", file, "--profile", "canonical"])
    #expect(command.code == 0, "\(command.output)")
  }
}
