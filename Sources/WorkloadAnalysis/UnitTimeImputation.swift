import PolicingDomain

/// Fills the unit time of calls on which a stamp is missing, from calls of the same kind
/// (FORMULATION 2.4).
///
/// Stamps are not missing at random, so the mean is taken among calls that are alike: the same
/// category and priority; where these are fewer than ``fewestObservations``, the same category;
/// then the same priority; then all calls.
struct UnitTimeImputation {
  /// How alike the calls are from which a time is taken.
  enum Cell: Int, CaseIterable {
    case categoryAndPriority
    case category
    case priority
    case all

    var words: String {
      switch self {
      case .categoryAndPriority: "the same category and priority"
      case .category: "the same category"
      case .priority: "the same priority"
      case .all: "all calls"
      }
    }
  }

  /// The fewest observed times from which a mean is taken.
  static let fewestObservations = 30

  fileprivate struct Mean {
    var seconds = 0
    var count = 0
  }

  private struct Kind: Hashable {
    let category: CallCategory
    let priority: CallPriority?
  }

  private var byKind: [Kind: Mean] = [:]
  private var byCategory: [CallCategory: Mean] = [:]
  private var byPriority: [CallPriority?: Mean] = [:]
  private var overall = Mean()

  /// Learns from a call whose unit time is known.
  mutating func observe(_ call: CallForService, seconds: Int) {
    byKind[Kind(category: call.category, priority: call.priority), default: Mean()].add(seconds)
    byCategory[call.category, default: Mean()].add(seconds)
    byPriority[call.priority, default: Mean()].add(seconds)
    overall.add(seconds)
  }

  /// Returns the mean unit time of calls like `call` and the cell that it comes from; nothing when
  /// no unit time is known at all.
  func unitTime(of call: CallForService) -> (seconds: Int, cell: Cell)? {
    let candidates: [(Mean?, Cell)] = [
      (
        byKind[Kind(category: call.category, priority: call.priority)], .categoryAndPriority
      ),
      (byCategory[call.category], .category),
      (byPriority[call.priority], .priority),
    ]
    for case (let mean?, let cell) in candidates where mean.count >= Self.fewestObservations {
      return (mean.seconds / mean.count, cell)
    }
    return overall.count > 0 ? (overall.seconds / overall.count, .all) : nil
  }
}

extension UnitTimeImputation.Mean {
  fileprivate mutating func add(_ value: Int) {
    seconds += value
    count += 1
  }
}
