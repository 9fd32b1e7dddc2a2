import Foundation
public import PolicingDomain

extension RunRecord.Statement {
  /// The largest file of findings, in bytes.
  static let limit = 1 << 18

  /// Reads findings that people wrote.
  ///
  /// - Throws: ``FileError`` `E001` when the file cannot be opened, `E410` when it is too large or no
  ///   text in UTF-8.
  public init(contentsOf path: String) throws(FileError) {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw FileError([
        FileIssue(
          code: "E001", "the file of findings cannot be opened", file: path,
          remedy: "check that it exists and may be read")
      ])
    }
    guard bytes.count <= Self.limit, let text = String(validating: bytes, as: UTF8.self) else {
      throw FileError([
        FileIssue(
          code: "E410",
          bytes.count > Self.limit
            ? "the file of findings has \(bytes.count) bytes; at most \(Self.limit) are read"
            : "the file of findings is not text in UTF-8", file: path,
          remedy: "name a text file in Markdown, saved as UTF-8")
      ])
    }
    self.init(file: path, text: text)
  }
}
