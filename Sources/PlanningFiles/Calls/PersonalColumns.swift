/// Tells the columns of a dispatch export that hold personal data, by their names.
///
/// The importer needs none of them, so a profile that maps one is refused.
package enum PersonalColumns {
  private static let personal: Set<String> = [
    "name", "names", "firstname", "lastname", "officer", "officers", "badge", "phone",
    "telephone", "narrative", "remark", "remarks", "comment", "comments", "note", "notes",
    "calltaker", "dispatcher", "caller", "complainant", "reporter", "dob", "birth", "ssn",
    "email", "employee",
  ]

  /// Parts of words that are as telling, as in `OFFICERNAME`.
  private static let stems = [
    "officer", "badge", "phone", "narrative", "remark", "calltaker", "dispatcher", "complainant",
  ]
  private static let harmlessWords: Set<String> = [
    "officerinitiated", "phonepickup", "timephonepickup", "officercount",
  ]
  /// What may have a name without being a person.
  private static let things = [
    "district", "beat", "sector", "precinct", "area", "zone", "type", "category", "priority",
    "nature", "radio", "unit",
  ]

  /// Phrases with such a word that are not about a person.
  private static let harmless: [[String]] = [
    ["officer", "initiated"], ["phone", "pick", "up"], ["phone", "pickup"],
    ["count", "of", "officers"], ["officer", "count"], ["number", "of", "officers"],
  ]

  /// Returns the word by which `column` looks personal, or nothing.
  package static func suspectWord(in column: String) -> String? {
    let words = words(of: column)
    var position = 0
    while position < words.count {
      let rest = words[position...]
      if let phrase = harmless.first(where: { rest.starts(with: $0) }) {
        position += phrase.count
        continue
      }
      if position > 0, words[position] == "name", things.contains(words[position - 1]) {
        position += 1
        continue
      }
      if isPersonal(words[position]) { return words[position] }
      let pair = words[position] + (position + 1 < words.count ? words[position + 1] : "")
      if pair == "calltaker" { return "call taker" }
      position += 1
    }
    return nil
  }

  private static func isPersonal(_ word: String) -> Bool {
    if harmlessWords.contains(word) { return false }
    if word != "name", word.hasSuffix("name") { return !things.contains(String(word.dropLast(4))) }
    return personal.contains(word) || stems.contains { word.contains($0) }
  }

  /// The words of `Call_Taker`, `callTaker`, `CALL TAKER` and `FirstName2`, in lower case.
  private static func words(of column: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for letter in column {
      let isUpper = letter.isUppercase
      if !letter.isLetter || (isUpper && wasLower) {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if letter.isLetter { word += letter.lowercased() }
      wasLower = letter.isLowercase
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
