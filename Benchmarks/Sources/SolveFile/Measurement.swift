import Foundation
import LinearProgramming

/// The times of one call of `solve`, in seconds.
struct Run {
  /// Processor time of presolve, solve and postsolve.
  let processor: Double
  /// Wall time of presolve, solve and postsolve.
  let wall: Double
  /// Wall time of the check of the answer.
  let check: Double
  /// Wall time of the whole call.
  let whole: Double

  /// Measures one call.
  ///
  /// The library reports what it solved for and what it checked for in wall time; processor time
  /// is that of the call times the same share. Without such a report the whole call counts.
  static func measuring(_ solve: () throws -> Outcome) rethrows -> (Run, Outcome) {
    let begin = seconds(CLOCK_MONOTONIC)
    let start = seconds(CLOCK_PROCESS_CPUTIME_ID)
    let outcome = try solve()
    let processor = seconds(CLOCK_PROCESS_CPUTIME_ID) - start
    let whole = seconds(CLOCK_MONOTONIC) - begin
    let solving = outcome.statistics.solveTime / .seconds(1)
    let check = outcome.statistics.checkTime / .seconds(1)
    let share = solving > 0 && whole > 0 ? min(1, solving / whole) : 1
    let run = Run(processor: processor * share, wall: whole * share, check: check, whole: whole)
    return (run, outcome)
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}

/// The memory of this process in kilobytes, as Linux counts it; zero elsewhere.
struct Memory {
  /// Before anything was read.
  var start = 0
  /// At most, while the file was read.
  var reading = 0
  /// When the file had been read.
  var model = 0
  /// At most, during the first solve.
  var solving = 0

  /// A line of the process's status: VmRSS is now, VmHWM at most since the last reset.
  static func now(_ field: String) -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix(field) }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }

  /// Lets the peak start anew from what is used now.
  static func resetPeak() {
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
  }
}
