import Charts
import PolicingDomain

/// The paid hours of a year of one person, from `hours-ledger` or else from `availability`, item by
/// item; bands of seniority of the same item are one line.
struct YearOfHours {
  /// One line of the year.
  struct Line {
    let part: String
    let name: String
    var hours: Double
    var source: String
  }

  /// The rank, the one with most people where the run tells them.
  let rank: String
  /// The tour.
  let tour: String
  /// Hours paid in a year.
  let paid: Double?
  private let deductions: [Line]
  private let uses: [Line]

  init?(_ source: ReportSource) {
    if let ledger = source.table("hours-ledger"),
      let first = ledger.row(where: ["district": "department", "part": "paid"])
    {
      let (rank, tour) = (ledger.text(first, "rank"), ledger.text(first, "tour"))
      self.rank = rank
      self.tour = tour
      paid = ledger.number(first, "hours_per_year")
      let rows = ledger.rows(where: ["district": "department", "rank": rank, "tour": tour])
      let lines = rows.filter { $0 != first }.compactMap { row in
        ledger.number(row, "hours_per_year").map {
          Line(
            part: ledger.text(row, "part"), name: ledger.text(row, "item"), hours: $0,
            source: ledger.text(row, "source"))
        }
      }
      deductions = Self.merged(lines.filter { $0.part != Self.onStreet })
      uses = Self.merged(lines.filter { $0.part == Self.onStreet })
    } else {
      guard let table = source.table("availability") else { return nil }
      let rank = Self.largestRank(source, among: table.values("rank"))
      guard let first = table.row(where: ["rank": rank]) else { return nil }
      let tour = table.text(first, "tour")
      self.rank = rank
      self.tour = tour
      let rows = table.rows(where: ["rank": rank, "tour": tour])
      paid = rows.first { table.text($0, "item") == "scheduled" }.flatMap {
        table.number($0, "hours")
      }
      deductions = Self.merged(
        rows.filter { !["scheduled", Self.onStreet].contains(table.text($0, "item")) }.compactMap {
          row in
          table.number(row, "hours").map {
            Line(
              part: "deduction", name: table.text(row, "item"), hours: -$0,
              source: table.text(row, "source"))
          }
        })
      uses = []
    }
    guard paid != nil else { return nil }
  }

  private static let onStreet = "on the street"

  /// Hours on the street in a year.
  var street: Double? { paid.map { paid in deductions.reduce(paid) { $0 - $1.hours } } }

  /// The share of the paid hours that reach the street.
  var streetShare: Double? {
    guard let paid, let street, paid > 0 else { return nil }
    return street / paid
  }

  /// Hours on the street that nothing takes.
  var free: Double? { uses.first { $0.name == "free time" }?.hours }

  /// The largest deduction, as a negative number of hours.
  var largest: (name: String, hours: Double)? {
    deductions.max { $0.hours < $1.hours }.map { (Phrase.plain($0.name), -$0.hours) }
  }

  /// The deductions for which the study found no published rate.
  var unpublished: [String] {
    deductions.filter { $0.source.contains("no rate published") }.map { Phrase.plain($0.name) }
  }

  /// The year as steps: paid, deductions, on the street, and what is done there.
  var steps: [StepChart.Step] {
    guard let paid, let street else { return [] }
    var steps = [StepChart.Step("Paid", paid, .level)]
    steps += deductions.filter { $0.hours != 0 }.map {
      .init(Phrase.sentence(Phrase.plain($0.name)), -$0.hours, .change)
    }
    steps.append(.init("On the street", street, .level))
    let work = uses.filter { $0.name != "free time" && $0.hours != 0 }
    steps += work.map { .init(Phrase.sentence($0.name), -$0.hours, .change) }
    if !work.isEmpty, let free { steps.append(.init("Free time", free, .level)) }
    return steps
  }

  /// The year as a table; the lines add up to the hours paid.
  var table: ResultTable {
    let lines = deductions + (uses.isEmpty ? remainder : uses)
    let rows = lines.map { line -> [ResultTable.Cell] in
      [
        .text(line.part), .text(Phrase.plain(line.name)), .number(line.hours),
        share(line.hours), .text(line.source),
      ]
    }
    let total: [ResultTable.Cell] = [
      .text("paid"), .text("all"), .optional(paid), share(paid ?? 0), .text(""),
    ]
    return ResultTable(
      name: "year-of-hours",
      title: "Paid hours of a year of one \(Phrase.plain(rank)), tour \(tour)",
      columns: [
        .init("part", "Part"), .init("item", "Item"),
        .init("hours_per_year", "Hours a year", decimals: 1),
        .init("percent_of_paid", "% of paid", decimals: 1), .init("source", "Source"),
      ],
      rows: rows + [total], rowSums: [.init(rows.count, of: Array(rows.indices))],
      notes: [
        "Each paid hour is in one line only. Bands of seniority of one item are added up here; the "
          + "tables hours-ledger and availability hold them apart."
      ])
  }

  private var remainder: [Line] {
    street.map { [Line(part: Self.onStreet, name: Self.onStreet, hours: $0, source: "")] } ?? []
  }

  private func share(_ hours: Double) -> ResultTable.Cell {
    guard let paid, paid > 0 else { return .missing }
    return .number(100 * hours / paid)
  }

  private static func merged(_ lines: [Line]) -> [Line] {
    var merged: [Line] = []
    for line in lines {
      var line = line
      if let band = line.name.firstRange(of: ", band ") {
        line = Line(
          part: line.part, name: String(line.name[..<band.lowerBound]), hours: line.hours,
          source: line.source)
      }
      if let place = merged.firstIndex(where: { $0.part == line.part && $0.name == line.name }) {
        merged[place].hours += line.hours
        if !merged[place].source.contains(line.source) {
          merged[place].source += "; " + line.source
        }
      } else {
        merged.append(line)
      }
    }
    return merged
  }

  private static func largestRank(_ source: ReportSource, among ranks: [String]) -> String {
    guard let strength = source.table("strength") else { return ranks.first ?? "" }
    let counts = ranks.map { rank in
      strength.sum("assigned") { strength.text($0, "rank") == rank }
    }
    let most = counts.indices.max { counts[$0] < counts[$1] }
    return most.map { ranks[$0] } ?? ""
  }
}
