import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// The teams of each district.
  static func teams(_ question: AllocationQuestion, _ layout: PatrolLayout) -> [[TeamIndex]] {
    let tours = question.patrol.tours
    return question.districts.enumerated().map { position, district in
      let lanes = layout.calendar(position).lanes
      return lanes.indices.map { lane in
        TeamIndex(district: district, position: position, lane: lane, of: lanes, tours: tours)
      }
    }
  }

  /// The steps of all ladders.
  static func gapIndices(_ question: AllocationQuestion, _ layout: PatrolLayout) -> [GapIndex] {
    var indices: [GapIndex] = []
    for (district, id) in question.districts.enumerated() {
      for (coverage, found) in layout.calendar(district).classes.enumerated() {
        let name = "\(id),\(found.name)"
        for step in layout.ladders[district][coverage].steps.indices {
          indices.append(
            GapIndex(district: district, coverage: coverage, step: step, name: name))
        }
      }
    }
    return indices
  }

  /// A column for each district that waits even with all officers that count, fixed at that wait,
  /// so that every constant of the model is a bound or a right-hand side.
  static func addFloors(
    _ program: inout LinearProgram, _ question: AllocationQuestion, _ layout: PatrolLayout
  ) -> VariableFamily<District.ID> {
    var floors: [District.ID: Double] = [:]
    for (position, district) in question.districts.enumerated() {
      let floor = layout.ladders[position].reduce(0) { $0 + $1.floor }
      if floor > 0 { floors[district] = floor }
    }
    return program.addVariables(
      "floorWait", over: question.districts.filter { floors[$0] != nil },
      bounds: { (floors[$0] ?? 0)...(floors[$0] ?? 0) })
  }

  /// The minimums of rules by district, watch, kind and days.
  static func coverIndices(
    _ question: AllocationQuestion, _ layout: PatrolLayout
  ) -> [CoverIndex] {
    var indices: [CoverIndex] = []
    for (district, id) in question.districts.enumerated() {
      let calendar = layout.calendar(district)
      for (watch, definition) in question.patrol.watches.enumerated() {
        for (kind, minimum) in layout.minimums[district][watch].enumerated() {
          for (days, found) in calendar.dutyDays[watch].enumerated() {
            let name = "\(id),\(definition.id),\(minimum.label),day \(found.day + 1)"
            indices.append(
              CoverIndex(district: district, watch: watch, kind: kind, days: days, name: name))
          }
        }
      }
    }
    return indices
  }

  /// The ranks that may hold each group.
  static func groupRanks(_ question: AllocationQuestion) -> [GroupRank] {
    question.movableGroups.flatMap { group in
      group.fittingRanks.map { GroupRank(group: group.id, rank: $0) }
    }
  }
}

extension AllocationQuestion {
  /// The watches on which overtime may put officers on the street.
  var overtimeIndices: [DistrictWatch] {
    guard preferences.overtime != nil else { return [] }
    return districts.flatMap { district in
      patrol.watches.map { DistrictWatch(district: district, watch: $0.id) }
    }
  }

  /// Officer-hours a year that one officer in every hour of a watch stands for.
  func hoursPerYear(of watch: Watch.ID) -> Double {
    365 * Double(patrol.watches.first { $0.id == watch }?.length ?? 0)
  }
}
