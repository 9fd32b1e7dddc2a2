public import PolicingDomain

extension StudyResults {
  /// The counts of calls that tables, notes and key figures of a run have in common.
  ///
  /// The rates of the community's calls are what a study is made for, so withholding their total is
  /// dear, and the number of all calls goes first where one of the two must.
  var sharedFigures: SharedFigures {
    var shared = SharedFigures()
    let origins = CallOrigin.allCases.filter { origin in
      workload.categories.contains { $0.origin == origin }
    }
    for origin in origins {
      let rows = workload.categories.filter { $0.origin == origin }
      let totals = CategoryTotals(of: rows)
      let standing: SharedFigures.Standing = origin == .community ? .dear : .spare
      let values: [(FigureKey, Double)] = [
        (.calls(of: origin), Double(totals.calls)),
        (.callsWithUnit(of: origin), Double(totals.callsWithUnit)),
        (.timesObserved(of: origin), rows.reduce(0) { $0 + Double($1.reliability.observations) }),
        (
          .unitsSent(of: origin),
          workload.classes.filter { $0.origin == origin }.reduce(0) { $0 + $1.unitsSent }
        ),
      ]
      shared.figures += values.map { .init($0.0, value: $0.1, standing: standing) }
      shared.groups.append(values.map(\.0))
    }
    let observed = workload.categories.reduce(0) { $0 + Double($1.reliability.observations) }
    shared.figures += [
      .init(.calls, value: Double(workload.callCount)), .init(.timesObserved, value: observed),
    ]
    shared.sums = [
      .init(.calls, of: origins.map { FigureKey.calls(of: $0) }),
      .init(.timesObserved, of: origins.map { FigureKey.timesObserved(of: $0) }),
    ]
    return shared
  }

  /// Says of each table which of its figures stand elsewhere in the run too.
  ///
  /// - Parameter tables: Tables of the run that do not say so yet.
  /// - Returns: The same tables in the same order.
  public func shared(by tables: [ResultTable]) -> [ResultTable] {
    let figures = sharedFigures
    return tables.map { table in
      var share = TableShare(table, figures)
      share.tellColumns()
      share.tellNotes(countingFindings)
      switch table.name {
      case "calls-by-category": share.showTotals()
      case "workload-by-class": share.sumClasses()
      case "workload-estimates": share.showEstimates()
      case "imputation": share.tellImputation()
      case "forecast": share.tellForecast()
      case "positions": share.tellReasons()
      case "calls-read": share.tellRows()
      case "ledgers": share.tellBooks(ledgers)
      default: break
      }
      guard !share.isEmpty else { return table }
      var table = table
      table.shared = share.shared
      return table
    }
  }
}

/// What one table of a study has in common with others.
private struct TableShare {
  private(set) var shared: SharedFigures
  private let base: SharedFigures
  private let table: ResultTable

  init(_ table: ResultTable, _ base: SharedFigures) {
    self.table = table
    self.base = base
    shared = base
    shared.figures += table.shared.figures
    shared.cellSums += table.shared.cellSums
  }

  var isEmpty: Bool { shared == base }

  /// Columns whose cells would tell a figure, because they are parts of it, rates or means.
  private static let telling: [(table: String, column: String, key: FigureKey)] =
    [
      ("workload-by-district", "community_calls"), ("hours-of-week", "calls_per_hour"),
      ("units-by-weekday", "calls"), ("units-by-hour", "calls_that_queue"),
      ("seasons", "calls"), ("seasons", "calls_per_week"),
      ("seasons", "calls_in_peak_hour"), ("weeks", "calls"), ("weeks", "calls_level"),
      ("season-by-district", "mean_calls_per_week"), ("season-by-district", "peak_calls_per_week"),
      ("season-by-district", "p90_calls_per_week"), ("dispersion", "calls_per_hour"),
      ("workload-estimates", "calls_a_week"), ("workload-estimates", "calls_low"),
      ("workload-estimates", "calls_high"),
    ].map { ($0.0, $0.1, .calls(of: .community)) } + [
      ("response-times", "times_observed", .callsWithUnit(of: .community)),
      ("response-times", "percent_recorded", .callsWithUnit(of: .community)),
      ("unmet-demand", "calls", .callsWithUnit(of: .community)),
      ("unmet-demand", "calls_with_known_wait", .callsWithUnit(of: .community)),
      ("unmet-demand", "mean_minutes", .callsWithUnit(of: .community)),
      ("waits-predicted-and-observed", "calls_with_known_wait", .callsWithUnit(of: .community)),
      ("responders", "calls", .callsWithUnit(of: .community)),
      ("responders", "eligible_calls", .callsWithUnit(of: .community)),
      ("responders", "calls_in_service", .callsWithUnit(of: .community)),
      ("responders", "calls_taken", .callsWithUnit(of: .community)),
      ("responders", "calls_returned", .callsWithUnit(of: .community)),
      ("responders", "calls_spared", .callsWithUnit(of: .community)),
      ("equity", "calls_per_1000_residents", .callsWithUnit(of: .community)),
      ("equity", "stamps_recorded_percent", .callsWithUnit(of: .community)),
      ("workload-by-beat", "calls", .calls),
      ("workload-by-beat", "times_observed", .timesObserved),
      ("workload-by-beat", "percent_imputed", .timesObserved),
      ("workload-by-beat", "flag", .timesObserved),
    ]

  private func column(_ key: String) -> Int? { table.columns.firstIndex { $0.key == key } }

