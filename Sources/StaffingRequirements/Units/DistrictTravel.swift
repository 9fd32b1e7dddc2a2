import PolicingDomain
import QueueingModels

/// How long the first unit travels to a call in one district (FORMULATION 4.3).
struct DistrictTravel {
  let area: Double
  let speed: Double

  /// Nothing where the study states no area or no speed.
  init?(_ district: District, _ assumption: TravelAssumption?) {
    guard let area = district.squareKilometres, let speed = assumption?.responseSpeed else {
      return nil
    }
    self.area = area
    self.speed = speed
  }

  /// The mean travel time in hours.
  func mean(_ finding: PatrolFinding, _ hour: PatrolQueue.Hour, _ state: PatrolQueue.HourState)
    -> Double
  {
    0
  }

  /// The share of the calls at which a unit is within `time` hours.
  func share(
    _ finding: PatrolFinding, _ hour: PatrolQueue.Hour, _ state: PatrolQueue.HourState,
    _ position: Int, within time: Double
  ) -> Double {
    0
  }
}
