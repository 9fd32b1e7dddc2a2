import Foundation

/// The mean number of busy servers over a cycle if there were always enough of them.
///
/// With exponential service times of rate μ it follows m′(t) = λ(t) − μ m(t), and within a step of
/// constant rate it moves from m to λ/μ as m(t) = λ/μ + (m − λ/μ) e^(−μt). The value is the one
/// that comes back after a whole cycle, in closed form. Other service times enter by their mean
/// only; the mean over the cycle is then still right, the delay behind the arrivals is not.
///
/// Source: O. B. Jennings, A. Mandelbaum, W. A. Massey, W. Whitt, *Server staffing to meet
/// time-varying demand*, Management Science 42 (1996), 1383–1394.
public struct ModifiedOfferedLoad: Hashable, Sendable {
  /// The load at the start of each step of the curve, in servers.
  public let stepStarts: [Double]
  /// The mean load of each period, in servers.
  public let periodMeans: [Double]
  /// The largest load of each period, in servers; within a step the load only rises or only falls.
  public let periodMaxima: [Double]

  /// Creates the load of a cycle of arrivals.
  ///
  /// - Precondition: The service rate is finite and positive.
  /// - Complexity: O(steps).
  public init(arrivals: ArrivalCurve, serviceRate: Double) {
    precondition(serviceRate > 0 && serviceRate.isFinite, "A service rate is positive")
    let length = arrivals.stepLength
    let kept = exp(-serviceRate * length)
    let gone = -expm1(-serviceRate * length)
    // From nothing at the start of the cycle to `end` at its end; what is there at the start decays.
    let end = arrivals.rates.reduce(0) { $0 * kept + $1 / serviceRate * gone }
    var load = end / -expm1(-serviceRate * arrivals.cycleLength)
    var starts: [Double] = []
    var means: [Double] = []
    var maxima: [Double] = []
    for period in 0..<arrivals.periods {
      var sum = 0.0
      var largest = load
      for rate in arrivals.steps(ofPeriod: period) {
        starts.append(load)
        let limit = rate / serviceRate
        sum += limit + (load - limit) * gone / (serviceRate * length)
        load = limit * gone + load * kept
        largest = max(largest, load)
      }
      means.append(sum / Double(arrivals.stepsPerPeriod))
      maxima.append(largest)
    }
    stepStarts = starts
    periodMeans = means
    periodMaxima = maxima
  }
}
