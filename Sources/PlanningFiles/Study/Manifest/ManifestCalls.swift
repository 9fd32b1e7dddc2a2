import PolicingDomain

/// Where the calls come from, as `study.yaml` states it.
enum ManifestCalls {
  /// Exports as they are stated.
  struct Exports {
    var files: [StudyManifest.FileReference]
    let profile: StudyManifest.FileReference
    let cleaning: String
    let store: StudyManifest.FileReference?
  }

  case synthesis(StudyManifest.FileReference)
  case exports(Exports)
  case store(StudyManifest.FileReference)

  /// Reads `{synthesis:}`, `{store:}`, or `{file: | files:, profile:, cleaning:, store:}`.
  init?(_ value: YAMLValue, log: IssueLog) {
    guard let entries = value.entries() else { return nil }
    let names = entries.map(\.key)
    for single in ["synthesis", "store"] where names.contains(single) {
      if single == "store", names.contains(where: ["file", "files", "profile"].contains) {
        continue
      }
      guard let file = value.mapping(required: [single])?[single]?.reference() else { return nil }
      self = single == "store" ? .store(file) : .synthesis(file)
      return
    }
    guard let exports = Self.exports(value, log: log) else { return nil }
    self = .exports(exports)
  }

  private static func exports(_ value: YAMLValue, log: IssueLog) -> Exports? {
    let isList = value.entries()?.contains { $0.key == "files" } == true
    guard
      let keys = value.mapping(
        required: [isList ? "files" : "file", "profile"], optional: ["cleaning", "store"]),
      let profile = keys["profile"].flatMap(profile)
    else { return nil }
    let members = isList ? keys["files"]?.list() : keys["file"].map { [$0] }
    guard let members else { return nil }
    let files = members.compactMap { $0.reference() }
    guard files.count == members.count else { return nil }
    if files.isEmpty {
      log.add(
        .missingValue, at: value.place, "`calls.files` names no file",
        remedy: "name the exports in the order of their days")
      return nil
    }
    for (position, file) in files.enumerated()
    where files[..<position].contains(where: { $0.name == file.name }) {
      log.add(
        .duplicate, at: file.place, "the export \(file.name.quoted) is named twice",
        remedy: "name each export once, or its calls count twice")
    }
    let cleaning = keys["cleaning"].map { cleaningRules($0, log: log) }
    return Exports(
      files: files, profile: profile, cleaning: cleaning ?? CleaningRules.plain.name,
      store: keys["store"]?.reference())
  }

  private static func cleaningRules(_ value: YAMLValue, log: IssueLog) -> String {
    guard let name = value.text() else { return CleaningRules.plain.name }
    if CleaningRules.named(name) == nil {
      log.add(
        .unknownWord, at: value.place, "there are no cleaning rules called \(name.quoted)",
        remedy: advice(for: name, among: CleaningRules.presets.map(\.name)))
    }
    return name
  }

  /// A bundled profile has a name; one of the study's own is a file.
  private static func profile(_ value: YAMLValue) -> StudyManifest.FileReference? {
    guard let name = value.text() else { return nil }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return value.reference() }
    return StudyManifest.FileReference(name: name, place: value.place)
  }
}
