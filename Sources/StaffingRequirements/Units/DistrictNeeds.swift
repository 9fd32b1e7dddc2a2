import PolicingDomain

/// One district with what it needs whoever helps it: its complement, its work and its streets.
struct DistrictNeeds {
  let id: District.ID
  let calls: PoolCalls
  let complement: Complement?
  private let standards: ServiceStandards
  let streetKilometres: Double?

  init(
    _ id: District.ID, _ calls: QueuedCalls, complement: Complement? = nil,
    streetKilometres: Double? = nil
  ) {
    self.id = id
    self.calls = calls.calls(of: [id])
    standards = calls.standards
    self.complement = complement
    self.streetKilometres = streetKilometres
  }

  /// Returns the needs over `hours`; those for waits and responses are the pool's.
  func own(during hours: [HourOfWeek]) -> UnitNeeds {
    let busy = calls.busyUnits(during: hours)
    return UnitNeeds(
      complement: complement?.units,
      work: standards.proactiveTime.map { busy / $0.complement.value },
      patrolInterval: patrolled(
        every: standards.patrolInterval?.interval, busy: busy + calls.removedUnits(during: hours)))
  }

  /// The units that pass every street once in `interval` while `busy` others are at work.
  private func patrolled(every interval: Hours?, busy: Double) -> Double? {
    guard let interval, let length = streetKilometres, let speed = standards.travel?.patrolSpeed
    else { return nil }
    return busy + length / (speed * interval.value)
  }

  /// Returns the units that queued calls, and work that no call interrupts, keep busy over `hours`.
  func load(during hours: [HourOfWeek]) -> Double {
    calls.queue(during: hours).hours.reduce(0) { $0 + $1.load + $1.removedUnits }
  }
}

/// The cars that one district fields whatever the calls (FORMULATION 4.5).
struct Complement {
  let units: Double
  let rapidUnits: Double

  init?(_ standard: ServiceStandards.Complement?, of district: District.ID, in places: Geography) {
    guard let standard else { return nil }
    rapidUnits = Double(places.sectorCount(in: district)) * standard.rapidUnitsPerSector
    units = Double(places.beatCount(in: district)) * standard.unitsPerBeat + rapidUnits
  }
}
