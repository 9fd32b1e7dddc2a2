internal import Foundation

/// Tells columns that hold personal data by what stands in them, whatever they are called.
///
/// Only shapes that hardly anything else in a dispatch export has are told: telephone numbers with
/// their separators, e-mail addresses, social security numbers, badge or star numbers that say so,
/// and names of persons. Ten digits in a row are the number of a call as well as of a telephone, and
/// four or five digits are a beat, a unit or a badge: such columns are left to their names.
package enum PersonalLook: String, CaseIterable, Sendable {
  /// Telephone numbers.
  case phone = "telephone numbers"
  /// E-mail addresses.
  case email = "e-mail addresses"
  /// Social security numbers.
  case socialSecurity = "social security numbers"
  /// Badge or star numbers.
  case badge = "badge or star numbers"
  /// Names of persons.
  case name = "names of persons"

  private static let mostValues = 2000

  /// Returns what the values look like, or nothing.
  ///
  /// - Complexity: O(letters of the first 2,000 values).
  package static func of(_ values: [String]) -> PersonalLook? {
    let texts = values.prefix(mostValues).filter { !$0.isEmpty }
    guard texts.count >= 3 else { return nil }
    // How many in a thousand must look so: what cannot be anything else needs fewer.
    let kinds: [(look: PersonalLook, share: Int, fits: (Substring) -> Bool)] = [
      (.email, 50, isEmail), (.socialSecurity, 300, isSocialSecurity), (.phone, 300, isPhone),
      (.badge, 300, isBadge),
    ]
    for (look, share, fits) in kinds {
      let count = texts.count { fits($0[...]) }
      if count >= 3, count * 1000 >= texts.count * share { return look }
    }
    return PersonNames.areNames(texts) ? .name : nil
  }

  /// Returns an issue for every column that `profile` reads and that looks personal in `sample`.
  ///
  /// - Parameters:
  ///   - profile: The profile.
  ///   - header: The names of the columns of the file.
  ///   - sample: Some rows, each with its fields in the order of the header.
  ///   - file: The name of the file for messages; that of the profile if empty.
  /// - Returns: The issues, with the code `E141`.
  package static func issues(
    profile: ColumnProfile, header: [String], sample: [[String]], file: String = ""
  ) -> [FileIssue] {
    profile.headersRead.compactMap { name in
      guard let position = HeaderMatch.of(name, in: header).position else { return nil }
      let values = sample.compactMap { $0.indices.contains(position) ? $0[position] : nil }
      guard let look = of(values) else { return nil }
      return FileIssue(
        code: "E141", "column `\(name)` must not be read: it holds \(look.rawValue)",
        file: file.isEmpty ? profile.file : file, line: 1, column: position + 1,
        remedy: "take it out of `columns` in \(profile.file), and list it under `never_read`")
    }
  }

  /// Looks at the first 500 rows of each file, and throws where a mapped column looks personal.
  ///
  /// What can be read only once, such as a pipe, is not looked at; what cannot be read is left to
  /// the importer to complain of.
  package static func check(
    _ inputs: [DelimitedInput], profile: ColumnProfile
  ) throws(FileError) {
    var found: [FileIssue] = []
    for input in inputs where isReadTwice(input) {
      guard let sample = try? ExportSample(input, rows: 500) else { continue }
      found += issues(
        profile: profile, header: sample.header, sample: sample.rows, file: sample.file)
    }
    if !found.isEmpty { throw FileError(found) }
  }

  private static func isReadTwice(_ input: DelimitedInput) -> Bool {
    switch input {
    case .bytes: return true
    case .file(let path):
      let attributes = try? FileManager.default.attributesOfItem(
        atPath: URL(filePath: path).resolvingSymlinksInPath().path)
      return path != "-" && attributes?[.type] as? FileAttributeType == .typeRegular
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// `name@host.domain`, without spaces.
  static func isEmail(_ text: Substring) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !text.contains(" ") else { return false }
    let host = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    let isPlain = host.allSatisfy {
      !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
    return host.count >= 2 && isPlain && (host.last?.allSatisfy(\.isLetter) ?? false)
  }

  /// `123-45-6789`, as the numbers are given out.
  static func isSocialSecurity(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [3, 2, 4], parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) })
    else { return false }
    return parts[0] != "000" && parts[0] != "666" && parts[0].first != "9" && parts[1] != "00"
      && parts[2] != "0000"
  }

  /// `(312) 555-0143`, `312-555-0143`, `+1 312.555.0143`: ten digits with separators, none of the
  /// first two groups beginning with 0 or 1, as the North American plan has it.
  static func isPhone(_ text: Substring) -> Bool {
    guard text.utf8.count >= 12, text.utf8.count <= 24 else { return false }
    var groups: [[UInt8]] = [[]]
    for byte in text.utf8 {
      if isDigit(byte) {
        groups[groups.count - 1].append(byte)
      } else if "+()-. ".utf8.contains(byte) {
        if groups.last?.isEmpty == false { groups.append([]) }
      } else {
        return false
      }
    }
    groups.removeAll { $0.isEmpty }
    if groups.first == [0x31] { groups.removeFirst() }
    guard groups.map(\.count) == [3, 3, 4] else {
      // A plus sign and eleven digits in a row are a telephone number too.
      return text.hasPrefix("+1") && groups.count == 1 && groups[0].count == 11
    }
    return groups[0][0] >= 0x32 && groups[1][0] >= 0x32
  }

  /// `#12345`, `Badge 1234`, `Star No. 12345`, and the log-in `PC0X123` of Chicago.
  static func isBadge(_ text: Substring) -> Bool {
    let lower = text.lowercased()
    for word in ["badge", "star"] where lower.hasPrefix(word) {
      let rest = lower.dropFirst(word.count).drop { " .:#no".contains($0) }
      if (3...6).contains(rest.utf8.count), rest.utf8.allSatisfy(isDigit) { return true }
    }
    let bytes = Array(lower.utf8)
    if bytes.first == UInt8(ascii: "#"), (4...7).contains(bytes.count) {
      return bytes.dropFirst().allSatisfy(isDigit)
    }
    return bytes.count == 7 && lower.hasPrefix("pc") && isDigit(bytes[2]) && !isDigit(bytes[3])
      && bytes[4...].allSatisfy(isDigit)
  }
}

