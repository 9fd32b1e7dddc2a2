public import PolicingDomain

extension CommunityWork {
  /// Works out staffed hours and positions of scheduled work, and what events take from presence.
  ///
  /// Hours of the period become a year's by its number of days; positions are hours ÷ net hours of the
  /// rank on the street (FORMULATION 5.4), for officers on duty, district details and citywide teams.
  /// Overtime and cancelled days off come on top of positions and give none.
  ///
  /// - Parameters:
  ///   - work: The scheduled work.
  ///   - units: The units on the street, against which events are held; empty leaves that out.
  ///   - watches: The watches of `units`.
  ///   - availabilities: The net hours of `officer`.
  ///   - officer: The rank that does the work.
  /// - Throws: ``RequirementsError/missingAvailability(rank:working:)`` or
  ///   ``RequirementsError/noNetHours(rank:working:hours:)``.
  /// - Complexity: O(streams × districts × 168).
  public init(
    of work: ScheduledWork, units: [UnitsOnStreet], watches: [Watch],
    availabilities: AvailabilityTable, officer: Rank.ID
  ) throws(RequirementsError) {
    let net = try availabilities.netHours(of: officer, .street).value
    let years = Double(work.period.dayCount) / Year.days
    var lines: [Line] = []
    for (key, streams) in Self.grouped(work.streams) {
      for district in streams.first?.unitHours.districts ?? [] {
        let unitHours = streams.reduce(0) { $0 + $1.unitHours.total(of: district) } / years
        let hours = streams.reduce(0) { $0 + $1.officerHours.total(of: district) } / years
        guard unitHours > 0 || hours > 0 else { continue }
        lines.append(
          Line(
            kind: key.kind, district: district, supply: key.supply,
            unitHours: UnitHours(unitHours), officerHours: OfficerHours(hours),
            positions: key.supply.isWithinPositions ? FullTimeEquivalents(hours / net) : nil))
      }
    }
    let presence = DayPresence(units, watches)
    self.init(
      lines: lines,
      events: work.lines.filter { [.specialEvent, .directedMission].contains($0.commitment.kind) }
        .flatMap { presence.events($0.commitment, in: work) })
  }

  private struct Key: Hashable {
    let kind: Commitment.Kind
    let supply: Commitment.Supply
  }

  /// Streams of one kind and source of staff, whatever interrupts them.
  private static func grouped(
    _ streams: [ScheduledWork.Stream]
  ) -> [(key: Key, streams: [ScheduledWork.Stream])] {
    var groups: [(key: Key, streams: [ScheduledWork.Stream])] = []
    for stream in streams {
      let key = Key(kind: stream.kind, supply: stream.supply)
      if let place = groups.firstIndex(where: { $0.key == key }) {
        groups[place].streams.append(stream)
      } else {
        groups.append((key, [stream]))
      }
    }
    return groups
  }
}

/// Officer-hours on the street of each district on each weekday.
private struct DayPresence {
  private var hours: [District.ID: [Double]] = [:]

  init(_ units: [UnitsOnStreet], _ watches: [Watch]) {
    for entry in units {
      guard let watch = watches.first(where: { $0.id == entry.watch }) else { continue }
      var days = hours[entry.district] ?? [Double](repeating: 0, count: 7)
      days[entry.weekday.rawValue] += entry.units * watch.crew * Double(watch.length)
      hours[entry.district] = days
    }
  }

  /// Returns one event for each of its districts.
  func events(_ item: Commitment, in work: ScheduledWork) -> [CommunityWork.Event] {
    let districts = (work.streams.first?.unitHours.districts ?? []).filter {
      $0 != ScheduledWork.cityRow
    }
    let places: [District.ID] =
      switch item.place {
      case .eachDistrict: districts
      case .district(let id): [id]
      case .city: [ScheduledWork.cityRow]
      }
    let starts = item.window.starts(during: work.period)
    let each = Double(item.window.minutes) / 60 * item.posts * item.officersPerPost
    return places.map { place in
      CommunityWork.Event(
        name: item.name, kind: item.kind, district: place, supply: item.supply,
        occurrences: starts.reduce(0, +), officerHours: OfficerHours(each),
        presenceTaken: item.supply.lowersPresence
          ? taken(each, from: place == ScheduledWork.cityRow ? districts : [place], starts) : 0)
    }
  }

  /// The part of a day's officer-hours, over the days on which an event starts.
  private func taken(
    _ each: Double, from districts: [District.ID], _ starts: [Int]
  ) -> Double? {
    var occurrences = 0.0
    var sum = 0.0
    for (weekday, count) in starts.enumerated() where count > 0 {
      let present = districts.reduce(0) { $0 + (hours[$1]?[weekday] ?? 0) }
      guard present > 0 else { return nil }
      occurrences += Double(count)
      sum += Double(count) * each / present
    }
    return occurrences > 0 ? sum / occurrences : nil
  }
}
