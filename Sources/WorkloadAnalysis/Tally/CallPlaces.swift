import PolicingDomain

/// Texts as rows of tables: districts in the order of the study, categories and beats as they come.
///
/// The positions of a batch are looked up once for each text and remembered while batches continue
/// the same list of names.
struct CallPlaces: Sendable {
  let districts: [District.ID]
  private let districtRows: [String: Int]
  private(set) var categories = TextRows()
  private(set) var beats = TextRows()
  private var names: [String] = []
  private var districtOf: [Int32] = []
  private var categoryOf: [Int32] = []
  private var beatOf: [Int32] = []

  init(districts: [District.ID]) {
    self.districts = districts
    districtRows = Dictionary(districts.enumerated().map { ($1.description, $0) }) { first, _ in
      first
    }
  }

  /// Districts of the study, and one row for all other places.
  var rowCount: Int { districts.count + 1 }
  /// The row of calls elsewhere and without a district.
  var elsewhere: Int { districts.count }
  /// The row of homes that are not told, one after all rows of places.
  var unknownHome: Int { districts.count + 1 }

  /// Gets ready for rows that point into `list`.
  mutating func follow(_ list: CallNames) {
    let known = names.count
    if list.count < known || !list.texts.starts(with: names) { forget() }
    guard list.count > names.count else { return }
    names = list.texts
    let added = list.count - districtOf.count
    let unseen = repeatElement(Int32(-1), count: added)
    districtOf.append(contentsOf: unseen)
    categoryOf.append(contentsOf: unseen)
    beatOf.append(contentsOf: unseen)
  }

  private mutating func forget() {
    names = []
    districtOf = []
    categoryOf = []
    beatOf = []
  }

  /// The row of the district at `position`; that of places elsewhere where there is none.
  @inline(__always)
  mutating func districtRow(_ position: Int32) -> Int {
    guard position >= 0 else { return elsewhere }
    let known = districtOf[Int(position)]
    if known >= 0 { return Int(known) }
    let row = districtRows[names[Int(position)]] ?? elsewhere
    districtOf[Int(position)] = Int32(row)
    return row
  }

  /// The row of a unit's home: a district, elsewhere, or unknown.
  @inline(__always)
  mutating func homeRow(_ position: Int32) -> Int {
    position < 0 ? unknownHome : districtRow(position)
  }

  /// The row of the category at `position`.
  @inline(__always)
  mutating func categoryRow(_ position: Int32) -> Int {
    let known = categoryOf[Int(position)]
    if known >= 0 { return Int(known) }
    let row = categories.row(of: names[Int(position)])
    categoryOf[Int(position)] = Int32(row)
    return row
  }

  /// The row of the beat at `position`, or −1.
  @inline(__always)
  mutating func beatRow(_ position: Int32) -> Int {
    guard position >= 0 else { return -1 }
    let known = beatOf[Int(position)]
    if known >= 0 { return Int(known) }
    let row = beats.row(of: names[Int(position)])
    beatOf[Int(position)] = Int32(row)
    return row
  }

  /// Adds the texts of another tally and returns where its rows are here.
  mutating func rows(ofCategories other: CallPlaces) -> [Int] {
    other.categories.texts.map { categories.row(of: $0) }
  }

  mutating func rows(ofBeats other: CallPlaces) -> [Int] {
    other.beats.texts.map { beats.row(of: $0) }
  }

  /// Adds texts in alphabetical order.
  mutating func add(categories: [String], beats: [String]) {
    for text in categories.sorted() { _ = self.categories.row(of: text) }
    for text in beats.sorted() { _ = self.beats.row(of: text) }
  }
}

/// Texts, each once, by row.
struct TextRows: Sendable {
  private(set) var texts: [String] = []
  private var rows: [String: Int] = [:]

  mutating func row(of text: String) -> Int {
    if let known = rows[text] { return known }
    rows[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }
}
