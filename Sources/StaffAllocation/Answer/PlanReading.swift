import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// Reads the plan off a solution.
  func plan(from solution: Solution, stages: [StaffingPlan.Stage]) -> StaffingPlan {
    let street = StreetStrength(self, solution)
    var plan = StaffingPlan(
      mode: mode, assignments: assignments(solution), teams: plannedTeams(solution),
      unplaced: unplacedPeople(solution), shortages: shortages(solution),
      coverageShortages: street.shortages(), stages: stages, prices: [])
    plan.waits = street.waits()
    plan.conversions = conversions(solution)
    plan.overtime = overtime.indices.compactMap { index in
      let hours = solution.value(of: overtime[index]) * question.hoursPerYear(of: index.watch)
      return Self.significant(hours) > 0
        ? StaffingPlan.Overtime(
          district: index.district, watch: index.watch,
          hoursPerYear: OfficerHours(Self.cleaned(hours))) : nil
    }
    return plan
  }

  private func assignments(_ solution: Solution) -> [StaffingPlan.Assignment] {
    question.groups.flatMap { group -> [StaffingPlan.Assignment] in
      guard group.supply == .deployable else {
        let count = question.positions.first { $0.group == group.id }?.positions ?? .zero
        return [StaffingPlan.Assignment(group: group.id, rank: group.rank, strength: count)]
      }
      return group.fittingRanks.map { rank in
        let value = solution.value(of: strength[GroupRank(group: group.id, rank: rank)])
        return StaffingPlan.Assignment(
          group: group.id, rank: rank, strength: FullTimeEquivalents(Self.cleaned(value)))
      }
    }
  }

  private func plannedTeams(_ solution: Solution) -> [StaffingPlan.Team] {
    let tours = question.patrol.tours
    return teams.enumerated().flatMap { district, members in
      let lanes = layout.calendar(district).lanes
      return members.compactMap { index -> StaffingPlan.Team? in
        let team = StaffingPlan.Team(
          district: index.district, tour: tours[index.tour].id,
          dayOffGroup: lanes[index.lane].groupName,
          officers: FullTimeEquivalents(Self.cleaned(solution.value(of: officers[index]))),
          sergeants: FullTimeEquivalents(Self.cleaned(solution.value(of: sergeants[index]))))
        return team.officers.value > 0 || team.sergeants.value > 0 ? team : nil
      }
    }
  }

  private func unplacedPeople(_ solution: Solution) -> [StaffingPlan.Unplaced] {
    unplaced.indices.compactMap { rank in
      let amount = Self.significant(solution.value(of: unplaced[rank]))
      return amount > 0
        ? StaffingPlan.Unplaced(rank: rank, strength: FullTimeEquivalents(amount)) : nil
    }
  }

  private func shortages(_ solution: Solution) -> [StaffingPlan.Shortage] {
    var found: [StaffingPlan.Shortage] = []
    for group in positionShort.indices {
      let amount = Self.significant(solution.value(of: positionShort[group]))
      if amount > 0 {
        found.append(.init(what: "\(group)", amount: amount, unit: "positions"))
      }
    }
    for index in coverShort.indices {
      let minimum = layout.minimums[index.district][index.watch][index.kind]
      guard minimum.amount != nil else { continue }
      let amount = Self.significant(solution.value(of: coverShort[index]))
      guard amount > 0 else { continue }
      found.append(
        .init(
          what: "\(index)", amount: amount,
          unit: minimum.factor == 1 ? "\(minimum.members.rawValue) scheduled" : "as counted"))
    }
    let ordered = found.enumerated().sorted { first, second in
      (second.element.amount, first.offset) < (first.element.amount, second.offset)
    }
    return ordered.map(\.element)
  }

  private func conversions(_ solution: Solution) -> [StaffingPlan.Conversion] {
    question.conversions.compactMap { conversion in
      guard converted.contains(conversion.group) else { return nil }
      let positions = Self.significant(solution.value(of: converted[conversion.group]))
      guard positions > 0 else { return nil }
      let freed = positions * freedShare(conversion)
      return StaffingPlan.Conversion(
        group: conversion.group, positions: FullTimeEquivalents(positions),
        rank: conversion.civilianRank,
        hired: FullTimeEquivalents(
          Self.cleaned(solution.value(of: hired[conversion.group]))),
        officersFreed: FullTimeEquivalents(Self.cleaned(freed)),
        reserved: FullTimeEquivalents(Self.cleaned(positions - freed)))
    }
  }

  /// A shortage without what the tolerance of earlier stages leaves: below a thousandth of a person
  /// there is none.
  static func significant(_ shortage: Double) -> Double {
    shortage < 1e-3 ? 0 : cleaned(shortage)
  }

  /// The value without the dust of floating-point arithmetic: rounded to a millionth, and never
  /// −0.
  static func cleaned(_ value: Double) -> Double {
    let rounded = (value * 1e6).rounded() / 1e6
    return rounded == 0 ? 0 : rounded
  }
}
