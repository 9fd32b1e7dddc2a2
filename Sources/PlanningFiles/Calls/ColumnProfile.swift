public import PolicingDomain

/// How to read the dispatch exports of one system: which column tells what, and in which words.
///
/// A profile is a YAML file that a person can read and change; the folder `Data/Profiles` has
/// several. Only the columns that it maps are read.
///
/// | Key | Value | If absent |
/// |---|---|---|
/// | `name` | the name of the profile | an error |
/// | `source` | where such exports come from, and what to know of them | nothing |
/// | `grain` | `call` or `unit`: what a row stands for | `call` |
/// | `delimiter` | the letter between two fields | `","` |
/// | `columns` | for each ``CallField`` its column; or `id: row number` | an error |
/// | `times` | `formats`, a list of ``TimePattern``s | an error |
/// | | `precision`, `second` or `day` | `second` |
/// | | `sentinel_years`, such as `[1899, 1900]` | none |
/// | `priorities` | for each value, a level from 0 to 9 | the values are levels |
/// | `categories` | `map`, a category for each value; `others`, that of the rest | the values |
/// | `origins` | `community` and `officer`, lists of values; `default` | those two words |
/// | `missing` | texts that stand for nothing | the empty text only |
/// | `never_read` | columns with personal data | none |
///
///     let profile = try ColumnProfile(contentsOf: "Data/Profiles/seattle-call-data.yaml")
public struct ColumnProfile: Hashable, Sendable {
  /// What one row of the export stands for.
  public enum Grain: String, CaseIterable, Hashable, Sendable {
    /// A call, however many units went.
    case call
    /// One unit on one call.
    case unit
    /// One change of the status of one unit.
    case status
  }

  /// How exactly the export tells the time.
  public enum Precision: String, CaseIterable, Hashable, Sendable {
    /// To the second or the minute.
    case second
    /// To the day: calls can be counted, hours of work cannot be told.
    case day
  }

  /// One column and what it tells.
  public struct Column: Hashable, Sendable {
    /// What the column tells.
    public let field: CallField
    /// The name of the column, as the header of the export spells it.
    public let header: String

    /// Creates a column.
    public init(field: CallField, header: String) {
      self.field = field
      self.header = header
    }
  }

  /// The name of the profile.
  public let name: String
  /// The path of the profile's file, for messages.
  public let file: String
  /// Where exports of this kind come from, and what a user should know of them.
  public internal(set) var source = ""
  /// What one row stands for.
  public internal(set) var grain = Grain.call
  /// The ASCII letter between two fields.
  public internal(set) var delimiter: Character = ","
  /// The columns that are read, in the order of ``CallField``.
  public internal(set) var columns: [Column] = []
  /// Whether the number of the row serves as the number of the call, because the export has none.
  public internal(set) var usesRowNumber = false
  /// The ways in which times are written; the first that fits is taken.
  public internal(set) var timePatterns: [TimePattern] = []
  /// How exactly times are told.
  public internal(set) var precision = Precision.second
  /// Years that stand for a missing time, such as 1900.
  public internal(set) var sentinelYears: [Int] = []
  /// The priority that each value stands for; nothing when the values are levels from 0 to 9.
  public internal(set) var priorities: [String: CallPriority]?
  /// The category that each value stands for; values that are not listed stand for themselves.
  public internal(set) var categories: [String: CallCategory] = [:]
  /// The category of every value that is not listed, if they do not stand for themselves.
  public internal(set) var otherCategories: CallCategory?
  /// Who started the call, by value.
  public internal(set) var origins: [String: CallOrigin] = [
    "community": .community, "officer": .officer,
  ]
  /// Who started a call whose value is not listed; nothing when such a value is to be remarked,
  /// and the call taken as the community's.
  public internal(set) var otherOrigins: CallOrigin?
  /// Texts that stand for a missing value, besides the empty one.
  public internal(set) var missingTexts: [String] = []
  /// Columns that hold personal data, which no profile may map.
  public internal(set) var neverRead: [String] = []

  init(name: String, file: String) {
    self.name = name
    self.file = file
  }

  /// Returns the column that tells `field`, or nothing.
  public func header(of field: CallField) -> String? {
    columns.first { $0.field == field }?.header
  }

  /// Whether the export can tell how long units were at work: times, sent and free again.
  public var tellsHoursOfWork: Bool {
    precision == .second && header(of: .dispatched) != nil && header(of: .cleared) != nil
  }
}
