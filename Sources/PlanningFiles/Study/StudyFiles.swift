import Foundation
import PolicingDomain

/// The files of a study folder, opened by name and noted for the list of inputs.
final class StudyFiles {
  /// The largest YAML file, in bytes.
  static let yamlLimit = 65_536
  /// The largest table, in bytes.
  static let tableLimit = 4_194_304

  /// The folder as the user named it.
  let folder: String
  /// The files read so far, in order.
  private(set) var inputs: [InputFile] = []
  private let root: URL
  private let log: IssueLog

  /// Opens the folder at `folder`.
  init(folder: String, log: IssueLog) {
    let trimmed = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.folder = trimmed.isEmpty ? "." : trimmed
    self.root = URL(filePath: self.folder).standardizedFileURL.resolvingSymlinksInPath()
    self.log = log
  }

  /// The path of the file `name` as messages show it.
  func shownPath(_ name: String) -> String { folder == "." ? name : "\(folder)/\(name)" }

  /// Returns whether the file `name`, asked for at `place`, can be read, and notes it as an input.
  func open(_ name: String, askedAt place: FilePlace, limit: Int?) -> Bool {
    guard let url = location(of: name, askedAt: place) else { return false }
    let shown = FilePlace(file: shownPath(name))
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: url.path) else {
      log.add(
        .missingFile, at: place, "there is no file \(name.quoted)", remedy: missing(name))
      return false
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular,
      FileManager.default.isReadableFile(atPath: url.path)
    else {
      log.add(
        .unreadableFile, at: shown, "the file cannot be read",
        remedy: "name a file, not a folder or a device, that you may read")
      return false
    }
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    if let limit, size > limit {
      log.add(
        .fileTooLarge, at: shown, "the file has \(size) bytes; at most \(limit) are read",
        remedy: "name the right file, or cut it to what the study needs")
      return false
    }
    note(name, url)
    return true
  }

  /// Returns whether `name` stays within the folder, whether or not the file is there yet.
  func isInside(_ name: String, askedAt place: FilePlace) -> Bool {
    location(of: name, askedAt: place) != nil
  }

  /// Returns the text of the file `name`, or nothing after noting why there is none.
  func text(_ name: String, askedAt place: FilePlace) -> String? {
    guard open(name, askedAt: place, limit: Self.yamlLimit) else { return nil }
    let path = root.appending(path: name).path
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else {
      log.add(
        .unreadableFile, at: FilePlace(file: shownPath(name)), "the file is not text in UTF-8",
        remedy: "save it as UTF-8")
      return nil
    }
    return text
  }

  /// Returns what people wrote into ``StudyFolder/findingsName``, if there is such a file.
  func statement() -> RunRecord.Statement? {
    let name = StudyFolder.findingsName
    guard FileManager.default.fileExists(atPath: root.appending(path: name).path) else {
      return nil
    }
    return text(name, askedAt: FilePlace(file: shownPath(name))).map {
      RunRecord.Statement(file: name, text: $0)
    }
  }

  /// Returns the table in the file `name`, or nothing after noting why there is none.
  func table(_ name: String, askedAt place: FilePlace) -> Table? {
    guard open(name, askedAt: place, limit: Self.tableLimit), isPlain(name) else { return nil }
    do {
      return try Table(contentsOf: shownPath(name))
    } catch {
      log.add(contentsOf: error.issues)
      return nil
    }
  }

  /// Returns whether the file is not compressed; a small compressed file can hold a huge table.
  private func isPlain(_ name: String) -> Bool {
    let handle = try? FileHandle(forReadingFrom: root.appending(path: name))
    defer { try? handle?.close() }
    guard let start = try? handle?.read(upToCount: 2), start == Data([0x1f, 0x8b]) else {
      return true
    }
    log.add(
      .unreadableFile, at: FilePlace(file: shownPath(name)), "the table is compressed",
      remedy: "unpack it; only dispatch exports may be compressed")
    return false
  }

  private func note(_ name: String, _ url: URL) {
    guard !inputs.contains(where: { $0.path == name }) else { return }
    inputs.append(InputFile(path: name, absolutePath: url.path))
  }

  private func location(of name: String, askedAt place: FilePlace) -> URL? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { !$0.isEmpty && $0 != ".." && $0 != "." }
    let isPrintable = name.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
    let url = root.appending(path: isPlain && isPrintable ? name : "-").resolvingSymlinksInPath()
    guard isPlain, isPrintable, name.utf8.count <= 255, url.path.hasPrefix(root.path + "/") else {
      log.add(
        .escapingPath, at: place, "the file name \(name.quoted) leads out of the study folder",
        remedy: "put the file into the folder and give its name without `..` or a leading `/`")
      return nil
    }
    return url
  }

  private func missing(_ name: String) -> String {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    if let near = nearest(to: name, in: names.sorted()) {
      return "did you mean \(near.quoted)?"
    }
    return "put \(name.quoted) into \(folder.quoted)"
  }
}
