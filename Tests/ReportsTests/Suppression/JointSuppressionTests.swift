import PolicingDomain
import Reports
import TestSupport
import Testing

@Suite("Small counts over several tables")
struct JointSuppressionTests {
  typealias Cell = ResultTable.Cell

  /// Calls by type and origin, their totals again by class of unit, and their number in a note.
  private struct Run {
    /// Of each origin the calls of each type; types 0 and 1 are sensitive.
    var types: [[Int]]
    /// Of each origin the calls of all but the last class.
    var classes: [[Int]]

    static let names = ["domestic", "child", "noise"]

    var totals: [Int] { types.map { $0.reduce(0, +) } }

    private func key(_ origin: Int) -> FigureKey { FigureKey("origin \(origin)") }

    private var figures: SharedFigures {
      var shared = SharedFigures()
      shared.figures = [
        .init(FigureKey("calls"), value: Double(totals.reduce(0, +))),
        .init(key(0), value: Double(totals[0]), standing: .dear),
        .init(key(1), value: Double(totals[1])),
      ]
      shared.sums = [.init(FigureKey("calls"), of: [key(0), key(1)])]
      return shared
    }

    var tables: [ResultTable] {
      var byType = figures
      var rows: [[Cell]] = []
      var sums: [ResultTable.Sum] = []
      for (origin, counts) in types.enumerated() {
        let first = rows.count
        rows += zip(Self.names, counts).map { [.text($0), .text("\(origin)"), .count($1)] }
        sums.append(.init(rows.count, of: Array(first..<rows.count)))
        byType.cells.append(.init(row: rows.count, column: 2, key(origin)))
        rows.append([.text("all"), .text("\(origin)"), .count(totals[origin])])
      }
      byType.notes = [.init(0, tells: [FigureKey("calls")])]
      var byClass = figures
      var lines: [[Cell]] = []
      for (origin, counts) in classes.enumerated() {
        let all = counts + [totals[origin] - counts.reduce(0, +)]
        byClass.cellSums.append(
          .init(key(origin), ofColumn: 1, rows: all.indices.map { lines.count + $0 }))
        lines += all.map { [.text("\(origin)"), .count($0)] }
      }
      byClass.tells = lines.indices.map { .init(row: $0, column: 2, FigureKey("calls")) }
      return [
        ResultTable(
          name: "types", title: "",
          columns: [
            .init("type", "", privacy: .callType), .init("origin", ""),
            .init("calls", "", privacy: .countOfCalls),
          ], rows: rows, rowSums: sums, notes: ["n = \(totals.reduce(0, +))"], shared: byType),
        ResultTable(
          name: "classes", title: "",
          columns: [
            .init("origin", ""), .init("calls", "", privacy: .countOfCalls), .init("share", ""),
          ], rows: lines.map { $0 + [.number(0.5)] }, shared: byClass),
      ]
    }
  }

  private static func isHidden(_ table: ResultTable, _ row: Int, _ column: Int) -> Bool {
    table.rows[row][column] == ResultTable.withheld
  }

  /// Source of truth: by hand: the second origin has sensitive calls only, 3 and 2; both go, their
  /// total 5 goes with them wherever it is told, and so does the number of all calls, from which it
  /// would follow by the total of the first origin; the classes of the second one go as well.
  @Test func `a total that equals withheld counts goes in every table`() {
    let run = Run(types: [[40, 30, 60], [3, 2, 0]], classes: [[100], [4]])
    let page = PublicTables(run.tables)
    let types = page.tables[0]
    #expect((0...3).allSatisfy { !Self.isHidden(types, $0, 2) })
    #expect([4, 5, 7].allSatisfy { Self.isHidden(types, $0, 2) })
    #expect(!types.notes.contains { $0.hasPrefix("n = ") })
    #expect(page.withheld == [FigureKey("origin 1"), FigureKey("calls")])
    let classes = page.tables[1]
    #expect(!Self.isHidden(classes, 0, 1) && !Self.isHidden(classes, 1, 1))
    #expect(Self.isHidden(classes, 2, 1))
    #expect((0..<4).allSatisfy { Self.isHidden(classes, $0, 2) }, "it tells all calls")
    #expect(page.isSafe)
    #expect(DisclosureAudit(of: page.tables).bounds.allSatisfy { $0.high - $0.low >= 10 })
  }

