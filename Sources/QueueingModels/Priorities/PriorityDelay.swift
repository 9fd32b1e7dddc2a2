import Foundation

/// The wait of a customer of one class who does have to wait, with non-preemptive priorities.
///
/// With all servers busy, customers of the classes ahead arrive at the rate l, of this class at the
/// rate λ, and service ends at the rate m = cμ. With L = l + λ and η = m − L the wait has the
/// transform
///
///     W(s) = 2η / (s + A + R(s)),   A = m − l − 2λ,   R(s)² = (s + l + m)² − 4 l m
///
/// It is not inverted by a general method. Its singularities lie on the negative axis: a cut where
/// R is imaginary, between (√m ∓ √l)², and a pole at −x₁ = −λη/L when L² > lm. The wait therefore
/// is a mixture of exponential waits, and the tail the integral of positive terms
///
///     P(W > t) = η/(2πL) ∫ √((x − a)(b − x)) e^(−xt) / (x (x − x₁)) dx  +  pole
///
/// over a = (√m − √l)² to b = (√m + √l)². With x = a + 2κ (1 − cos θ), κ = √(lm), the integrand is
/// periodic in θ, where equally spaced points are as good as any rule can be, but for the poles at
/// x = 0 and x = x₁, which come close to the path under heavy load. What N points make of a pole is
/// known in closed form, so that the error is taken off exactly:
///
///     P(W > t) = η/(2LN) Σ sin² θ e^(−xt) / ((C₀ − cos θ)(C₁ − cos θ))  +  2κ/λ (ψ₁ − ψ₀)
///     ψ = sinh v e^(−xt) / (e^(Nv) − 1),  C = cosh v,  v₀ = ln √(m/l),  v₁ = v₀ − ln(1 + λ/l)
///
/// A negative v₁ adds the term of the pole by itself. N grows with √(κt), but the points that
/// matter then lie close to θ = 0: 8 to 25 of them are evaluated, whatever the load and the time,
/// and the result has some 13 digits, relatively, also far out in the tail.
///
/// Source of the transform: R. H. Davis, *Waiting-time distribution of a multi-server, priority
/// queuing system*, Operations Research 14 (1966), 133–136; O. Kella and U. Yechiali, *Waiting times
/// in the non-preemptive priority M/M/c queue*, Stochastic Models 1 (1985), 257–262. Of the
/// correction for poles: L. N. Trefethen and J. A. C. Weideman, *The exponentially convergent
/// trapezoidal rule*, SIAM Review 56 (2014), section 9.
struct PriorityDelay: Hashable, Sendable {
  /// λ, l and L = l + λ: arrivals of the class, of those ahead of it, and of both.
  private let rate: Double
  private let ahead: Double
  private let arrivals: Double
  /// η = m − L, the rate at which the servers gain on the arrivals.
  private let gain: Double
  /// κ = √(lm); 0 where nobody is ahead, and the wait is exponential.
  private let middle: Double
  /// a, and x₁: the slowest rates of the cut and of the pole.
  private let leastRate: Double
  private let poleRate: Double
  /// sinh v, v and cosh v − 1 of both poles.
  private let firstSine: Double
  private let first: Double
  private let firstRise: Double
  private let secondSine: Double
  private let second: Double
  private let secondRise: Double

  /// Creates the wait.
  ///
  /// `gain` is `capacity` − `ahead` − `rate`, given by itself because their difference may have been
  /// rounded to 0.
  ///
  /// - Precondition: The rates are not negative, `capacity`, cμ, and `gain` are positive.
  init(rate: Double, ahead: Double, capacity: Double, gain: Double) {
    let arrivals = ahead + rate
    self.gain = gain
    self.rate = rate
    let alone = ahead <= capacity * 1e-30
    self.ahead = alone ? 0 : ahead
    self.arrivals = arrivals
    let middle = alone ? 0 : ahead.squareRoot() * capacity.squareRoot()
    self.middle = middle
    let free = gain + rate
    let root = free / (capacity.squareRoot() + ahead.squareRoot())
    leastRate = root * root
    poleRate = alone ? gain : rate / arrivals * gain
    guard !alone else {
      (firstSine, first, firstRise, secondSine, second, secondRise) = (0, 0, 0, 0, 0, 0)
      return
    }
    firstSine = free / (2 * middle)
    first = asinh(firstSine)
    firstRise = leastRate / (2 * middle)
    let excess = ahead * gain - rate * arrivals
    secondSine = excess / (2 * middle * arrivals)
    second = asinh(secondSine)
    let distance = excess / (middle + arrivals)
    secondRise = distance * (distance / (2 * arrivals * middle))
  }

  /// The mean: 1 / ((1 − l/m) η).
  var mean: Double { (1 + ahead / (gain + rate)) / gain }

  /// Returns P(W > t), from 0 to 1.
  func tail(_ time: Double) -> Double {
    if time <= 0 { return 1 }
    if middle == 0 { return exp(-gain * time) }
    if isOver(time) { return 0 }
    let points = Points(time: time, middle: middle)
    let sum = points.sum { rise, sineSquared, decay in
      sineSquared * decay / ((firstRise + rise) * (secondRise + rise))
    }
    let cut = gain / (arrivals * points.count) * exp(-leastRate * time) * sum
    return min(1, max(0, cut + difference(time, points)))
  }

  /// Returns the density of the wait at a time.
  func density(_ time: Double) -> Double {
    if middle == 0 { return gain * exp(-gain * time) }
    if isOver(time) { return 0 }
    let points = Points(time: time, middle: middle)
    let sum = points.sum { rise, sineSquared, decay in
      sineSquared * decay / (secondRise + rise)
    }
    let scale = 2 * middle * (gain / arrivals)
    let cut = scale / points.count * exp(-leastRate * time) * sum
    return max(0, cut + scale * pole(secondSine, second, poleRate * time, points))
  }

