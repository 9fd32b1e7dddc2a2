/// The probabilities of the numbers of free servers, in the steady state (M/M/c).
///
/// With load a, n < c busy servers have a probability proportional to aⁿ/n!, and all are busy with
/// Erlang's probability of a wait. Customers who arrive as a Poisson process see these
/// probabilities.
public struct FreeServers: Hashable, Sendable {
  /// The probabilities of 0, 1, … c free servers; they sum to 1.
  public let probabilities: [Double]

  /// Creates the distribution from probabilities of 0, 1, 2 … free servers.
  ///
  /// - Precondition: They are not negative and sum to 1.
  public init(probabilities: [Double]) {
    precondition(probabilities.allSatisfy { $0 >= 0 }, "Probabilities are not negative")
    precondition(abs(probabilities.reduce(0, +) - 1) < 1e-9, "Probabilities sum to 1")
    self.probabilities = probabilities
  }

  /// Creates the distribution of a queue of given servers and load, or nothing when it is
  /// overloaded: when the load is not smaller than the servers.
  ///
  /// - Precondition: Neither is negative, the load is finite.
  /// - Complexity: O(servers).
  public init?(servers: Int, load: Double) {
    self.init(ErlangSequence(load: load, servers: Double(servers)))
  }

  /// Creates the distribution at the present, whole number of servers of a sequence.
  init?(_ sequence: ErlangSequence) {
    guard let wait = sequence.waitProbability else { return nil }
    let load = sequence.load
    let servers = Int(sequence.servers)
    var busy = [Double](repeating: 0, count: servers)
    let mode = min(Int(load), servers - 1)
    busy[mode] = 1
    for number in stride(from: mode, to: 0, by: -1) {
      busy[number - 1] = busy[number] * Double(number) / load
      if busy[number - 1] < 1e-300 { break }
    }
    for number in mode + 1..<max(mode + 1, servers) {
      busy[number] = busy[number - 1] * load / Double(number)
      if busy[number] < 1e-300 { break }
    }
    // 1 − C without the cancellation of C close to 1.
    let spare = sequence.servers - load
    let free = spare * (1 - sequence.blocking) / (spare + load * sequence.blocking)
    let scale = free / busy.reduce(0, +)
    probabilities = [wait] + busy.reversed().map { $0 * scale }
  }

  /// The mean number of free servers.
  public var mean: Double {
    probabilities.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
  }

  /// The probability that none is free.
  public var none: Double { probabilities.first ?? 0 }
}