/// Tells columns with names of persons: `DOE, JANE`, `Jane Q Doe`, `Ofc. Doe`.
enum PersonNames {
  /// Common first names of the United States census of 1990 and of Social Security, both sexes.
  private static let first: Set<String> = Set(
    """
    james john robert michael william david richard charles joseph thomas christopher daniel paul
    mark donald george kenneth steven edward brian ronald anthony kevin jason matthew gary timothy
    jose larry jeffrey frank scott eric stephen andrew raymond gregory joshua jerry dennis walter
    patrick peter harold douglas henry carl arthur ryan roger juan jack albert jonathan justin terry
    gerald keith samuel willie ralph lawrence nicholas roy benjamin bruce brandon adam harry fred
    wayne billy steve louis jeremy aaron randy carlos russell bobby victor luis jesus antonio miguel
    mary patricia linda barbara elizabeth jennifer maria susan margaret dorothy lisa nancy karen betty
    helen sandra donna carol ruth sharon michelle laura sarah kimberly deborah jessica shirley cynthia
    angela melissa brenda amy anna rebecca virginia kathleen pamela martha debra amanda stephanie
    carolyn christine marie janet catherine frances ann joyce diane alice julie heather teresa doris
    gloria evelyn jean cheryl mildred katherine joan ashley judith rose janice kelly nicole judy
    christina kathy theresa beverly denise tammy irene jane lori rachel marilyn andrea kathryn louise
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  private static let ranks: Set<String> = [
    "ofc", "ofcr", "officer", "sgt", "sergeant", "det", "detective", "lt", "lieutenant", "capt",
    "captain", "cpl", "corporal", "deputy", "dep", "mr", "mrs", "ms",
  ]
  /// Words that stand behind a rank or a first name in types of calls and names of places.
  private static let otherWords: Set<String> = [
    "st", "street", "av", "ave", "avenue", "rd", "road", "dr", "drive", "blvd", "ln", "lane", "ct",
    "court", "pl", "place", "way", "hwy", "pkwy", "park", "school", "hospital", "station", "needs",
    "down", "initiated", "assist", "help", "request", "duty", "detail", "contact", "emergency",
  ]

  /// Whether most of `values` are names: many different ones, in the shape of a name, at least a
  /// quarter with a common first name or behind a rank.
  static func areNames(_ values: [String]) -> Bool {
    let distinct = Set(values)
    guard distinct.count >= 10, distinct.count * 10 >= values.count else { return false }
    var shaped = 0
    var certain = 0
    for value in distinct {
      guard let words = words(of: value) else { continue }
      shaped += 1
      if words.contains(where: first.contains) || ranks.contains(words[0]) { certain += 1 }
    }
    return shaped * 5 >= distinct.count * 4 && certain * 4 >= distinct.count
  }

  /// Returns the words of a text that has the shape of a name: two to four words of letters.
  private static func words(of text: String) -> [String]? {
    let words = text.lowercased().split { $0 == " " || $0 == "," || $0 == "." }.map(String.init)
    guard (2...4).contains(words.count) else { return nil }
    let isName = words.allSatisfy { word in
      word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" } && !otherWords.contains(word)
    }
    return isName ? words : nil
  }
}
