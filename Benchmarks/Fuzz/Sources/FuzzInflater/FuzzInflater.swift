import FuzzSupport
import PlanningFiles

/// Any bytes behind the mark of a compressed file.
@main
enum FuzzInflater {
  static func main() throws {
    let folder = ScratchFolder()
    let profile = try ColumnProfile(contentsOf: dataPath("Profiles/canonical.yaml"))
    FuzzDriver.run { bytes in
      let isMarked = bytes.starts(with: [0x1F, 0x8B])
      let path = folder.write(isMarked ? bytes : [0x1F, 0x8B] + bytes, to: "calls.csv.gz")
      _ = try? CallImport.read(files: [path], profile: profile) { _ in }
    }
  }
}
