/// Tells personal data in records of a deployment: by the name of a column, and by the look of a
/// value.
enum PersonalRecords {
  private static let words: Set<String> = [
    "star", "login", "logon id", "emp", "empid", "empno", "employee", "member", "members", "user",
    "userid", "username", "payroll", "pc", "person", "personnel", "surname", "initials",
    "mail", "email", "address", "sex", "race", "gender", "age",
  ]
  /// What may have a name without being a person, besides what dispatch exports have.
  private static let things = [
    "watch", "shift", "tour", "assignment", "post", "position", "reason", "status", "group", "team",
    "section", "bureau", "car", "vehicle", "station",
  ]
  /// Numbers of people, which are no names.
  private static let counts = [
    "number of officers", "officers present", "officers aboard", "officers assigned",
    "officers on duty", "officer count", "officer hours", "officers",
    "members present", "members assigned", "number of members", "member count", "members",
    "personnel count", "personnel present",
  ]

  /// Returns the word by which `header`, mapped to `field` or to nothing, looks personal.
  ///
  /// A count may be of officers or members; its values are whole numbers or the row is set aside.
  static func suspectWord(in header: String, _ field: DeploymentField?) -> String? {
    var text = separated(header)
    if field?.isCount == true, let phrase = counts.first(where: { text.contains($0) }) {
      text = text.replacing(phrase, with: " ")
    }
    for thing in things { text = text.replacing("\(thing) name", with: thing) }
    let found = text.split(separator: " ").map(String.init)
    if let word = found.first(where: { words.contains($0) }) { return word }
    return PersonalColumns.suspectWord(in: text)
  }

  /// The words of `Star_No`, `starNo` and `STAR NO`, in lower case with a space between them.
  private static func separated(_ header: String) -> String {
    var text = ""
    var wasLower = false
    for letter in header {
      if !letter.isLetter || (letter.isUppercase && wasLower) { text += " " }
      if letter.isLetter { text += letter.lowercased() }
      wasLower = letter.isLowercase
    }
    return text
  }

  /// Whether `value` looks like an e-mail address or a telephone number.
  static func looksPersonal(_ value: String) -> Bool {
    if let sign = value.firstIndex(of: "@") { return value[sign...].contains(".") }
    var digits = 0
    for byte in value.utf8 {
      if UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
        digits += 1
      } else if !" ()-+./".utf8.contains(byte) {
        return false
      }
    }
    return (10...15).contains(digits)
  }
}
