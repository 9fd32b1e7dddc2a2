/// A figure with what a reader needs to trust it: how many observations, how much was imputed, and
/// how uncertain it is.
public struct Estimate: Hashable, Codable, Sendable {
  /// What is known about the uncertainty of a figure.
  public enum Interval: Hashable, Codable, Sendable {
    /// None has been estimated, and why.
    case none(reason: String)
    /// From `low` to `high`, with what is in it.
    case range(low: Double, high: Double, components: [String])
  }

  /// The figure.
  public let value: Double
  /// The unit of the figure.
  public let unit: String
  /// The number of observations behind it.
  public let observations: Int
  /// The share of it that was imputed.
  public let imputed: Share
  /// How uncertain it is.
  public let interval: Interval

  /// Creates an estimate.
  public init(
    value: Double, unit: String, observations: Int, imputed: Share, interval: Interval
  ) {
    self.value = value
    self.unit = unit
    self.observations = observations
    self.imputed = imputed
    self.interval = interval
  }
}
