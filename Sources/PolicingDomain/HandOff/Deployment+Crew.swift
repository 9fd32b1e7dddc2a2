/// Officers per unit, where records tell only of one of the two.
public struct DeploymentCrew: Hashable, Sendable {
  /// Officers per unit that the records' profile states, by class.
  public let stated: [UnitClass: Double]
  /// Officers per patrol unit by hour of the day, 24 of them; nothing when no study tells them.
  public let byHour: [Double]?

  /// Creates crews.
  ///
  /// - Precondition: `byHour` has 24 numbers if it is there; all crews are above 0.
  public init(stated: [UnitClass: Double], byHour: [Double]?) {
    precondition(byHour.map { $0.count == 24 } ?? true, "A crew for each hour of the day")
    let crews = Array(stated.values) + (byHour ?? [])
    precondition(crews.allSatisfy { $0 > 0 && $0.isFinite }, "A crew is above 0")
    self.stated = stated
    self.byHour = byHour
  }

  /// Creates crews from the watches of a study, which give those of patrol units only.
  ///
  /// An hour that no watch covers takes the crew of the first watch.
  public init(stated: [UnitClass: Double] = [:], watches: [Watch]) {
    let crews = (0..<24).compactMap { hour in
      (watches.first { $0.contains(hourOfDay: hour) } ?? watches.first)?.crew
    }
    self.init(stated: stated, byHour: crews.isEmpty ? nil : crews)
  }

  /// Returns the crew of units of `unitClass` in `hour`, if it is known.
  public func crew(of unitClass: UnitClass, in hour: HourOfWeek) -> Double? {
    if let crew = stated[unitClass] { return crew }
    return unitClass.isPatrolSupply ? byHour?[hour.hourOfDay] : nil
  }
}

extension Deployment {
  /// Returns the deployment with units taken from officers, or officers from units, by the crew
  /// where only one of the two is recorded; what was done is in ``notTold``.
  ///
  /// Recorded figures stay as they are, and the hours of ``observed`` remain those recorded.
  public func told(crew: DeploymentCrew) -> Deployment {
    var answer = self
    var madeUnits: [UnitClass] = []
    var madeOfficers: [UnitClass] = []
    var unknown: [UnitClass] = []
    for position in series.indices {
      let one = series[position]
      let crews = HourOfWeek.all.compactMap { crew.crew(of: one.unitClass, in: $0) }
      if (one.units == nil) == (one.officers == nil) { continue }
      guard crews.count == HourOfWeek.count else {
        unknown.append(one.unitClass)
        continue
      }
      if let officers = one.officers {
        answer.series[position].units = zip(officers, crews).map { $0.scaled(by: 1 / $1) }
        madeUnits.append(one.unitClass)
      } else if let units = one.units {
        answer.series[position].officers = zip(units, crews).map { $0.scaled(by: $1) }
        madeOfficers.append(one.unitClass)
      }
    }
    if !madeUnits.isEmpty {
      answer.notTold.append(
        "Units of the class \(Self.names(madeUnits)) are not recorded: they are officers divided by "
          + "the officers per unit, an assumption.")
    }
    if !madeOfficers.isEmpty {
      answer.notTold.append(
        "Officers of the class \(Self.names(madeOfficers)) are not recorded: they are units times "
          + "the officers per unit, an assumption.")
    }
    if !unknown.isEmpty {
      answer.notTold.append(
        "Units or officers of the class \(Self.names(unknown)) are not recorded, and no crew is "
          + "stated: they stay unknown.")
    }
    return answer
  }

  private static func names(_ classes: [UnitClass]) -> String {
    UnitClass.allCases.filter { classes.contains($0) }.map(\.rawValue).joined(separator: ", ")
  }
}
