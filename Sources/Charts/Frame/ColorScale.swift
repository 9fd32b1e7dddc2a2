/// How values become colours.
public enum ColorScale: Hashable, Sendable {
  /// From pale for little to deep for much, in one hue.
  case sequential
  /// Two hues that part at a value: below it, and above it, each deeper the farther away.
  case diverging(at: Double)
}
