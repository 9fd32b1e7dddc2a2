import PlanningFiles
public import PolicingDomain

/// The schedules and rotations of teams that can be compared: those of a study, then those that come
/// with the library.
public struct TourSchedules: Sendable {
  /// The name by which a study's own schedule goes.
  public static let ownName = TourSchedule.ID("own")

  /// The schedules; the study's own first.
  public let schedules: [TourSchedule]
  /// The rotations of teams.
  public let rotations: [TeamRotation]
  /// How many of ``schedules`` are of the study.
  public let countOfStudy: Int

  /// Reads the bundled schedules and puts them behind those of a study; of two of one name, the
  /// study's counts.
  ///
  /// - Throws: ``PlanningError/files(_:)`` when the bundled tables cannot be read.
  public init(of study: Study? = nil) throws(PlanningError) {
    let bundled: ScheduleTables
    do {
      bundled = try ScheduleTables()
    } catch {
      throw .files(error)
    }
    var schedules: [TourSchedule] = []
    var rotations: [TeamRotation] = []
    if let study {
      if let own = study.ownSchedule { schedules.append(own) }
      schedules += study.schedule.alternatives
      rotations += study.schedule.teamRotations
    }
    countOfStudy = schedules.count
    let names = Set(schedules.map(\.id))
    let rotationNames = Set(rotations.map(\.name))
    self.schedules = schedules + bundled.schedules.filter { !names.contains($0.id) }
    self.rotations = rotations + bundled.rotations.filter { !rotationNames.contains($0.name) }
  }

  /// Returns the schedule called `name`.
  ///
  /// - Throws: ``PlanningError/question(reason:)`` with the nearest name when there is none.
  public func schedule(_ name: String) throws(PlanningError) -> TourSchedule {
    if let found = schedules.first(where: { $0.id.description == name }) { return found }
    throw .question(reason: unknown("schedule", name, among: schedules.map(\.id.description)))
  }

  /// Returns the rotation of teams called `name`.
  ///
  /// - Throws: ``PlanningError/question(reason:)`` with the nearest name when there is none.
  public func rotation(_ name: String) throws(PlanningError) -> TeamRotation {
    if let found = rotations.first(where: { $0.name == name }) { return found }
    throw .question(reason: unknown("rotation of teams", name, among: rotations.map(\.name)))
  }

  /// Returns the schedules of these names; those of the study where none is named.
  ///
  /// - Throws: ``PlanningError/question(reason:)`` with the nearest name for one that there is not.
  public func chosen(_ names: [String]) throws(PlanningError) -> [TourSchedule] {
    guard !names.isEmpty else { return Array(schedules.prefix(countOfStudy)) }
    var chosen: [TourSchedule] = []
    for name in names {
      let found = try schedule(name)
      if !chosen.contains(where: { $0.id == found.id }) { chosen.append(found) }
    }
    return chosen
  }

  /// Returns the list of the schedules.
  ///
  /// - Throws: ``PlanningError/requirements(_:)`` for a schedule that makes no sense.
  public func table() throws(PlanningError) -> ResultTable {
    var entries: [(schedule: TourSchedule, figures: ScheduleFigures)] = []
    do {
      for schedule in schedules { entries.append((schedule, try ScheduleFigures(of: schedule))) }
    } catch {
      throw .requirements(error)
    }
    return .tourSchedules(entries, countOfStudy: countOfStudy)
  }

  /// Returns the tables of one schedule: its tours, its days off, and the officers on the street.
  ///
  /// - Throws: A ``PlanningError`` for a name that there is not, or a schedule that makes no sense.
  public func tables(of name: String) throws(PlanningError) -> [ResultTable] {
    let found = try schedule(name)
    do {
      let calendar = try ScheduleCalendar(of: found)
      return [.toursOfSchedule(calendar), .dayOffCalendar(calendar), .tourCoverage(calendar)]
    } catch {
      throw .requirements(error)
    }
  }

  /// Returns the check of the rotation called `name`, or of all without a name.
  ///
  /// - Throws: ``PlanningError/question(reason:)`` with the nearest name when there is none.
  public func checks(of name: String?) throws(PlanningError) -> [TeamRotationCheck] {
    guard let name else { return rotations.map { TeamRotationCheck(of: $0) } }
    return [TeamRotationCheck(of: try rotation(name))]
  }

  private func unknown(_ what: String, _ name: String, among names: [String]) -> String {
    "there is no \(what) `\(name)`; \(NearestMatch.question(name, in: names))"
      + "use one of: \(names.joined(separator: ", "))"
  }
}

extension Study {
  /// The schedule that the study's patrol works: its patrol tours and its rotation; nothing where it
  /// has no patrol tours.
  public var ownSchedule: TourSchedule? {
    guard !schedule.patrolTours.isEmpty else { return nil }
    return TourSchedule(
      id: TourSchedules.ownName, title: "the study's own schedule", tours: schedule.patrolTours,
      rotation: schedule.rotation, limits: schedule.limits,
      provenance: Provenance(source: "tours.csv and study.yaml of \(name)", date: ""))
  }
}
