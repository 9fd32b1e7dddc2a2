import PolicingDomain
import Reports
import TestSupport
import Testing

@Suite("Small counts")
struct SuppressionTests {
  typealias Column = ResultTable.Column
  typealias Cell = ResultTable.Cell

  /// A table of types of call with a total row, as the one of calls by category.
  static func calls(_ counts: [(String, Int)]) -> ResultTable {
    let total = counts.reduce(0) { $0 + $1.1 }
    let rows = (counts + [("all", total)]).map { name, count -> [Cell] in
      [.text(name), .count(count), .number(Double(count)), .number(30), .number(Double(count) / 2)]
    }
    return ResultTable(
      name: "t", title: "t",
      columns: [
        Column("type", "Type", privacy: .callType),
        Column("calls", "Calls", privacy: .countOfCalls),
        Column("calls_with_unit", "With unit", privacy: .countOfCalls),
        Column("minutes", "Minutes", privacy: .meanPerCall), Column("unit_hours", "Unit-hours"),
      ], rows: rows, rowSums: [.init(counts.count, of: Array(counts.indices))])
  }

  /// A table of people by two properties, with all totals.
  static func people(_ values: [[Int]]) -> ResultTable {
    let width = values[0].count
    let inner = values.map { $0 + [$0.reduce(0, +)] }
    let totals = (0...width).map { column in inner.reduce(0) { $0 + $1[column] } }
    let rows = (inner + [totals]).enumerated().map { number, row -> [Cell] in
      [.text("r\(number)")] + row.map(Cell.count)
    }
    return ResultTable(
      name: "p", title: "p",
      columns: [Column("group", "Group")]
        + (0...width).map { Column("c\($0)", "C\($0)", privacy: .countOfPeople) },
      rows: rows, rowSums: [.init(values.count, of: Array(values.indices))],
      columnSums: [.init(width + 1, of: Array(1...width))])
  }

  static func withheld(_ table: ResultTable, _ column: Int) -> [Int] {
    table.rows.indices.filter { table.rows[$0][column] == ResultTable.withheld }
  }

