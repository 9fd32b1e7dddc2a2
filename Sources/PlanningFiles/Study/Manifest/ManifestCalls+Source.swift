import PolicingDomain

extension ManifestCalls {
  /// Looks for the files of the calls, without reading the exports.
  ///
  /// The paths in the answer are those to open: the folder as the user named it, and the name. A
  /// profile is a file of the study when its name ends in `.yaml`, and one of the library's
  /// otherwise.
  ///
  /// - Returns: The source; nothing after noting what is missing.
  func source(
    _ files: StudyFiles, _ log: IssueLog, seed: UInt64, districts: ReferenceList,
    categories: ReferenceList, profiles: [String]?
  ) -> Study.CallSource? {
    switch self {
    case .synthesis(let file):
      let reader = SynthesisReader(
        file, files: files, log: log, seed: seed, districts: districts, categories: categories)
      return reader.synthesis.map(Study.CallSource.synthesis)
    case .store(let file):
      guard files.open(file.name, askedAt: file.place, limit: nil) else { return nil }
      let path = files.shownPath(file.name)
      do {
        _ = try StoredCalls(at: path)
      } catch {
        log.add(contentsOf: error.issues)
        return nil
      }
      return .store(file: path)
    case .exports(let exports):
      return Self.source(exports, files, log, profiles)
    }
  }

  private static func source(
    _ exports: Exports, _ files: StudyFiles, _ log: IssueLog, _ profiles: [String]?
  ) -> Study.CallSource? {
    let found = exports.files.count { files.open($0.name, askedAt: $0.place, limit: nil) }
    let profile = profile(exports.profile, files, log, profiles)
    var store: String?
    if let stated = exports.store {
      guard files.isInside(stated.name, askedAt: stated.place) else { return nil }
      store = files.shownPath(stated.name)
    }
    guard found == exports.files.count, let profile else { return nil }
    return .exports(
      CallExports(
        files: exports.files.map { files.shownPath($0.name) }, profile: profile,
        cleaning: exports.cleaning, store: store))
  }

  /// Returns the path or the name of the profile after checking that it can be read.
  private static func profile(
    _ stated: StudyManifest.FileReference, _ files: StudyFiles, _ log: IssueLog,
    _ profiles: [String]?
  ) -> String? {
    guard stated.name.hasSuffix(".yaml") || stated.name.hasSuffix(".yml") else {
      guard let profiles, !profiles.contains(stated.name) else { return stated.name }
      log.add(
        .unknownReference, at: stated.place, "there is no profile called \(stated.name.quoted)",
        remedy: advice(for: stated.name, among: profiles))
      return nil
    }
    guard files.open(stated.name, askedAt: stated.place, limit: StudyFiles.yamlLimit) else {
      return nil
    }
    let path = files.shownPath(stated.name)
    do {
      _ = try ColumnProfile(contentsOf: path)
    } catch {
      log.add(contentsOf: error.issues)
      return nil
    }
    return path
  }
}
