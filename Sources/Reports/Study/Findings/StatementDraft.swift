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
    return table.rows.filter { table.text($0, "state") == "not met" }.map { row in
      let keys = ["rule", "authority", "scope"]
      let place = keys.map { "\($0)=\(table.text(row, $0))" }.joined(separator: "; ")
      let name = table.text(row, "rule")
      // Names may hold what a reference is written with: then the words of the table stand as they are.
      let effect =
        isSafe(keys.map { table.text(row, $0) }) && isFound("rules", place, "effect")
        ? "{{rules | \(place) | effect}}" : "Effect: " + quoted(table.text(row, "effect"))
      return finding(
        quoted("The rule \(name) (\(table.text(row, "authority")), \(table.text(row, "scope")))")
          + " is not met",
        table.text(row, "effect").isEmpty ? "The run does not tell what follows from it." : effect,
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
      // A category of one district alone has no row for all of them: its row stands for itself.
      let places = responderPlaces(of: name, in: table)
      guard let first = places.first else { return nil }
      let others = places.dropFirst().map { place in
        " Besides, {{responders | \(place) | sum calls_spared}} of a category that it takes in one "
          + "district only."
      }
      return finding(
        "Some calls need no police officer: \(name)",
        "{{responders | \(first) | sum calls_spared}} calls a year would be spared the police."
          + others.joined(),
        "decide the hours and the teams of \(name)",
        cost: "see the positions of other responders in the report")
    }
  }

  /// The conditions of the rows of a responder that hold each of its calls once.
  private func responderPlaces(of name: String, in table: TableReading) -> [String] {
    let rows = table.rows(where: ["responder": name])
    let totals = rows.filter { table.text($0, "district") == "all" }
    let covered = Set(totals.map { table.text($0, "category") })
    let alone = rows.filter { !covered.contains(table.text($0, "category")) }
    let whole = "responder=\(name)"
    let places =
      totals.isEmpty
      ? [whole]
      : ["\(whole); district=all"]
        + alone.map {
          "\(whole); category=\(table.text($0, "category")); "
            + "district=\(table.text($0, "district"))"
        }
    let words = rows.flatMap { row in
      [name, table.text(row, "category"), table.text(row, "district")]
    }
    guard isSafe(words) else { return [] }
    return places.filter { place in
      (try? FigureReference("responders | \(place) | sum calls_spared").text(in: record)) != nil
    }
  }

  /// Whether texts can stand in a reference without meaning anything but themselves.
  private func isSafe(_ texts: [String]) -> Bool {
    texts.allSatisfy { text in
      !text.contains { ";|{}".contains($0) || $0.isNewline }
    }
  }

  /// Whether a reference to one cell has its words.
  private func isFound(_ table: String, _ place: String, _ column: String) -> Bool {
    (try? FigureReference("\(table) | \(place) | \(column)").text(in: record)) != nil
  }

  /// Words of a table on one line, so that nothing in them reads as a reference.
  private func quoted(_ text: String) -> String {
    var words = ""
    for character in text {
      if character.isNewline {
        words.append(" ")
      } else {
        if character == "{", words.last == "{" { words.append(" ") }
        words.append(character)
      }
    }
    return words
  }

  private func isOne(_ table: String, _ place: String) -> Bool {
    (try? FigureReference("\(table) | \(place) | count").text(in: record)) == "1"
  }
}
