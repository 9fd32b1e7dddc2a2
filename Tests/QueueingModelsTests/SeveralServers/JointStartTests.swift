import QueueingModels
import Testing

@Suite("Joint start")
struct JointStartTests {
  private static func twoKinds(_ servers: Int, _ one: Double, _ two: Double) -> JointStartQueue? {
    JointStartQueue(
      servers: servers,
      classes: [
        CustomerClass(arrivalRate: one), CustomerClass(arrivalRate: two, servers: [0, 1]),
      ], serviceRate: 2)
  }

  /// Source of truth: the chain of busy servers, queue length and head of the line, solved
  /// numerically until its tail was below 1e-100.
  @Test(arguments: [
    (5, [0.30431885, 0.43650415, 0.11217228, 0.1667353]),
    (6, [0.14202657, 0.23596162, 0.03236836, 0.05596452]),
  ])
  func `one and two servers have the values of the chain`(servers: Int, values: [Double]) throws {
    let queue = try #require(Self.twoKinds(servers, 3, 1.5))
    #expect(abs(queue.waitProbabilities[0] - values[0]) < 6e-9)
    #expect(abs(queue.waitProbabilities[1] - values[1]) < 6e-9)
    #expect(abs(queue.meanWaits[0] - values[2]) < 6e-9)
    #expect(abs(queue.meanWaits[1] - values[3]) < 6e-8)
  }
}
