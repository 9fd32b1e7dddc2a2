import Foundation

/// The column profiles that come with the library, and which of them reads a file.
///
///     let found = try Profiles.detection(of: "calls.csv.gz")
///     if let best = found.best { print(best) } else { print(found.tables[0].notes) }
public enum Profiles {
  /// What was found about a file.
  public struct Detection: Sendable {
    /// The name of the profile by which the file can be read as it is, if there is one.
    public let best: String?
    /// What the file seems to be, in one sentence.
    public let verdict: String
    /// The ranked profiles, then the columns of the file.
    public let tables: [ResultTable]
  }

  /// A first profile for an unknown export.
  public struct Starter: Sendable {
    /// The text of the profile, YAML.
    public let yaml: String
    /// What a person must decide before its results are used.
    public let doubts: [String]
  }

  /// The names of the bundled profiles, to look names up; nothing where none were found.
  public static var known: [String]? {
    let names = ReferenceData.profileNames
    return names.isEmpty ? nil : names
  }

  /// Returns a table of the bundled profiles: name, grain, what they tell, where they come from.
  ///
  /// - Throws: `PlanningError.files` when one of them cannot be read.
  public static func list() throws(PlanningError) -> ResultTable {
    let rows = try bundled().map { profile -> [ResultTable.Cell] in
      [
        .text(profile.name), .text(profile.grain.rawValue),
        .text(profile.isTemplate ? "template" : ""),
        .text(profile.tellsHoursOfWork ? "yes" : "no"), .text(firstSentence(of: profile.source)),
      ]
    }
    return ResultTable(
      name: "profiles", title: "Bundled profiles",
      columns: [
        .init("profile", "Profile"), .init("grain", "A row is a"), .init("template", "Template"),
        .init("hours_of_work", "Hours of work"), .init("source", "Source"),
      ], rows: rows,
      notes: ["A template was written without a real export at hand: compare its names first."])
  }

  /// Returns the text of the profile called `name`, or of the file at that path.
  ///
  /// - Throws: `PlanningError.files` when there is none, or it is wrong.
  public static func text(of name: String) throws(PlanningError) -> String {
    do {
      return try ColumnProfile.text(named: name)
    } catch {
      throw .files(error)
    }
  }

  /// Tells which profile reads the export at `path`, plain or compressed, with the reasons.
  ///
  /// - Throws: `PlanningError.files` when the file or a bundled profile cannot be read.
  /// - Complexity: O(bytes of the first 5,000 rows).
  public static func detection(of path: String) throws(PlanningError) -> Detection {
    let profiles = try bundled()
    do {
      let found = ProfileDetection(try ExportSample(.file(path: path)), profiles: profiles)
      return Detection(
        best: found.best?.profile.name, verdict: verdict(on: found),
        tables: [profileTable(found), columnTable(found)])
    } catch {
      throw .files(error)
    }
  }

  /// Writes a first profile for the export at `path`; it can be loaded, and reads that file.
  ///
  /// - Throws: `PlanningError.files` when the file cannot be read or holds no calls (`E142`).
  public static func starter(for path: String, name: String) throws(PlanningError) -> Starter {
    do {
      let found = ProfileDetection(try ExportSample(.file(path: path)), profiles: [])
      let starter = try StarterProfile(found, name: name)
      _ = try ColumnProfile(yaml: starter.yaml, file: "\(name).yaml")
      return Starter(yaml: starter.yaml, doubts: starter.doubts)
    } catch {
      throw .files(error)
    }
  }

  /// Writes `text` to `path`, whole or not at all.
  ///
  /// - Throws: `PlanningError.files` when it cannot be written.
  public static func write(_ text: String, to path: String) throws(PlanningError) {
    do {
      try TextFile.write(to: path) { $0.write(text) }
    } catch {
      throw .files(error)
    }
  }

  private static func bundled() throws(PlanningError) -> [ColumnProfile] {
    var profiles: [ColumnProfile] = []
    do {
      for name in ReferenceData.profileNames { profiles.append(try ColumnProfile.named(name)) }
    } catch {
      throw .files(error)
    }
    return profiles
  }

  private static func firstSentence(of text: String) -> String {
    guard let end = text.firstRange(of: ". ") else { return text }
    return String(text[..<end.lowerBound]) + "."
  }

  private static func verdict(on found: ProfileDetection) -> String {
    if let reason = found.reasonAgainst { return "this is no export of calls: \(reason)" }
    if let best = found.best { return "`\(best.profile.name)` reads this file" }
    if let near = found.scores.first, near.fit == .nearly {
      let why =
        near.missing.isEmpty
        ? ": " + near.reasons.joined(separator: "; ")
        : ", without " + near.missing.map { "`\($0)`" }.joined(separator: ", ")
      return "no profile reads this file as it is; `\(near.profile.name)` comes nearest" + why
    }
    return "no profile reads this file; `rollcall profile new` writes a first one for it"
  }

  private static func profileTable(_ found: ProfileDetection) -> ResultTable {
    let rows = found.scores.enumerated().map { position, score -> [ResultTable.Cell] in
      [
        .count(position + 1), .text(score.profile.name), .text(score.fit.rawValue),
        .number(score.score), .text(score.profile.grain.rawValue), .count(score.found.count),
        .count(score.missing.count), .text(score.missing.joined(separator: ", ")),
        .text(score.unmatched.joined(separator: ", ")),
        .text(score.reasons.joined(separator: "; ")),
      ]
    }
    // Other systems' profiles fill pages and say nothing.
    let shown = rows.enumerated().filter { position, _ in
      position < 3 || found.scores[position].fit != .no
    }
    return ResultTable(
      name: "profile-scores", title: "Profiles for \(found.sample.file)",
      columns: [
        .init("rank", "#"), .init("profile", "Profile"), .init("fit", "Fit"),
        .init("score", "Score", decimals: 2), .init("grain", "A row is a"),
        .init("columns_found", "Found"), .init("columns_missing", "Missing"),
        .init("missing", "Missing columns"), .init("unmatched", "Columns not read"),
        .init("reasons", "Why"),
      ], rows: shown.map(\.element), notes: [verdict(on: found)] + found.findings)
  }

  private static func columnTable(_ found: ProfileDetection) -> ResultTable {
    let rows = found.columns.map { column -> [ResultTable.Cell] in
      let personal =
        column.personalLook.map { "holds \($0.rawValue)" }
        ?? column.personalName.map { "by its name (\($0))" } ?? ""
      return [
        .text(column.header), .count(column.filled), .count(column.distinct),
        .text(column.summary), .text(personal),
      ]
    }
    return ResultTable(
      name: "profile-columns", title: "Columns of \(found.sample.file)",
      columns: [
        .init("column", "Column"), .init("filled", "Filled"), .init("different", "Different"),
        .init("holds", "Holds"), .init("personal", "Personal"),
      ], rows: rows, notes: ["Of the first \(found.sample.rows.count) rows."])
  }
}
