/// What the public asks of patrol in each district and hour of the week, on average
/// (FORMULATION 4.2).
public struct Demand: Hashable, Sendable {
  /// The demand of calls of one priority.
  public struct Stream: Hashable, Sendable {
    /// The priority; nothing for calls without one.
    public let priority: CallPriority?
    /// Calls per hour to which a unit goes.
    public let arrivals: HourlyTable
    /// Unit-hours per call, by district in the order of ``Demand/districts``.
    public let unitTimePerCall: [Hours]
    /// How many units a call draws, by district in the order of ``Demand/districts``.
    public let unitsPerCall: [UnitsPerCall]

    /// Creates a stream; without units per call, every call draws one.
    public init(
      priority: CallPriority?, arrivals: HourlyTable, unitTimePerCall: [Hours],
      unitsPerCall: [UnitsPerCall]? = nil
    ) {
      self.priority = priority
      self.arrivals = arrivals
      self.unitTimePerCall = unitTimePerCall
      self.unitsPerCall = unitsPerCall ?? unitTimePerCall.map { _ in .one }
    }
  }

  /// The districts.
  public let districts: [District.ID]
  /// The streams, most urgent first.
  public let streams: [Stream]
  /// Units busy with calls of the community, on average, by the hours that the work really covers.
  public let busyUnits: HourlyTable
  /// Units on duty that work at what no call interrupts, on average; nothing where the study has no
  /// such work.
  public var removedUnits: HourlyTable?
  /// Calls in the period, by district in the order of ``districts``.
  public let callsObserved: [Int]
  /// The share of the work that was imputed.
  public let imputed: Share

  /// Creates a demand.
  public init(
    districts: [District.ID], streams: [Stream], busyUnits: HourlyTable, callsObserved: [Int],
    imputed: Share
  ) {
    self.districts = districts
    self.streams = streams
    self.busyUnits = busyUnits
    self.callsObserved = callsObserved
    self.imputed = imputed
  }
}

extension Demand {
  /// Returns the demand with calls and work multiplied by the factor of their district, in the order of
  /// ``districts``; times and units per call stay.
  ///
  /// - Precondition: There is a factor for each district, finite and not negative.
  public func scaled(byDistrict factors: [Double]) -> Demand {
    precondition(factors.allSatisfy { $0 >= 0 && $0.isFinite }, "Factors are not negative")
    var demand = Demand(
      districts: districts,
      streams: streams.map { stream in
        Stream(
          priority: stream.priority, arrivals: stream.arrivals.scaled(byDistrict: factors),
          unitTimePerCall: stream.unitTimePerCall, unitsPerCall: stream.unitsPerCall)
      }, busyUnits: busyUnits.scaled(byDistrict: factors), callsObserved: callsObserved,
      imputed: imputed)
    demand.removedUnits = removedUnits
    return demand
  }
}
