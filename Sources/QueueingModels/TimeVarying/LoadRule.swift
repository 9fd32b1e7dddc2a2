/// How arrivals that change with time become one load for each period.
///
/// Each rule treats a period as a steady state of its own with that load. The first two look at the
/// arrivals of the period alone (SIPP); the others know that servers are busy with those who came
/// earlier. None knows of a queue left over from the period before: ``VaryingQueue`` does.
///
/// Source: L. V. Green, P. J. Kolesar, J. Soares, *Improving the SIPP approach for staffing
/// service systems that have cyclic demands*, Operations Research 49 (2001), 549–564.
public enum LoadRule: Hashable, Sendable, CaseIterable {
  /// The mean rate of the period.
  case periodMean
  /// The largest rate of the period.
  case periodMaximum
  /// The mean rate one mean service time earlier.
  case laggedMean
  /// The largest rate, one mean service time earlier.
  case laggedMaximum
  /// The mean over the period of the modified offered load.
  case offeredLoadMean
  /// The largest modified offered load of the period.
  case offeredLoadMaximum

  /// Returns the load of each period, in servers.
  ///
  /// - Precondition: The service rate is finite and positive.
  /// - Complexity: O(steps).
  public func loads(of arrivals: ArrivalCurve, serviceRate: Double) -> [Double] {
    precondition(serviceRate > 0 && serviceRate.isFinite, "A service rate is positive")
    func perServer(_ rates: [Double]) -> [Double] { rates.map { $0 / serviceRate } }
    switch self {
    case .periodMean: return perServer(arrivals.periodMeans())
    case .periodMaximum: return perServer(arrivals.periodMaxima())
    case .laggedMean: return perServer(arrivals.periodMeans(lag: 1 / serviceRate))
    case .laggedMaximum: return perServer(arrivals.periodMaxima(lag: 1 / serviceRate))
    case .offeredLoadMean:
      return ModifiedOfferedLoad(arrivals: arrivals, serviceRate: serviceRate).periodMeans
    case .offeredLoadMaximum:
      return ModifiedOfferedLoad(arrivals: arrivals, serviceRate: serviceRate).periodMaxima
    }
  }

  /// Returns the fewest servers for each period that keep to `target` in the steady state of its
  /// load; 0 in a period without load.
  ///
  /// - Precondition: The service rate is finite and positive, the target is in its range.
  /// - Complexity: O(steps + servers of all periods).
  public func servers(
    for arrivals: ArrivalCurve, serviceRate: Double, meeting target: WaitTarget
  ) -> [Int] {
    loads(of: arrivals, serviceRate: serviceRate).map { load in
      ErlangC.fewestServers(
        arrivalRate: load * serviceRate, serviceRate: serviceRate, meeting: target)
    }
  }
}
