/// Predicted and observed waits, side by side, at the units really deployed (FORMULATION 4.9).
public struct WaitCalibration: Hashable, Sendable {
  /// One district, watch and priority.
  public struct Row: Hashable, Sendable {
    /// The district.
    public let district: District.ID
    /// The watch.
    public let watch: Watch.ID
    /// The priority.
    public let priority: CallPriority
    /// Calls whose wait is known, in the period.
    public let observations: Int
    /// Units on the street, on average over these calls.
    public let units: Double
    /// The mean wait observed; nothing without observations.
    public let observedMean: Hours?
    /// The mean wait predicted, over the hours that have units enough.
    public let predictedMean: Hours?
    /// The share of calls that are predicted to wait at all.
    public let predictedWaitShare: Double
    /// The share of the calls in hours in which work exceeds the units, for which nothing can be
    /// predicted.
    public let overloadedShare: Double

    /// Creates a row.
    public init(
      district: District.ID, watch: Watch.ID, priority: CallPriority, observations: Int,
      units: Double, observedMean: Hours?, predictedMean: Hours?, predictedWaitShare: Double,
      overloadedShare: Double
    ) {
      self.district = district
      self.watch = watch
      self.priority = priority
      self.observations = observations
      self.units = units
      self.observedMean = observedMean
      self.predictedMean = predictedMean
      self.predictedWaitShare = predictedWaitShare
      self.overloadedShare = overloadedShare
    }
  }

  /// The waits of one priority in all districts.
  public struct Total: Hashable, Sendable {
    /// The priority.
    public let priority: CallPriority
    /// Calls whose wait is known and in whose hour units were deployed.
    public let observations: Int
    /// The mean wait observed.
    public let observedMean: Hours
    /// The wait observed that nine of ten do not exceed; nothing where it is beyond a day.
    public let observedNinetieth: Hours?
    /// The mean wait predicted, over the hours that have units enough.
    public let predictedMean: Hours?
    /// The wait predicted that nine of ten do not exceed; nothing where hours are overloaded.
    public let predictedNinetieth: Hours?
    /// The share of the calls in hours in which work exceeds the units.
    public let overloadedShare: Double

    /// Creates a total.
    public init(
      priority: CallPriority, observations: Int, observedMean: Hours, observedNinetieth: Hours?,
      predictedMean: Hours?, predictedNinetieth: Hours?, overloadedShare: Double
    ) {
      self.priority = priority
      self.observations = observations
      self.observedMean = observedMean
      self.observedNinetieth = observedNinetieth
      self.predictedMean = predictedMean
      self.predictedNinetieth = predictedNinetieth
      self.overloadedShare = overloadedShare
    }
  }

  /// Where the units on the street come from.
  public let deployment: Deployment.Kind
  /// By district, watch and priority, in the order of the study.
  public let rows: [Row]
  /// By priority, most urgent first.
  public let totals: [Total]

  /// Creates a calibration.
  public init(deployment: Deployment.Kind, rows: [Row], totals: [Total]) {
    self.deployment = deployment
    self.rows = rows
    self.totals = totals
  }
}
