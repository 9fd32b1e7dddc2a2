import Foundation
internal import LinearProgramming

/// Words and figures of programs for people.
enum ProgramText {
  /// A name and what it is, in two columns.
  static func line(_ name: String, _ words: String) -> String {
    "  " + name.padding(toLength: max(24, name.count + 1), withPad: " ", startingAt: 0) + words
  }

  /// Six digits of `number`; `–` for what is infinite.
  static func short(_ number: Double) -> String {
    number.isFinite
      ? String(format: "%.6g", number == 0 ? 0 : number)
      : number > 0 ? "∞" : number < 0 ? "-∞" : "–"
  }

  static func cell(_ number: Double) -> ResultTable.Cell { .text(short(number)) }
}

extension ProgramAnswer {
  /// The answer for people: status and proof, the objective, and the rows with the largest prices.
  public var text: String {
    let statistics = outcome.statistics
    var lines = ["\(file.name): \(headline)"]
    lines += details
    let iterations = statistics.simplexIterations + statistics.interiorIterations
    lines.append(
      ProgramText.line(
        "engine",
        "\(statistics.engine.rawValue), \(iterations) iterations, "
          + "\(ProgramText.short(solveTime.seconds)) s; "
          + "check \(ProgramText.short(statistics.checkTime.seconds)) s"))
    lines.append(
      ProgramText.line(
        "program",
        "\(file.program.rowCount) rows, \(file.program.variableCount) columns, "
          + "\(file.program.terms.count) nonzeros"))
    lines += file.notes.map { ProgramText.line("note", $0) }
    let tables = tables.map { "\n" + $0.text(notice: nil, limit: 10) }
    return lines.joined(separator: "\n") + "\n" + tables.joined()
  }

  private var headline: String {
    switch outcome {
    case .optimal: "optimal, proven on the program as stated"
    case .infeasible: "infeasible, proven: rows and bounds contradict one another"
    case .unbounded: "unbounded, proven: the objective improves for ever"
    case .limit(let report): "limit: \(report)"
    case .notProven(let report): "not proven: \(report)"
    }
  }

  private var details: [String] {
    switch outcome {
    case .optimal(let solution):
      let check = solution.check
      return [
        ProgramText.line("objective", "\(solution.objective) (\(file.program.sense.rawValue))"),
        ProgramText.line("primal residual", ProgramText.short(check.primalResidual)),
        ProgramText.line("dual residual", ProgramText.short(check.dualResidual)),
        ProgramText.line("gap", ProgramText.short(check.gap)),
      ]
    case .infeasible(let certificate): return Self.lines(certificate.check)
    case .unbounded(let certificate): return Self.lines(certificate.check)
    case .limit, .notProven: return []
    }
  }

  private static func lines(_ check: CertificateCheck) -> [String] {
    let needed = ProgramText.short(CertificateCheck.relativeMargin * check.magnitude)
    return [
      ProgramText.line("margin", "\(ProgramText.short(check.margin)), needs more than \(needed)")
    ]
  }

  private var tables: [ResultTable] {
    switch outcome {
    case .optimal(let solution): [rowTable(solution)]
    case .infeasible(let certificate):
      [
        ResultTable(
          name: "conflicting-rows", title: "Rows that contradict one another",
          columns: [.init("row", "Row"), .init("multiplier", "Multiplier")],
          rows: certificate.conflictingRows.map {
            [
              .text(file.program.name(of: $0)),
              ProgramText.cell(certificate.multiplier(of: $0)),
            ]
          }, notes: ["`rollcall lp iis` finds a set in which none is superfluous."])
      ]
    case .unbounded, .limit, .notProven: []
    }
  }

  /// The rows that have a price, the largest first.
  private func rowTable(_ solution: Solution) -> ResultTable {
    let program = file.program
    let priced = program.rows.filter { solution.shadowPrice(of: $0) != 0 }.sorted {
      let (first, second) = (abs(solution.shadowPrice(of: $0)), abs(solution.shadowPrice(of: $1)))
      return (second, $0.index) < (first, $1.index)
    }
    return ResultTable(
      name: "rows", title: "Rows with the largest shadow prices",
      columns: [
        .init("row", "Row"), .init("value", "Value"), .init("lower", "At least"),
        .init("upper", "At most"), .init("price", "Shadow price"),
      ],
      rows: priced.map { row in
        let range = program.bounds(of: row)
        return [
          .text(program.name(of: row)),
          ProgramText.cell(program.activity(of: row, at: solution.values).value),
          ProgramText.cell(range.lowerBound), ProgramText.cell(range.upperBound),
          ProgramText.cell(solution.shadowPrice(of: row)),
        ]
      })
  }
}
