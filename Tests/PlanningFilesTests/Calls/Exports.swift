import Foundation
import PlanningFiles
import TestSupport

/// The exports and profiles that these tests read.
enum Exports {
  /// Whether the export called `name` is here.
  static func has(_ name: String) -> Bool { SharedFiles.has("data/cad/\(name)") }

  /// The path of the export called `name`.
  static func path(_ name: String) -> String { SharedFiles.path("data/cad/\(name)") }

  /// The bundled profile called `name`.
  static func profile(_ name: String) throws(FileError) -> ColumnProfile {
    try ColumnProfile(
      contentsOf: SharedFiles.projectRoot.appending(path: "Data/Profiles/\(name).yaml").path)
  }
}
