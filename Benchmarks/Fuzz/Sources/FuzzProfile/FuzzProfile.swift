import FuzzSupport
import PlanningFiles

/// Any bytes as the profile of the columns; one that is understood then reads a small export.
@main
enum FuzzProfile {
  static func main() {
    let folder = ScratchFolder()
    let export = """
      id,received,dispatched,cleared,priority,category,origin,district,unit_count
      1,2025-03-03T03:36:07,2025-03-03T03:36:22,2025-03-03T04:03:22,2,crash,officer,2,1
      2,03/03/2025 04:38:41 PM,1900-01-01T00:00:00,,urgent,,-,,0
      """
    let calls = folder.write(Array(export.utf8), to: "calls.csv")
    FuzzDriver.run { bytes in
      let path = folder.write(bytes, to: "profile.yaml")
      guard let profile = try? ColumnProfile(contentsOf: path) else { return }
      _ = try? CallImport.read(files: [calls], profile: profile) { _ in }
    }
  }
}
