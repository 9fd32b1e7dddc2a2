import Foundation
import Testing

/// The shelf of notebooks: programs to read, each with the rooms that it shows and a check at its end.
@Suite("Notebooks")
struct NotebookTests {
  private static let shelf = "Notebooks-as-scripts"

  private static func folders() throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: SourceTree.root.appending(path: shelf).path
    ).filter { $0.first?.isNumber == true }.sorted()
  }

  /// The rooms that the manifest gives to each notebook.
  private static func declared() throws -> [String: Set<String>] {
    let manifest = try String(
      contentsOf: SourceTree.root.appending(path: "Package.swift"), encoding: .utf8)
    let compact = manifest.split { $0 == " " || $0 == "\n" }.joined()
    let entries = compact.matches(of: /notebook\("([\w-]+)",uses:\[([^\]]*)\]\)/)
    return Dictionary(
      entries.map { entry in
        (String(entry.1), Set(entry.2.matches(of: /"(\w+)"/).map { String($0.1) }))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Source of truth: the folders beside the manifest.
  @Test func `every notebook is in the manifest and imports what stands there`() throws {
    let declared = try Self.declared()
    #expect(Set(declared.keys) == Set(try Self.folders()))
    for folder in try Self.folders() {
      let program = SourceTree.root.appending(path: "\(Self.shelf)/\(folder)/main.swift")
      let imports = Set(try SourceTree.imports(in: program))
      #expect(imports == (declared[folder] ?? []).union(["NotebookPaper"]), "\(folder)")
    }
  }

  /// Source of truth: the rules of the shelf: a title, a promise, a section that checks, and the end.
  @Test func `every notebook begins with a title and ends in a check`() throws {
    for folder in try Self.folders() {
      let program = SourceTree.root.appending(path: "\(Self.shelf)/\(folder)/main.swift")
      let lines = try SourceTree.lines(of: program)
      #expect(lines.first?.hasPrefix("// # ") == true, "\(folder)")
      #expect(lines.contains { $0.hasPrefix("// *You will learn*") }, "\(folder)")
      #expect(lines.last == "notebook.close()", "\(folder)")
      let end = try #require(lines.lastIndex { $0 == "// ## Check" }, "\(folder)")
      #expect(lines[end...].contains { $0.contains("notebook.check(") }, "\(folder)")
      #expect(lines.count <= 170, "\(folder) has \(lines.count) lines")
    }
  }
}
