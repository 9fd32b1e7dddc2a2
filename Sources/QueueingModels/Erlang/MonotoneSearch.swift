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

  /// Returns the smallest number above `load`, and at most `most`, that satisfies `satisfies`, or
  /// nothing if there is none.
  ///
  /// It starts at the first number above the load; an answer d beyond costs about 2 log₂ d
  /// evaluations.
  static func smallest(above load: Double, most: Int, satisfies: (Int) -> Bool) -> Int? {
    precondition(load >= 0 && load.isFinite, "A load is finite and not negative")
    guard load < Double(most) else { return nil }
    let first = Int(load) + 1
    let found = smallest(from: first, guess: first) { $0 > most || satisfies($0) }
    return found > most ? nil : found
  }
}