  /// Source of truth: by hand: 4 is under ten and of a sensitive type; the total would give it
  /// away, so the smallest count of at least ten goes with it; 7 is small but not sensitive.
  @Test func `a small count of a sensitive type takes a companion with it`() {
    let table = Self.calls([("noise", 7), ("domestic_violence", 4), ("traffic", 12), ("alarm", 90)])
    let shown = table.published()
    #expect(Self.withheld(shown, 1) == [1, 2])
    #expect(Self.withheld(shown, 2) == [1, 2])
    #expect(
      Self.withheld(shown, 3) == [1, 2, 4],
      "minutes × calls would be the hours, and the mean of all is made of these")
    #expect(Self.withheld(shown, 4) == [], "hours of work are never withheld")
    #expect(shown.rows[4][1] == .count(113))
    #expect(shown.notes.contains { $0.contains("withheld") })
    #expect(DisclosureAudit(of: shown).bounds.allSatisfy { $0.low == 0 && $0.high >= 10 })
  }

  /// Source of truth: by hand: two small counts sum to 7, which is a small count too.
  @Test func `small counts that hide one another are not enough`() {
    let shown = Self.calls([("rape", 3), ("child abuse", 4), ("traffic", 40)]).published()
    #expect(Self.withheld(shown, 1) == [0, 1, 2])
  }

  /// Source of truth: by hand: nothing else is there to hide behind, so the total goes too.
  @Test func `a table of one small count withholds its total`() {
    let shown = Self.calls([("sexual_assault", 2)]).published()
    #expect(Self.withheld(shown, 1) == [0, 1])
  }

  @Test func `a table without small counts stays as it is`() {
    let table = Self.calls([("domestic", 10), ("traffic", 3)])
    #expect(table.published() == table)
    let bare = ResultTable(
      name: "s", title: "s", columns: [Column("rank", "Rank"), Column("positions", "Positions")],
      rows: [[.text("captain"), .count(1)]])
    #expect(bare.published() == bare, "posts and ranks are never withheld")
  }

  @Test(arguments: [
    ("domestic_disturbance", true), ("Person in mental-health crisis", true),
    ("SUICIDE ATTEMPT", true), ("grape_theft", false), ("scrape", false), ("traffic", false),
    ("drug od", true), ("sex offense", true), ("minor_crash", false), ("Childcare", true),
  ])
  func `sensitive types are known by their words`(name: String, sensitive: Bool) {
    #expect(SmallCounts().isSensitive(name) == sensitive)
  }

  /// Source of truth: by hand: each row and column holds two withheld counts or none, yet the sums
  /// of rows 1 and 2 less those of columns 1 and 2 are the count at (1, 3) alone.
  @Test func `the audit sees what only several sums together give away`() {
    var rows = Self.people([
      [20, 21, 5, 30], [22, 23, 31, 32], [33, 34, 24, 25], [35, 36, 26, 27],
    ]).rows
    let hidden = [(0, 1), (0, 2), (0, 3), (1, 1), (1, 2), (2, 3), (2, 4), (3, 3), (3, 4)]
    for (row, column) in hidden { rows[row][column] = ResultTable.withheld }
    let base = Self.people([[1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1]])
    let table = ResultTable(
      name: "p", title: "p", columns: base.columns, rows: rows, rowSums: base.rowSums,
      columnSums: base.columnSums)
    let bounds = DisclosureAudit(of: table).bounds
    let disclosed = bounds.filter(\.isDisclosed)
    #expect(disclosed.map(\.row) == [0] && disclosed.map(\.column) == [3])
    #expect(disclosed.map(\.low) == [5])
  }

  /// Source of truth: by enumeration: every way to fill the withheld cells that keeps all totals is
  /// tried, and each withheld count must be able to differ by ten.
  @Test func `no withheld count of a two-way table can be worked back`() throws {
    var random = SeededGenerator(seed: 31)
    var tried = 0
    for _ in 0..<150 {
      let values = (0..<3).map { _ in
        (0..<3).map { _ in
          random.integer(below: 3) == 0 ? random.integer(below: 12) : 8 + random.integer(below: 12)
        }
      }
      let table = Self.people(values)
      let shown = table.published()
      for (row, cells) in table.rows.enumerated() {
        for column in 1...4 {
          if case .count(let count) = cells[column], count < 10 {
            #expect(shown.rows[row][column] == ResultTable.withheld)
          }
        }
      }
      let audit = DisclosureAudit(of: shown)
      #expect(audit.bounds.allSatisfy { $0.high - $0.low >= 10 })
      guard shown.rows[3].allSatisfy({ $0 != ResultTable.withheld }),
        (0..<3).allSatisfy({ shown.rows[$0][4] != ResultTable.withheld })
      else { continue }
      tried += 1
      let ranges = Fillings(values: values, shown: shown).ranges
      for (place, range) in ranges {
        #expect(range.upperBound - range.lowerBound >= 10, "\(values) \(place) \(range)")
      }
    }
    #expect(tried > 60)
  }

  /// Source of truth: by enumeration over all subsets: in a list with a total, what is withheld must
  /// sum to ten at least, and be two at least.
  @Test func `no withheld count of a list can be worked back`() {
    var random = SeededGenerator(seed: 77)
    let names = ["domestic", "child", "mental health", "noise", "traffic", "alarm", "suicide"]
    for _ in 0..<300 {
      let counts = names.prefix(2 + random.integer(below: 6)).map {
        ($0, random.integer(below: random.integer(below: 2) == 0 ? 9 : 60))
      }
      let shown = Self.calls(Array(counts)).published()
      let hidden = Self.withheld(shown, 1).filter { $0 < counts.count }
      let isTotalHidden = shown.rows[counts.count][1] == ResultTable.withheld
      if hidden.isEmpty || isTotalHidden { continue }
      #expect(hidden.count >= 2)
      #expect(hidden.reduce(0) { $0 + counts[$1].1 } >= 10)
    }
  }

  @Test func `equal tables give equal public tables`() {
    let table = Self.people([[3, 40, 12], [11, 12, 13], [50, 9, 20]])
    #expect(table.published() == table.published())
  }
}

/// Every way to fill the withheld cells of a 3 × 3 table whose totals are all published.
private struct Fillings {
  private(set) var ranges: [Int: ClosedRange<Int>] = [:]
  private let hidden: [Bool]
  private let values: [[Int]]
  private var cells: [Int]
  private var columnLeft: [Int]

  init(values: [[Int]], shown: ResultTable) {
    self.values = values
    hidden = (0..<9).map { shown.rows[$0 / 3][$0 % 3 + 1] == ResultTable.withheld }
    cells = values.flatMap { $0 }
    columnLeft = (0..<3).map { column in values.reduce(0) { $0 + $1[column] } }
    fill(0, rowLeft: values[0].reduce(0, +))
  }

  private mutating func fill(_ place: Int, rowLeft: Int) {
    guard place < 9 else {
      for cell in 0..<9 where hidden[cell] {
        let old = ranges[cell] ?? cells[cell]...cells[cell]
        ranges[cell] = min(old.lowerBound, cells[cell])...max(old.upperBound, cells[cell])
      }
      return
    }
    let column = place % 3
    let isLastOfRow = column == 2
    let isLastOfColumn = place >= 6
    let limit = min(rowLeft, columnLeft[column])
    let own = values[place / 3][column]
    var choices = hidden[place] ? Array(0...max(0, limit)) : [own]
    if isLastOfRow { choices = choices.filter { $0 == rowLeft } }
    if isLastOfColumn { choices = choices.filter { $0 == columnLeft[column] } }
    for choice in choices where choice <= limit {
      cells[place] = choice
      columnLeft[column] -= choice
      let next = isLastOfRow && place < 8 ? values[place / 3 + 1].reduce(0, +) : rowLeft - choice
      fill(place + 1, rowLeft: next)
      columnLeft[column] += choice
    }
  }
}
