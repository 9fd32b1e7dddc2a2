internal import LinearProgramming

/// Why the program of a file has no feasible point: an irreducible set of rows and bounds that
/// contradict one another, and the cheapest way out.
public struct ProgramConflict: Sendable {
  /// The file.
  public let file: ProgramFile
  private let outcome: IrreducibleSetOutcome
  private let relaxation: Relaxation?

  /// Searches the program of `file`.
  ///
  /// - Throws: `E303` when a number in the file or the settings makes no sense.
  public init(
    in file: ProgramFile, _ settings: ProgramSettings = ProgramSettings()
  ) throws(PlanningError) {
    self.file = file
    let found = try file.solving { program throws(SolverError) in
      try program.irreducibleInfeasibleSet(settings.solver)
    }
    outcome = found
    relaxation = try file.solving { program throws(SolverError) in
      guard found.set != nil else { return nil }
      return try program.cheapestRelaxation(settings.solver).relaxation
    }
  }

  /// What is known: `infeasible`, `feasible`, `limit` or `notProven`.
  public var status: String {
    switch outcome {
    case .infeasible: "infeasible"
    case .feasible: "feasible"
    case .limit: "limit"
    case .notProven: "notProven"
    }
  }

  /// Whether the question is answered: a set was found, or there is nothing to find.
  public var isAnswered: Bool { status == "infeasible" || status == "feasible" }

  /// One object of JSON: the set with its margin and multipliers, and the cheapest relaxation.
  public var json: String {
    var entries: [(key: String, value: JSONPiece)] = [("status", .text(status))]
    switch outcome {
    case .infeasible(let set):
      entries += [
        ("irreducible", .flag(set.isIrreducible)),
        ("members", .list(set.members.map(piece(of:)))),
      ]
      entries += ProgramAnswer.entries(set.check)
      entries.append(("iterations", .count(set.statistics.simplexIterations)))
    case .feasible: break
    case .limit(let report): entries.append(("reason", .text("\(report)")))
    case .notProven(let report): entries.append(("reason", .text("\(report)")))
    }
    entries.append(("relaxation", relaxation.map(piece(of:)) ?? .missing))
    return JSONPiece.object(entries + file.sizes).page
  }

  private func piece(of member: IrreducibleSet.Member) -> JSONPiece {
    .object([
      ("kind", .text(member.part.kind)), ("name", .text(file.program.name(of: member.part))),
      ("end", .text(member.end.rawValue)),
      ("limit", .number(file.program.bounds(of: member.part).value(at: member.end))),
      ("multiplier", .number(member.multiplier)), ("distance", .number(member.distance)),
      ("necessary", .flag(member.isProvenNecessary)),
    ])
  }

  private func piece(of relaxation: Relaxation) -> JSONPiece {
    let concessions = relaxation.concessions.map { concession in
      JSONPiece.object([
        ("kind", .text(concession.part.kind)),
        ("name", .text(file.program.name(of: concession.part))),
        ("end", .text(concession.end.rawValue)), ("amount", .number(concession.amount)),
        ("price", .number(concession.price)), ("cost", .number(concession.cost)),
      ])
    }
    return .object([("cost", .number(relaxation.cost)), ("concessions", .list(concessions))])
  }

  /// The set and the relaxation for people.
  public var text: String {
    switch outcome {
    case .feasible: return "\(file.name): feasible; nothing contradicts\n"
    case .limit(let report): return "\(file.name): limit: \(report)\n"
    case .notProven(let report): return "\(file.name): not proven: \(report)\n"
    case .infeasible(let set):
      let standing =
        set.isIrreducible ? "irreducible: any one of them may give" : "perhaps not all are needed"
      let members = ResultTable(
        name: "members", title: "\(file.name): infeasible; these contradict one another",
        columns: [
          .init("kind", "Kind"), .init("name", "Name"), .init("end", "End"),
          .init("limit", "Limit"), .init("multiplier", "Multiplier"),
          .init("distance", "Must give"),
        ],
        rows: set.members.map { member in
          [
            .text(member.part.kind), .text(file.program.name(of: member.part)),
            .text(member.end.rawValue),
            ProgramText.cell(file.program.bounds(of: member.part).value(at: member.end)),
            ProgramText.cell(member.multiplier), ProgramText.cell(member.distance),
          ]
        }, notes: ["The set is \(standing)."])
      return members.text(notice: nil) + (relaxation.map { "\n" + table(of: $0) } ?? "")
    }
  }

  private func table(of relaxation: Relaxation) -> String {
    ResultTable(
      name: "relaxation", title: "The least that rows must give to remove every contradiction",
      columns: [
        .init("kind", "Kind"), .init("name", "Name"), .init("end", "End"), .init("amount", "By"),
      ],
      rows: relaxation.concessions.map { concession in
        [
          .text(concession.part.kind), .text(file.program.name(of: concession.part)),
          .text(concession.end.rawValue), ProgramText.cell(concession.amount),
        ]
      }, notes: ["A unit of every row counts the same."]
    ).text(notice: nil)
  }
}

extension ProgramPart {
  /// The kind as files of solutions name it.
  var kind: String {
    switch self {
    case .row: "row"
    case .variable: "column"
    }
  }
}
