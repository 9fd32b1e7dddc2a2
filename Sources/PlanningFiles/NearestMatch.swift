/// Finds the word that a person most likely meant.
package enum NearestMatch {
  /// Returns the candidate that differs from `word` in the fewest letters, or nothing when even
  /// that one differs in more than a third of them.
  ///
  /// Case does not count. Of equally near candidates the first is taken.
  ///
  /// - Complexity: O(candidates × letters²).
  package static func of(_ word: String, in candidates: [String]) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars)
    var nearest: (candidate: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased().unicodeScalars)
      let distance = distance(wanted, letters)
      guard distance <= max(1, max(wanted.count, letters.count) / 3) else { continue }
      if let best = nearest, best.distance <= distance { continue }
      nearest = (candidate, distance)
    }
    return nearest?.candidate
  }

  /// Returns `did you mean ...? ` for the nearest candidate, or nothing at all.
  package static func question(_ word: String, in candidates: [String]) -> String {
    of(word, in: candidates).map { "did you mean `\($0)`? " } ?? ""
  }

  /// The letters to insert, remove, replace or swap with their neighbour to turn `first` into
  /// `second` (optimal string alignment).
  private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        var cost = min(previous[column + 1], current[column]) + 1
        cost = min(cost, previous[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[second.count]
  }
}
