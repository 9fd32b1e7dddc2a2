import Charts
import PolicingDomain

/// A page for each district in plain language, and an index of them.
struct DistrictPages {
  /// The pages: the index, then the districts in the order of the study.
  let pages: [ReportPage]

  init(_ source: ReportSource) {
    let districts = Self.districts(of: source)
    let names = PageNames(districts.map(\.id), reserved: ["index"]).names
    let places = zip(districts, names).map { DistrictPage($0, page: $1, of: source) }
    let index = ReportPage(
      name: "index", title: "Districts: \(source.record.subject.title)", kind: .district,
      record: source.record, sections: Self.index(places, source))
    pages = [index] + places.map(\.page)
  }

  /// The districts of the record, or those that its tables name.
  private static func districts(of source: ReportSource) -> [RunRecord.District] {
    let listed = source.record.districts
    guard listed.isEmpty else { return listed }
    let ids =
      source.table("equity")?.values("district")
      ?? source.table("districts-by-watch")?.values("district") ?? []
    return ids.map { RunRecord.District(id: $0, name: "") }
  }

  // MARK: The index

  private static func index(
    _ places: [DistrictPage], _ source: ReportSource
  ) -> [ReportSection] {
    var blocks: [ReportBlock] = [
      .words(
        "Each page says in plain words what this study found for one district: how long calls wait, "
          + "how often the beat’s own car comes, how much time is left for the neighbourhood, and how "
          + "many officers that takes. It is part of: \(source.record.subject.title).")
    ]
    blocks.append(.links(places.map { ReportLink($0.title, to: $0.name) }))
    if places.isEmpty { blocks = [.words("This run has no districts.")] }
    blocks += map(places, source)
    if places.count > 1 {
      blocks.append(
        .caution(
          "This is no ranking. Districts differ in size, in streets and in what people call for; a "
            + "longer wait says where a plan could still do better, not that anybody there works "
            + "less."))
    }
    return [
      ReportSection(id: "districts", title: "Find your district", blocks)
    ]
  }

  /// The wait of the most urgent calls by district, as planned.
  private static func map(_ places: [DistrictPage], _ source: ReportSource) -> [ReportBlock] {
    let known = places.compactMap { place in
      place.figures.waits.first?.planned.map { (place.district.id, $0) }
    }
    let finite = known.filter(\.1.isFinite)
    guard known.count > 1, let level = places.first?.figures.level,
      let priority = places.first?.figures.waits.first?.priority,
      let span = WaitLevel.span(known.map(\.1))
    else { return [] }
    let values = Dictionary(finite, uniquingKeysWith: { $1 })
    let ids = places.map(\.district.id)
    let map = DistrictMap(of: ids, from: source)
    let names = Dictionary(
      places.map { ($0.district.id, $0.title) }, uniquingKeysWith: { $1 })
    let chart = PlaceMap(
      title:
        "As \(level), calls of priority \(priority) wait \(span)",
      summary:
        "A map of \(Wording.count(ids.count, "district", "districts")): mean wait of priority "
        + "\(priority), in minutes.",
      places: map.places(ids, named: names) { values[$0] },
      style: NumberStyle(decimals: (finite.map(\.1).max() ?? 0) < 1 ? 2 : 1),
      measure: "mean wait of priority \(priority), as \(level), minutes")
    let rows = places.map { place -> [ResultTable.Cell] in
      let own = place.figures
      return [.text(place.district.id), .text(place.district.name)]
        + own.waits.map { WaitLevel.cell($0.planned) } + [.optional(own.proactive?.planned)]
    }
    let waits = places.first?.figures.waits ?? []
    guard rows.allSatisfy({ $0.count == waits.count + 3 }) else { return [] }
    let hasNoEnd = places.contains { place in
      place.figures.waits.contains { $0.planned?.isFinite == false }
    }
    let table = ResultTable(
      name: "waits-by-district", title: "Waits and free time by district, as \(level)",
      columns: [
        ResultTable.Column("district", "District"), ResultTable.Column("name", "Name"),
      ]
        + waits.map {
          ResultTable.Column(
            "wait_p\($0.priority)_minutes", "Priority \($0.priority) waits (min)", decimals: 2)
        } + [
          ResultTable.Column("proactive_percent", "Time that calls leave free (%)", decimals: 1)
        ],
      rows: rows,
      notes: ["A wait is the mean time until a unit is free to be sent; travel comes on top."]
        + (hasNoEnd ? [WaitLevel.meaning] : []))
    return [
      .figure(
        ReportFigure(
          chart,
          caption: "Deeper is longer. "
            + (finite.count < known.count
              ? "Hatched districts have no mean: see the table for those whose waits have no end. "
              : "")
            + map.basis(of: ids, from: source),
          certainty: source.record.certainty(), table: ReportTable(table, rowHeads: 2)))
    ]
  }
}

/// Names of pages that are safe as names of files and differ from one another.
struct PageNames {
  /// The names, in order.
  let names: [String]

  /// Creates names.
  ///
  /// - Parameters:
  ///   - texts: What is named.
  ///   - reserved: Names that are taken already, in lower case.
  init(_ texts: [String], reserved: Set<String>) {
    var taken = reserved
    names = texts.map { text in
      let safe = text.unicodeScalars.prefix(40).map { scalar -> Character in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": Character(scalar)
        default: "-"
        }
      }
      let base = safe.contains { $0 != "-" } ? String(safe) : "district"
      var name = base
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(base)-\(number)"
        number += 1
      }
      return name
    }
  }
}
