import PolicingDomain

/// Explanations as a record keeps them: what many of them say stands once, and each names its place.
///
/// Of 1,600 explanations most words repeat: the standards of a study bind every block, and sources
/// and assumptions come back with every group.
struct ExplanationShelf: Codable {
  /// One explanation; numbers are places in the lists of the shelf.
  struct Entry: Codable {
    let item: String
    let title: String
    let answer: String?
    let certainty: Int
    let formula: Int
    let calculation: Int
    let inputs: [Input]
    let binding: [Int]
    let assumptions: [Int]
    let data: [Int]
    let changes: [Explanation.Change]
    let notes: [Int]
    let related: [Int]
  }

  /// One input.
  struct Input: Codable {
    let name: Int
    let value: Int
    let source: Int?
    let item: Int?
  }

  private(set) var words: [String]
  private(set) var sources: [Provenance]
  private(set) var assumptions: [Assumption]
  private(set) var entries: [Entry]

  init(_ explanations: [Explanation]) {
    var words = Places<String>()
    var sources = Places<Provenance>()
    var assumptions = Places<Assumption>()
    entries = explanations.map { one in
      Entry(
        item: one.item, title: one.title, answer: one.answer, certainty: words.place(one.certainty),
        formula: words.place(one.formula), calculation: words.place(one.calculation),
        inputs: one.inputs.map { input in
          Input(
            name: words.place(input.name), value: words.place(input.value),
            source: input.provenance.map { sources.place($0) },
            item: input.item.map { words.place($0) })
        }, binding: one.binding.map { words.place($0) },
        assumptions: one.assumptions.map { assumptions.place($0) },
        data: one.data.map { words.place($0) }, changes: one.changes,
        notes: one.notes.map { words.place($0) }, related: one.related.map { words.place($0) })
    }
    self.words = words.values
    self.sources = sources.values
    self.assumptions = assumptions.values
  }

  /// The explanations; nothing where one names a place that there is not.
  var explanations: [Explanation]? {
    var found: [Explanation] = []
    for entry in entries {
      guard let one = explanation(entry) else { return nil }
      found.append(one)
    }
    return found
  }

  private func explanation(_ entry: Entry) -> Explanation? {
    let texts = [entry.certainty, entry.formula, entry.calculation]
    guard let three = Self.look(texts, words), let binding = Self.look(entry.binding, words),
      let assumptions = Self.look(entry.assumptions, assumptions),
      let data = Self.look(entry.data, words), let notes = Self.look(entry.notes, words),
      let related = Self.look(entry.related, words)
    else { return nil }
    var one = Explanation(item: entry.item, title: entry.title, answer: entry.answer)
    (one.certainty, one.formula, one.calculation) = (three[0], three[1], three[2])
    one.binding = binding
    one.assumptions = assumptions
    one.data = data
    one.changes = entry.changes
    one.notes = notes
    one.related = related
    for input in entry.inputs {
      guard let names = Self.look([input.name, input.value], words),
        let source = Self.look([input.source].compactMap { $0 }, sources),
        let item = Self.look([input.item].compactMap { $0 }, words)
      else { return nil }
      one.inputs.append(
        Explanation.Input(names[0], names[1], from: source.first, item: item.first))
    }
    return one
  }

  private static func look<Value>(_ places: [Int], _ values: [Value]) -> [Value]? {
    places.allSatisfy(values.indices.contains) ? places.map { values[$0] } : nil
  }
}

/// Values in the order in which they came first, each once.
private struct Places<Value: Hashable> {
  private(set) var values: [Value] = []
  private var known: [Value: Int] = [:]

  /// Returns the place of a value.
  mutating func place(_ value: Value) -> Int {
    if let place = known[value] { return place }
    known[value] = values.count
    values.append(value)
    return values.count - 1
  }
}
