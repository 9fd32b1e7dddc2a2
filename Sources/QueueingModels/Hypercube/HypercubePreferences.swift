extension HypercubeModel {
  /// Returns for each atom the servers by their travel time to it, the nearest first.
  ///
  /// Of servers that are equally near, the one with the lower number comes first. Times are means,
  /// by server and then atom.
  ///
  /// - Precondition: All rows are equally long and no time is NaN.
  /// - Complexity: O(atoms × servers × log servers).
  public static func preferences(byTravelTimes times: [[Double]]) -> [[Int]] {
    guard let atoms = times.first?.count else { return [] }
    precondition(times.allSatisfy { $0.count == atoms }, "Every server has a time to every atom")
    precondition(times.allSatisfy { !$0.contains(where: \.isNaN) }, "A time is a number")
    return (0..<atoms).map { atom in
      times.indices.sorted { one, other in
        let (first, second) = (times[one][atom], times[other][atom])
        return first != second ? first < second : one < other
      }
    }
  }

  /// Returns the mean travel time of each server to each atom, from where the server may be while
  /// it is free.
  ///
  /// - Parameters:
  ///   - locations: By server, then place: how likely or how often the free server is there; rows
  ///     are divided by their sums.
  ///   - times: By place, then atom.
  /// - Returns: Means by server, then atom.
  /// - Precondition: Shapes agree; probabilities are not negative and each row has a positive sum.
  /// - Complexity: O(servers × places × atoms).
  public static func meanTravelTimes(locations: [[Double]], times: [[Double]]) -> [[Double]] {
    let atoms = times.first?.count ?? 0
    return locations.map { row in
      precondition(row.count == times.count, "A probability is given for every place")
      precondition(row.allSatisfy { $0 >= 0 }, "Probabilities are not negative")
      let total = row.reduce(0, +)
      precondition(total > 0, "A free server is somewhere")
      var means = [Double](repeating: 0, count: atoms)
      for (weight, reach) in zip(row, times) where weight > 0 {
        precondition(reach.count == atoms, "Every place has a time to every atom")
        for atom in 0..<atoms { means[atom] += weight / total * reach[atom] }
      }
      return means
    }
  }
}
