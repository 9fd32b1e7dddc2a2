import FuzzSupport
import PlanningFiles
import PolicingDomain

/// Any bytes as a dispatch export: every row is used or set aside, and the calls that are found
/// are the same after they were written in the canonical profile and read again.
@main
enum FuzzCalls {
  static func main() throws {
    let folder = ScratchFolder()
    let profile = try ColumnProfile(contentsOf: dataPath("Profiles/canonical.yaml"))
    let writer = CanonicalCalls()
    FuzzDriver.run { bytes in
      let path = folder.write(bytes, to: "calls.csv")
      guard let found = try? CallImport(files: [path], profile: profile) else { return }
      precondition(found.ledger.rowsUsed == found.calls.count, "Every call is counted")
      precondition(found.ledger.balances, "Every row is used or set aside")
      var text = ""
      writer.writeHeader(to: &text)
      for call in found.calls { writer.write(call, to: &text) }
      let copy = folder.write(Array(text.utf8), to: "copy.csv")
      guard let again = try? CallImport(files: [copy], profile: profile) else {
        fatalError("What was written cannot be read: \(text)")
      }
      precondition(again.calls == found.calls, "What was written is read alike: \(text)")
    }
  }
}
