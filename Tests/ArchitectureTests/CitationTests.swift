import Foundation
import Testing

/// Sources and tests cite the sections of the model by number; a reader must be able to look them up.
@Suite("Citations")
struct CitationTests {
  private static let article = "Sources/PolicingDomain/Documentation.docc/Model.md"

  /// The numbers of the headings of an article: `7` and `7.1`.
  private static func sections() throws -> Set<String> {
    let text = try String(
      contentsOf: SourceTree.root.appending(path: article), encoding: .utf8)
    return Set(
      text.split(separator: "\n").compactMap { line in
        line.firstMatch(of: /^##+ (\d+(?:\.\d+)?) \S/).map { String($0.1) }
      })
  }

  /// The numbers that a text cites: `FORMULATION 7.1`, `FORMULATION 7.1 and 7.9`, `FORMULATION 6 to 8`.
  private static func citations(in text: String) -> [String] {
    // Most files cite nothing, and a plain search is a hundred times as fast as the pattern.
    guard text.contains("FORMULATION ") else { return [] }
    let pattern = /FORMULATION (\d+(?:\.\d+)?(?:(?:, | and |, and | to |–)\d+(?:\.\d+)?)*)/
    return text.matches(of: pattern).flatMap { match in
      match.1.matches(of: /\d+(?:\.\d+)?/).map { String($0.0) }
    }
  }

  /// Source of truth: the headings of the article *The model, by number*.
  @Test(arguments: ["Sources", "Tests", "Data", "Notebooks-as-scripts"])
  func `every number that is cited is a section of the model`(folder: String) throws {
    let sections = try Self.sections()
    for file in try SourceTree.swiftFiles(in: folder) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for number in Self.citations(in: text) {
        #expect(sections.contains(number), "\(file.lastPathComponent) cites \(number)")
      }
    }
  }

  /// Source of truth: the same headings; the article of the linear program names the section of each of
  /// its families in parentheses.
  @Test func `the article of the linear program cites sections that there are`() throws {
    let sections = try Self.sections()
    let place = "Sources/StaffAllocation/Documentation.docc/Formulation.md"
    let text = try String(contentsOf: SourceTree.root.appending(path: place), encoding: .utf8)
    let cited = text.matches(
      of: /^## .*\((\d+(?:\.\d+)?(?: and \d+(?:\.\d+)?)*)\)$/.anchorsMatchLineEndings()
    )
    .flatMap { match in match.1.matches(of: /\d+(?:\.\d+)?/).map { String($0.0) } }
    #expect(cited.count >= 10)
    for number in cited { #expect(sections.contains(number), "\(number)") }
  }

  /// Source of truth: by hand: twelve sections, and what they are about.
  @Test func `the model has its twelve sections`() throws {
    let sections = try Self.sections()
    for number in 1...12 { #expect(sections.contains("\(number)"), "\(number)") }
    #expect(
      Self.citations(in: "(FORMULATION 5.1–5.4), FORMULATION 6 to 8") == ["5.1", "5.4", "6", "8"])
  }
}
