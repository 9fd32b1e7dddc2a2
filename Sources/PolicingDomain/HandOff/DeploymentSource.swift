/// Where a study takes the units and officers on the street from.
public enum DeploymentSource: Hashable, Sendable {
  /// Records of the agency: the files, and the bundled name or the file of their profile.
  case records(files: [String], profile: String)
  /// Statements of the study's author.
  case assumption([DeploymentAssumption])
}

/// The units and officers that a study assumes on the street in one district and watch.
public struct DeploymentAssumption: Hashable, Sendable {
  /// The district.
  public let district: District.ID
  /// The watch.
  public let watch: Watch.ID
  /// The weekday; nothing for every day that no other row of the class states.
  public let weekday: Weekday?
  /// The class of unit.
  public let unitClass: UnitClass
  /// Units on the street through the watch, if stated.
  public let units: Double?
  /// Officers on the street through the watch, if stated.
  public let officers: Double?
  /// Who says so.
  public let provenance: Provenance

  /// Creates a statement.
  public init(
    district: District.ID, watch: Watch.ID, weekday: Weekday?, unitClass: UnitClass,
    units: Double?, officers: Double?, provenance: Provenance
  ) {
    self.district = district
    self.watch = watch
    self.weekday = weekday
    self.unitClass = unitClass
    self.units = units
    self.officers = officers
    self.provenance = provenance
  }
}

extension Deployment {
  /// Lays out what a study assumes.
  ///
  /// A row for a weekday goes before a row for every day. Where only one of units and officers is
  /// stated, the other stays unknown until `told(crew:)` fills it. A row of a watch that is not among
  /// `watches` has no effect.
  public init(assumed rows: [DeploymentAssumption], watches: [Watch]) {
    var keys: [DeploymentAssumption] = []
    for row in rows where !keys.contains(where: { $0.isSameSeries(as: row) }) { keys.append(row) }
    keys.sort { ($0.district, $0.unitClass.order) < ($1.district, $1.unitClass.order) }
    let series = keys.map { key in
      let members = rows.filter { $0.isSameSeries(as: key) }
      return Series(
        district: key.district, unitClass: key.unitClass,
        units: Self.levels(members, watches) { $0.units },
        officers: Self.levels(members, watches) { $0.officers })
    }
    let sources = rows.map(\.provenance.source).reduce(into: [String]()) { list, source in
      if !list.contains(source) { list.append(source) }
    }
    self.init(
      kind: .assumption,
      provenance: Provenance(
        source: sources.joined(separator: "; "), date: rows.map(\.provenance.date).max() ?? "",
        isAssumption: true),
      span: nil, observedDays: 0, series: series, observed: Total(units: nil, officers: nil),
      unobserved: Total(units: nil, officers: nil),
      ledger: DeploymentLedger(
        source: "the study", profile: "", grain: "statement", rowsRead: rows.count,
        rowsUsed: rows.count, setAside: [], absences: [], remarks: []),
      notTold: ["Nothing was observed: the study states its deployment as an assumption."])
  }

  private static func levels(
    _ rows: [DeploymentAssumption], _ watches: [Watch],
    _ figure: (DeploymentAssumption) -> Double?
  ) -> [Level]? {
    guard rows.allSatisfy({ figure($0) != nil }) else { return nil }
    var levels = [Level](repeating: .none, count: HourOfWeek.count)
    for watch in watches {
      for weekday in Weekday.allCases {
        let members = rows.filter { $0.watch == watch.id }
        guard
          let row = members.first(where: { $0.weekday == weekday })
            ?? members.first(where: { $0.weekday == nil })
        else { continue }
        for hour in watch.hours(on: weekday) {
          levels[hour.index] = Level(stated: figure(row) ?? 0)
        }
      }
    }
    return levels
  }
}

extension DeploymentAssumption {
  fileprivate func isSameSeries(as other: DeploymentAssumption) -> Bool {
    district == other.district && unitClass == other.unitClass
  }
}

extension UnitClass {
  /// The place of the class in the order in which tables list classes.
  package var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
