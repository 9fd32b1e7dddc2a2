import Foundation

/// Erlang's loss probability for one load and a growing number of servers.
///
/// The sequence keeps B, the share of customers that find every server busy when nobody may
/// queue, and moves from c to c + 1 servers by
///
///     B(c + 1) = a B(c) / (c + 1 + a B(c))
///
/// which is stable for every load and free of factorials. A search for the smallest number of
/// servers therefore costs no more than one evaluation at its answer.
///
/// A number of servers that is not whole is allowed: B then is the continuous extension
/// 1/B(c) = a ∫₀^∞ e^(−at) (1 + t)^c dt, to which the same recursion applies. It is evaluated once,
/// for the fractional part of c, through the upper incomplete gamma function.
///
/// Source: D. L. Jagerman, *Some properties of the Erlang loss function*, Bell System Technical
/// Journal 53 (1974), 525–551.
public struct ErlangSequence: Hashable, Sendable {
  /// The offered load a: arrivals per unit of time × mean service time, in servers.
  public let load: Double
  /// The number of servers; not necessarily whole.
  public private(set) var servers: Double
  /// The loss probability B, from 0 to 1; 1 without servers, 0 without load.
  public private(set) var blocking: Double

  /// Creates the sequence at a number of servers.
  ///
  /// - Precondition: Both are finite and not negative.
  /// - Complexity: O(servers).
  public init(load: Double, servers: Double = 0) {
    precondition(load >= 0 && load.isFinite, "A load is finite and not negative")
    precondition(servers >= 0 && servers.isFinite, "Servers are finite and not negative")
    self.load = load
    let fraction = servers - servers.rounded(.down)
    self.servers = fraction
    blocking = Self.blocking(fractionOfServer: fraction, load: load)
    while self.servers + 0.5 < servers { addServer() }
    self.servers = servers
  }

  /// Moves on to one server more.
  ///
  /// - Complexity: O(1).
  public mutating func addServer() {
    servers += 1
    let numerator = load * blocking
    blocking = numerator / (servers + numerator)
  }

  /// The probability C that a customer who may queue has to wait, or nothing when the system is
  /// overloaded: when the load is not smaller than the number of servers.
  ///
  /// C = cB / (c − a + aB), without the cancellation of 1 − B when the load is close to c.
  public var waitProbability: Double? {
    guard load < servers else { return nil }
    return servers * blocking / ((servers - load) + load * blocking)
  }

  /// Returns B for less than one server: 1/B = e^a a^(−f) Γ(1 + f, a).
  private static func blocking(fractionOfServer fraction: Double, load: Double) -> Double {
    if fraction == 0 { return 1 }
    if load == 0 { return 0 }
    return load < 1.5
      ? 1 / inverseBySeries(fraction: fraction, load: load)
      : 1 / inverseByContinuedFraction(fraction: fraction, load: load)
  }

  /// Returns 1/B with Γ(s, a) = Γ(s) − a^s e^(−a) Σ a^n / (s (s + 1) … (s + n)), s = 1 + f.
  private static func inverseBySeries(fraction: Double, load: Double) -> Double {
    let order = 1 + fraction
    var term = 1 / order
    var sum = term
    var step = order
    while term > sum * 1e-17 {
      step += 1
      term *= load / step
      sum += term
    }
    return exp(load) * pow(load, -fraction) * tgamma(order) - load * sum
  }

  /// Returns 1/B with Legendre's continued fraction for Γ(1 + f, a), by Lentz's method.
  private static func inverseByContinuedFraction(fraction: Double, load: Double) -> Double {
    let tiny = 1e-300
    var partial = load - fraction
    var ratio = 1 / tiny
    var inverse = 1 / partial
    var value = inverse
    for step in 1...10_000 {
      let numerator = -Double(step) * (Double(step) - 1 - fraction)
      partial += 2
      inverse = 1 / nonzero(numerator * inverse + partial, tiny)
      ratio = nonzero(partial + numerator / ratio, tiny)
      let factor = inverse * ratio
      value *= factor
      if abs(factor - 1) <= .ulpOfOne { break }
    }
    return load * value
  }

  private static func nonzero(_ value: Double, _ tiny: Double) -> Double {
    abs(value) < tiny ? tiny : value
  }
}
