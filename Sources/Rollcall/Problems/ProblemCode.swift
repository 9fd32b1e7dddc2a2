/// What a stable code of a problem stands for: `rollcall explain E104` prints it.
///
/// A code keeps its meaning for ever: a problem that is no longer looked for leaves a gap.
public struct ProblemCode: Hashable, Sendable {
  /// What kind of thing the problem is in.
  public enum Area: String, CaseIterable, Hashable, Sendable {
    /// Files that a run reads or writes.
    case file
    /// Delimited text.
    case text
    /// Profiles and the exports that they read.
    case profile
    /// Rows that wait for their call.
    case stream
    /// Stores of calls.
    case store
    /// Queries.
    case query
    /// Records of deployment and of tours.
    case deployment
    /// Study folders.
    case study
    /// Linear programs.
    case program
    /// Requirements.
    case requirement
    /// Plans.
    case allocation
    /// What the calls can answer.
    case calls
    /// Questions.
    case question
    /// Records of runs, reports, findings and maps.
    case report
  }

  /// The code: a letter and three digits.
  public let code: String
  /// What kind of thing it is in.
  public let area: Area
  /// The problem in a few words.
  public let title: String
  /// What it means.
  public let meaning: String
  /// What usually leads to it.
  public let causes: [String]
  /// What to do about it.
  public let remedy: String
  /// A line that shows how it comes about, or how it is mended.
  public let example: String

  init(
    _ code: String, _ area: Area, _ title: String, meaning: String, causes: [String],
    remedy: String, example: String
  ) {
    self.code = code
    self.area = area
    self.title = title
    self.meaning = meaning
    self.causes = causes
    self.remedy = remedy
    self.example = example
  }

  /// Every code, errors before warnings, in the order of their numbers.
  public static let all: [ProblemCode] =
    (ofFiles + ofText + ofProfiles + ofStreams + ofDeployment + ofStores + ofQueries + ofStudyFiles
    + ofStudyBooks + ofStudyWarnings + ofPrograms + ofRequirements + ofAllocation + ofQuestions
    + ofReports)
    .sorted { $0.code < $1.code }

  /// Whether `word` has the form that is kept for codes: E or W and three letters or digits.
  ///
  /// `E1O4` has it too, so that a letter in the place of a digit is told to be no code.
  public static func isCode(_ word: String) -> Bool {
    let letters = Array(word.uppercased().utf8)
    guard letters.count == 4, letters[0] == UInt8(ascii: "E") || letters[0] == UInt8(ascii: "W")
    else { return false }
    let digits = letters.dropFirst().count { (48...57).contains($0) }
    return digits >= 2
      && letters.dropFirst().allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
  }

  /// Returns the meaning of `word`, in capitals or not.
  ///
  /// - Throws: ``PlanningError/files(_:)`` with `E543` and the nearest codes when there is none.
  public static func named(_ word: String) throws(PlanningError) -> ProblemCode {
    let wanted = word.uppercased()
    if let found = all.first(where: { $0.code == wanted }) { return found }
    let digits = wanted.replacing("O", with: "0").replacing("I", with: "1")
      .replacing("L", with: "1")
    let near =
      all.first { $0.code == digits }?.code ?? NearestMatch.of(digits, in: all.map(\.code))
    let hundred = all.map(\.code).filter { $0.prefix(2) == digits.prefix(2) }
    let others =
      hundred.isEmpty
      ? "" : "Of this kind there are \(hundred.first ?? "") to \(hundred.last ?? ""). "
    throw .files(
      FileError([
        FileIssue(
          code: "E543", "there is no problem with the code `\(word)`", file: "the question",
          remedy: (near.map { "did you mean `\($0)`? " } ?? "") + others
            + "`rollcall explain --codes` lists all")
      ]))
  }
}

extension ProblemCode {
  /// What the code stands for, as text for a terminal.
  public var text: String {
    let causes = causes.map { "  - \($0)" }.joined(separator: "\n")
    return """
      \(code): \(title)

      \(meaning)

      COMMON CAUSES
      \(causes)

      WHAT TO DO
        \(remedy)

      EXAMPLE
        \(example)

      """
  }

  /// The code as a table of one row or, of several codes, as a table of all.
  public static func table(_ codes: [ProblemCode]) -> ResultTable {
    ResultTable(
      name: "codes", title: "Codes of problems",
      columns: [
        .init("code", "Code"), .init("area", "Area"), .init("title", "Problem"),
        .init("meaning", "Meaning"), .init("causes", "Common causes"),
        .init("remedy", "What to do"), .init("example", "Example"),
      ],
      rows: codes.map { code in
        [
          .text(code.code), .text(code.area.rawValue), .text(code.title), .text(code.meaning),
          .text(code.causes.joined(separator: "; ")), .text(code.remedy), .text(code.example),
        ]
      })
  }
}
