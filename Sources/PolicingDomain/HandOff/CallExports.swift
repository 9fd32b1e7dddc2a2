/// The dispatch exports of a study, and how they are read.
public struct CallExports: Hashable, Sendable {
  /// The paths of the exports, in the order of reading.
  public var files: [String]
  /// The bundled name or the path of the profile of their columns.
  public var profile: String
  /// The name of the preset of cleaning rules.
  public var cleaning: String
  /// Where the store of the calls lies, if the study says; otherwise it is in the cache.
  public var store: String?

  /// Creates a list of exports.
  public init(
    files: [String], profile: String, cleaning: String = CleaningRules.plain.name,
    store: String? = nil
  ) {
    self.files = files
    self.profile = profile
    self.cleaning = cleaning
    self.store = store
  }
}

extension Study.CallSource {
  /// Returns one dispatch export as a source.
  public static func export(file: String, profile: String) -> Study.CallSource {
    .exports(CallExports(files: [file], profile: profile))
  }
}
