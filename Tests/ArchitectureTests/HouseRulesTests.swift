import Foundation
import Testing

/// The rules that keep the house in order, checked on the source text itself.
///
/// The package manager builds a target that imports a module it has not declared, provided that
/// module happens to be built first, so the manifest alone does not hold the rooms apart.
@Suite("House rules")
struct HouseRulesTests {
  @Test(arguments: SourceTree.rooms)
  func `a room imports only what the manifest draws below it`(room: SourceTree.Room) throws {
    let outside = SourceTree.outside[room.name] ?? []
    for file in try SourceTree.swiftFiles(in: room.folder) {
      for module in try SourceTree.imports(in: file) {
        #expect(
          room.mayImport.contains(module) || outside.contains(module),
          "\(file.lastPathComponent) imports \(module)")
      }
    }
  }

  @Test(arguments: SourceTree.rooms)
  func `the manifest declares exactly the arrows of the house`(room: SourceTree.Room) throws {
    let declared = try SourceTree.declaredImports(of: room.name)
    #expect(declared == room.mayImport, "\(room.name)")
  }

  @Test func `every folder of sources is a room of the house`() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: SourceTree.root.appending(path: "Sources").path)
    let known = Set(SourceTree.rooms.map(\.name)).union(["CLAPACK", "CXLSXWriter", "CZlib"])
    #expect(Set(folders).subtracting(known) == [])
  }

  @Test func `the top of the project has the agreed folders only`() throws {
    let entries = try FileManager.default.contentsOfDirectory(
      at: SourceTree.root, includingPropertiesForKeys: [.isDirectoryKey])
    let folders = try entries.filter { entry in
      try entry.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
        && !entry.lastPathComponent.hasPrefix(".")
    }.map(\.lastPathComponent)
    let agreed: Set = ["Sources", "Tests", "Data", "Notebooks-as-scripts", "Benchmarks", "runs"]
    #expect(Set(folders).subtracting(agreed) == [])
  }

  @Test(arguments: ["Sources", "Tests", "Data", "Notebooks-as-scripts", "Benchmarks"])
  func `a source file fits in the head`(folder: String) throws {
    for file in try SourceTree.swiftFiles(in: folder) {
      let lines = try SourceTree.lines(of: file).count
      #expect(lines <= 400, "\(file.lastPathComponent) has \(lines) lines")
    }
  }

  @Test(arguments: ["Sources", "Data"])
  func `a function is at most sixty lines long`(folder: String) throws {
    for file in try SourceTree.swiftFiles(in: folder) {
      for (line, length) in try SourceTree.functionLengths(in: file)
      where !SourceTree.longFunctions.contains(file.lastPathComponent) {
        #expect(length <= 60, "\(file.lastPathComponent):\(line) has \(length) lines")
      }
    }
  }

  @Test func `unsafe code lives in four places`() throws {
    let allowed = ["/LinearAlgebra/", "/PlanningFiles/Delimited/", "/Workbooks/Library/"]
    for file in try SourceTree.swiftFiles(in: "Sources") {
      guard !allowed.contains(where: { file.path.contains($0) }) else { continue }
      for (position, line) in try SourceTree.lines(of: file).enumerated() {
        let words = line.split { !$0.isLetter && $0 != "_" }
        let isComment = line.drop { $0 == " " }.hasPrefix("//")
        #expect(
          isComment || !words.contains { $0.lowercased().hasPrefix("unsafe") },
          "\(file.lastPathComponent):\(position + 1)")
      }
    }
  }

  @Test(arguments: ["LinearAlgebra", "LinearProgramming", "QueueingModels", "Charts"])
  func `the numeric wing knows no police word`(target: String) throws {
    let words = [
      "police", "officer", "sergeant", "patrol", "beat", "district", "dispatch", "sworn", "watch",
    ]
    for file in try SourceTree.swiftFiles(in: "Sources/\(target)") {
      for (position, line) in try SourceTree.lines(of: file).enumerated() {
        let found = line.lowercased().split { !$0.isLetter }.first { words.contains(String($0)) }
        #expect(found == nil, "\(file.lastPathComponent):\(position + 1)")
      }
    }
  }

  @Test func `nothing is forced, tried blindly or switched off`() throws {
    for folder in ["Sources", "Data", "Notebooks-as-scripts"] {
      for file in try SourceTree.swiftFiles(in: folder) {
        let text = try String(contentsOf: file, encoding: .utf8)
        // One owner of raw memory says by hand what the compiler cannot see: that it has no other.
        let isStorage = file.lastPathComponent == "Storage.swift"
        for word in ["try!", "as!", "fatalError(", "nonisolated(unsafe)", "@unchecked"]
        where !(isStorage && word == "@unchecked") {
          #expect(!text.contains(word), "\(file.lastPathComponent) contains \(word)")
        }
      }
    }
    let manifest = try String(
      contentsOf: SourceTree.root.appending(path: "Package.swift"), encoding: .utf8)
    #expect(!manifest.contains("unsafeFlags"))
  }

  @Test func `every family of constraints and every objective has a golden program`() throws {
    for folder in ["Constraints", "Objectives"] {
      for file in try SourceTree.swiftFiles(in: "Sources/StaffAllocation/\(folder)") {
        let name = file.deletingPathExtension().lastPathComponent
        let golden = SourceTree.root.appending(
          path: "Tests/StaffAllocationTests/Golden/\(name).lp.txt")
        #expect(FileManager.default.fileExists(atPath: golden.path), "\(name)")
      }
    }
  }
}
