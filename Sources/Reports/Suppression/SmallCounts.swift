public import PolicingDomain

/// Which counts are withheld from what is made public.
///
/// Withheld are counts of people under ``minimum``, and counts of calls under it whose type is
/// sensitive; then as many others as it takes that none of these follows from sums. The means per
/// call of such rows are withheld too, because hours of work beside them would give the count.
/// Posts, ranks, strength, rates of staffing and hours of work are never withheld.
///
/// The rule of ten and the danger to victims of domestic and sexual violence, who can be told from
/// open data of the police: digitalgov.gov, *Open police data re-identification risks*, 17 May
/// 2016. Which further types of call are sensitive is an assumption of this library.
public struct SmallCounts: Hashable, Sendable {
  /// Counts below it are withheld, zero among them.
  public let minimum: Double
  /// How the words begin by which a type of call is known to be sensitive, in lower case.
  public let sensitiveStems: [String]

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - minimum: The least count that is shown.
  ///   - sensitiveStems: Beginnings of words, in lower case.
  /// - Precondition: `minimum` is at least 1.
  public init(
    minimum: Double = 10, sensitiveStems: [String] = SmallCounts.customaryStems
  ) {
    precondition(minimum >= 1, "A count is withheld below one at least")
    self.minimum = minimum
    self.sensitiveStems = sensitiveStems
  }

  /// The beginnings of words that are sensitive unless others are stated.
  public static let customaryStems = [
    "domestic", "sex", "rape", "assault_sex", "child", "juvenile", "infant", "elder",
    "mental", "psych", "behavioral", "behavioural", "crisis", "suicid", "overdose", "drug_od",
    "stalk", "traffick", "abuse", "molest", "kidnap", "abduct", "runaway", "missing", "death",
    "dead", "homicide", "hate", "welfare", "wellbeing",
  ]

  /// Whether calls of the type `name` are sensitive: one of its words, or of the words that follow
  /// one another in it, begins with a stem.
  public func isSensitive(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.indices.contains { start in
      let rest = words[start...].joined(separator: "_")
      return sensitiveStems.contains { rest.hasPrefix($0) }
    }
  }
}

extension ResultTable {
  /// What stands in the place of a figure that is withheld.
  public static let withheld = Cell.text("withheld")

  /// The table as it may be made public, where nothing else of its run is.
  ///
  /// Columns say by `privacy` what they count, and the table by
  /// its sums what follows from what. A figure withheld could be at least `rule.minimum` larger or
  /// smaller, by all that the table shows; which of the withheld figures are small is not shown.
  ///
  /// - Parameter rule: What is withheld.
  /// - Returns: The same rows and columns; the table itself when nothing has to be withheld.
  /// - Complexity: See ``PublicTables/init(_:by:)``.
  public func published(by rule: SmallCounts = SmallCounts()) -> ResultTable {
    PublicTables([self], by: rule).tables[0]
  }
}

extension Sequence where Element == ResultTable {
  /// The tables of one run as they may be made public together; see ``PublicTables``.
  public func published(by rule: SmallCounts = SmallCounts()) -> [ResultTable] {
    PublicTables(Array(self), by: rule).tables
  }
}
