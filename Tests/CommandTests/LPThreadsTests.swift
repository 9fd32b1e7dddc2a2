import Foundation
import TestSupport
import Testing

/// The same bytes, whatever number of threads OpenBLAS would like to use.
@Suite("Threads and command lp", .enabled(if: SharedFiles.has("lp")))
struct LPThreadsTests {
  /// Source of truth: one thread; the files must be equal to the last byte.
  @Test(
    arguments: [
      "netlib/25fv47", "netlib/afiro", "netlib/d6cube", "netlib/fit2p", "netlib/israel",
      "netlib/pilot4", "netlib/seba", "setcover/crew", "staffing/staff_S",
    ], ["auto", "interior"])
  func `leave the written solution alone`(path: String, engine: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var solutions: [Data] = []
    for threads in ["1", "2"] {
      let solution = folder.appending(path: "solution-\(threads).csv")
      let command = try Command(
        [
          "lp", "solve", SharedFiles.path("lp/\(path).mps"), "--engine", engine,
          "--write-solution", solution.path,
        ], environment: ["OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads])
      #expect(command.code == 0, "\(path): \(command.talk)")
      solutions.append(try Data(contentsOf: solution))
    }
    #expect(!solutions[0].isEmpty && solutions[0] == solutions[1], "\(path)")
  }
}
