import PolicingDomain

/// The cases of investigators.
struct CaseloadTable {
  /// The types of case, in the order of the file.
  private(set) var types: [CaseType] = []

  /// Reads the table `caseloads`, and looks for groups whose cases nobody states.
  init(_ table: StudyTable?, positions: PositionTable) {
    var pairs = ReferenceList(of: "pair of group and type of case")
    var stated: Set<String> = []
    for row in table?.rows ?? [] {
      let group = row.needed("group")
      positions.names.check(group, from: row, "group")
      if let found = positions.groups.first(where: { $0.id.description == group }),
        !found.basis.isCaseload
      {
        row.complain(
          .contradictingRows, "group",
          "the basis of the group \(group.quoted) is \(found.basis.name.quoted), not caseload",
          remedy: "write `caseload` under `basis` in the table of positions, or take the row out")
      }
      let name = row.needed("case_type")
      pairs.insert("\(group) \(name)", from: row, "case_type")
      stated.insert(group)
      types.append(Self.type(row, group: group, name: name))
    }
    for (group, row) in zip(positions.groups, positions.rows)
    where group.basis.isCaseload && !stated.contains(group.id.description) {
      row.complain(
        .incompleteList, "basis",
        "no row of the table of caseloads states the cases of \(group.id.description.quoted)",
        remedy: "add the table `caseloads` with a row for it, or choose another basis")
    }
  }

  private static func type(_ row: StudyRow, group: String, name: String) -> CaseType {
    func figure(_ column: String) -> Double { row.number(ifAny: column) ?? 0 }
    return CaseType(
      group: PositionGroup.ID(group), name: name, newCases: row.number("new_cases_per_year"),
      triage: Hours(row.number("triage_hours_per_case")), workable: row.share("workable_share"),
      ages: (1...3).compactMap { age($0, row) },
      carriedOver: figure("carried_over_cases"),
      hoursCarriedOver: Hours(figure("hours_per_carried_over_case")),
      court: Hours(figure("court_hours_per_worked_case")), callOuts: figure("call_outs_per_year"),
      hoursPerCallOut: Hours(figure("hours_per_call_out")), benchmark: benchmark(row),
      provenance: row.provenance())
  }

  /// The hours of one age; an age is stated whole or not at all.
  private static func age(_ number: Int, _ row: StudyRow) -> CaseType.Age? {
    let columns = ["age_\(number)", "age_\(number)_reached_share", "age_\(number)_hours_per_case"]
    let empty = columns.filter { row.text($0).isEmpty }
    guard empty.count < columns.count else { return nil }
    for column in empty {
      row.complain(
        .missingValue, column, "the field \(column.quoted) is empty, but its age is stated",
        remedy: "fill the three fields of the age, or empty them all")
    }
    let hours = Hours(row.number(ifAny: columns[2]) ?? 0)
    guard empty.isEmpty else { return nil }
    return CaseType.Age(name: row.text(columns[0]), reached: row.share(columns[1]), hours: hours)
  }

  private static func benchmark(_ row: StudyRow) -> ClosedRange<Double>? {
    let columns = ["benchmark_low_cases_per_month", "benchmark_high_cases_per_month"]
    let low = row.number(ifAny: columns[0])
    let high = row.number(ifAny: columns[1])
    guard let low, let high else {
      if low != nil || high != nil {
        row.complain(
          .missingValue, low == nil ? columns[0] : columns[1],
          "a benchmark has a lowest and a highest number of cases",
          remedy: "fill both fields, or empty them")
      }
      return nil
    }
    guard low <= high else {
      row.complain(
        .outOfRange, columns[1],
        "the benchmark ends at \(shortText(high)), before it begins at \(shortText(low))",
        remedy: "correct one of the two")
      return nil
    }
    return low...high
  }
}

extension PositionBasis {
  /// Whether cases size the group.
  var isCaseload: Bool {
    if case .caseload = self { true } else { false }
  }
}
