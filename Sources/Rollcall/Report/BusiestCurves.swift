extension StudyPipeline {
  /// How far beyond the units required a curve goes.
  private static let unitsBeyond = 6
  /// The shares of the units required at which the waits of the department are worked out.
  private static let shares = [70, 80, 90, 100, 110, 120, 130]

  /// The curve of every district in its busiest block: the watch and weekday with the largest load.
  ///
  /// Waits are those of the district's own units, whatever the pooling of the run.
  ///
  /// - Throws: A ``PlanningError`` from a block that could not be done.
  func busiestCurves(of results: StudyResults) throws(PlanningError) -> [BusiestCurve] {
    let study = results.study
    let planned = results.plannedUnits
    var curves: [BusiestCurve] = []
    for district in study.geography.districts {
      var busiest: (load: Double, most: Double, watch: Watch, need: UnitRequirement)?
      for need in results.units where need.district == district.id {
        guard let watch = study.schedule.watches.first(where: { $0.id == need.watch }) else {
          continue
        }
        let hours = Set(watch.hours(on: need.weekday))
        let loads = results.hourlyUnits.filter {
          $0.district == district.id && hours.contains($0.hour)
        }.map(\.offeredLoad)
        let load = loads.reduce(0, +) / Double(max(1, loads.count))
        if load > (busiest?.load ?? 0) { busiest = (load, loads.max() ?? 0, watch, need) }
      }
      guard let busiest else { continue }
      let first = Int(busiest.most.rounded(.down)) + 1
      let last = Int((busiest.need.units - 1e-9).rounded(.up)) + Self.unitsBeyond
      let points = try curve(
        of: PatrolBlock(
          district: district.id, watch: busiest.watch, weekday: busiest.need.weekday),
        units: first...max(first, last), results)
      curves.append(
        BusiestCurve(
          requirement: busiest.need, points: points,
          planned: planned?.first {
            $0.district == district.id && $0.watch == busiest.need.watch
              && $0.weekday == busiest.need.weekday
          }?.units))
    }
    return curves
  }

  private func curve(
    of block: PatrolBlock, units: ClosedRange<Int>, _ results: StudyResults
  ) throws(PlanningError) -> [CurvePoint] {
    var alone = queueing
    alone.pooling = .district
    do {
      return try UnitRequirements.curve(
        of: block, units: units, demand: results.policeDemand,
        geography: results.study.geography, standards: results.study.standards, queueing: alone)
    } catch {
      throw .requirements(error)
    }
  }

  /// The waits of the whole department at shares of the units required, and as planned.
  ///
  /// - Throws: A ``PlanningError`` from the requirement.
  func waitsOfLevels(of results: StudyResults) throws(PlanningError) -> [StaffingLevelWaits] {
    let required = UnitsOnStreet.all(results.units)
    var levels = Self.shares.map { share in
      (
        "\(share) % of required",
        required.map {
          UnitsOnStreet(
            district: $0.district, watch: $0.watch, weekday: $0.weekday,
            units: $0.units * Double(share) / 100)
        }
      )
    }
    if let planned = results.plannedUnits { levels.append(("planned", planned)) }
    let watches = results.study.schedule.watches
    func total(_ units: [UnitsOnStreet]) -> UnitHours {
      let hours = units.unitHours(watches)
      return results.study.geography.districts.reduce(.zero) { $0 + (hours[$1.id] ?? .zero) }
    }
    let all = total(required)
    let busy = results.hourlyUnits.reduce(0) { $0 + $1.busyUnits }
    var found: [StaffingLevelWaits] = []
    for (name, units) in levels {
      let hours = total(units)
      guard hours > .zero, all > .zero else { continue }
      found.append(
        StaffingLevelWaits(
          name: name, shareOfRequired: hours / all, unitHours: hours,
          busyShare: busy / hours.value, waits: try waits(at: units, of: results)))
    }
    return found
  }
}

extension StudyResults {
  /// The units that the recommended plan puts on the street; nothing without a plan.
  var plannedUnits: [UnitsOnStreet]? {
    recommended?.plan.map { UnitsOnStreet.planned(by: $0, crews: units) }
  }
}
