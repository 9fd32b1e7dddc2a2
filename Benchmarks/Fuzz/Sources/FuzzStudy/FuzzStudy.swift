import FuzzSupport
import PlanningFiles

/// Any bytes as `study.yaml`, beside the tables of the smallest bundled study.
@main
enum FuzzStudy {
  static func main() throws {
    let folder = ScratchFolder()
    try folder.copyFiles(of: dataPath("Studies/generic-two-districts"), except: "study.yaml")
    FuzzDriver.run { bytes in
      _ = folder.write(bytes, to: "study.yaml")
      _ = StudyFolder.issues(at: folder.path)
    }
  }
}
