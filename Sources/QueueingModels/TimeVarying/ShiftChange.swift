/// What happens to customers in service when the number of servers falls.
public enum ShiftChange: Hashable, Sendable, CaseIterable {
  /// A server leaves at once; its customer goes back to the head of the line and is served by
  /// another server (a preemptive change).
  case handOver
  /// Those without a customer leave first; if that is not enough, the others finish their customer
  /// and take no other.
  case finishIdleFirst
  /// Each server is as likely as the others to be among those who leave, whether it has a customer
  /// or not; who has one finishes it and takes no other.
  case finishAtRandom

  /// Whether a server that leaves completes the service it is at.
  public var finishes: Bool { self != .handOver }
}
