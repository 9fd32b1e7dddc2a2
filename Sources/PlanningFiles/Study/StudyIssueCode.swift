/// The kinds of problem that a study folder can have, each with its stable code.
///
/// A code keeps its meaning for ever: a problem that is no longer looked for leaves a gap.
public enum StudyIssueCode: String, CaseIterable, Hashable, Sendable {
  /// A file that the study names is not there.
  case missingFile = "E201"
  /// A file is larger than a planner could have meant.
  case fileTooLarge = "E202"
  /// A file is a folder, a device, unreadable or not text in UTF-8.
  case unreadableFile = "E203"
  /// A file name leads out of the study folder.
  case escapingPath = "E204"
  /// A file is not well-formed YAML.
  case malformedYAML = "E205"
  /// A YAML file refers back to itself by anchor and alias.
  case yamlAlias = "E206"
  /// The layout of the folder is of a version that this library does not read.
  case unknownSchema = "E207"
  /// A name that is not fit for a file.
  case unfitName = "E208"
  /// A key that nothing reads.
  case unknownKey = "E211"
  /// A key that is needed is not there.
  case missingKey = "E212"
  /// A list where a word is expected, or the like.
  case wrongShape = "E213"
  /// A column that nothing reads.
  case unknownColumn = "E221"
  /// A column that is needed is not there.
  case missingColumn = "E222"
  /// A column that stands twice in a header.
  case repeatedColumn = "E223"
  /// A table without rows.
  case emptyTable = "E224"
  /// A number that cannot be read.
  case unreadableNumber = "E231"
  /// A number outside the range that makes sense.
  case outOfRange = "E232"
  /// A date, an hour or a time zone that does not exist.
  case unreadableTime = "E233"
  /// A word that is not one of those allowed.
  case unknownWord = "E234"
  /// An empty field that needs a value.
  case missingValue = "E235"
  /// The same thing stated twice.
  case duplicate = "E236"
  /// A reference to something that no table lists.
  case unknownReference = "E237"
  /// People counted more than once: elsewhere and deployable exceed assigned.
  case strengthBooks = "E241"
  /// A statement about sworn or civilian that contradicts the table of ranks.
  case employmentMismatch = "E242"
  /// People of a rank and section for whom no position group is home.
  case homelessStrength = "E243"
  /// A district without beats.
  case emptyDistrict = "E244"
  /// A place that two tables put in two places.
  case contradictingPlace = "E245"
  /// Watches that overlap or leave a gap.
  case brokenDay = "E247"
  /// An absence booked in both ledgers.
  case bothLedgers = "E248"
  /// A whole-person absence in a unit other than a share of strength.
  case wholePersonUnit = "E249"
  /// Shares that sum to more than the whole.
  case sharesOverOne = "E250"
  /// Holders that contradict the ranks that fit a position.
  case holdersMismatch = "E251"
  /// Deployable people whose home positions are held, not deployable.
  case heldButDeployable = "E252"
  /// A rotation whose groups do not fit its cycle.
  case brokenRotation = "E253"
  /// Position groups whose numbers follow from one another in a circle.
  case circularDrivers = "E254"
  /// A district without exactly one position group that is sized by coverage.
  case coverageGroups = "E255"
  /// A standard that lacks a part, or a part that it cannot have.
  case incompleteStandard = "E256"
  /// A period that ends before it begins, or is too long.
  case brokenPeriod = "E257"
  /// A tour whose hours contradict one another.
  case brokenTour = "E258"
  /// A list that lacks one of the members that it must have.
  case incompleteList = "E259"
  /// A window of scheduled work that ends before it begins.
  case brokenWindow = "E180"
  /// A growth outside its own range.
  case brokenGrowth = "E181"
  /// A file that includes itself, or too many files that include one another.
  case includeCycle = "E261"
  /// Files of one table whose columns differ.
  case unequalHeaders = "E262"
  /// Rows in force between dates, in a study that names no day.
  case missingAsOf = "E263"
  /// Rows of one thing that contradict one another.
  case contradictingRows = "E264"
  /// Ranks that are promoted from one another in a circle.
  case circularRanks = "E265"
  /// A printed total that its items do not add up to.
  case statedTotal = "W281"
  /// A value that nothing reads.
  case unusedValue = "W282"
  /// Shares that sum to less than the whole and will be scaled.
  case sharesUnderOne = "W283"
  /// Two files that state the same thing differently.
  case disagreement = "W284"
  /// More people assigned than authorized.
  case overAuthorized = "W285"
  /// Rows that are not in force on the day of the study.
  case rowsNotInForce = "W286"
  /// A row without a source or a date; looked for by strict validation only.
  case unsourcedRow = "W291"
  /// An assumption without a range worth trying; looked for by strict validation only.
  case unrangedAssumption = "W292"
  /// A rule whose citation nobody has read; looked for by strict validation only.
  case unverifiedCitation = "W293"
  /// A choice of value without a row that says who made it; looked for by strict validation only.
  case missingTarget = "W294"
  /// A choice of value that no forum has made; looked for by strict validation only.
  case missingForum = "W295"
  /// Positions for which nobody is named; looked for by strict validation only.
  case unsourcedPosition = "W296"

  /// How bad it is.
  public var severity: FileIssue.Severity { rawValue.hasPrefix("W") ? .warning : .error }
}
