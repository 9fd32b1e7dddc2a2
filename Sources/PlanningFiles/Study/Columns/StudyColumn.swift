/// A column of a table of a study: what it holds, how it is written, and what it means.
///
/// The readers take the limits of numbers and the words allowed from here, and the published schemas
/// are made of the same declarations.
struct StudyColumn: Sendable {
  /// How the fields of a column are written.
  enum Form: Sendable, Equatable {
    /// Words of any kind.
    case text
    /// A name that the first column of another table lists.
    case reference(StudyTableKind)
    /// Names between bars, of another table where one is given.
    case list(StudyTableKind?)
    /// A decimal number.
    case number(ClosedRange<Double>)
    /// A number without decimals.
    case whole(ClosedRange<Int>)
    /// One of a few words.
    case word([String])
    /// `yes` or `no`.
    case yesNo
    /// `yes`, `no`, or the name of a row of the table of assumptions.
    case assumption
    /// A year, a month or a day.
    case date
    /// A day.
    case day
    /// A day of any year.
    case monthDay
    /// A time of day.
    case time
  }

  /// Whether column and value must be there.
  enum Presence: Sendable, Equatable {
    /// Every row has a value.
    case always
    /// The column must be there; its fields may be empty.
    case column
    /// The column may be left out.
    case optional
  }

  /// The name in the header.
  let name: String
  /// How its fields are written.
  let form: Form
  /// Whether it must be there.
  let presence: Presence
  /// The unit of its numbers; empty where they have none.
  let unit: String
  /// What it means, in one sentence.
  let meaning: String
  /// A value that it could hold.
  let example: String

  /// Creates a column in which every row has a value.
  static func always(
    _ name: String, _ form: Form, _ meaning: String, unit: String = "", _ example: String
  ) -> StudyColumn {
    StudyColumn(
      name: name, form: form, presence: .always, unit: unit, meaning: meaning, example: example)
  }

  /// Creates a column that must be there and may have empty fields.
  static func column(
    _ name: String, _ form: Form, _ meaning: String, unit: String = "", _ example: String
  ) -> StudyColumn {
    StudyColumn(
      name: name, form: form, presence: .column, unit: unit, meaning: meaning, example: example)
  }

  /// Creates a column that may be left out.
  static func optional(
    _ name: String, _ form: Form, _ meaning: String, unit: String = "", _ example: String
  ) -> StudyColumn {
    StudyColumn(
      name: name, form: form, presence: .optional, unit: unit, meaning: meaning, example: example)
  }

  /// The least and the largest number allowed, if the column holds numbers.
  var range: ClosedRange<Double>? {
    switch form {
    case .number(let range): range
    case .whole(let range): Double(range.lowerBound)...Double(range.upperBound)
    default: nil
    }
  }

  /// The words allowed, if there are only a few.
  var words: [String] {
    switch form {
    case .word(let words): words
    case .yesNo: ["yes", "no"]
    default: []
    }
  }
}

extension [StudyColumn] {
  /// Source and date, which every row must state.
  static let sourced: [StudyColumn] = [
    .always(
      "source", .text, "The document, page or data set, so that a reader finds it.",
      "roster of 2025-01-01"),
    .always("date", .date, "The date of the source.", "2025-01-01"),
  ]

  /// Whether the row is an assumption, and a note.
  static let flagged: [StudyColumn] = [
    .optional(
      "assumption", .assumption,
      "Whether the study's author assumed the row: yes, no, or the id of the assumption.", "yes"),
    .optional("comment", .text, "A note for readers of the file.", "replace by the roster"),
  ]

  /// The dates between which the row is in force.
  static let dated: [StudyColumn] = [
    .optional(
      "from", .day, "The first day on which the row is in force; empty means from the beginning.",
      "2025-01-01"),
    .optional(
      "through", .day, "The last day on which the row is in force; empty means to the end.",
      "2025-12-31"),
  ]
}
