/// A key of `study.yaml`: what it holds, how it is written, and what it means.
///
/// The readers take the keys, the limits of numbers and the words allowed from here, and the
/// published schema is made of the same declarations.
struct StudyKey: Sendable {
  /// How the value of a key is written.
  indirect enum Form: Sendable {
    /// Words of any kind.
    case text
    /// The name of a file inside the folder.
    case file
    /// One of a few words.
    case word([String])
    /// `yes` or `no`.
    case yesNo
    /// A decimal number.
    case number(ClosedRange<Double>)
    /// A number without decimals.
    case whole(ClosedRange<Int>)
    /// A day.
    case day
    /// A full hour of the day.
    case hour
    /// A list.
    case list(Form)
    /// Keys with values.
    case keys([StudyKey])
    /// Names of the study's own with values.
    case names(Form)
    /// One of several forms.
    case either([Form])
  }

  /// The key.
  let name: String
  /// How its value is written.
  let form: Form
  /// Whether it must be there.
  let isRequired: Bool
  /// What it means, in one sentence.
  let meaning: String

  /// Creates a key that must be there.
  static func needed(_ name: String, _ form: Form, _ meaning: String) -> StudyKey {
    StudyKey(name: name, form: form, isRequired: true, meaning: meaning)
  }

  /// Creates a key that may be left out.
  static func optional(_ name: String, _ form: Form, _ meaning: String) -> StudyKey {
    StudyKey(name: name, form: form, isRequired: false, meaning: meaning)
  }
}
