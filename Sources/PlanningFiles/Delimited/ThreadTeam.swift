internal import Foundation
internal import Synchronization

/// Some threads of equal work.
enum ThreadTeam {
  /// As many threads as the machine has processors that are switched on.
  static var defaultCount: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// Calls `body` once on each of `count` new threads, with numbers from 0 on.
  ///
  /// - Returns: What tells when all of them have returned.
  static func start(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) -> DispatchGroup {
    let group = DispatchGroup()
    for number in 0..<count {
      group.enter()
      let thread = Thread {
        body(number)
        group.leave()
      }
      thread.stackSize = 1 << 21
      thread.start()
    }
    return group
  }
}

/// A value that threads share under a lock.
final class Shared<Value: Sendable>: Sendable {
  private let value: Mutex<Value>

  init(_ value: Value) { self.value = Mutex(value) }

  func withLock<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
    value.withLock { body(&$0) }
  }
}
