import PolicingDomain

/// The choices of value that people made.
struct TargetTable {
  /// The choices, in the order of the file.
  private(set) var targets: [ValueTarget] = []

  /// What else a choice may be about.
  struct Subjects {
    /// The rules.
    let rules: [StaffingRule]
    /// The names of commitments, responders and groups of positions.
    let others: [String]
  }

  /// Reads the table `targets` and holds it against the standards and rules of the same name.
  init(_ table: StudyTable?, standards: StandardTable, subjects: Subjects) {
    var names = ReferenceList(of: "target")
    for row in table?.rows ?? [] {
      let name = row.needed("target")
      names.insert(name, from: row, "target")
      let value = row.text("value").isEmpty ? Self.missing(row) : row.number(ifAny: "value")
      let unit = row.needed("unit")
      let setBy = row.needed("set_by")
      let target = ValueTarget(
        name: name, value: value ?? 0, unit: unit, setBy: setBy, forum: row.text("forum"),
        comment: row.text("comment"), alternatives: Self.alternatives(row),
        provenance: row.provenance(authority: "set_by"))
      targets.append(target)
      guard value != nil, !name.isEmpty else { continue }
      Self.compare(target, row, standards, subjects)
    }
  }

  private static func missing(_ row: StudyRow) -> Double? {
    _ = row.needed("value")
    return nil
  }

  private static func alternatives(_ row: StudyRow) -> [Double] {
    let reader = NumberReader(name: "alternatives", place: row.place("alternatives"), log: row.log)
    return row.list("alternatives").compactMap { reader.number($0, in: -1e9...1e9) }
  }

  private static func compare(
    _ target: ValueTarget, _ row: StudyRow, _ standards: StandardTable, _ subjects: Subjects
  ) {
    let stated = standards.stated.filter { $0.target == target.name }
    if let standard = stated.first {
      disagree(
        target, row, stated.map(\.value), unit: standard.unit,
        with: "the table of standards, which is used")
      return
    }
    let rules = subjects.rules.filter { $0.name == target.name }
    if !rules.isEmpty {
      disagree(
        target, row, rules.map(\.value), unit: target.unit,
        with: "the table of rules, which is used")
      return
    }
    let objectives = AllocationPreferences.Objective.allCases.map(\.rawValue)
    let known =
      standards.stated.map(\.target) + subjects.rules.map(\.name) + subjects.others + objectives
    guard !known.contains(target.name), let near = nearest(to: target.name, in: known) else {
      return
    }
    row.complain(
      .unknownReference, "target", "there is no standard, rule or parameter \(target.name.quoted)",
      remedy: "did you mean \(near.quoted)?")
  }

  private static func disagree(
    _ target: ValueTarget, _ row: StudyRow, _ values: [Double], unit: String, with other: String
  ) {
    if unit != target.unit {
      row.complain(
        .disagreement, "unit",
        "the target \(target.name.quoted) is stated in \(target.unit.quoted) here, but in "
          + "\(unit.quoted) in \(other)", remedy: "use the unit of the standard")
    } else if !values.contains(target.value) {
      let found = values.map(shortText).joined(separator: ", ")
      row.complain(
        .disagreement, "value",
        "the target \(target.name.quoted) is \(shortText(target.value)) here, but \(found) in "
          + other, remedy: "correct one of the two")
    }
  }
}