  /// Whether the slowest part of the mixture has fallen below what a number can hold.
  private func isOver(_ time: Double) -> Bool {
    (secondSine < 0 ? poleRate : leastRate) * time > 750
  }

  /// Returns ψ of the second pole, or only the part that is the pole's own where its distance from
  /// the path makes the rest needless.
  private func pole(
    _ sine: Double, _ place: Double, _ exponent: Double, _ points: Points
  ) -> Double {
    if points.misses(sine) { return sine < 0 ? -sine * exp(-exponent) : 0 }
    return TrapezoidalPole.weight(sine: sine, place: place, count: points.count) * exp(-exponent)
  }

  /// Returns 2κ/λ (ψ₁ − ψ₀), also where λ is small or 0.
  private func difference(_ time: Double, _ points: Points) -> Double {
    let count = points.count
    let relative = rate / ahead
    let step = log1p(relative)
    guard count * step < 0.5 else {
      let late = pole(secondSine, second, poleRate * time, points)
      let early = pole(firstSine, first, 0, points)
      return 2 * middle / rate * (late - early)
    }
    if points.misses(firstSine) { return 0 }
    // (ψ₁ − ψ₀)/λ = (f(v₁) − f(v₀))/λ e^(−x₁t) + f(v₀) (e^(−x₁t) − 1)/λ, the first by the mean of
    // the slope of f between v₁ and v₀.
    let slope = TrapezoidalPole.meanSlope(from: first - step, to: first, count: count)
    let perRate = relative > 0 ? step / relative / ahead : 1 / ahead
    let exponent = poleRate * time
    let fall = gain * time / arrivals * (exponent > 0 ? expm1(-exponent) / exponent : -1)
    let weight = TrapezoidalPole.weight(sine: firstSine, place: first, count: count)
    return 2 * middle * (weight * fall - slope * perRate * exp(-exponent))
  }
}

/// The equally spaced points of one evaluation: N over the whole circle, of which those above 0 and
/// below π are taken once for both sides, as far as they can be seen.
private struct Points {
  /// N, even.
  let count: Double
  /// 2κt, over which the terms fall off as e^(−2κt (1 − cos θ)).
  private let speed: Double

  init(time: Double, middle: Double) {
    speed = 2 * middle * time
    count = 2 * (4.5 * speed.squareRoot() + 8).rounded(.up)
  }

  /// Whether a pole is so far from the path that the points do not see it.
  func misses(_ sine: Double) -> Bool { abs(sine) * speed > count }

  /// Returns Σ of a term over the points above 0 and below π, of 1 − cos θ, sin² θ and
  /// e^(−2κt (1 − cos θ)).
  func sum(_ term: (Double, Double, Double) -> Double) -> Double {
    let half = Double.pi / count
    let turnSine = sin(half)
    let turnCosine = cos(half)
    var sine = turnSine
    var cosine = turnCosine
    var sum = 0.0
    var point = 1.0
    while point < 0.5 * count {
      let rise = 2 * sine * sine
      let exponent = speed * rise
      if exponent > 45 { break }
      let sineSquared = 4 * sine * sine * cosine * cosine
      sum += term(rise, sineSquared, exp(-exponent))
      let next = sine * turnCosine + cosine * turnSine
      cosine = cosine * turnCosine - sine * turnSine
      sine = next
      point += 1
    }
    return sum
  }
}

/// What N equally spaced points on a circle make of a pole at a distance v from it:
/// f(v) = sinh v / (e^(Nv) − 1).
enum TrapezoidalPole {
  /// Returns f(v), given sinh v as well.
  static func weight(sine: Double, place: Double, count: Double) -> Double {
    let growth = expm1(count * place)
    return growth == 0 ? 1 / count : sine / growth
  }

  /// Returns the mean of the slope f′ between two places no more than ½ ÷ N apart, by Gauss's rule
  /// of five points.
  static func meanSlope(from low: Double, to high: Double, count: Double) -> Double {
    let center = 0.5 * (low + high)
    let half = 0.5 * (high - low)
    let inner = 0.538_469_310_105_683_1 * half
    let outer = 0.906_179_845_938_664 * half
    let near = slope(center - inner, count) + slope(center + inner, count)
    let far = slope(center - outer, count) + slope(center + outer, count)
    return 64 / 225.0 * slope(center, count) + 0.239_314_335_249_683_2 * near
      + 0.118_463_442_528_094_5 * far
  }

  /// Returns f′(v) = S′ b(u) / N + S b′(u), with u = Nv, S = sinh v / v and b = u / (e^u − 1).
  private static func slope(_ place: Double, _ count: Double) -> Double {
    let scaled = count * place
    let square = place * place
    let small = abs(place) < 0.05
    let ratio = small ? 1 + square / 6 * (1 + square / 20) : sinh(place) / place
    let ratioSlope =
      small
      ? place / 3 * (1 + square / 10 * (1 + square / 28))
      : (place * cosh(place) - sinh(place)) / square
    let weight = scaled == 0 ? 1 : scaled / expm1(scaled)
    return ratioSlope * weight / count + ratio * bernoulliSlope(scaled)
  }

  /// Returns the derivative of u / (e^u − 1), for u of at least −½.
  private static func bernoulliSlope(_ place: Double) -> Double {
    if place < 0.5 {
      let square = place * place
      var sum = -691 / 108_972_864_000.0
      for denominator in [4_790_016.0, -151_200, 5040, -180, 6] {
        sum = sum * square + 1 / denominator
      }
      return -0.5 + place * sum
    }
    let fall = exp(-place)
    let rest = -expm1(-place)
    return fall * (rest - place) / (rest * rest)
  }
}
