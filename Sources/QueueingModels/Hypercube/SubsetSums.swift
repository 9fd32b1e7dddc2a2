/// Eight numbers that lie side by side: the sets that differ in the three lowest bits only.
typealias Octet = SIMD8<Double>

/// Sums over all subsets, or all supersets, of every set of up to some thirty servers.
///
/// A set is a number whose bits are its members, and a function of sets is an array of octets:
/// set s lies in octet s / 8, lane s mod 8. Both transforms go from halves to the whole, so that
/// most of the work is done while its numbers are in the cache.
///
/// Source: R. Kennes and P. Smets, *Computational aspects of the Möbius transformation*, UAI 1990.
enum SubsetSums {
  /// A number given to one set.
  struct Weight {
    var set: Int
    var weight: Double
  }

  /// Replaces `sums` by the sum, for each set, of the weights given to its subsets.
  ///
  /// Where no weights are given, halves are filled or copied rather than added up, so a few
  /// hundred weights cost little more than writing the sums.
  ///
  /// - Precondition: `weights` is sorted by set and every set is below 8 × `sums.count`, a power
  ///   of two.
  /// - Complexity: O(n log n), n being the number of sets.
  static func fill(_ sums: inout [Octet], withSubsetSumsOf weights: [Weight]) {
    var span = sums.mutableSpan
    fill(&span, first: 0, count: span.count, weights: weights[...])
  }

  private static func fill(
    _ sums: inout MutableSpan<Octet>, first: Int, count: Int, weights: ArraySlice<Weight>
  ) {
    if weights.isEmpty {
      for index in first..<first + count { sums[index] = .zero }
    } else if count == 1 {
      var octet = Octet.zero
      for entry in weights { octet[entry.set & 7] += entry.weight }
      sums[first] = withinOctet(octet)
    } else {
      let half = count / 2
      let limit = (first + half) * 8
      let middle = weights.firstIndex { $0.set >= limit } ?? weights.endIndex
      fill(&sums, first: first, count: half, weights: weights[..<middle])
      if middle == weights.endIndex {
        for index in first..<first + half { sums[index + half] = sums[index] }
      } else {
        fill(&sums, first: first + half, count: half, weights: weights[middle...])
        if middle != weights.startIndex {
          for index in first..<first + half { sums[index + half] += sums[index] }
        }
      }
    }
  }

  private static func withinOctet(_ value: Octet) -> Octet {
    var octet = value
    octet.oddHalf += octet.evenHalf
    octet.lowHalf.highHalf += octet.lowHalf.lowHalf
    octet.highHalf.highHalf += octet.highHalf.lowHalf
    octet.highHalf += octet.lowHalf
    return octet
  }

  /// Replaces the number of each set by the sum of the numbers of all its supersets.
  ///
  /// - Precondition: `values.count` is a power of two.
  /// - Complexity: O(n log n), n being the number of sets.
  static func sumSupersets(_ values: inout [Octet]) {
    var span = values.mutableSpan
    sumSupersets(&span, first: 0, count: span.count)
  }

  private static func sumSupersets(_ values: inout MutableSpan<Octet>, first: Int, count: Int) {
    guard count > 1 else {
      var octet = values[first]
      octet.evenHalf += octet.oddHalf
      octet.lowHalf.lowHalf += octet.lowHalf.highHalf
      octet.highHalf.lowHalf += octet.highHalf.highHalf
      octet.lowHalf += octet.highHalf
      values[first] = octet
      return
    }
    let half = count / 2
    sumSupersets(&values, first: first, count: half)
    sumSupersets(&values, first: first + half, count: half)
    for index in first..<first + half { values[index] += values[index + half] }
  }
}
