import PolicingDomain

/// The method and its limits for the public: what the model does not know and did not decide.
enum LimitsChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    var blocks: [ReportBlock] = [.heading("How the numbers come about"), .list(method)]
    blocks += [.heading("What the model does not know"), .list(unknown)]
    blocks += [.heading("What the model did not decide"), .list(undecided(source))]
    if !source.record.findings.isEmpty {
      blocks += [
        .heading("What this run found about itself"), .list(source.record.findings.map(sentence)),
      ]
    }
    return ReportSection(id: "limits", title: "Method and limits", blocks)
  }

  /// The limits in a few lines, for one page.
  static func short(_ source: ReportSource) -> ReportSection? {
    let count = source.record.findings.count
    var points = [
      "Everything here is need under the assumptions of this study, not what should be.",
      "Calls are not need: people who trust police less call less, and what officers begin "
        + "themselves follows where they are sent.",
      "The model predicts neither crime nor people; it decides nothing about sections whose levels "
        + "somebody set.",
    ]
    if count > 0 {
      points.append(
        "\(Wording.count(count, "finding", "findings")) on the data and the model stand in the full "
          + "report.")
    }
    return ReportSection(id: "limits", title: "Before you use these numbers", [.list(points)])
  }

  private static let method = [
    "Calls become hours of work: the time of every unit at every call, counted by district and hour "
      + "of the week. Where a time is missing, the mean of like calls stands in, and the share of "
      + "such time is stated.",
    "Hours of work become units on the street: so many that calls wait no longer than the standards "
      + "say, and that the stated share of time is left for other work.",
    "Units become positions: with days off, leave, training and other absences, more people are needed "
      + "on the roster than are on the street at a time.",
    "Other sections are counted by cases, by fixed posts, by ratios, or are taken as somebody decided.",
    "A plan then puts the people on hand where they fit, by rules first and by shortage next. Every "
      + "optimum is checked again by a separate program.",
  ]

  private static let unknown = [
    "Calls are not need. Where people trust the police less, lack a telephone or fear to call, need is "
      + "larger than the calls; where callers use police for lack of anybody else, it is smaller.",
    "What officers begin themselves follows where they are sent. It is kept apart and never used to "
      + "ask for more officers in the same place.",
    "The model predicts no crime and judges no person or place. It knows nothing of single officers.",
    "It counts time, not its quality: whether a call ended well is in no table.",
    "Waits are until a unit is sent. Travel comes on top unless a table says otherwise.",
    "It plans on average. A large event, a storm or a wave of illness is not in it unless the study "
      + "says so.",
    "Parts of positions are kept as fractions, so that small units are not rounded up one by one; only "
      + "whole people can be hired.",
  ]

  private static func undecided(_ source: ReportSource) -> [String] {
    var points = [
      "How long calls may wait, and how much time is left free: people set the standards.",
      "Which work is for police at all, and how officers do it.",
      "Who works where: it has ranks and numbers, no names.",
    ]
    if let table = source.table("staffing-summary"),
      let row = table.row(where: ["group": "Department", "employment": "all"]),
      let decided = table.number(row, "decided"), decided > 0
    {
      points.insert(
        "\(Format.number(decided, decimals: 0)) positions whose number somebody chose: the model took "
          + "them as they are.", at: 0)
    }
    return points
  }

  /// A finding as a sentence.
  static func sentence(_ finding: String) -> String {
    let text = Wording.capitalized(finding)
    return text.hasSuffix(".") ? text : text + "."
  }
}
