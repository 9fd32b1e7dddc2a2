import Charts
import PolicingDomain

/// The page of one district, for people who live or work there.
struct DistrictPage {
  let district: RunRecord.District
  /// The name of the page.
  let name: String
  let figures: DistrictFigures
  private let source: ReportSource

  init(_ district: RunRecord.District, page name: String, of source: ReportSource) {
    self.district = district
    self.name = name
    self.source = source
    figures = DistrictFigures(district.id, source)
  }

  /// The district as people call it.
  var title: String {
    district.name.isEmpty || district.name == district.id
      ? "District \(district.id)" : "District \(district.id), \(district.name)"
  }

  var page: ReportPage {
    let service = DistrictService(district.id, figures, source)
    let waits = DistrictWaitBlocks(figures, service.certainty)
    let sections: [ReportSection?] = [
      glance(service), section("waits", "How long calls wait", waits.blocks),
      section("compared", "Beside the other districts", compared(service)),
      section("own-car", "How often the beat’s own car comes", service.ownCar),
      section("free-time", "Time for the neighbourhood", service.freeTime),
      section("officers", "How many officers that takes", service.officers),
      section("gaps", "What the records do not show", service.gaps), undecided, asking,
    ]
    return ReportPage(
      name: name, title: title, kind: .district, record: source.record,
      sections: sections.compactMap { $0 })
  }

  private func section(_ id: String, _ title: String, _ blocks: [ReportBlock]) -> ReportSection? {
    blocks.isEmpty ? nil : ReportSection(id: id, title: title, blocks)
  }

  // MARK: At a glance

  private func glance(_ service: DistrictService) -> ReportSection {
    var facts: [ReportFact] = []
    if let wait = figures.waits.first {
      if let now = wait.measured {
        facts.append(
          ReportFact(
            "Most urgent calls wait now", Wording.minutes(now),
            note: "mean, measured, until a unit is sent"))
      }
      if let model = wait.predicted {
        facts.append(
          ReportFact(
            "Most urgent calls, units of today", Wording.minutes(model),
            note: "mean wait for a free unit, by the model"))
      }
      if let planned = wait.planned {
        facts.append(
          ReportFact(
            "Most urgent calls, as \(figures.level)",
            planned.isFinite ? Wording.minutes(planned) : WaitLevel.noEnd,
            note: planned.isFinite
              ? "mean wait for a free unit, by the model"
              : "of waiting, by the model: more work than units in some hour"))
      }
    }
    if let free = figures.proactive, let percent = free.planned {
      facts.append(
        ReportFact(
          "Time that calls leave free", "\(Format.number(percent, decimals: 0)) %",
          note: free.target.map { "as \(figures.level); aim: \(Format.number($0, decimals: 0)) %" }
            ?? "as \(figures.level)"))
    }
    if let share = service.ownCarShare {
      facts.append(
        ReportFact(
          "Calls for the beat’s own car", "\(Format.number(share, decimals: 0)) %",
          note: "mean of the watches, by the model"))
    }
    var blocks: [ReportBlock] = [
      .words(
        "This page is for people who live or work in \(title). It says in plain words what the study "
          + "“\(source.record.subject.title)” found for the district. All of it is need under the "
          + "assumptions of that study.")
    ]
    if !facts.isEmpty { blocks.append(.facts(facts)) }
    blocks.append(.links([ReportLink("All districts", to: "index")]))
    return ReportSection(id: "glance", title: "At a glance", blocks)
  }

  // MARK: Beside the others

  /// Where the district lies between the others, without their names.
  private func compared(_ service: DistrictService) -> [ReportBlock] {
    BesideOthers(figures, source).map { [$0.figure(service.certainty)] } ?? []
  }

  // MARK: The end

  private var undecided: ReportSection {
    ReportSection(
      id: "undecided", title: "What nobody computed",
      [
        .list([
          "The model does not say how long a call may wait. People set these standards; another "
            + "standard gives another number of officers.",
          "It does not say which calls are for police, or how officers treat people.",
          "It does not predict crime, and it knows no names: neither of residents nor of officers.",
          "Calls are not need. Where people do not call, because they cannot or do not want to, the "
            + "need is larger than these numbers.",
        ])
      ])
  }

  private var asking: ReportSection {
    let owners = source.table("assumptions")?.values("owner").filter { !$0.isEmpty } ?? []
    var points = [
      "Bring this page to the district’s public meeting, or send it to the planners of the "
        + "department. Name the page and the number that you ask about.",
      "The full report of this run has the formula, the sources and the assumptions of every number.",
    ]
    if !owners.isEmpty {
      points.append(
        "Named as answerable for the study’s assumptions: \(Wording.list(owners, atMost: 5)).")
    }
    return ReportSection(id: "ask", title: "Where to ask", [.list(points)])
  }
}
