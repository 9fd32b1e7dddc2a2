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
/// | `template` | `true` when no real header was seen, so that names may differ | `false` |
/// | `grain` | what a row stands for: `call` (or `event`), `unit` or `status` | `call` |
/// | `delimiter` | the letter between two fields | `","` |
/// | `timezone` | where the agency is, such as `America/Chicago` | not told |
/// | `columns` | for each ``CallField`` its column, or a list such as `[Date, Time]` whose texts are joined by a space; or `id: row number` | an error |
/// | `elapsed` | stamps told by the time passed: for each its `since`, `columns` (added up) and `unit`: `seconds`, `minutes`, `hours` or `clock` | none |
/// | `times` | `formats`, a list of ``TimePattern``s, of which the first that fits is taken | an error |
/// | | `precision`, `second` or `day` | `second` |
/// | | `sentinel_years`, such as `[1899, 1900]` | none |
/// | `priorities` | for each value, a level from 0 to 9 | the values are levels |
/// | `categories` | `map`, a category for each value; `others`, that of the rest | the values |
/// | `origins` | how self-initiated calls are told: `community` and `officer`, lists of values; `default` | those two words |
/// | `outcomes` | lists of dispositions under `served`, `cancelled`, `elsewhere`, `duplicate` | all served |
/// | `statuses` | of a log: lists of codes under `dispatched`, `enroute`, `arrived`, `cleared`, `other` | an error in a log |
/// | `units` | call signs by kind: a list of `pattern`, `class` and `home`, see ``UnitPattern`` | no class is told |
/// | `missing` | texts that stand for nothing | the empty text only |
/// | `never_read` | columns with personal data | none |
/// | `cannot_tell` | a list of `question`, `why` and `remedy`: what the export cannot answer for reasons that its columns do not show | none |
///
/// A log of status changes maps `status` and `status_time`; its `received` may be the same column as
/// `status_time`, when the first entry of a call stands for its receipt.
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
    /// The names of the columns, as the header of the export spells them: one, or several whose
    /// texts make up the value with a space between them, such as a date and a time.
    public let headers: [String]

    /// Creates a field of one column.
    public init(field: CallField, header: String) {
      self.init(field: field, headers: [header])
    }

    /// Creates a field of several columns.
    public init(field: CallField, headers: [String]) {
      self.field = field
      self.headers = headers
    }

    /// The name of the column, or the names with a plus sign between them.
    public var header: String { headers.joined(separator: " + ") }
  }

  /// A stamp that an export gives as the time passed since another one.
  public struct Elapsed: Hashable, Sendable {
    /// How the time passed is written.
    public enum Unit: String, CaseIterable, Hashable, Sendable {
      /// A number of seconds.
      case seconds
      /// A number of minutes, with or without a fraction.
      case minutes
      /// A number of hours, with or without a fraction.
      case hours
      /// `HH:MM:SS` or `MM:SS`.
      case clock
    }

    /// The stamp.
    public let field: CallField
    /// The stamp since which the time is counted.
    public let since: CallField
    /// The columns whose times are added up.
    public let headers: [String]
    /// How they are written.
    public let unit: Unit

    /// Creates a stamp.
    public init(field: CallField, since: CallField, headers: [String], unit: Unit) {
      self.field = field
      self.since = since
      self.headers = headers
      self.unit = unit
    }
  }

  /// What a status of a log says of a unit.
  public enum Status: String, CaseIterable, Hashable, Sendable {
    /// The unit was sent.
    case dispatched
    /// It set out.
    case enroute
    /// It arrived.
    case arrived
    /// It was free again.
    case cleared
    /// Something else, which is not read.
    case other

    /// The stamp that the status gives, if any.
    public var field: CallField? {
      switch self {
      case .dispatched: .dispatched
      case .enroute: .enroute
      case .arrived: .arrived
      case .cleared: .cleared
      case .other: nil
      }
    }
  }

  /// Call signs of one kind: which class of unit they name, and of which district.
  public struct UnitPattern: Hashable, Sendable {
    /// A regular expression that the whole call sign matches, in either case: letters, `.`, `[A-Z]`,
    /// `\d`, `\w`, groups, `|` and counts; the group `(?<home>...)` is the district.
    public let pattern: String
    /// The class of such units.
    public let unitClass: UnitClass
    /// How the district is made of the text of the group, with `{home}` in its place and leading
    /// zeros by `{home:03}`; nothing takes the text as it is.
    public let home: String?

    /// Creates a pattern.
    public init(pattern: String, unitClass: UnitClass, home: String? = nil) {
      self.pattern = pattern
      self.unitClass = unitClass
      self.home = home
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
  /// Stamps that are given as the time passed since another one.
  public internal(set) var elapsed: [Elapsed] = []
  /// What each status of a log says; others are not read, and counted.
  public internal(set) var statuses: [String: Status] = [:]
  /// What became of a call, by value of its disposition.
  public internal(set) var outcomes: [String: CallOutcome] = [:]
  /// Kinds of call signs, the first that fits first.
  public internal(set) var unitPatterns: [UnitPattern] = []
  /// Where the agency is, as in `America/Chicago`, if the profile says.
  public internal(set) var timeZone: String?
  /// Whether the header was never seen in a real export, so that names may differ.
  public internal(set) var isTemplate = false
  /// Questions that the export cannot answer for reasons that its columns do not show.
  public internal(set) var cannotTell: [CallLedger.Entry] = []

  init(name: String, file: String) {
    self.name = name
    self.file = file
  }

  /// Returns the column that tells `field`, or nothing.
  public func header(of field: CallField) -> String? {
    columns.first { $0.field == field }?.header
  }

  /// Whether the export tells `field`: by a column, by the time passed since another stamp, or by a
  /// status of its log.
  public func tells(_ field: CallField) -> Bool {
    if field == .id, usesRowNumber { return true }
    if header(of: field) != nil || elapsed.contains(where: { $0.field == field }) { return true }
    return grain == .status && statuses.values.contains { $0.field == field }
  }

  /// Whether the export can tell how long units were at work: times, sent and free again.
  public var tellsHoursOfWork: Bool {
    precision == .second && tells(.dispatched) && tells(.cleared)
  }

  /// The names of all columns that are read, in the order of the fields, each once.
  public var headersRead: [String] {
    var seen: Set<String> = []
    let all = columns.flatMap(\.headers) + elapsed.flatMap(\.headers)
    return all.filter { seen.insert($0).inserted }
  }
}
