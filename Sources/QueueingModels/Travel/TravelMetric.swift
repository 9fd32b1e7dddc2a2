import Foundation

/// How a distance between two places is measured.
public enum TravelMetric: Hashable, Sendable, CaseIterable {
  /// As the crow flies.
  case euclidean
  /// Along two directions at right angles, as on a grid of streets.
  case rightAngle

  /// The constant k of the square-root law: the mean distance to the nearest of n servers placed
  /// at random in area A is k √(A/n).
  ///
  /// 1/2, and √(2π)/4 at right angles.
  public var nearestConstant: Double {
    switch self {
    case .euclidean: 0.5
    case .rightAngle: (2 * Double.pi).squareRoot() / 4
    }
  }

  /// The mean distance between two places at random in a square of area 1: 0.5214, and 2/3 at right
  /// angles.
  public var pairConstant: Double {
    switch self {
    case .euclidean: (2 + 2.0.squareRoot() + 5 * log(1 + 2.0.squareRoot())) / 15
    case .rightAngle: 2.0 / 3
    }
  }

  /// The area within distance 1: π, and 2 at right angles.
  var unitArea: Double { self == .euclidean ? .pi : 2 }

  /// Returns the share of pairs of places at random in a square of area 1 that are at most
  /// `distance` apart.
  func shareOfPairs(within distance: Double) -> Double {
    if distance <= 0 { return 0 }
    let square = distance * distance
    switch self {
    case .rightAngle:
      if distance >= 2 { return 1 }
      let rest = (2 - distance) * (2 - distance)
      return distance <= 1
        ? square * (2 - 4.0 / 3 * distance + square / 6) : 1 - rest * rest / 6
    case .euclidean:
      if square >= 2 { return 1 }
      if distance <= 1 { return square * (.pi - 8.0 / 3 * distance + square / 2) }
      let root = (square - 1).squareRoot()
      let first = 1.0 / 3 + (8.0 / 3 * square + 4.0 / 3) * root
      return min(1, first + (.pi - 2 - square / 2 - 4 * atan(root)) * square)
    }
  }
}
