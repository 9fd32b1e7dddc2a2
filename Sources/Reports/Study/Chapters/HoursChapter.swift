import Charts
import PolicingDomain

/// Where the paid hours of a year go, and how many are left for the street, rank by rank.
enum HoursChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    let blocks = ladder(source) + ranks(source)
    guard !blocks.isEmpty else { return nil }
    return ReportSection(
      id: "hours", title: "From paid hours to hours on the street",
      [
        .words(
          "A person who is paid for a year is not on the street for all of it. Furlough, sickness, "
            + "training and court take whole tours or parts of them; roll call, inspection and meals take "
            + "a part of every tour. What is left is the net available hours. Positions that "
            + "follow from hours of work are sized by them. Patrol follows from its tours and who is "
            + "there on them; fixed counts, spans of control and groups that policy sets do not follow "
            + "from these hours.")
      ] + blocks)
  }

  private static func ladder(_ source: ReportSource) -> [ReportBlock] {
    guard let hours = YearOfHours(source) else { return [] }
    let rank = Phrase.plain(hours.rank)
    let chart = StepChart(
      title: hours.streetShare.map {
        "\(Phrase.percent(100 * $0, decimals: 0)) of the paid hours of one \(rank) reach the street"
      } ?? "Where the paid hours of one \(rank) go",
      summary: "Paid hours of a year of one \(rank), what is taken from them, and what is left.",
      axis: Axis("Hours a year"), steps: hours.steps)
    var points: [String] = []
    if let paid = hours.paid, let street = hours.street {
      points.append(
        "Of \(Format.number(paid, decimals: 0)) paid hours a year, \(Format.number(street, decimals: 0)) "
          + "are spent on the street, \(Phrase.percent(100 * street / paid)).")
    }
    if let largest = hours.largest, let paid = hours.paid {
      points.append(
        "The largest deduction is \(largest.name) with \(Format.number(-largest.hours, decimals: 0)) "
          + "hours, \(Phrase.percent(-100 * largest.hours / paid)) of those paid.")
    }
    if let free = hours.free, let street = hours.street, street > 0 {
      points.append(
        "On the street, \(Format.number(free, decimals: 0)) hours "
          + "(\(Phrase.percent(100 * free / street)) of them) are taken by no work."
      )
    }
    return [
      .heading("One year of one \(rank)"),
      .figure(
        ReportFigure(
          chart,
          caption:
            "From the hours paid in a year down to those on the street, each deduction once.",
          certainty: Certainty(
            observations: "none counted, the rates of the study",
            interval: "none, rates are stated and not estimated", imputed: "nothing"),
          table: ReportTable(hours.table), items: ["hours:\(hours.rank)"].filter(source.explains))),
    ] + (points.isEmpty ? [] : [.list(points)]) + unsourced(hours)
  }

  private static func unsourced(_ hours: YearOfHours) -> [ReportBlock] {
    let names = hours.unpublished
    guard !names.isEmpty else { return [] }
    return [
      .caution(
        "No published rate was found for \(Phrase.list(names)): these lines are assumptions of the "
          + "study, and each hour of them is an hour less on the street.")
    ]
  }

  private static func ranks(_ source: ReportSource) -> [ReportBlock] {
    guard let net = source.table("net-hours") else { return [] }
    let table = net.table.showing(
      [
        "rank", "tour", "scheduled_tours", "net_tours", "presence", "relief_factor_by_tours",
        "net_street_hours", "net_desk_hours", "whole_person_share",
      ],
      notes: [
        "Presence: the share of scheduled tours that are worked. Relief: people needed to fill one post "
          + "on every day of the year. Off strength: people who are away as whole persons, such as on "
          + "long leave; they are not in the hours."
      ] + net.table.notes)
    var points: [String] = []
    if let most = net.largest("relief_factor_by_tours"),
      let least = net.smallest("relief_factor_by_tours"), most != least
    {
      points.append(
        "To fill one post every day of the year takes between "
          + "\(net.written(least, "relief_factor_by_tours", decimals: 2)) and "
          + "\(net.written(most, "relief_factor_by_tours", decimals: 2)) people, by rank and tour.")
    }
    if let most = net.largest("presence"), let least = net.smallest("presence"), most != least,
      let high = net.number(most, "presence"), let low = net.number(least, "presence")
    {
      points.append(
        "On a scheduled tour, between \(Phrase.percent(100 * low)) and \(Phrase.percent(100 * high)) of "
          + "the people due are there.")
    }
    return [
      .heading("Every rank"),
      .table(
        ReportTable(
          table,
          items: net.rows.map { row in
            let item = "hours:\(net.text(row, "rank"))"
            return source.explains(item) ? item : nil
          }, filters: ["rank", "tour"], rowHeads: 2, isFolded: net.rows.count > 15)),
    ] + (points.isEmpty ? [] : [.list(points)])
  }
}
