/// Which profile reads a file, and what the file shows.
package struct ProfileDetection: Sendable {
  /// The header and first rows.
  package let sample: ExportSample
  /// What each column holds.
  package let columns: [ColumnFinding]
  /// What a row stands for.
  package let grain: GrainEvidence
  /// Every profile, the best first.
  package let scores: [ProfileScore]
  /// Why the file is no export of calls, if it is none.
  package let reasonAgainst: String?

  /// Looks at `sample` with every one of `profiles`.
  ///
  /// - Complexity: O(profiles × rows of the sample × columns).
  package init(_ sample: ExportSample, profiles: [ColumnProfile]) {
    self.sample = sample
    let columns = sample.header.indices.map { ColumnFinding($0, of: sample) }
    self.columns = columns
    let grain = GrainEvidence(sample, columns: columns)
    self.grain = grain
    reasonAgainst = ExportKind.reasonAgainst(sample, columns: columns)
    let scores = profiles.map { ProfileScore($0, on: sample, grain: grain) }
    self.scores = scores.sorted { left, right in
      Self.order(left, grain.grain) < Self.order(right, grain.grain)
    }
  }

  /// Fitting ones first; then those of the grain that the rows show; then those that read more
  /// columns; then by score and name.
  private static func order(
    _ score: ProfileScore, _ grain: ColumnProfile.Grain
  ) -> (Int, Int, Double, Int, String) {
    let fit = score.fit == .fits ? 0 : score.fit == .nearly ? 1 : 2
    let isOther = score.fit == .fits && score.profile.grain != grain ? 1 : 0
    let read = score.fit == .fits ? Double(-score.found.count) : -score.score
    return (fit, isOther, read, -Int(score.score * 1000), score.profile.name)
  }

  /// The profile by which the file can be read as it is, if there is one.
  package var best: ProfileScore? {
    guard reasonAgainst == nil, let first = scores.first, first.fit == .fits else { return nil }
    return first
  }

  /// What a person should know, in sentences.
  package var findings: [String] {
    var found: [String] = []
    if let reasonAgainst { found.append("this is no export of calls: \(reasonAgainst)") }
    found.append("a row is a \(grain.grain.rawValue): \(grain.reasons.joined(separator: "; "))")
    for column in columns {
      if let look = column.personalLook {
        found.append("`\(column.header)` holds \(look.rawValue): never map it")
      } else if let word = column.personalName {
        found.append("`\(column.header)` looks personal by its name (\(word)): never map it")
      }
      if !column.sentinelYears.isEmpty {
        let years = column.sentinelYears.map(String.init).joined(separator: ", ")
        found.append("`\(column.header)` has years that stand for nothing: \(years)")
      }
      if column.formats?.isAmbiguous == true {
        found.append("`\(column.header)`: day and month cannot be told apart in these rows")
      }
    }
    if sample.delimiter != "," {
      let written = sample.delimiter == "\t" ? "\\t" : String(sample.delimiter)
      found.append("fields are separated by `\(written)`, which the importer finds by itself")
    }
    return found
  }
}
