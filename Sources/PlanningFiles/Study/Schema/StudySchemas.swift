/// The published schemas of the study format: one for `study.yaml`, one for each table.
///
/// They are made of the declarations that the readers use, so they cannot say anything else. An
/// editor completes and checks `study.yaml` when its first line is
/// `# yaml-language-server: $schema=…/study.schema.json`.
///
///     for file in StudySchemas.files { print(file.path, file.text.utf8.count) }
public enum StudySchemas {
  /// A file of schemas.
  public struct File: Hashable, Sendable {
    /// The path below the folder of schemas, such as `tables/strength.schema.json`.
    public let path: String
    /// The text: JSON.
    public let text: String
    /// The table, if it is the schema of one.
    public let table: String?
  }

  /// Every schema, that of `study.yaml` first, then the tables in the order of the format.
  public static var files: [File] {
    [File(path: "study.schema.json", text: ManifestSchema.document, table: nil)]
      + StudyTableKind.allCases.map { kind in
        File(
          path: "tables/\(kind.rawValue).schema.json", text: TableSchema(kind: kind).document,
          table: kind.rawValue)
      }
  }
}