  /// Source of truth: by hand: table by table the total of the second origin would stay where no
  /// type is beside it.
  @Test func `the audit sees what only two tables together give away`() {
    let run = Run(types: [[40, 30, 60], [3, 2, 0]], classes: [[100], [4]])
    let apart = run.tables.map { $0.published() }
    let bounds = DisclosureAudit(of: apart).bounds
    #expect(bounds.contains { $0.high - $0.low < 10 })
  }

  /// Source of truth: by hand: another type of the origin has room enough, so no total is touched.
  @Test func `rows of an origin go before its total`() {
    let run = Run(types: [[40, 30, 60], [3, 20, 50]], classes: [[100], [4]])
    let page = PublicTables(run.tables)
    #expect(page.withheld.isEmpty)
    #expect(page.tables[1] == run.tables[1])
    #expect([4, 5].allSatisfy { Self.isHidden(page.tables[0], $0, 2) })
    #expect(page.tables[0].notes.first == "n = 203")
  }

  /// Source of truth: by enumeration: all counts that agree with everything published in both tables
  /// and the note are tried, up to totals of 80.
  @Test func `no withheld count can be worked back from all tables together`() {
    var random = SeededGenerator(seed: 5)
    var withTotals = 0
    for _ in 0..<300 {
      let types = (0..<2).map { _ in
        (0..<3).map { _ in
          random.integer(below: random.integer(below: 3) == 0 ? 30 : 5)
        }
      }
      let run = Run(
        types: types, classes: types.map { [$0.reduce(0, +) / (1 + random.integer(below: 3))] })
      let page = PublicTables(run.tables)
      let hidden = (0..<2).map { origin in
        (0..<3).filter { Self.isHidden(page.tables[0], origin * 4 + $0, 2) }
      }
      for (origin, counts) in types.enumerated() {
        for type in 0..<2 where counts[type] < 10 { #expect(hidden[origin].contains(type)) }
      }
      #expect(DisclosureAudit(of: page.tables).bounds.allSatisfy { $0.high - $0.low >= 10 })
      if !page.withheld.isEmpty { withTotals += 1 }
      let worlds = Worlds(run.totals, types, hidden, page)
      for (place, range) in worlds.ranges {
        #expect(range.upperBound - range.lowerBound >= 10, "\(types) \(place) \(range)")
      }
    }
    #expect(withTotals > 30)
  }

  /// Every total of the two origins that agrees with what is published, and what types can be then.
  private struct Worlds {
    private(set) var ranges: [String: ClosedRange<Int>] = [:]

    init(_ totals: [Int], _ types: [[Int]], _ hidden: [[Int]], _ page: PublicTables) {
      let isTold = page.tables[0].notes.contains { $0.hasPrefix("n = ") }
      for first in 0...80 {
        for second in 0...80 {
          let candidate = [first, second]
          if isTold, first + second != totals[0] + totals[1] { continue }
          guard (0..<2).allSatisfy({ fits(candidate[$0], $0, totals, types, hidden, page) }) else {
            continue
          }
          for origin in 0..<2 {
            note("total \(origin)", candidate[origin], page.tables[0], origin * 4 + 3)
            let known = (0..<3).filter { !hidden[origin].contains($0) }
              .reduce(0) { $0 + types[origin][$1] }
            let rest = candidate[origin] - known
            for type in hidden[origin] {
              let place = "type \(origin) \(type)"
              if hidden[origin].count > 1 { widen(place, 0) }
              widen(place, rest)
            }
          }
        }
      }
    }

    /// Whether a total agrees with the rows of both tables.
    private func fits(
      _ total: Int, _ origin: Int, _ totals: [Int], _ types: [[Int]], _ hidden: [[Int]],
      _ page: PublicTables
    ) -> Bool {
      if page.tables[0].rows[origin * 4 + 3][2] != ResultTable.withheld, total != totals[origin] {
        return false
      }
      let open = (0..<3).filter { !hidden[origin].contains($0) }
      let least = open.reduce(0) { $0 + types[origin][$1] }
      if hidden[origin].isEmpty ? total != least : total < least { return false }
      var lines = 0
      var areAllOpen = true
      for row in origin * 2..<origin * 2 + 2 {
        if case .count(let count) = page.tables[1].rows[row][1] {
          lines += count
        } else {
          areAllOpen = false
        }
      }
      return areAllOpen ? total == lines : total >= lines
    }

    private mutating func note(_ place: String, _ value: Int, _ table: ResultTable, _ row: Int) {
      if table.rows[row][2] == ResultTable.withheld { widen(place, value) }
    }

    private mutating func widen(_ place: String, _ value: Int) {
      let old = ranges[place] ?? value...value
      ranges[place] = min(old.lowerBound, value)...max(old.upperBound, value)
    }
  }

  /// Source of truth: by hand: three entries of a district follow from the forty of the other one and
  /// the forty-three of the reason, which stand in another table; so the forty go with them.
  @Test func `overtime of a district does not follow from that of its reason`() {
    let rows = [("court", "1", 3), ("court", "2", 40), ("parade", "1", 60), ("parade", "2", 70)].map
    {
      OvertimeHours.Row(
        reason: $0.0, isOnStreet: false, district: District.ID($0.1), period: "2025",
        hours: OfficerHours(Double($0.2)), entries: $0.2)
    }
    let ledger = DeploymentLedger(
      source: "s", profile: "p", grain: "entry", rowsRead: 173, rowsUsed: 173, setAside: [],
      absences: [], remarks: [])
    let overtime = OvertimeHours(
      rows: rows, total: OfficerHours(173), ledger: ledger, notTold: [])
    let page = PublicTables(overtime.tables)
    #expect(page.withheld.isEmpty)
    #expect(page.tables[0].rows.map { $0[4] } == [.count(43), .count(130), .count(173)])
    #expect((0..<4).map { Self.isHidden(page.tables[1], $0, 5) } == [true, true, false, false])
    #expect(DisclosureAudit(of: page.tables).bounds.allSatisfy { $0.high - $0.low >= 10 })
    let apart = DisclosureAudit(of: overtime.tables.map { $0.published() }).bounds
    #expect(apart.contains { $0.high - $0.low < 10 }, "table by table it would follow")
  }

  /// Source of truth: construction: a figure that is known anyhow cannot make room.
  @Test func `what no withholding can hide is said`() {
    var table = SuppressionTests.calls([("rape", 3), ("child abuse", 4)])
    table.shared.figures = [.init(FigureKey("all"), value: 7, standing: .known)]
    table.shared.cells = [.init(row: 2, column: 1, FigureKey("all"))]
    #expect(!PublicTables([table]).isSafe)
    #expect(PublicTables([SuppressionTests.calls([("rape", 3)])]).isSafe)
  }

  /// Source of truth: the audit, which knows nothing of how cells were chosen.
  @Test func `a large table of places and types keeps room everywhere`() {
    var random = SeededGenerator(seed: 8)
    let values = (0..<60).map { _ in
      (0..<20).map { _ in random.integer(below: random.integer(below: 4) == 0 ? 12 : 90) }
    }
    let shown = SuppressionTests.people(values).published()
    let bounds = DisclosureAudit(of: shown).bounds
    #expect(bounds.count > 200)
    #expect(bounds.allSatisfy { $0.high - $0.low >= 10 - 1e-6 })
    let cells = shown.rows.flatMap { $0 }.count { $0 == ResultTable.withheld }
    #expect(cells < 60 * 20 / 2, "\(cells) cells are withheld")
  }
}
