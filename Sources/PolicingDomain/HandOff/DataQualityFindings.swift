extension DataQuality {
  /// The values of one column.
  public struct ValueForm: Hashable, Sendable {
    /// One value.
    public struct Value: Hashable, Sendable {
      /// The text.
      public let text: String
      /// The calls with it.
      public let calls: Int
      /// Why it is listed.
      public let reason: String

      /// Creates a value.
      public init(text: String, calls: Int, reason: String) {
        self.text = text
        self.calls = calls
        self.reason = reason
      }
    }

    /// The name of the field.
    public let field: String
    /// How many values there are; nothing where there are too many to be counted.
    public let distinct: Int?
    /// Calls without a value.
    public let missing: Int
    /// Calls with a value that the study does not know; nothing without a study.
    public let unmatched: Int?
    /// Values that the study does not know, or that look odd, most calls first.
    public let listed: [Value]

    /// Creates the values of a field.
    public init(field: String, distinct: Int?, missing: Int, unmatched: Int?, listed: [Value]) {
      self.field = field
      self.distinct = distinct
      self.missing = missing
      self.unmatched = unmatched
      self.listed = listed
    }
  }

  /// One thing that a reader must know.
  public struct Finding: Hashable, Sendable {
    /// How much it matters.
    public enum Severity: String, CaseIterable, Hashable, Sendable {
      /// A question cannot be answered because of it.
      case grave
      /// A figure must be used with care because of it.
      case care
      /// Worth knowing.
      case note
    }

    /// What becomes of the hours that rest on it.
    public enum Fate: String, Hashable, Sendable {
      /// They are not in the stamps and are put in at the mean of their kind.
      case imputed
      /// They stand in the data and are hard to believe.
      case doubted = "as they stand"
      /// They stand in the data, are not believed and are replaced by the mean of their kind.
      case replaced
      /// They would be counted twice.
      case countedTwice = "counted twice"
      /// They belong to no place or kind of a table.
      case unplaced = "in no row of the table"
      /// They are there only if a unit did go.
      case ifSent = "only if a unit went"
      /// They are not in the file, if the days are like the others.
      case lost
    }

    /// A stable name, lower case with hyphens.
    public let key: String
    /// How much it matters.
    public let severity: Severity
    /// What was found, in one sentence without a full stop.
    public let what: String
    /// How many there are.
    public let count: Int
    /// Out of how many.
    public let of: Int
    /// What is counted: calls, rows, units, days.
    public let counted: String
    /// The unit-hours that rest on it; nothing where none can be told or none do.
    public let unitHours: Double?
    /// What becomes of them.
    public let fate: Fate?
    /// What to do about it.
    public let remedy: String

    /// Creates a finding.
    public init(
      key: String, severity: Severity, what: String, count: Int, of: Int, counted: String = "calls",
      unitHours: Double? = nil, fate: Fate? = nil, remedy: String
    ) {
      self.key = key
      self.severity = severity
      self.what = what
      self.count = count
      self.of = of
      self.counted = counted
      self.unitHours = unitHours
      self.fate = unitHours == nil ? nil : fate
      self.remedy = remedy
    }

    /// The share of what is counted; nothing where there is nothing to count.
    public var share: Double? { of > 0 ? Double(count) / Double(of) : nil }
  }

  /// Whether the export can answer a question of a staffing study.
  public struct Verdict: Hashable, Sendable {
    /// A question.
    public enum Question: String, CaseIterable, Hashable, Sendable {
      /// How long units were busy.
      case hoursOfWork = "hours of work"
      /// How long calls waited for a unit.
      case waiting = "waiting times"
      /// How long it took until a unit was there.
      case response = "response times"
      /// At which hours of the week work comes in.
      case hourOfWeek = "by hour of the week"
      /// Where, by district.
      case district = "by district"
      /// Where, by beat.
      case beat = "by beat"
      /// How urgent.
      case priority = "by priority"
      /// What about.
      case category = "by category"
      /// Who started it.
      case origin = "community and officer-initiated work apart"
      /// Which kind of unit did it.
      case unitClass = "by class of unit"
    }

    /// An answer.
    public enum Answer: String, CaseIterable, Hashable, Sendable {
      /// As it is.
      case yes = "answerable"
      /// With the reservations that are stated.
      case withCare = "with care"
      /// Not from this export.
      case no = "not answerable"
    }

    /// The question.
    public let question: Question
    /// The answer.
    public let answer: Answer
    /// The calls or units that can be used.
    public let usable: Int
    /// Out of how many.
    public let of: Int
    /// Why not, or why with care.
    public let reasons: [String]
    /// What to do about it.
    public let remedies: [String]

    /// Creates a verdict.
    public init(
      question: Question, answer: Answer, usable: Int, of: Int, reasons: [String],
      remedies: [String]
    ) {
      self.question = question
      self.answer = answer
      self.usable = usable
      self.of = of
      self.reasons = reasons
      self.remedies = remedies
    }
  }

  /// Returns the verdict on `question`.
  public func verdict(_ question: Verdict.Question) -> Verdict? {
    verdicts.first { $0.question == question }
  }
}
