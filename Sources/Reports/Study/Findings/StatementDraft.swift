package import PolicingDomain

/// Findings drafted from a run.
///
/// They tell of rules that are not met, people who are lacking, posts that civilians could hold, and
/// calls that others take. People take them over, change them, or strike them out.
///
/// Every number of a draft is a reference, so that it follows the run.
package struct StatementDraft: Sendable {
  private let record: RunRecord

  /// Drafts findings of a run.
  package init(_ record: RunRecord) { self.record = record }

  /// The draft as a file of findings.
  package var text: String {
    let findings = rules + shortages + proactive + civilians + responders
    let head = """
      # Findings

      <!-- Drafted from the run of \(record.subject.name). This file belongs to people: nothing writes over it.
           Numbers in braces are looked up in the run when a report is made, as TABLE | key=value | column.
           Take a draft over by striking out the word \(Statement.draftMark); strike out what does not hold. -->

      """
    return head + findings.map { "\n" + $0 }.joined()
  }

  private func reading(_ name: String) -> TableReading? {
    guard let table = record.table(name), !table.rows.isEmpty else { return nil }
    return TableReading(table)
  }

  private func finding(
    _ title: String, _ text: String, _ recommendation: String, cost: String
  )
    -> String
  {
    """
    ## \(Statement.draftMark): \(title)

    \(text)

    - Recommendation: \(recommendation)
    - Priority: to be decided
    - Cost: \(cost)
    - Owner: to be named

    """
  }

  /// One for each rule that is not met.
  private var rules: [String] {
    guard let table = reading("rules") else { return [] }
    return table.rows.filter { table.text($0, "state") == "not met" }.compactMap { row in
      let keys = ["rule", "authority", "scope"]
      let place = keys.map { "\($0)=\(table.text(row, $0))" }.joined(separator: "; ")
      guard isOne("rules", place) else { return nil }
      let name = table.text(row, "rule")
      return finding(
        "The rule \(name) (\(table.text(row, "authority")), \(table.text(row, "scope"))) is not met",
        "{{rules | \(place) | effect}}",
        "decide how the rule is to be met, or state why it is not",
        cost: "see the prices of rules in the report")
    }
  }

  /// One for each rank that lacks people, the largest shortages first.
  private var shortages: [String] {
    guard let table = reading("staffing-summary") else { return [] }
    let ranks = table.rows.filter { row in
      table.text(row, "group").hasPrefix("Rank: ") && (table.number(row, "unfilled") ?? 0) >= 1
    }.sorted { (table.number($0, "unfilled") ?? 0, $1) > (table.number($1, "unfilled") ?? 0, $0) }
    return ranks.prefix(5).compactMap { row in
      let group = table.text(row, "group")
      let place = "group=\(group); employment=\(table.text(row, "employment"))"
      guard isOne("staffing-summary", place) else { return nil }
      let name = group.dropFirst("Rank: ".count)
      let work =
        table.number(row, "required").map { _ in
          "Work and rules require {{staffing-summary | \(place) | required}}, beside the levels that "
            + "somebody decided. "
        } ?? ""
      return finding(
        "Positions of \(name) stay unfilled with the people on hand",
        work
          + "{{staffing-summary | \(place) | unfilled}} full-time equivalents are unfilled in the "
          + "recommended plan.",
        "fill them, lower what was decided, or accept what it costs in waits",
        cost: "to be computed: `rollcall allocate \(record.subject.name) --change`")
    }
  }

  /// Districts that miss the proactive target at the planned units.
  private var proactive: [String] {
    guard let table = reading("proactive-time"),
      table.rows.contains(where: {
        table.text($0, "units") == "planned" && table.text($0, "is_met") == "no"
      })
    else { return [] }
    return [
      finding(
        "Some districts miss the target for proactive time at the planned units",
        "{{proactive-time | units=planned; is_met=no | count}} districts miss it; the lowest share is "
          + "{{proactive-time | units=planned | min proactive_percent}} percent of the time on the "
          + "street.",
        "move units between watches, or choose another target in the open",
        cost: "see the ladder of targets in the report")
    ]
  }

  /// Posts that civilians could hold.
  private var civilians: [String] {
    let place = "bureau=Department; section=all"
    guard let table = reading("civilian-conversions"), isOne("civilian-conversions", place),
      let row = table.row(where: ["bureau": "Department", "section": "all"]),
      (table.number(row, "convertible") ?? 0) >= 1
    else { return [] }
    return [
      finding(
        "Civilians could hold posts that sworn members hold",
        "{{civilian-conversions | \(place) | convertible}} positions could be converted, which would free "
          + "{{civilian-conversions | \(place) | officers_freed}} officers for other work.",
        "convert as people leave, so that nobody is displaced",
        cost:
          "{{civilian-conversions | \(place) | difference_dollars}} dollars a year against today; less than zero is saved"
      )
    ]
  }

  /// Calls that need no police officer.
  private var responders: [String] {
    guard let table = reading("responders"), table.column("calls_spared") != nil,
      table.column("responder") != nil
    else { return [] }
    return table.values("responder").compactMap { name in
      let place = "responder=\(name); district=all"
      guard
        (try? FigureReference("responders | \(place) | sum calls_spared").text(in: record)) != nil
      else { return nil }
      return finding(
        "Some calls need no police officer: \(name)",
        "{{responders | \(place) | sum calls_spared}} calls a year would be spared the police.",
        "decide the hours and the teams of \(name)",
        cost: "see the positions of other responders in the report")
    }
  }

  private func isOne(_ table: String, _ place: String) -> Bool {
    (try? FigureReference("\(table) | \(place) | count").text(in: record)) == "1"
  }
}
