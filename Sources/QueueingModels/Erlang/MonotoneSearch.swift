/// The smallest whole number with a property that every larger number has as well.
enum MonotoneSearch {
  /// Returns the smallest number of at least `lower` that satisfies `satisfies`.
  ///
  /// From the guess the steps double until they have the answer between two numbers, then the gap
  /// is halved; a guess that is off by d costs about 2 log₂ d evaluations, a right one two.
  static func smallest(
    from lower: Int, guess: Int, satisfies: (Int) -> Bool
  ) -> Int {
    let start = max(lower, guess)
    var step = 1
    var enough: Int
    var tooFew: Int
    if satisfies(start) {
      enough = start
      tooFew = lower - 1
      while enough > lower {
        let lowerTry = max(lower, enough - step)
        guard satisfies(lowerTry) else {
          tooFew = lowerTry
          break
        }
        enough = lowerTry
        step *= 2
      }
    } else {
      tooFew = start
      enough = start + step
      while !satisfies(enough) {
        tooFew = enough
        step *= 2
        enough += step
      }
    }
    while enough - tooFew > 1 {
      let middle = tooFew + (enough - tooFew) / 2
      if satisfies(middle) { enough = middle } else { tooFew = middle }
    }
    return enough
  }
}
