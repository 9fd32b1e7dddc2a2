/// A total that a source prints, to be added up again from its items or from a table.
struct StatedTotal {
  /// What a total is made of.
  enum Items {
    /// Figures beside the total.
    case listed([Double])
    /// A column of a table, in the rows whose other columns have the given words.
    case column(StudyTableKind, String, where: [(column: String, word: String)])
  }

  /// What the total counts.
  let name: String
  /// What it is made of.
  let items: Items
  /// The total as printed.
  let printed: Double
  /// The total as written in the study, which shows its precision.
  let text: String
  /// Where it is stated.
  let place: FilePlace

  /// Reads the list of stated totals.
  static func read(_ value: YAMLValue, log: IssueLog) -> [StatedTotal] {
    (value.list() ?? []).compactMap { one($0, log: log) }
  }

  private static func one(_ value: YAMLValue, log: IssueLog) -> StatedTotal? {
    guard let entries = value.entries() else { return nil }
    let isColumn = entries.contains { $0.key == "table" }
    let keys = value.mapping(isColumn ? StudyKeys.columnTotal : StudyKeys.listedTotal)
    guard let keys, let name = keys["name"]?.text(), let printed = keys["printed"],
      let number = printed.number(in: -1e15...1e15), let text = printed.text()
    else { return nil }
    let items = isColumn ? column(keys, log: log) : listed(keys)
    guard let items else { return nil }
    return StatedTotal(
      name: name, items: items, printed: number, text: text, place: printed.place)
  }

  private static func listed(_ keys: YAMLMapping) -> Items? {
    guard let entries = keys["items"]?.entries() else { return nil }
    let numbers = entries.compactMap { $0.value.number(in: -1e15...1e15) }
    return numbers.count == entries.count ? .listed(numbers) : nil
  }

  private static func column(_ keys: YAMLMapping, log: IssueLog) -> Items? {
    guard let table = keys["table"], let word = table.text(), let column = keys["column"],
      let title = column.text()
    else { return nil }
    guard let kind = StudyTableKind(rawValue: word) else {
      log.add(
        .unknownReference, at: table.place, "there is no table \(word.quoted)",
        remedy: advice(for: word, among: StudyTableKind.allCases.map(\.rawValue)))
      return nil
    }
    let known = kind.required + kind.optional
    var conditions: [(column: String, word: String)] = []
    var asked = [(title, column.place)]
    for (key, value) in keys["where"]?.entries() ?? [] {
      asked.append((key, value.place))
      if let word = value.text() { conditions.append((key, word)) }
    }
    for (title, place) in asked where !known.contains(title) {
      log.add(
        .unknownReference, at: place, "the table \(word.quoted) has no column \(title.quoted)",
        remedy: advice(for: title, among: known))
    }
    return .column(kind, title, where: conditions)
  }

  /// Adds the items up and warns when they do not give the printed total.
  func audit(_ tables: [StudyTableKind: StudyTable], log: IssueLog) {
    let numbers: [Double]
    switch items {
    case .listed(let listed):
      numbers = listed
    case .column(let kind, let column, let conditions):
      guard let table = tables[kind] else { return }
      let rows = table.rows.filter { row in
        conditions.allSatisfy { row.text($0.column) == $0.word }
      }
      let texts = rows.map { $0.text(column) }.filter { !$0.isEmpty }
      numbers = texts.compactMap(NumberReader.plainNumber)
      guard numbers.count == texts.count else { return }
    }
    let sum = numbers.reduce(0, +)
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    let precision = (0..<min(decimals, 15)).reduce(0.5) { tolerance, _ in tolerance / 10 }
    let gap = (sum - printed).magnitude
    guard gap > precision * (1 + 1e-9) else { return }
    let items = numbers.count == 1 ? "1 item" : "\(numbers.count) items"
    log.add(
      .statedTotal, at: place,
      "\(name.quoted) is printed as \(text), but its \(items) add up to \(rounded(sum, decimals))",
      remedy: "compare with the source: a total or an item is off by \(rounded(gap, decimals))")
  }

  private func rounded(_ number: Double, _ decimals: Int) -> String {
    let scale = (0..<min(decimals + 2, 9)).reduce(1.0) { scale, _ in scale * 10 }
    return shortText((number * scale).rounded() / scale)
  }
}