  private func text(_ row: Int, _ column: Int) -> String? {
    guard case .text(let text) = table.rows[row][column] else { return nil }
    return text
  }

  private mutating func tell(_ rows: some Sequence<Int>, _ columns: [String], _ key: FigureKey) {
    let columns = columns.compactMap { column($0) }
    for row in rows {
      shared.tells += columns.map { SharedFigures.Place(row: row, column: $0, key) }
    }
  }

  private mutating func show(_ row: Int, _ name: String, _ key: FigureKey) {
    guard let column = column(name) else { return }
    let value: Double? =
      switch table.rows[row][column] {
      case .count(let count): Double(count)
      case .number(let number): number
      case .text, .missing: nil
      }
    guard let value else { return }
    let isEqual = base.figures.contains { $0.key == key && abs($0.value - value) < 0.5 }
    let place = SharedFigures.Place(row: row, column: column, key)
    if isEqual { shared.cells.append(place) } else { shared.tells.append(place) }
  }

  mutating func tellColumns() {
    for entry in Self.telling where entry.table == table.name {
      tell(table.rows.indices, [entry.column], entry.key)
    }
  }

  /// Notes that count calls: those that begin with n, the share of calls without a unit, and findings.
  mutating func tellNotes(_ findings: [String]) {
    for (position, note) in table.notes.enumerated() {
      var keys: [FigureKey] = []
      if note.hasPrefix("n = ") {
        if note.contains("calls of the community") {
          keys = CallOrigin.allCases.map { FigureKey.calls(of: $0) }
        } else if note.contains("community calls with a unit") {
          keys = [.callsWithUnit(of: .community), .calls]
        } else {
          keys = [.calls]
        }
      } else if note.contains("calls of the community show no unit") {
        keys = [.callsWithUnit(of: .community)]
      } else if note.contains(": imputed") || note.contains(" took the mean ") {
        keys = [.timesObserved]
      } else if findings.contains(where: note.contains) {
        keys = [.calls]
      }
      if !keys.isEmpty { shared.notes.append(.init(position, tells: keys)) }
    }
  }

  private func origin(_ row: Int) -> CallOrigin? {
    column("origin").flatMap { text(row, $0) }.flatMap(CallOrigin.init(rawValue:))
  }

  mutating func showTotals() {
    for row in table.rowSums.map(\.total) {
      guard let origin = origin(row) else { continue }
      show(row, "calls", .calls(of: origin))
      show(row, "calls_with_unit", .callsWithUnit(of: origin))
      show(row, "times_observed", .timesObserved(of: origin))
    }
  }

  /// The classes of units add up to what the categories add up to.
  mutating func sumClasses() {
    for origin in CallOrigin.allCases {
      let rows = table.rows.indices.filter { self.origin($0) == origin }
      for (name, key) in [
        ("units_sent", FigureKey.unitsSent(of: origin)),
        ("times_observed", .timesObserved(of: origin)),
      ] {
        if let column = column(name), !rows.isEmpty {
          shared.cellSums.append(.init(key, ofColumn: column, rows: rows))
        }
      }
    }
  }

  mutating func showEstimates() {
    for row in table.rows.indices {
      switch text(row, 0) {
      case "community": show(row, "calls", .calls(of: .community))
      case "officer-initiated": show(row, "calls", .calls(of: .officer))
      default: tell([row], ["calls"], .calls(of: .community))
      }
    }
  }

  mutating func tellImputation() {
    let columns = table.columns.dropFirst().map(\.key)
    let counts = columns.filter { !$0.hasSuffix("_minutes") }
    for row in table.rows.indices {
      // The mean time of a unit would tell their number, because all hours of work are told.
      let isOfUnits = text(row, 0) == ImputationReport.Quantity.unitTime.rawValue
      tell(
        [row], isOfUnits ? Array(columns) : counts,
        isOfUnits ? .timesObserved : .callsWithUnit(of: .community))
    }
  }

  mutating func tellForecast() {
    let rows = table.rows.indices.filter { text($0, 0)?.hasPrefix("calls") == true }
    tell(rows, ["forecast", "low", "high"], .calls(of: .community))
  }

  mutating func tellReasons() {
    guard let column = column("reason") else { return }
    let rows = table.rows.indices.filter { text($0, column)?.contains("calls a year") == true }
    tell(rows, ["reason"], .calls(of: .community))
  }

  /// The steps from rows to calls, shares of rows, and what all rows may lack.
  mutating func tellRows() {
    tell(table.rows.indices, ["rows", "percent_of_rows"], .calls)
  }

  mutating func tellBooks(_ checks: [StudyResults.LedgerCheck]) {
    let rows = checks.indices.filter { checks[$0].isOfCalls }
    tell(rows, ["left", "right"], .calls)
  }
}

extension StudyResults {
  /// The run as it may be made public: its tables, key figures and findings together.
  ///
  /// - Parameter rule: What is withheld.
  /// - Returns: The tables, and the results that a run folder is written from beside them.
  /// - Complexity: See ``PublicTables/init(_:by:)``.
  public func published(
    by rule: SmallCounts = SmallCounts()
  ) -> (results: StudyResults, tables: PublicTables) {
    let page = PublicTables(tables, by: rule)
    var results = self
    results.withheld = page.withheld
    if !page.withheld.isEmpty {
      results.findings.removeAll { countingFindings.contains($0) }
      results.findings.append(
        "findings that count calls are withheld: a withheld count would follow from them")
    }
    return (results, page)
  }
}
