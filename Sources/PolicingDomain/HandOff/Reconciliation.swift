/// Two counts of the same people held against each other, difference by difference
/// (FORMULATION 5.7).
///
/// Made by `Reconciliation(of:)` in the module StaffingRequirements. The books close: in each row
/// second − first = explained + unexplained, and the same for the department.
public struct Reconciliation: Hashable, Sendable {
  /// A reason, and how much of it was used at its place.
  public struct Cause: Hashable, Sendable {
    /// The reason.
    public let name: String
    /// The second count less the first that it explains here.
    public let people: Double
    /// Where the reason comes from.
    public let provenance: Provenance

    /// Creates a cause.
    public init(name: String, people: Double, provenance: Provenance) {
      self.name = name
      self.people = people
      self.provenance = provenance
    }
  }

  /// One rank in one section.
  public struct Row: Hashable, Sendable {
    /// The section.
    public let section: Section.ID
    /// The rank.
    public let rank: Rank.ID
    /// The people of the first source; nothing where it has no such row.
    public let first: FullTimeEquivalents?
    /// The people of the second source; nothing where it has no such row.
    public let second: FullTimeEquivalents?
    /// The reasons, most specific first.
    public let causes: [Cause]
    /// The document and the date of the first source.
    public let firstSource: Provenance?
    /// The document and the date of the second source.
    public let secondSource: Provenance?

    /// Creates a row.
    public init(
      section: Section.ID, rank: Rank.ID, first: FullTimeEquivalents?,
      second: FullTimeEquivalents?, causes: [Cause], firstSource: Provenance?,
      secondSource: Provenance?
    ) {
      self.section = section
      self.rank = rank
      self.first = first
      self.second = second
      self.causes = causes
      self.firstSource = firstSource
      self.secondSource = secondSource
    }

    /// The second count less the first; a source without the row counts nobody.
    public var difference: Double { (second?.value ?? 0) - (first?.value ?? 0) }
    /// What the reasons explain.
    public var explained: Double { causes.reduce(0) { $0 + $1.people } }
    /// What nothing explains; what rounding of the arithmetic leaves is nothing.
    public var unexplained: Double {
      let rest = difference - explained
      return abs(rest) < 1e-9 ? 0 : rest
    }
  }

  /// The rows, in the order of sections and ranks; rows without people in either are left out.
  public let rows: [Row]
  /// The reasons of the whole department, and what reasons of a section or rank explain beyond the
  /// differences that it has.
  public let departmentCauses: [Cause]
  /// Sections that only the first source has.
  public let onlyInFirst: [Section.ID]
  /// Sections that only the second source has.
  public let onlyInSecond: [Section.ID]

  /// Creates a reconciliation.
  public init(
    rows: [Row], departmentCauses: [Cause], onlyInFirst: [Section.ID],
    onlyInSecond: [Section.ID]
  ) {
    self.rows = rows
    self.departmentCauses = departmentCauses
    self.onlyInFirst = onlyInFirst
    self.onlyInSecond = onlyInSecond
  }

  /// People of the first source.
  public var first: Double { rows.reduce(0) { $0 + ($1.first?.value ?? 0) } }
  /// People of the second source.
  public var second: Double { rows.reduce(0) { $0 + ($1.second?.value ?? 0) } }
  /// What reasons of rows explain, less over plus.
  public var explainedInRows: Double { rows.reduce(0) { $0 + $1.explained } }
  /// What reasons of the department explain.
  public var explainedForDepartment: Double { departmentCauses.reduce(0) { $0 + $1.people } }
  /// What nothing explains of the department's difference: second − first − all reasons.
  public var unexplained: Double {
    let rest = second - first - explainedInRows - explainedForDepartment
    return abs(rest) < 1e-9 ? 0 : rest
  }

  /// Every row with an unexplained difference, largest first; equal ones in the order of ``rows``.
  public var unexplainedRows: [Row] {
    let open = rows.enumerated().filter { $0.element.unexplained != 0 }
    return open.sorted {
      (-abs($0.element.unexplained), $0.offset) < (-abs($1.element.unexplained), $1.offset)
    }.map(\.element)
  }
}
