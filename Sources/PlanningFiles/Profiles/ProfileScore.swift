internal import PolicingDomain

/// How well a profile fits a sample, with the reasons.
package struct ProfileScore: Sendable {
  /// How well a profile fits.
  package enum Fit: String, Sendable {
    /// The file can be read as it is.
    case fits
    /// The number and the time of receipt are there, but something else is not.
    case nearly
    /// Another system's profile.
    case no
  }

  /// The profile.
  package let profile: ColumnProfile
  /// How well it fits.
  package let fit: Fit
  /// From 0 to 1: columns that are there, times that can be read, values that are mapped.
  package let score: Double
  /// Columns of the profile that the file has.
  package let found: [String]
  /// Columns of the profile that the file does not have.
  package let missing: [String]
  /// Columns of the file that the profile neither maps nor drops.
  package let unmatched: [String]
  /// Why, in words.
  package let reasons: [String]

  /// Scores `profile` on `sample`.
  package init(
    _ profile: ColumnProfile, on sample: ExportSample, grain: GrainEvidence
  ) {
    self.profile = profile
    var reasons: [String] = []
    let names = profile.headersRead
    let matches = names.map { HeaderMatch.of($0, in: sample.header) }
    let there = Dictionary(uniqueKeysWithValues: zip(names, matches.map(\.position)))
    found = names.filter { there[$0, default: nil] != nil }
    missing = names.filter { there[$0, default: nil] == nil }
    let positions = Set(there.values.compactMap { $0 })
    let dropped = Set(
      profile.neverRead.compactMap { HeaderMatch.of($0, in: sample.header).position })
    unmatched = sample.header.indices.filter { !positions.contains($0) && !dropped.contains($0) }
      .map { sample.header[$0] }
    let coverage = Self.coverage(profile, there: found, dropped: dropped.count)
    let times = Self.timesRead(profile, there, sample, &reasons)
    let values = Self.valuesMapped(profile, there, sample, &reasons)
    score = coverage * (0.4 + 0.6 * times) * (0.8 + 0.2 * values)
    if !missing.isEmpty {
      reasons.insert("\(found.count) of \(names.count) columns are there", at: 0)
    } else {
      reasons.insert("all \(names.count) columns are there", at: 0)
    }
    if profile.delimiter != sample.delimiter {
      let letter = sample.delimiter == "\t" ? "\\t" : String(sample.delimiter)
      reasons.append("fields are separated by `\(letter)`")
    }
    if missing.isEmpty, let other = Self.otherGrain(profile, there, grain) { reasons.append(other) }
    let core = profile.columns.filter { $0.field == .id || $0.field == .received }
      .flatMap(\.headers)
    let hasCore = core.allSatisfy(found.contains)
    if missing.isEmpty, times >= 0.9 {
      fit = .fits
    } else {
      fit = hasCore && coverage >= 0.5 && times >= 0.5 ? .nearly : .no
    }
    self.reasons = reasons
  }

  /// The share of the profile's columns that are there, weighed by how much hangs on them.
  private static func coverage(_ profile: ColumnProfile, there: [String], dropped: Int) -> Double {
    var all = 0.0
    var has = 0.0
    func add(_ headers: [String], _ weight: Double) {
      all += weight
      if headers.allSatisfy(there.contains) { has += weight }
    }
    for column in profile.columns {
      let isStamp = CallField.stamps.contains(column.field)
      add(column.headers, column.field == .received ? 3 : column.field == .id || isStamp ? 2 : 1)
    }
    for stamp in profile.elapsed { add(stamp.headers, 2) }
    return all == 0 ? 0 : has / all
  }

  private static func texts(
    _ column: ColumnProfile.Column, _ there: [String: Int?], _ sample: ExportSample
  ) -> [String]? {
    let positions = column.headers.compactMap { there[$0] ?? nil }
    guard positions.count == column.headers.count else { return nil }
    return sample.rows.prefix(1000).compactMap { row in
      let parts = positions.map { row[$0] }.filter { !$0.isEmpty }
      return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
  }

  /// The share of values in columns of stamps that the formats read; that of the receipt counts
  /// most.
  private static func timesRead(
    _ profile: ColumnProfile, _ there: [String: Int?], _ sample: ExportSample,
    _ reasons: inout [String]
  ) -> Double {
    var worst = 1.0
    var receipt = 0.0
    for column in profile.columns where CallField.stamps.contains(column.field) {
      guard let texts = texts(column, there, sample) else { continue }
      let stamps = texts.filter { !profile.missingTexts.contains($0) }
      if stamps.isEmpty {
        if column.field == .received { reasons.append("`\(column.header)` is empty") }
        continue
      }
      let read = stamps.count { text in
        let bytes = Array(text.utf8)
        return profile.timePatterns.contains { $0.moment(bytes.span) != nil }
      }
      let share = Double(read) / Double(stamps.count)
      if share < 0.995 {
        let percent = Int((share * 100).rounded(.down))
        let example = stamps.first { text in
          let bytes = Array(text.utf8)
          return !profile.timePatterns.contains { $0.moment(bytes.span) != nil }
        }
        reasons.append(
          "its formats read \(percent) % of `\(column.header)`, not `\(example ?? "")`")
      }
      if column.field == .received { receipt = share } else { worst = min(worst, share) }
    }
    return receipt * (0.5 + 0.5 * worst)
  }

  private static func valuesMapped(
    _ profile: ColumnProfile, _ there: [String: Int?], _ sample: ExportSample,
    _ reasons: inout [String]
  ) -> Double {
    var shares: [Double] = []
    let checks: [(CallField, (String) -> Bool)?] = [
      profile.priorities.map { map in (.priority, { map[$0] != nil }) },
      profile.priorities == nil
        ? (.priority, { Int($0).flatMap { CallPriority($0) } != nil }) : nil,
      profile.otherOrigins == nil ? (.origin, { profile.origins[$0] != nil }) : nil,
      profile.grain == .status ? (.status, { profile.statuses[$0] != nil }) : nil,
    ]
    for case .some(let (field, isMapped)) in checks {
      guard let column = profile.columns.first(where: { $0.field == field }),
        let texts = texts(column, there, sample)
      else { continue }
      let known = texts.filter { !profile.missingTexts.contains($0) }
      if known.isEmpty { continue }
      let mapped = known.count(where: isMapped)
      shares.append(Double(mapped) / Double(known.count))
      if mapped < known.count, let example = known.first(where: { !isMapped($0) }) {
        reasons.append(
          "\(known.count - mapped) of \(known.count) values of `\(column.header)` are not mapped, "
            + "such as `\(example)`")
      }
    }
    return shares.isEmpty ? 1 : shares.reduce(0, +) / Double(shares.count)
  }

  private static func otherGrain(
    _ profile: ColumnProfile, _ there: [String: Int?], _ evidence: GrainEvidence
  ) -> String? {
    guard let id = evidence.idColumn, let name = profile.header(of: .id), there[name] == id,
      profile.grain == .call, evidence.grain != .call
    else { return nil }
    return "the profile takes a row for a call, but \(evidence.reasons.joined(separator: "; "))"
  }
}
