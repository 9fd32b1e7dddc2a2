import PolicingDomain

/// Mean times by kind, each from the nearest cell with enough observations (FORMULATION 2.4).
///
/// Stamps are not missing at random, so a mean is taken among times that are alike: the same
/// category, priority and class of unit; where these are too few, the same category and priority;
/// then the same category; then the same priority; then all.
struct KindMeans {
  /// Times of one cell: how many, their weight and their weighted sum.
  struct Sums {
    var observed = 0.0
    var weight = 0.0
    var sum = 0.0

    static func += (lhs: inout Sums, rhs: Sums) {
      lhs.observed += rhs.observed
      lhs.weight += rhs.weight
      lhs.sum += rhs.sum
    }

    var mean: Double? { weight > 0 ? sum / weight : nil }
  }

  /// What is taken for a missing time, in seconds, and from which cell.
  struct Choice {
    let seconds: Double
    let rule: ImputationReport.Rule
  }

  /// The choice for each kind; nothing where no time at all was observed.
  private(set) var choices: [Choice?] = []

  /// Chooses a mean for each of `kinds` from the sums of the same position.
  ///
  /// The class of unit tells kinds of one category and priority apart only where `usesClass`.
  init(
    _ kinds: [WorkKind], sums: [Sums], fewest: Int, usesClass: Bool
  ) {
    let categoryCount = (kinds.map(\.category).max() ?? -1) + 1
    var byPair = [Sums](repeating: Sums(), count: categoryCount * Level.count)
    var byCategory = [Sums](repeating: Sums(), count: categoryCount)
    var byPriority = [Sums](repeating: Sums(), count: Level.count)
    var all = Sums()
    for (kind, sum) in zip(kinds, sums) where sum.observed > 0 {
      byPair[kind.category * Level.count + kind.priority] += sum
      byCategory[kind.category] += sum
      byPriority[kind.priority] += sum
      all += sum
    }
    choices.reserveCapacity(kinds.count)
    let enough = Double(fewest)
    for (kind, sum) in zip(kinds, sums) {
      let pair = byPair[kind.category * Level.count + kind.priority]
      let choice: Choice?
      if usesClass, sum.observed >= enough, let mean = sum.mean {
        choice = Choice(seconds: mean, rule: .unitClass)
      } else if pair.observed >= enough, let mean = pair.mean {
        choice = Choice(seconds: mean, rule: .categoryAndPriority)
      } else if byCategory[kind.category].observed >= enough,
        let mean = byCategory[kind.category].mean
      {
        choice = Choice(seconds: mean, rule: .category)
      } else if byPriority[kind.priority].observed >= enough,
        let mean = byPriority[kind.priority].mean
      {
        choice = Choice(seconds: mean, rule: .priority)
      } else {
        choice = all.mean.map { Choice(seconds: $0, rule: .all) }
      }
      choices.append(choice)
    }
  }

  /// The seconds for a kind; 0 where nothing is known.
  func seconds(_ kind: Int) -> Double { choices[kind]?.seconds ?? 0 }
}

extension KindTimes {
  /// Returns the sums of the first `count` kinds over all weeks.
  func sums(kinds count: Int) -> [KindMeans.Sums] {
    (0..<count).map { kind in
      let cell = total(kind)
      return KindMeans.Sums(
        observed: Double(cell.observed), weight: Double(cell.weight), sum: Double(cell.sum))
    }
  }
}
