import PolicingDomain
import StaffingRequirements
import Testing

/// Values that the tests share.
enum Fixture {
  static let source = Provenance(source: "test", date: "2026-01-01", authority: "the test")
  static let officer = rank("police_officer", "Police officer", .sworn, order: 3)
  static let sergeant = rank("sergeant", "Sergeant", .sworn, order: 2)
  static let lieutenant = rank("lieutenant", "Lieutenant", .sworn, order: 1)
  static let clerk = rank("clerk", "Clerk", .civilian, order: 4)

  /// Nine hours, 8.5 paid, 7.25 on the street.
  static let patrolTour = Tour(
    id: .init("patrol"), watch: .init("second"), start: Hours(7), length: Hours(9),
    paid: Hours(8.5), meal: Hours(0.5), rollCall: Hours(0.75), relief: Hours(0.25),
    checkOff: Hours(0.25))
  static let officeTour = Tour(
    id: .init("office"), watch: nil, start: Hours(8), length: Hours(8.5), paid: Hours(8),
    meal: Hours(0.5), rollCall: .zero, relief: .zero, checkOff: .zero)

  static func rank(_ id: String, _ title: String, _ employment: Employment, order: Int) -> Rank {
    Rank(
      id: .init(id), title: title, employment: employment, order: order,
      annualCost: DollarsPerYear(100_000), provenance: source)
  }

  static func absence(
    _ name: String, _ amount: Double, _ measure: AbsenceItem.Measure, band: String? = nil,
    ranks: [Rank.ID] = []
  ) -> AbsenceItem {
    AbsenceItem(
      name: name, ledger: measure == .shareOfStrength ? .wholePerson : .recurring, ranks: ranks,
      band: band, amount: amount, measure: measure, provenance: source)
  }

  /// The published time off of a field officer of 4 to 8 years.
  static let fieldOfficerAbsences = [
    absence("furlough", 24, .calendarDays, band: "4-8"),
    absence("personal days", 4, .tours),
    absence("baby furlough days", 32, .hoursOfTours, band: "4-8"),
    absence("training", 40, .hoursOfTours),
  ]
  static let fieldOfficerBands = [SeniorityBand(rank: officer.id, band: "4-8", members: 1)]

  static func availability(
    _ absences: [AbsenceItem] = fieldOfficerAbsences, of rank: Rank = officer,
    seniority: [SeniorityBand] = fieldOfficerBands, missingBands: MissingBands = .refuse
  ) throws(RequirementsError) -> Availability {
    try Availability(
      of: rank, on: patrolTour, scheduledTours: 365 * 4 / 6, shareOfDaysOn: 4.0 / 6,
      absences: absences, seniority: seniority, missingBands: missingBands)
  }

  /// One entry for each rank and kind; every rank works `tours` office tours of 8 paid hours a
  /// year.
  static func table(tours: Double = 200, absentShare: Double = 0) throws -> AvailabilityTable {
    var entries: [AvailabilityTable.Entry] = []
    for rank in [officer, sergeant, lieutenant, clerk] {
      let availability = try Availability(
        of: rank, on: officeTour, scheduledTours: tours, shareOfDaysOn: 5.0 / 7,
        absences: [absence("medical", absentShare, .shareOfStrength)], seniority: [])
      entries.append(.init(working: .street, availability: availability))
      entries.append(.init(working: .desk, availability: availability))
    }
    return AvailabilityTable(entries)
  }

  // MARK: Demand

  static func districts(_ count: Int) -> [District.ID] {
    (1...count).map { District.ID("00\($0)") }
  }

  /// Districts with two sectors of two beats each.
  static func geography(_ districts: [District.ID]) -> Geography {
    let area = Area.ID("Central")
    let sectors = districts.flatMap { district in
      (1...2).map { Sector(id: .init("\(district)-\($0)"), district: district) }
    }
    return Geography(
      areas: [Area(id: area)],
      districts: districts.map { District(id: $0, name: "\($0)", area: area, population: 1000) },
      sectors: sectors,
      beats: sectors.flatMap { sector in
        (1...2).map { number in
          Beat(id: .init("\(sector.id)\(number)"), sector: sector.id, district: sector.district)
        }
      })
  }

  static func table(
    _ districts: [District.ID], _ value: (Int, HourOfWeek) -> Double
  ) -> HourlyTable {
    HourlyTable(
      districts: districts,
      values: districts.indices.flatMap { row in HourOfWeek.all.map { value(row, $0) } })
  }

  /// Calls of one priority, the same in every hour.
  static func stream(
    _ priority: Int?, callsPerHour: Double, hours: Double, _ districts: [District.ID]
  ) -> Demand.Stream {
    .init(
      priority: priority.flatMap { CallPriority($0) },
      arrivals: table(districts) { _, _ in callsPerHour },
      unitTimePerCall: districts.map { _ in Hours(hours) })
  }

  /// A demand whose busy units are the work of its streams.
  static func demand(_ streams: [Demand.Stream], _ districts: [District.ID]) -> Demand {
    let busy = table(districts) { row, hour in
      streams.reduce(0) { sum, stream in
        sum + stream.arrivals[districts[row], hour] * stream.unitTimePerCall[row].value
      }
    }
    return Demand(
      districts: districts, streams: streams, busyUnits: busy,
      callsObserved: districts.map { _ in 0 }, imputed: .none)
  }

  static func standards(
    proactive: Double? = nil, _ waiting: [ServiceStandards.Waiting] = [],
    complement: ServiceStandards.Complement? = nil
  ) -> ServiceStandards {
    ServiceStandards(
      proactiveTime: proactive.flatMap { Share($0) }, proactiveTimeProvenance: source,
      waiting: waiting, complement: complement)
  }

  static func mean(_ priority: Int, minutes: Double) throws -> ServiceStandards.Waiting {
    .init(
      priority: try #require(CallPriority(priority)), limit: .mean(Hours(minutes: minutes)),
      provenance: source)
  }

  static func share(
    _ share: Double, of priority: Int, minutes: Double
  ) throws -> ServiceStandards.Waiting {
    .init(
      priority: try #require(CallPriority(priority)),
      limit: .share(try #require(Share(share)), within: Hours(minutes: minutes)),
      provenance: source)
  }

  static func watch(
    _ id: String = "second", start: Int = 7, length: Int = 8, oneOfficerShare: Share = .none
  ) -> Watch {
    Watch(id: .init(id), startHour: start, length: length, oneOfficerShare: oneOfficerShare)
  }
}

/// Whether two numbers agree to an absolute difference.
func near(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
  value.map { abs($0 - expected) <= tolerance } ?? false
}
