/// The waits of all calls of one priority over a mean week, at a stated number of units.
public struct PriorityWait: Hashable, Sendable {
  /// The priority.
  public let priority: CallPriority
  /// Calls a week.
  public let calls: Double
  /// The mean wait; infinite where calls of some hour do not keep up.
  public let mean: Hours
  /// The wait that nine of ten calls do not exceed; infinite where so many do not keep up.
  public let ninetieth: Hours

  /// Creates waits.
  public init(priority: CallPriority, calls: Double, mean: Hours, ninetieth: Hours) {
    self.priority = priority
    self.calls = calls
    self.mean = mean
    self.ninetieth = ninetieth
  }
}
