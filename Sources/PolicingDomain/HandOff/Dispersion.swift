/// Whether the calls of an hour vary more than chance alone would have it (FORMULATION 2.5).
///
/// Counts that arise by chance alone, at a rate that depends on the hour of the week only, have a
/// variance equal to their mean. The variance is taken within each hour of the week, so that the
/// weekly pattern is not mistaken for dispersion. Made by `SeasonTally` in WorkloadAnalysis.
public struct Dispersion: Hashable, Sendable {
  /// A test of dispersion on the counts of one place.
  ///
  /// Source: R. A. Fisher, *Statistical Methods for Research Workers*, section 16.
  public struct Test: Hashable, Sendable {
    /// Σ (count − mean)² ÷ mean over all hours, the mean being that of the hour's cell.
    public let chiSquare: Double
    /// Hours less cells; what ``chiSquare`` is on average when chance alone is at work.
    public let degreesOfFreedom: Int
    /// The probability of so large a ``chiSquare`` when chance alone is at work.
    public let pValue: Double
    /// The squared coefficient of variation that the rate within a cell must have for a mixed
    /// Poisson distribution to show this dispersion; 0 where there is none.
    public let rateVariation: Double

    /// Creates a test.
    public init(
      chiSquare: Double, degreesOfFreedom: Int, pValue: Double, rateVariation: Double
    ) {
      self.chiSquare = chiSquare
      self.degreesOfFreedom = degreesOfFreedom
      self.pValue = pValue
      self.rateVariation = rateVariation
    }

    /// The index of dispersion, variance over mean; 1 when chance alone is at work.
    public var index: Double {
      degreesOfFreedom > 0 ? chiSquare / Double(degreesOfFreedom) : 1
    }
  }

  /// The tests of one district, or of the city.
  public struct Place: Hashable, Sendable {
    /// The district; nothing for the whole city.
    public let district: District.ID?
    /// Calls in the hours tested.
    public let calls: Int
    /// The hours tested.
    public let hours: Int
    /// Within each hour of the week; nothing where no hour of the week has a call and a repetition.
    public let byHourOfWeek: Test?
    /// Within each hour of the week of one police period, so that season and growth are taken out
    /// as well; nothing where there is no such test.
    public let withinPolicePeriods: Test?

    /// Creates the tests of a place.
    public init(
      district: District.ID?, calls: Int, hours: Int, byHourOfWeek: Test?,
      withinPolicePeriods: Test?
    ) {
      self.district = district
      self.calls = calls
      self.hours = hours
      self.byHourOfWeek = byHourOfWeek
      self.withinPolicePeriods = withinPolicePeriods
    }

    /// Calls an hour, on average.
    public var callsPerHour: Double { hours > 0 ? Double(calls) / Double(hours) : 0 }
  }

  /// The probability at which a district is flagged.
  public static let level = 0.05

  /// The city.
  public let city: Place
  /// The districts, in the order of the study.
  public let districts: [Place]
  /// Hours left out because the clock was changed in them or no data cover their day.
  public let hoursLeftOut: Int

  /// Creates the tests of a city and its districts.
  public init(city: Place, districts: [Place], hoursLeftOut: Int) {
    self.city = city
    self.districts = districts
    self.hoursLeftOut = hoursLeftOut
  }

  /// The districts that were tested.
  public var testedCount: Int { districts.count { $0.byHourOfWeek != nil } }

  /// How many of the districts tested would be flagged by chance if none were over-dispersed.
  public var flaggedByChance: Double { Self.level * Double(testedCount) }

  /// The districts whose own test is flagged, season and growth not taken out.
  public var flaggedCount: Int {
    districts.count { ($0.byHourOfWeek?.pValue ?? 1) < Self.level }
  }

  /// The districts still flagged when all tests together may err with probability ``level``.
  ///
  /// Source: S. Holm, *Scandinavian Journal of Statistics* 6, 1979.
  public var flaggedTogether: [District.ID] {
    let tested = districts.compactMap { place in
      place.byHourOfWeek.map { (place: place, p: $0.pValue) }
    }
    let ordered = tested.enumerated().sorted { lhs, rhs in
      (lhs.element.p, lhs.offset) < (rhs.element.p, rhs.offset)
    }
    var kept: [Int] = []
    for (rank, entry) in ordered.enumerated() {
      guard entry.element.p < Self.level / Double(tested.count - rank) else { break }
      kept.append(entry.offset)
    }
    return kept.sorted().compactMap { tested[$0].place.district }
  }
}
