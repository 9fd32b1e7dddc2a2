/// How long a distance takes.
public enum TravelMotion: Hashable, Sendable {
  /// Always at one speed.
  case constant(speed: Double)
  /// From rest to rest, speeding up and slowing down at `acceleration`, never above `speed`.
  ///
  /// Up to the distance v²/a the top speed is not reached and the time is 2 √(d/a); beyond, it is
  /// d/v + v/a. Source: R. C. Larson and A. R. Odoni, *Urban Operations Research*, equations
  /// 3.88–3.89.
  case accelerating(speed: Double, acceleration: Double)

  /// The largest speed.
  public var speed: Double {
    switch self {
    case .constant(let speed): speed
    case .accelerating(let speed, _): speed
    }
  }

  var isSensible: Bool {
    switch self {
    case .constant(let speed): speed > 0 && speed.isFinite
    case .accelerating(let speed, let acceleration):
      speed > 0 && speed.isFinite && acceleration > 0 && acceleration.isFinite
    }
  }

  /// Returns the time for a distance that is not negative.
  public func time(for distance: Double) -> Double {
    switch self {
    case .constant(let speed): return distance / speed
    case .accelerating(let speed, let acceleration):
      return distance <= speed * speed / acceleration
        ? 2 * (distance / acceleration).squareRoot() : distance / speed + speed / acceleration
    }
  }

  /// Returns the distance made in a time that is not negative, from rest to rest.
  public func distance(within time: Double) -> Double {
    switch self {
    case .constant(let speed): return time * speed
    case .accelerating(let speed, let acceleration):
      return time <= 2 * speed / acceleration
        ? acceleration * time * time / 4 : speed * (time - speed / acceleration)
    }
  }
}
