import PolicingDomain

/// Reads the file from which a demonstration makes up its calls, and its three tables.
///
/// Every figure of the file stands under `value`, beside its `source`.
struct SynthesisReader {
  /// The synthesis, if all of it could be read.
  private(set) var synthesis: CallSynthesis?
  private let files: StudyFiles
  private let log: IssueLog

  /// Reads the file `reference`.
  init(
    _ reference: StudyManifest.FileReference, files: StudyFiles, log: IssueLog, seed: UInt64,
    districts: ReferenceList, categories: ReferenceList
  ) {
    self.files = files
    self.log = log
    let file = files.shownPath(reference.name)
    guard let text = files.text(reference.name, askedAt: reference.place),
      let document = YAMLValue(
        document: text, file: file, folder: folder(of: reference.name), log: log),
      StudyManifest.checkSchema(document, log: log),
      let keys = document.mapping(
        required: [
          "schema", "year_total", "tables", "season", "day_overdispersion", "travel_minutes",
          "dispatch_delay_minutes", "missing_share",
        ], optional: ["seed", "priority_share", "service_distribution"])
    else { return }
    checkSeed(keys["seed"], against: seed)
    checkDistribution(keys["service_distribution"])
    let tables = SynthesisTables(log: log, districts: districts, categories: categories)
    read(keys, tables)
  }

  /// Reads every part before it asks whether one is missing, so that all problems are found.
  private mutating func read(_ keys: YAMLMapping, _ reader: SynthesisTables) {
    let tables = keys["tables"]?.mapping(required: ["hours", "districts", "categories"])
    let hours = reader.hours(table(tables?["hours"], ["hour_of_week", "share"]))
    let districts = reader.districts(table(tables?["districts"], ["district", "share"]))
    let columns = ["category", "share_of_calls", "mean_minutes", "sd_minutes"]
    let mix = reader.categories(
      table(tables?["categories"], columns + (1...5).map { "p\($0)" }))
    checkPriorities(keys["priority_share"], against: mix)
    let total = figure(keys["year_total"])?.number(in: 1...100_000_000)
    let variance = figure(keys["day_overdispersion"])?.number(in: 0...10)
    let months = season(keys["season"])
    let travel = byPriority(keys["travel_minutes"], upTo: 600)
    let delay = byPriority(keys["dispatch_delay_minutes"], upTo: 1440)
    let stamps = ["dispatched", "arrived", "cleared"]
    let missingKeys = keys["missing_share"]?.mapping(required: stamps)
    let missing = stamps.map { byPriority(missingKeys?[$0], upTo: 1) }
    guard let total, let variance, let hours, let districts, let mix else { return }
    synthesis = CallSynthesis(
      callsPerYear: total, hourShares: hours, districtShares: districts, categories: mix,
      monthFactors: months, dayOverdispersion: variance, travelMinutes: travel,
      dispatchDelayMinutes: delay, missingDispatched: missing[0], missingArrived: missing[1],
      missingCleared: missing[2])
  }

  /// The value of a figure, which may stand beside its source.
  private func figure(_ value: YAMLValue?) -> YAMLValue? {
    value?.mapping(required: ["value"], optional: ["source", "date", "assumption"])?["value"]
  }

  private func table(_ value: YAMLValue?, _ columns: [String]) -> StudyTable? {
    guard let entry = figure(value), let file = entry.reference(),
      let table = files.table(file.name, askedAt: file.place)
    else { return nil }
    return StudyTable(
      table, required: columns, optional: ["source", "date", "assumption", "comment"],
      rowLimit: 2000, log: log)
  }

  /// The factors of the months, scaled to 1 on average.
  private func season(_ value: YAMLValue?) -> [Double] {
    guard let entry = figure(value), let list = entry.list() else { return [] }
    let factors = list.compactMap { $0.number(in: 0.01...100) }
    guard list.count == 12 else {
      log.add(
        .incompleteList, at: entry.place, "there are \(list.count) factors of 12 months",
        remedy: "give one factor for each month, January first")
      return []
    }
    let sum = factors.reduce(0, +)
    return sum > 0 ? factors.map { $0 * 12 / sum } : []
  }

  private func byPriority(_ value: YAMLValue?, upTo limit: Double) -> [Double] {
    let names = (1...5).map { "P\($0)" }
    guard let keys = figure(value)?.mapping(required: names) else { return [0, 0, 0, 0, 0] }
    return names.map { keys[$0]?.number(in: 0...limit) ?? 0 }
  }

  private func checkSeed(_ value: YAMLValue?, against seed: UInt64) {
    guard let value, let text = value.text(), UInt64(text) != seed else { return }
    log.add(
      .disagreement, at: value.place,
      "the seed is \(text.quoted) here, but \(seed) in study.yaml, which is used",
      remedy: "remove it here, or make the two the same")
  }

  private func checkDistribution(_ value: YAMLValue?) {
    guard let entry = figure(value), let word = entry.text(), word != "lognormal" else { return }
    log.add(
      .unknownWord, at: entry.place, "times at the scene cannot be \(word.quoted)",
      remedy: "write `lognormal`, the only distribution that calls are made up with")
  }

  /// The stated mix of priorities must be the one that the categories give.
  private func checkPriorities(_ value: YAMLValue?, against mix: [CallSynthesis.Category]?) {
    guard let value else { return }
    let stated = byPriority(value, upTo: 1)
    guard let mix else { return }
    let sum = mix.reduce(0) { $0 + $1.share }
    for priority in stated.indices {
      let given = mix.reduce(0) { $0 + $1.share * $1.priorityShares[priority] } / max(sum, 1e-12)
      guard (given - stated[priority]).magnitude > 0.005 else { continue }
      log.add(
        .disagreement, at: value.place,
        "the share of P\(priority + 1) is \(stated[priority]), but the categories give "
          + shortText((given * 10_000).rounded() / 10_000),
        remedy: "correct the share, or the shares of the categories; the categories are used")
    }
  }
}

/// Returns the folder of the file `name` inside the folder of the study: empty, or with a slash at
/// the end.
func folder(of name: String) -> String {
  guard let slash = name.lastIndex(of: "/") else { return "" }
  return String(name[...slash])
}
