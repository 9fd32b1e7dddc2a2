/// Schedules side by side, without a study: what each gives and asks.
public enum TourComparisons {
  /// Compares schedules by themselves; there is no demand to fit them to.
  ///
  /// - Parameters:
  ///   - schedules: The schedules.
  ///   - limits: What holds for those that set no limits of their own.
  /// - Throws: ``PlanningError/requirements(_:)`` for a schedule that makes no sense.
  public static func compare(
    _ schedules: [TourSchedule], limits: ScheduleLimits = ScheduleLimits()
  ) throws(PlanningError) -> TourComparison {
    var lines: [TourComparison.Line] = []
    do {
      for schedule in schedules {
        let figures = try ScheduleFigures(of: schedule)
        lines.append(
          TourComparison.Line(
            schedule: schedule, figures: figures,
            limits: LimitCheck.findings(of: schedule, figures, common: limits), fitted: nil))
      }
    } catch {
      throw .requirements(error)
    }
    return TourComparison(lines: lines, district: nil, notes: sources(of: schedules))
  }

  /// Returns where the schedules come from, and which of them rest on assumptions.
  static func sources(of schedules: [TourSchedule]) -> [String] {
    schedules.map { schedule in
      let origin = schedule.provenance
      return "\(schedule.id): \(origin.source)\(origin.date.isEmpty ? "" : ", \(origin.date)")"
        + (origin.isAssumption ? " (in part an assumption)" : "")
    }
  }
}

extension StudyPipeline {
  /// Compares schedules by how they fit the officers that a district of the study needs.
  ///
  /// All are given as many officers as cover every hour under the study's own schedule; beside that
  /// stands how many would cover every hour under each.
  ///
  /// - Parameters:
  ///   - schedules: The schedules.
  ///   - results: Results of ``run(to:pricing:progress:)`` that reach the requirement.
  ///   - district: The number of a district; the one with the largest need if not given.
  /// - Throws: A ``PlanningError`` for a name that the study does not have, or a schedule or figures
  ///   that make no sense.
  public func compareTours(
    _ schedules: [TourSchedule], in results: StudyResults, district: String? = nil
  ) throws(PlanningError) -> TourComparison {
    let study = results.study
    let place =
      try district.map { name throws(PlanningError) in
        try Self.district(name, in: study.geography)
      } ?? results.busiestDistrict
    guard let place, let own = study.ownSchedule else {
      throw .question(
        reason: "the study has no district with a need for units, or no patrol tours; there is "
          + "nothing to fit schedules to")
    }
    let bench: TourBench
    do {
      bench = try TourBench(results, district: place, own: own)
    } catch {
      throw .requirements(error)
    }
    let count = try bench.fewestOfficers(on: own)
    var lines: [TourComparison.Line] = []
    for schedule in schedules { lines.append(try bench.line(schedule, officers: count)) }
    return TourComparison(
      lines: lines, district: place,
      notes: bench.notes(officers: count) + TourComparisons.sources(of: schedules))
  }
}

extension StudyResults {
  /// The district that needs most unit-hours a week.
  fileprivate var busiestDistrict: District.ID? {
    var busiest: (district: District.ID, units: Double)?
    for district in study.geography.districts.map(\.id) {
      let units = hourlyUnits.reduce(0) { sum, need in
        need.district == district ? sum + need.needs.units : sum
      }
      if units > busiest?.units ?? 0 { busiest = (district, units) }
    }
    return busiest?.district
  }
}
