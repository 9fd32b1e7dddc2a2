import PolicingDomain

/// The explanations that a page can show, as compact data: every text once, in a list, and items as
/// positions in it.
struct ExplanationBook {
  private var words: [String] = []
  private var places: [String: Int] = [:]
  private var entries: [(key: String, value: JSONPiece)] = []

  /// Gathers explanations.
  ///
  /// - Parameters:
  ///   - explanations: All that the run has.
  ///   - page: The page; it gets what it links to, and what these refer to in turn.
  init(_ explanations: [Explanation], asLinkedFrom page: ReportPage) {
    let byItem = Dictionary(
      explanations.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
    var wanted = Self.links(of: page).filter { byItem[$0] != nil }
    var seen = Set(wanted)
    var next = wanted.startIndex
    while next < wanted.endIndex {
      if let explanation = byItem[wanted[next]] {
        for item in explanation.inputs.compactMap(\.item) + explanation.related
        where byItem[item] != nil && seen.insert(item).inserted {
          wanted.append(item)
        }
      }
      next += 1
    }
    for explanation in explanations where seen.contains(explanation.item) { add(explanation) }
  }

  /// The book as JSON.
  var json: String {
    JSONPiece.object([
      ("words", .list(words.map(JSONPiece.text))), ("items", .object(entries)),
    ]).line
  }

  /// The items that a page links to, each once, in order.
  private static func links(of page: ReportPage) -> [String] {
    var seen: Set<String> = []
    var links: [String] = []
    func add(_ item: String?) {
      if let item, seen.insert(item).inserted { links.append(item) }
    }
    for block in page.sections.flatMap(\.blocks) {
      switch block {
      case .facts(let facts): for fact in facts { add(fact.item) }
      case .figure(let figure): for item in figure.items + figure.table.items { add(item) }
      case .table(let table): for item in table.items { add(item) }
      case .words, .heading, .list, .caution, .item, .links: break
      }
    }
    return links
  }

  private mutating func add(_ explanation: Explanation) {
    let inputs = explanation.inputs.map { input in
      JSONPiece.list([
        word(input.name), word(input.value), word(input.provenance?.source ?? ""),
        word(input.item ?? ""),
      ])
    }
    let assumptions = explanation.assumptions.map { word("\($0.id): \($0.statement)") }
    entries.append(
      (
        explanation.item,
        .object([
          ("t", word(explanation.title)), ("a", word(explanation.answer ?? "")),
          ("c", word(explanation.certainty)), ("f", word(explanation.formula)),
          ("k", word(explanation.calculation)), ("i", .list(inputs)),
          ("b", .list(explanation.binding.map { word($0) })), ("s", .list(assumptions)),
          ("d", .list(explanation.data.map { word($0) })),
          ("n", .list(explanation.notes.map { word($0) })),
          ("r", .list(explanation.related.map { word($0) })),
        ])
      ))
  }

  private mutating func word(_ text: String) -> JSONPiece {
    if let place = places[text] { return .count(place) }
    places[text] = words.count
    words.append(text)
    return .count(words.count - 1)
  }
}
