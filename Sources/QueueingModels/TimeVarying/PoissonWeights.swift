/// The probabilities of a Poisson number, without the ends that do not matter.
///
/// They are built from the most likely number outwards, so that nothing underflows, and scaled to
/// sum to 1. What is left out on both sides is at most ``lost``.
///
/// Source: B. L. Fox, P. W. Glynn, *Computing Poisson probabilities*, Communications of the ACM 31
/// (1988), 440–445; the ends here are found by a geometric bound of the terms themselves.
struct PoissonWeights {
  /// The smallest number with a weight.
  let first: Int
  /// The probabilities of `first`, `first` + 1 and so on.
  let weights: [Double]
  /// A bound of the probability outside.
  let lost: Double

  /// Terms smaller than this, relative to the largest, are left out.
  private static let negligible = 1e-16

  init(mean: Double) {
    guard mean > 0 else {
      first = 0
      weights = [1]
      lost = 0
      return
    }
    let mode = Int(mean)
    var below: [Double] = []
    var term = 1.0
    var number = mode
    while number > 0, term > Self.negligible {
      term *= Double(number) / mean
      below.append(term)
      number -= 1
    }
    let left = number == 0 ? 0 : term * Double(number) / (mean - Double(number))
    first = number
    var all = Array(below.reversed())
    all.append(1)
    term = 1
    number = mode
    while term > Self.negligible {
      number += 1
      term *= mean / Double(number)
      all.append(term)
    }
    let right = term * mean / (Double(number + 1) - mean)
    let total = all.reduce(0, +)
    weights = all.map { $0 / total }
    lost = (left + right) / total
  }

  /// The largest number with a weight.
  var last: Int { first + weights.count - 1 }

  /// Returns the probability of a number.
  func probability(of number: Int) -> Double {
    number < first || number > last ? 0 : weights[number - first]
  }

  /// Returns the probability of less than k, for k = 0 … `count`.
  func below(upTo count: Int) -> [Double] {
    var sum = 0.0
    var answer = [0.0]
    answer.reserveCapacity(count + 1)
    for number in 0..<count {
      sum += probability(of: number)
      answer.append(min(1, sum))
    }
    return answer
  }
}
