import Foundation
import PlanningFiles

/// Where the tests find the profiles of this package, and the exports that are too large for it.
enum SharedFiles {
  static let root: URL = {
    var folder = URL(filePath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder
  }()

  /// The folder of the exports: the environment's `ROLLCALL_SHARED`, or `../shared`.
  static let shared: URL = {
    if let path = ProcessInfo.processInfo.environment["ROLLCALL_SHARED"] {
      return URL(filePath: path)
    }
    return root.deletingLastPathComponent().appending(path: "shared")
  }()

  static func export(_ name: String) -> String { shared.appending(path: "data/cad/\(name)").path }

  static func hasExport(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: export(name))
  }

  static func profile(_ name: String) throws(FileError) -> ColumnProfile {
    try ColumnProfile(contentsOf: root.appending(path: "Data/Profiles/\(name).yaml").path)
  }
}
