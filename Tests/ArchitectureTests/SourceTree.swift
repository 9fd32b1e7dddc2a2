import Foundation
import Testing

/// The source text of the project, and the plan of the house that it is held against.
enum SourceTree {
  /// One target with what it may import.
  struct Room: Sendable, CustomTestStringConvertible {
    let name: String
    let folder: String
    let mayImport: Set<String>
    var testDescription: String { name }

    init(_ name: String, folder: String? = nil, mayImport: Set<String> = []) {
      self.name = name
      self.folder = folder ?? "Sources/\(name)"
      self.mayImport = mayImport
    }
  }

  /// The plan: every arrow points to a room further up in this list.
  static let rooms = [
    Room("LinearAlgebra", mayImport: ["CLAPACK"]),
    Room("LinearProgramming", mayImport: ["LinearAlgebra"]),
    Room("QueueingModels", mayImport: ["LinearAlgebra"]),
    Room("PolicingDomain"),
    Room("DemandSynthesis", mayImport: ["PolicingDomain"]),
    Room("WorkloadAnalysis", mayImport: ["PolicingDomain"]),
    Room("StaffingRequirements", mayImport: ["PolicingDomain", "QueueingModels"]),
    Room("StaffAllocation", mayImport: ["PolicingDomain", "LinearProgramming"]),
    Room("Charts"),
    Room("Reports", mayImport: ["PolicingDomain", "Charts"]),
    Room("Workbooks", mayImport: ["PolicingDomain", "CXLSXWriter"]),
    Room("PlanningFiles", mayImport: ["PolicingDomain", "CZlib", "Yams", "Crypto", "GRDB"]),
    Room("ReferenceData", folder: "Data"),
    Room(
      "Rollcall",
      mayImport: [
        "Charts", "DemandSynthesis", "LinearProgramming", "PlanningFiles", "PolicingDomain",
        "ReferenceData", "Reports", "StaffAllocation", "StaffingRequirements", "Workbooks",
        "WorkloadAnalysis",
      ]),
    Room(
      "NotebookPaper", folder: "Notebooks-as-scripts/Paper",
      mayImport: ["Charts", "PolicingDomain", "Reports"]),
    Room("RollcallCommand", mayImport: ["Rollcall", "ArgumentParser"]),
  ]

  /// Modules of the toolchain that a room may use.
  ///
  /// The ground and the stages do without Foundation; the numeric wing, the made-up calls and the
  /// statistics of calls need logarithms, and a factored basis that threads share needs a lock.
  static let outside: [String: Set<String>] = [
    "LinearProgramming": ["Synchronization"],
    "QueueingModels": ["Foundation", "Glibc"],
    "DemandSynthesis": ["Foundation", "Glibc"],
    "WorkloadAnalysis": ["Foundation", "Glibc"],
    "PlanningFiles": ["Foundation", "Glibc", "Musl", "Darwin", "Dispatch", "Synchronization"],
    "Charts": ["Foundation", "Glibc"],
    "Workbooks": ["Foundation"],
    "ReferenceData": ["Foundation"],
    "NotebookPaper": ["Foundation"],
    "Rollcall": ["Foundation", "Synchronization"],
    "RollcallCommand": ["Foundation", "Synchronization"],
  ]

  /// Files whose main loop may be longer than sixty lines, each for a reason written there.
  static let longFunctions: Set<String> = []

  static var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  static func swiftFiles(in folder: String) throws -> [URL] {
    let place = root.appending(path: folder)
    let found = try #require(
      FileManager.default.enumerator(at: place, includingPropertiesForKeys: nil))
    return found.compactMap { $0 as? URL }.filter {
      $0.pathExtension == "swift" && !$0.path.contains("/.build")
    }.sorted { $0.path < $1.path }
  }

  static func lines(of file: URL) throws -> [Substring] {
    try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  static func imports(in file: URL) throws -> [String] {
    let pattern = /^\s*(?:@\w+\s+)*(?:(?:public|package|internal|private)\s+)?import\s+(\w+)/
    return try lines(of: file).compactMap { line in
      line.firstMatch(of: pattern).map { String($0.1) }
    }
  }

  /// The dependencies that Package.swift declares for a target.
  static func declaredImports(of target: String) throws -> Set<String> {
    let manifest = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    let compact = manifest.split { $0 == " " || $0 == "\n" }.joined()
    let starts = [
      "room(\"\(target)\"", "name:\"\(target)\",dependencies:", "name:\"\(target)\",path:",
    ]
    let found = starts.lazy.compactMap { compact.range(of: $0)?.upperBound }.first
    let rest = compact[try #require(found, "\(target) is not in the manifest")...]
    let end = rest.range(of: "room(")?.lowerBound ?? rest.endIndex
    let entry = rest[..<min(end, rest.range(of: ".target(")?.lowerBound ?? end)]
    guard let open = entry.range(of: "["), entry[..<open.lowerBound].count <= 9,
      let close = entry.range(of: "]")
    else { return [] }
    let names = entry[open.upperBound..<close.lowerBound].matches(
      of: /(?:name:)?"(\w+)"|package:"[\w.-]+"/)
    return Set(names.compactMap { $0.1.map(String.init) })
  }

  /// The first line and the length of every function, by its indentation.
  static func functionLengths(in file: URL) throws -> [(line: Int, length: Int)] {
    let pattern =
      /^( *)(?:(?:public|package|private|fileprivate|static|mutating|consuming) )*(?:func |init)/
    let lines = try lines(of: file)
    var lengths: [(line: Int, length: Int)] = []
    for (start, line) in lines.enumerated() {
      guard let match = line.firstMatch(of: pattern), line.last != "}" else { continue }
      let closing = "\(match.1)}"
      guard let end = lines[start...].firstIndex(where: { $0 == closing }) else { continue }
      lengths.append((start + 1, end - start + 1))
    }
    return lengths
  }
}
