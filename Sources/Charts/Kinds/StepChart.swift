/// A start, what is taken away or added, and what is left: a waterfall.
public struct StepChart: Chart {
  /// One step.
  public struct Step: Hashable, Sendable {
    /// What a step does.
    public enum Kind: Hashable, Sendable {
      /// It sets the level, as a start, a subtotal or an end does.
      case level
      /// It changes the level by its value, which may be negative.
      case change
    }
    /// What it is.
    public let label: String
    /// The level, or the change.
    public let value: Double
    /// What it does.
    public let kind: Kind

    /// Creates a step.
    public init(_ label: String, _ value: Double, _ kind: Kind) {
      self.label = label
      self.value = value
      self.kind = kind
    }
  }

  public let title: String
  public let summary: String
  let axis: Axis
  let steps: [Step]

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - title: The finding.
  ///   - summary: The picture in words.
  ///   - axis: The axis of the values; it begins at zero.
  ///   - steps: The steps, from top to bottom.
  public init(title: String, summary: String, axis: Axis, steps: [Step]) {
    self.title = title
    self.summary = summary
    self.axis = axis
    self.steps = steps
  }

  public var picture: Markup { .element("svg", ["role": "img", "aria-label": title], [Markup]()) }
}
