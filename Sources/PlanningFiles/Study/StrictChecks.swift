import PolicingDomain

/// What a study needs before a council relies on it, beyond what is needed to read it.
struct StrictChecks {
  /// The tables.
  let tables: [StudyTableKind: StudyTable]
  /// The standards, with the names of their targets.
  let standards: [StandardTable.Stated]
  /// The choices of value.
  let targets: [ValueTarget]
  /// The assumptions.
  let assumptions: [Assumption]

  /// Notes everything that is missing.
  func run(log: IssueLog) {
    for kind in StudyTableKind.allCases where kind != .assumptions {
      checkSources(tables[kind])
      checkAssumptions(tables[kind])
    }
    checkRanges()
    checkCitations()
    checkTargets()
    checkPositions()
  }

  /// Every row says where it comes from and of which date it is.
  private func checkSources(_ table: StudyTable?) {
    for row in table?.rows ?? [] {
      for column in ["source", "date"] where row.text(column).isEmpty {
        row.complain(
          .unsourcedRow, column, "the row has no \(column)",
          remedy: "write the document or data set, and its date")
      }
    }
  }

  /// A row that is an assumption names the entry of the list that gives its range.
  private func checkAssumptions(_ table: StudyTable?) {
    for row in table?.rows ?? [] where row.text("assumption") == "yes" {
      row.complain(
        .unrangedAssumption, "assumption",
        "the row is an assumption, but names no entry of the list",
        remedy: "write the id of its row in the table of assumptions in the place of `yes`")
    }
  }

  /// An assumption with a value has a range worth trying around it.
  private func checkRanges() {
    for (assumption, row) in zip(assumptions, tables[.assumptions]?.rows ?? []) {
      guard !assumption.value.isEmpty else { continue }
      for (column, text) in [("low", assumption.low), ("high", assumption.high)] where text.isEmpty
      {
        row.complain(
          .unrangedAssumption, column,
          "the assumption \(assumption.id.quoted) has a value, but no \(column)est value worth trying",
          remedy: "write how far the value could reasonably lie off")
      }
      guard let value = NumberReader.plainNumber(assumption.value),
        let low = NumberReader.plainNumber(assumption.low),
        let high = NumberReader.plainNumber(assumption.high), !(low <= value && value <= high)
      else { continue }
      row.complain(
        .unrangedAssumption, "value",
        "the assumption \(assumption.id.quoted) is \(assumption.value), outside its own range from "
          + "\(assumption.low) to \(assumption.high)", remedy: "correct the value or the range")
    }
  }

  private func checkCitations() {
    for row in tables[.rules]?.rows ?? [] where row.text("verified") == "no" {
      row.complain(
        .unverifiedCitation, "verified",
        "nobody has read the citation of the rule \(row.text("rule").quoted) in the document",
        remedy: "read \(row.text("citation").quoted), correct the row, and write `yes`")
    }
  }

  /// Proactive time, waits and cover are choices of value: somebody made them somewhere.
  private func checkTargets() {
    let names = targets.map(\.name)
    for standard in standards where standard.kind.isValueChoice && !names.contains(standard.target)
    {
      standard.row.complain(
        .missingTarget, "standard",
        "no row of the table of targets says who chose \(standard.target.quoted)",
        remedy: "add the target \(standard.target.quoted), with who set it, where, and what else "
          + "was heard")
    }
    for (target, row) in zip(targets, tables[.targets]?.rows ?? []) where target.forum.isEmpty {
      row.complain(
        .missingForum, "forum", "the target \(target.name.quoted) was chosen in no forum",
        remedy: "name the meeting or body, or write that none has decided it")
    }
  }

  private func checkPositions() {
    for row in tables[.positions]?.rows ?? [] where row.text("authority").isEmpty {
      row.complain(
        .unsourcedPosition, "authority",
        "nobody is named who decided on the number of \(row.text("group").quoted)",
        remedy: "write the directive, the contract, or who else decided")
    }
  }
}
