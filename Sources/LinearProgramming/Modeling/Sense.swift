/// Whether the objective of a linear program is to be made small or large.
public enum Sense: String, Hashable, Sendable {
  /// Smaller is better.
  case minimize
  /// Larger is better.
  case maximize

  /// The factor that turns the objective into one to be minimized.
  package var sign: Double { self == .minimize ? 1 : -1 }
}
