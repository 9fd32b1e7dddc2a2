/// The published totals and the assumptions from which a demonstration makes up its calls.
public struct CallSynthesis: Hashable, Sendable {
  /// One category of made-up calls.
  public struct Category: Hashable, Sendable {
    /// The category.
    public let category: CallCategory
    /// The share of all calls; the shares are scaled to sum to 1.
    public let share: Double
    /// The mean time of one unit at the scene.
    public let meanMinutes: Double
    /// The standard deviation of that time.
    public let deviationMinutes: Double
    /// The shares of the priorities 1 to 5 within the category; scaled to sum to 1.
    public let priorityShares: [Double]

    /// Creates a category.
    public init(
      category: CallCategory, share: Double, meanMinutes: Double, deviationMinutes: Double,
      priorityShares: [Double]
    ) {
      self.category = category
      self.share = share
      self.meanMinutes = meanMinutes
      self.deviationMinutes = deviationMinutes
      self.priorityShares = priorityShares
    }
  }

  /// Calls a year, on average.
  public let callsPerYear: Double
  /// The shares of the hours of the week, 168 of them.
  public let hourShares: [Double]
  /// The shares of the districts.
  public let districtShares: [DistrictShare]
  /// The categories.
  public let categories: [Category]
  /// The factors of the months, January first, 1 on average.
  public let monthFactors: [Double]
  /// The squared coefficient of variation of a day's own factor; 0 for plain Poisson counts.
  public let dayOverdispersion: Double
  /// Mean minutes from dispatch to arrival, for priorities 1 to 5.
  public let travelMinutes: [Double]
  /// Mean minutes from receipt to dispatch, for priorities 1 to 5.
  public let dispatchDelayMinutes: [Double]
  /// The share of calls without a dispatch stamp, for priorities 1 to 5; 1 where no unit is sent.
  public let missingDispatched: [Double]
  /// The share of calls without an arrival stamp, for priorities 1 to 5.
  public let missingArrived: [Double]
  /// The share of calls without a clearance stamp, for priorities 1 to 5.
  public let missingCleared: [Double]

  /// Creates a synthesis.
  public init(
    callsPerYear: Double, hourShares: [Double], districtShares: [DistrictShare],
    categories: [Category], monthFactors: [Double], dayOverdispersion: Double,
    travelMinutes: [Double], dispatchDelayMinutes: [Double], missingDispatched: [Double],
    missingArrived: [Double],
    missingCleared: [Double]
  ) {
    self.callsPerYear = callsPerYear
    self.hourShares = hourShares
    self.districtShares = districtShares
    self.categories = categories
    self.monthFactors = monthFactors
    self.dayOverdispersion = dayOverdispersion
    self.travelMinutes = travelMinutes
    self.dispatchDelayMinutes = dispatchDelayMinutes
    self.missingDispatched = missingDispatched
    self.missingArrived = missingArrived
    self.missingCleared = missingCleared
  }

  /// A district's share of all calls.
  public struct DistrictShare: Hashable, Sendable {
    /// The district.
    public let district: District.ID
    /// The share; the shares are scaled to sum to 1.
    public let share: Double

    /// Creates a share.
    public init(district: District.ID, share: Double) {
      self.district = district
      self.share = share
    }
  }
}
