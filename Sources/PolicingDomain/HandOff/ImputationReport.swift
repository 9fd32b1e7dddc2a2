/// What was missing of each quantity, how it was filled, and how much that matters
/// (FORMULATION 2.4).
public struct ImputationReport: Hashable, Sendable {
  /// A time of a call or of a unit.
  public enum Quantity: String, CaseIterable, Hashable, Sendable {
    /// Of a unit: sent → free again. It is what workload needs.
    case unitTime = "unit time"
    /// Of a call: received → first unit sent.
    case dispatchDelay = "dispatch delay"
    /// Of a call: first unit sent → first arrival.
    case travel = "travel"
    /// Of a call: received → first arrival.
    case response = "response"
    /// Of a call: first arrival → last unit free again.
    case onScene = "time on scene"
  }

  /// How alike the calls are from which a mean is taken.
  public enum Rule: Int, CaseIterable, Hashable, Sendable {
    /// Of the same category, priority and class of unit.
    case unitClass
    /// Of the same category and priority.
    case categoryAndPriority
    /// Of the same category.
    case category
    /// Of the same priority.
    case priority
    /// Of all.
    case all

    /// The rule in words.
    public var words: String {
      switch self {
      case .unitClass: "the same category, priority and class of unit"
      case .categoryAndPriority: "the same category and priority"
      case .category: "the same category"
      case .priority: "the same priority"
      case .all: "all calls"
      }
    }
  }

  /// From `low` to `high`, in hours.
  public struct Span: Hashable, Sendable {
    /// The smaller end.
    public let low: Hours
    /// The larger end.
    public let high: Hours

    /// Creates a span.
    public init(low: Hours, high: Hours) {
      self.low = low
      self.high = high
    }
  }

  /// One quantity, of the calls of one priority or of all.
  public struct Entry: Hashable, Sendable {
    /// The quantity.
    public let quantity: Quantity
    /// The priority; nothing in an entry of all calls, and for calls without a priority.
    public let priority: CallPriority?
    /// Times observed.
    public let observed: Int
    /// Times missing.
    public let missing: Int
    /// The mean of the observed times.
    public let observedMean: Hours
    /// The mean with missing times imputed.
    public let mean: Hours
    /// The mean if missing times were shorter or longer by the stated factor: a sensitivity, no
    /// bound.
    public let band: Span
    /// The mean if every missing time were the smallest or the largest possible: the only bounds.
    public let worstCase: Span
    /// The median of the observed times; nothing for unit time or where none was observed.
    public let median: Hours?
    /// The 90th percentile of the observed times; likewise.
    public let ninetieth: Hours?
    /// How many missing times were filled by each rule, in the order of ``Rule``; what is left could
    /// not be filled.
    public let filled: [Int]

    /// Creates an entry.
    public init(
      quantity: Quantity, priority: CallPriority?, observed: Int, missing: Int,
      observedMean: Hours, mean: Hours, band: Span, worstCase: Span, median: Hours?,
      ninetieth: Hours?, filled: [Int]
    ) {
      self.quantity = quantity
      self.priority = priority
      self.observed = observed
      self.missing = missing
      self.observedMean = observedMean
      self.mean = mean
      self.band = band
      self.worstCase = worstCase
      self.median = median
      self.ninetieth = ninetieth
      self.filled = filled
    }

    /// The share of the times that was recorded.
    public var recorded: Share { Share(observed, of: observed + missing) }
  }

  /// One entry for each quantity, over all calls.
  public let quantities: [Entry]
  /// One entry for each quantity of a call and priority, of the community.
  public let byPriority: [Entry]
  /// Community unit-hours of the period if missing times were shorter or longer by the factor.
  public let workBand: Span
  /// Community unit-hours of the period in the worst cases.
  ///
  /// The high one also holds calls that were cleared without a sign that a unit was sent: from
  /// receipt to clearance, with the units per call of their category.
  public let workWorstCase: Span

  /// Creates a report.
  public init(quantities: [Entry], byPriority: [Entry], workBand: Span, workWorstCase: Span) {
    self.quantities = quantities
    self.byPriority = byPriority
    self.workBand = workBand
    self.workWorstCase = workWorstCase
  }

  /// Nothing was missing and nothing there.
  public static let empty = ImputationReport(
    quantities: [], byPriority: [], workBand: Span(low: .zero, high: .zero),
    workWorstCase: Span(low: .zero, high: .zero))
}
