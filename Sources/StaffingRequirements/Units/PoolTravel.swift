import PolicingDomain
import QueueingModels

/// How long the first unit travels to a call in the area of one pool (FORMULATION 4.3).
///
/// Free units and calls lie anywhere in that area, streets are at right angles, and the nearest
/// free unit goes: the square-root law, its mean taken over the distribution of free units. A call
/// that had to wait gets whichever unit is free first.
struct PoolTravel {
  /// Steps of the wait when wait and travel are added; 100 give a share to a thousandth.
  private static let steps = 100

  private let time: TravelTime

  /// Adds up the areas of `districts`; nothing where the study does not state each of them, or no
  /// speed.
  init?(_ districts: [District], _ assumption: TravelAssumption?) {
    let areas = districts.compactMap(\.squareKilometres)
    guard !areas.isEmpty, areas.count == districts.count, let speed = assumption?.responseSpeed
    else { return nil }
    let area = areas.reduce(0, +)
    time = TravelTime(
      SquareRootLaw(area: area, metric: .rightAngle), .constant(speed: speed))
  }

  /// With so many units free, a unit is as near as any number can bring it.
  private static let nearest = 2000

  /// Whether a limit on wait and travel can be kept at all, with ``nearest`` units free.
  func canKeep(_ limit: ServiceStandards.Waiting.Limit) -> Bool {
    switch limit {
    case .mean(let most): time.mean(free: Self.nearest) <= most.value
    case .share(let share, let within):
      time.share(within: within.value, free: Self.nearest) >= share.value
    }
  }

  /// Returns the mean travel time in hours to calls that find `state` with `units` on the street.
  func mean(_ state: PatrolQueue.HourState, units: Double) -> Double {
    time.mean(free(state, units))
  }

  /// Returns the share of the calls of one class at which a unit is within `hours` of receipt.
  func share(
    _ state: PatrolQueue.HourState, _ position: Int, units: Double, within hours: Double
  ) -> Double {
    ResponseTime(free: free(state, units), travel: time).share(within: hours, steps: Self.steps) {
      state.share(position, within: $0)
    }
  }

  /// The free units that a call finds.
  private func free(_ state: PatrolQueue.HourState, _ units: Double) -> FreeServers {
    switch state {
    case .steady(let queue): return FreeServers(probabilities: queue.freeServers)
    case .overloaded: return FreeServers(probabilities: [1])
    case .idle:
      let count = Int(units.rounded(.down))
      return FreeServers(probabilities: [Double](repeating: 0, count: count) + [1])
    }
  }
}
