/// Words of a result as files for spreadsheets hold them: never worked out as a formula.
///
/// A spreadsheet that opens a CSV file takes a cell that begins with `=`, `+`, `-` or `@`, or with a tab or
/// the end of a line before these, for a formula. A name in an export may begin so by chance or by malice.
/// Such words get an apostrophe in front, the usual remedy (OWASP, CSV injection). Numbers are written
/// as numbers and keep their minus sign. Words that begin with apostrophes and then such a character get
/// one more, so that programs that read the file back drop one apostrophe where others or none stand
/// before such a character, and have the words as they were.
struct InertText: Hashable {
  /// The words, with an apostrophe where they need one.
  let text: String

  /// Makes words inert.
  init(_ words: String) {
    let first = words.unicodeScalars.first { $0 != "'" }
    text = first.map(Self.startsFormula) == true ? "'\(words)" : words
  }

  /// Whether a spreadsheet may take words that begin with `scalar` for a formula; the wide forms are taken
  /// so in some languages.
  private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}
