import Foundation
public import PolicingDomain

/// The layout of `results.json`, version 1.
///
/// Keys are added by later versions, never changed.
struct ResultsDocument: Encodable {
  struct StudyPart: Encodable {
    let name: String
    let title: String
    let from: String
    let through: String
    let seed: UInt64
  }

  struct Figure: Encodable {
    let name: String
    let value: Value
    let unit: String
    let n: Value
    let imputedShare: Double
    let interval: String
  }

  struct Answer: Encodable {
    let mode: String
    let status: String
    let reason: String
  }

  struct Table: Encodable {
    let title: String
    let notes: [String]
    let columns: [String]
    let rows: [[Value]]
  }

  enum Value: Encodable {
    case text(String)
    case number(Double)
    case count(Int)
    case missing

    /// What stands in the place of a figure that may not be made public.
    static let withheld = Value.text("withheld")

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let value): try container.encode(value)
      case .count(let count): try container.encode(count)
      case .missing: try container.encodeNil()
      }
    }
  }

  let schema = 1
  let notice: String?
  let study: StudyPart
  let figures: [Figure]
  let answers: [Answer]
  let findings: [String]
  let booksClose: Bool
  let tables: [String: Table]

  init(_ results: StudyResults, tables: [ResultTable]) {
    let study = results.study
    notice = study.notice
    self.study = StudyPart(
      name: study.name, title: study.title, from: "\(study.period.first)",
      through: "\(study.period.last)", seed: study.seed)
    figures = results.figures.map { Figure($0, withheld: results.withheld) }
    answers = [results.required, results.recommended].compactMap { $0 }.map {
      Answer(mode: $0.mode.rawValue, status: $0.status.rawValue, reason: $0.reason)
    }
    findings = results.findings
    booksClose = results.ledgers.allSatisfy(\.closes)
    self.tables = Dictionary(
      tables.map { ($0.name, Table($0)) }, uniquingKeysWith: { first, _ in first })
  }
}

extension ResultsDocument.Figure {
  /// Every figure rests on all calls, so none tells their number where it is withheld.
  ///
  /// A figure of a record that was made public has no number of calls to look at any more.
  init(_ figure: StudyResults.Figure, withheld: Set<FigureKey>, ofPublicRecord: Bool = false) {
    let estimate = figure.estimate
    let isWithheld = figure.key.map(withheld.contains) ?? false
    let hidesCount = withheld.contains(.calls) && (ofPublicRecord || estimate.observations > 0)
    name = figure.name
    value = isWithheld ? .withheld : .number(ResultTable.rounded(estimate.value))
    unit = estimate.unit
    n = hidesCount ? .withheld : .count(estimate.observations)
    imputedShare = ResultTable.rounded(estimate.imputed.value)
    if isWithheld {
      interval = "withheld"
      return
    }
    switch estimate.interval {
    case .none(let reason): interval = "none: \(reason)"
    case .range(let low, let high, let components):
      interval = "\(low) to \(high): \(components.joined(separator: ", "))"
    }
  }
}

extension ResultsDocument.Table {
  init(_ table: ResultTable) {
    title = table.title
    notes = table.notes
    columns = table.columns.map(\.key)
    rows = table.rows.map { row in
      row.map { cell in
        switch cell {
        case .text(let text): .text(text)
        case .count(let count): .count(count)
        case .number(let value):
          value.isFinite ? .number(ResultTable.rounded(value)) : .text("\(value)")
        case .missing: .missing
        }
      }
    }
  }
}

extension ResultTable {
  /// Tables as JSON, by name: title, notes, column keys and rows.
  public static func json(_ tables: [ResultTable], notice: String?) throws(FileError) -> String {
    struct Page: Encodable {
      let notice: String?
      let tables: [String: ResultsDocument.Table]
    }
    let byName = Dictionary(
      tables.map { ($0.name, ResultsDocument.Table($0)) }, uniquingKeysWith: { first, _ in first })
    return try JSONText.text(of: Page(notice: notice, tables: byName))
  }
}

/// JSON with keys in alphabetical order, so that equal values give equal bytes.
enum JSONText {
  static func text(of value: some Encodable) throws(FileError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    } catch {
      throw FileError([
        FileIssue(
          code: "E090", "the results cannot be written as JSON: \(error)", file: "results.json",
          remedy: "this is a defect of the tool; please report it with the study")
      ])
    }
  }
}
