public import Foundation

/// A file or folder that takes the place of another only when it is whole.
///
/// The new one is made beside the old one, which is moved aside, and comes back if the new one
/// cannot take its place.
public struct Replacement: Sendable {
  /// Where the new file or folder is to be made.
  public let fresh: URL
  private let target: URL
  private let old: URL

  /// Prepares to replace what is at `target`, if anything is there.
  public init(of target: URL) {
    let target = target.standardizedFileURL
    let parent = target.deletingLastPathComponent()
    let unique = UUID().uuidString
    self.target = target
    fresh = parent.appending(path: ".\(target.lastPathComponent).new-\(unique)")
    old = parent.appending(path: ".\(target.lastPathComponent).old-\(unique)")
  }

  /// Puts the new one in the place of the old one.
  ///
  /// - Throws: What the file system says; the old one is then where it was.
  public func commit() throws {
    let manager = FileManager.default
    let exists = manager.fileExists(atPath: target.path)
    if exists { try manager.moveItem(at: target, to: old) }
    do {
      try manager.moveItem(at: fresh, to: target)
    } catch {
      if exists { try? manager.moveItem(at: old, to: target) }
      throw error
    }
    if exists { try? manager.removeItem(at: old) }
  }

  /// Removes what was made, if it did not take its place.
  public func discard() {
    try? FileManager.default.removeItem(at: fresh)
  }

  /// Removes the unfinished files that runs stopped in the middle left beside `target` an hour ago or
  /// more.
  public static func sweep(besides target: URL) {
    let manager = FileManager.default
    let parent = target.deletingLastPathComponent()
    let prefix = ".\(target.lastPathComponent).new-"
    let found = try? manager.contentsOfDirectory(
      at: parent, includingPropertiesForKeys: [.contentModificationDateKey])
    for file in found ?? [] where file.lastPathComponent.hasPrefix(prefix) {
      let changed = try? file.resourceValues(forKeys: [.contentModificationDateKey])
        .contentModificationDate
      if let changed, changed.timeIntervalSinceNow < -3600 { try? manager.removeItem(at: file) }
    }
  }
}
