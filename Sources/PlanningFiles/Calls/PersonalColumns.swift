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

  /// Phrases with such a word that are not about a person.
  private static let harmless: [[String]] = [
    ["officer", "initiated"], ["phone", "pick", "up"], ["phone", "pickup"],
    ["count", "of", "officers"], ["officer", "count"], ["number", "of", "officers"],
    ["district", "name"], ["beat", "name"], ["sector", "name"], ["precinct", "name"],
    ["area", "name"], ["zone", "name"], ["type", "name"], ["category", "name"],
    ["priority", "name"], ["nature", "name"], ["radio", "name"], ["unit", "name"],
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
      if personal.contains(words[position]) { return words[position] }
      let pair = words[position] + (position + 1 < words.count ? words[position + 1] : "")
      if pair == "calltaker" { return "call taker" }
      position += 1
    }
    return nil
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
