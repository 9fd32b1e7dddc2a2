import PolicingDomain

/// Mean unit times of calls of the same kind: the same category and priority; where these are too
/// few, the same category; then the same priority; then all calls (FORMULATION 2.4).
struct QualityMeans {
  private let categories: [(name: String, cell: CategoryDirt)]
  private let fewest: Int
  private let byPriority: [KindDirt]
  private let overall: KindDirt

  init(_ categories: [(name: String, cell: CategoryDirt)], fewest: Int) {
    var byPriority = [KindDirt](repeating: KindDirt(), count: qualityLevels)
    var overall = KindDirt()
    for (_, cell) in categories {
      for (level, kind) in cell.kinds.enumerated() {
        byPriority[level].merge(kind)
        overall.merge(kind)
      }
    }
    self.categories = categories
    self.fewest = fewest
    self.byPriority = byPriority
    self.overall = overall
  }

  /// Units whose time is known.
  var timedUnits: Int { overall.units }
  /// The seconds of these.
  var timedSeconds: Int { overall.seconds }

  /// Adds up the hours of all units that rest on `aspect` and whose time is not known, each at the
  /// mean of its kind.
  ///
  /// - Parameters:
  ///   - aspect: What they have in common.
  ///   - tallied: Given how many units took the mean of which cell, the narrowest first.
  /// - Returns: Nothing where there are such units and no time is known at all.
  func imputedHours(_ aspect: QualityAspect, tallied: (Int, Int) -> Void = { _, _ in }) -> Double? {
    var hours = 0.0
    for (_, cell) in categories {
      let ofCategory = cell.kinds.reduce(into: KindDirt()) { $0.merge($1) }
      for (level, kind) in cell.kinds.enumerated() {
        let units = kind.toImpute[aspect]
        guard units > 0 else { continue }
        let candidates = [kind, ofCategory, byPriority[level], overall]
        let rule = candidates.firstIndex { $0.units >= fewest } ?? candidates.count - 1
        let chosen = candidates[rule]
        guard chosen.units > 0 else { return nil }
        let mean = Double(chosen.seconds) / Double(chosen.units)
        hours += Double(units) * mean / 3600
        tallied(units, rule)
      }
    }
    return hours
  }
}
