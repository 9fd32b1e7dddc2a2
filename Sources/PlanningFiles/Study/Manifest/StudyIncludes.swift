/// Reads `study.yaml` with the files that it includes.
///
/// The keys of a file go before those of the files that it includes, and a file that is named first
/// before one named later. Under `study` and `tables` this holds for each key by itself.
struct StudyIncludes {
  /// The most files that may be included, one in the other or side by side.
  private static let limit = 20

  private let files: StudyFiles
  private let log: IssueLog
  private var open: [String] = []
  private var count = 0

  /// Prepares to read from `files`.
  init(files: StudyFiles, log: IssueLog) {
    self.files = files
    self.log = log
  }

  /// Returns the file `name` laid over those that it includes, or nothing after noting why it cannot.
  mutating func document(_ name: String, askedAt place: FilePlace) -> YAMLValue? {
    count += 1
    guard !open.contains(name), count <= Self.limit + 1 else {
      let isCircle = open.contains(name)
      let chain = (open + [name]).joined(separator: " → ")
      log.add(
        .includeCycle, at: place,
        isCircle
          ? "the file includes itself: \(chain)" : "more than \(Self.limit) files are included",
        remedy: isCircle ? "take one of the includes out" : "put their keys into fewer files")
      return nil
    }
    guard let text = files.text(name, askedAt: place),
      let own = YAMLValue(
        document: text, file: files.shownPath(name), folder: folder(of: name), log: log),
      StudyManifest.checkSchema(own, log: log), let entries = own.entries()
    else { return nil }
    guard let include = entries.first(where: { $0.key == "include" })?.value else { return own }
    open.append(name)
    defer { open.removeLast() }
    var document = own
    for member in include.members() ?? [] {
      guard let reference = member.reference() else { continue }
      let isFile = reference.name.hasSuffix(".yaml") || reference.name.hasSuffix(".yml")
      let target = isFile ? reference.name : reference.name + "/study.yaml"
      guard let base = self.document(target, askedAt: reference.place) else { continue }
      document = document.laid(over: base, joining: ["study", "tables"])
    }
    return document
  }
}
