import Foundation
import PolicingDomain
import StaffingRequirements

/// `week TIMES`: the units that every district needs in every hour of a week, by distributions of
/// the wait of three priorities.
///
/// 22 districts of different size with a tide over the day and the week; calls draw one to four units; nine of
/// ten calls of each priority must have a unit within 3, 10 and 30 minutes; free time, too.
enum CityWeek {
  static func run(_ arguments: [String]) throws {
    guard let times = arguments.first.flatMap({ Int($0) }), times > 0 else {
      fatalError("week TIMES")
    }
    let demand = demand()
    let standards = try standards()
    let geography = Geography(
      areas: [Area(id: .init("all"))],
      districts: demand.districts.map { District(id: $0, name: "", area: .init("all")) },
      sectors: [], beats: [])
    var seconds: [Double] = []
    var units = 0.0
    var waiting = 0
    for _ in 0..<times {
      let (time, needs) = try QueueBenchmarks.timed {
        try UnitRequirements.hourly(demand: demand, geography: geography, standards: standards)
      }
      seconds.append(time)
      units = needs.reduce(0) { $0 + $1.needs.units }
      waiting = needs.count { $0.needs.governing == .waiting }
    }
    print(
      """
      {"seconds": \(seconds), "hours": \(demand.districts.count * HourOfWeek.count), \
      "unitHours": \(units), "governedByWaiting": \(waiting)}
      """)
  }

  private static func standards() throws -> ServiceStandards {
    let limits = [(1, 3.0), (2, 10), (3, 30)].compactMap { level, minutes in
      CallPriority(level).map { priority in
        ServiceStandards.Waiting(
          priority: priority, limit: .share(Share(9, of: 10), within: Hours(minutes: minutes)),
          provenance: Provenance(source: "benchmark", date: "2026-01-01"))
      }
    }
    return ServiceStandards(
      proactiveTime: Share(2, of: 5),
      proactiveTimeProvenance: Provenance(source: "benchmark", date: "2026-01-01"),
      waiting: limits, complement: nil)
  }

  private static func demand() -> Demand {
    let districts = (1...22).map { District.ID($0 < 10 ? "0\($0)" : "\($0)") }
    let kinds: [(level: Int, calls: Double, units: [Double], hours: Double)] = [
      (1, 1.2, [30, 50, 15, 5], 0.9), (2, 2.4, [60, 35, 5], 0.8), (3, 2.0, [80, 20], 0.7),
    ]
    var busy = HourlyTable(districts: districts).values
    let streams = kinds.map { kind in
      let law = UnitsPerCall(calls: kind.units)
      var rates: [Double] = []
      for row in districts.indices {
        for hour in HourOfWeek.all {
          let day = 1 + 0.55 * sin(2 * .pi * (Double(hour.hourOfDay) - 12) / 24)
          let week = hour.weekday.rawValue >= 4 ? 1.15 : 0.95
          let rate = kind.calls * day * week * (0.5 + Double(row) / 15)
          busy[row * HourOfWeek.count + hour.index] += rate * law.mean * kind.hours
          rates.append(rate)
        }
      }
      return Demand.Stream(
        priority: CallPriority(kind.level),
        arrivals: HourlyTable(districts: districts, values: rates),
        unitTimePerCall: districts.map { _ in Hours(kind.hours * law.mean) },
        unitsPerCall: districts.map { _ in law })
    }
    return Demand(
      districts: districts, streams: streams,
      busyUnits: HourlyTable(districts: districts, values: busy),
      callsObserved: districts.map { _ in 0 }, imputed: .none)
  }
}
