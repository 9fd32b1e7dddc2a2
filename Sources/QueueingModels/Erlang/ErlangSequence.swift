import Foundation

/// Erlang's loss probability for one load and a growing number of servers.
///
/// The sequence keeps 1/B, where B is the share of customers that find every server busy when
/// nobody may queue, and moves from c to c + 1 servers by
///
///     1/B(c + 1) = 1 + (c + 1)/a · 1/B(c)
///
/// a sum of positive terms: stable for every load, free of factorials, and without a division that
/// waits for the one before. A search for the smallest number of servers therefore costs no more
/// than one evaluation at its answer.
///
/// From a load of 128 on, one evaluation does not climb from the first server but adds the same
/// terms from the last one downwards,
///
///     1/B(c) = 1 + c/a + c (c − 1)/a² + …
///
/// of which some 9 √a matter when c is close to a: 10,000 servers cost about 1,000 terms.
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
  /// 1/B: at least 1; infinite without load and where B is below what a number can hold.
  private(set) var inverse: Double

  /// The load from which a single evaluation adds terms downwards; below it every evaluation
  /// climbs, so that a sequence carried forward and one made anew agree to the last digit.
  static var largeLoad: Double { 128 }

  /// Creates the sequence at a number of servers.
  ///
  /// - Precondition: Both are finite and not negative.
  /// - Complexity: O(servers) for a load below 128, O(√load + max(0, servers − load)) above.
  public init(load: Double, servers: Double = 0) {
    precondition(load >= 0 && load.isFinite, "A load is finite and not negative")
    precondition(servers >= 0 && servers.isFinite, "Servers are finite and not negative")
    self.load = load
    self.servers = servers
    let whole = servers.rounded(.down)
    let first = Self.inverse(fractionOfServer: servers - whole, load: load)
    inverse =
      load < Self.largeLoad
      ? Self.climb(from: servers - whole, inverse: first, steps: whole, load: load)
      : Self.descend(from: servers, steps: whole, last: first, load: load)
  }

  /// The loss probability B, from 0 to 1; 1 without servers, 0 without load.
  public var blocking: Double { 1 / inverse }

  /// Moves on to one server more.
  ///
  /// - Complexity: O(1).
  public mutating func addServer() {
    servers += 1
    inverse = 1 + servers / load * inverse
  }

  /// Moves on to the last number of servers, in whole steps, that does not exceed the load.
  mutating func climbToLoad() {
    let steps = max(0, (load - servers).rounded(.down))
    inverse = Self.climb(from: servers, inverse: inverse, steps: steps, load: load)
    servers += steps
  }

  /// The probability C that a customer who may queue has to wait, or nothing when the system is
  /// overloaded: when the load is not smaller than the number of servers.
  ///
  /// C = c / ((c − a)/B + a), a sum of positive terms however close the load is to c.
  public var waitProbability: Double? {
    guard load < servers else { return nil }
    return servers / ((servers - load) * inverse + load)
  }

  /// Returns 1/B after so many whole steps; stops where it has become infinite.
  private static func climb(
    from servers: Double, inverse: Double, steps: Double, load: Double
  ) -> Double {
    var inverse = inverse
    var count = servers
    let last = servers + steps - 0.5
    while count < last && inverse < .infinity {
      count += 1
      inverse = 1 + count / load * inverse
    }
    return inverse
  }

  /// Returns 1/B by the terms from the last server downwards, until the rest, a sum smaller than a
  /// geometric one, cannot be seen.
  private static func descend(
    from servers: Double, steps: Double, last: Double, load: Double
  ) -> Double {
    var sum = 0.0
    var term = 1.0
    var taken = 0.0
    while taken < steps {
      sum += term
      let ratio = (servers - taken) / load
      term *= ratio
      taken += 1
      if ratio < 1 && term <= sum * (1 - ratio) * 1e-18 { return sum }
      if sum == .infinity { return sum }
    }
    return sum + term * last
  }

  /// Returns 1/B for less than one server: e^a a^(−f) Γ(1 + f, a).
  private static func inverse(fractionOfServer fraction: Double, load: Double) -> Double {
    if fraction == 0 { return 1 }
    if load == 0 { return .infinity }
    return load < 1.5
      ? inverseBySeries(fraction: fraction, load: load)
      : inverseByContinuedFraction(fraction: fraction, load: load)
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
