/// What a solve is for; solves of a kind tend to have results of like density.
package enum SolveKind: Int, Sendable {
  /// B⁻¹ times the entering column.
  case entering
  /// B⁻¹ times a row of B⁻¹, for the steepest-edge weights.
  case weights
  /// B⁻¹ times the sum of the columns that move from bound to bound.
  case flips
  /// A row of B⁻¹.
  case unitRow
  /// Anything else.
  case general
}

/// Running means of the densities of results, by which solves choose their method.
struct SolveDensities: Sendable {
  private var means = (0.0, 0.0, 0.0, 0.0, 1.0)

  subscript(kind: SolveKind) -> Double {
    switch kind {
    case .entering: means.0
    case .weights: means.1
    case .flips: means.2
    case .unitRow: means.3
    case .general: means.4
    }
  }

  /// Moves the mean a twentieth of the way to `density`.
  mutating func note(_ density: Double, _ kind: SolveKind) {
    switch kind {
    case .entering: means.0 += 0.05 * (density - means.0)
    case .weights: means.1 += 0.05 * (density - means.1)
    case .flips: means.2 += 0.05 * (density - means.2)
    case .unitRow: means.3 += 0.05 * (density - means.3)
    case .general: break
    }
  }
}
