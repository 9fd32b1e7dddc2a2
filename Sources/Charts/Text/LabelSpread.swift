/// Labels moved apart along one direction so that none overlaps, each as near to its place as can be.
package enum LabelSpread {
  /// Returns the middles of labels after moving them apart.
  ///
  /// Labels that touch form a group around the mean of their places (the method of pooled
  /// neighbours for monotone fits), and groups stay within the range. Where the labels together are
  /// longer than the range, they run over its end.
  ///
  /// - Parameters:
  ///   - places: Where the middle of each label would be.
  ///   - lengths: The length that each takes.
  ///   - range: Where labels may be.
  /// - Returns: The middle of each, in the order given.
  package static func spread(
    _ places: [Double], lengths: [Double], in range: ClosedRange<Double>
  ) -> [Double] {
    let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    var groups: [Group] = []
    for label in order {
      var group = Group(
        members: [label], length: lengths[label], sum: places[label] - lengths[label] / 2, count: 1)
      group.settle(in: range)
      while let last = groups.last, last.start + last.length > group.start {
        groups.removeLast()
        group = last.joined(to: group)
        group.settle(in: range)
      }
      groups.append(group)
    }
    var middles = places
    for group in groups {
      var start = group.start
      for label in group.members {
        middles[label] = start + lengths[label] / 2
        start += lengths[label]
      }
    }
    return middles
  }

  private struct Group {
    var members: [Int]
    var length: Double
    /// The sum of the starts that the members wish for the group.
    var sum: Double
    var count: Double
    var start = 0.0

    mutating func settle(in range: ClosedRange<Double>) {
      start = max(range.lowerBound, min(sum / count, range.upperBound - length))
    }

    func joined(to next: Group) -> Group {
      Group(
        members: members + next.members, length: length + next.length,
        sum: sum + next.sum - next.count * length, count: count + next.count)
    }
  }
}
