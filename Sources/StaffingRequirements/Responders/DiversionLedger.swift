import PolicingDomain

/// What responders take of a demand, added up by line, by hour, and by what police are spared.
struct DiversionLedger {
  /// Calls that police are spared, by stream of the demand: district × hour.
  private(set) var callsSpared: [[Double]]
  /// Unit-hours that police are spared, by stream, booked on the hour of arrival.
  private(set) var workSpared: [[Double]]
  /// Unit-hours that police are spared, in the hours that they would have covered.
  private(set) var busySpared: [Double]
  private(set) var lines: [ResponderMix.Line] = []
  /// Calls taken in each hour of the week, by responder, and their hours of service.
  private(set) var taken: [[Double]]
  private(set) var service: [[Double]]
  /// Calls returned by responder, and the hours that they lost.
  private(set) var returned: [Double]
  private(set) var returnHours: [Double]
  private let demand: Demand
  private let shares: ResponderShares
  private let mix: CategoryMix
  private let crews: [Double]

  init(_ demand: Demand, _ shares: ResponderShares, _ mix: CategoryMix, crews: [Double]) {
    self.demand = demand
    self.shares = shares
    self.mix = mix
    self.crews = crews
    let cells = [Double](repeating: 0, count: demand.districts.count * HourOfWeek.count)
    callsSpared = demand.streams.map { _ in cells }
    workSpared = callsSpared
    busySpared = cells
    taken = shares.responders.map { _ in [Double](repeating: 0, count: HourOfWeek.count) }
    service = taken
    returned = shares.responders.map { _ in 0 }
    returnHours = returned
    for (place, responder) in shares.responders.enumerated() {
      for category in Self.categories(of: responder) { add(category, of: place) }
    }
    for row in mix.rows.indices { spare(row) }
  }

  /// The categories of a responder in its order, each once.
  private static func categories(of responder: Responder) -> [CallCategory] {
    var seen: Set<CallCategory> = []
    return responder.shares.map(\.category).filter { seen.insert($0).inserted }
  }

  /// Adds the lines of one responder and category.
  private mutating func add(_ category: CallCategory, of responder: Int) {
    let one = shares.responders[responder]
    for (row, district) in demand.districts.enumerated() where shares.serves(responder, district) {
      var line = ResponderMix.Line(
        responder: one.id, kind: one.kind, category: category, district: district)
      for place in mix.rows.indices where mix.rows[place].category == category {
        add(place, row, to: &line, of: responder)
      }
      lines.append(line)
    }
  }

  private mutating func add(
    _ place: Int, _ row: Int, to line: inout ResponderMix.Line, of responder: Int
  ) {
    let unitTime = mix.unitTime(row: place, district: row)
    for hour in 0..<HourOfWeek.count {
      let calls = calls(place, row, hour)
      guard calls > 0 else { continue }
      line.calls += calls * Year.weeks
      for taking in shares.takings(of: line.category, in: line.district, hour: hour) {
        guard let part = shares.parts[line.category]?[taking.part], part.responder == responder
        else { continue }
        let kept = Self.kept(part.share, line.kind)
        let count = calls * taking.taken
        let back = line.kind == .coResponse ? 0 : count * part.share.returned.value
        line.eligible += calls * taking.eligible * Year.weeks
        line.inService += calls * taking.inService * Year.weeks
        line.taken += count * Year.weeks
        line.returned += back * Year.weeks
        let work = UnitHours(count * unitTime * Year.weeks)
        line.policeUnitHours += work
        line.policeUnitHoursKept += work * kept
        line.policeOfficerHours += work.officerHours(crew: crews[hour])
        line.policeOfficerHoursKept += (work * kept).officerHours(crew: crews[hour])
        taken[responder][hour] += count
        service[responder][hour] += count * part.share.service.value
        returned[responder] += back
        returnHours[responder] += back * part.share.returnDelay.value
      }
    }
  }

  /// The part of the police time of a call taken that police still spend.
  private static func kept(_ share: Responder.Share, _ kind: Responder.Kind) -> Double {
    kind == .coResponse ? share.policeTimeKept.value : share.returned.value
  }

  /// Calls an hour of one category and priority.
  private func calls(_ place: Int, _ row: Int, _ hour: Int) -> Double {
    let share = mix.share(row: place, district: row, hour: hour)
    guard share > 0 else { return 0 }
    let at = row * HourOfWeek.count + hour
    return demand.streams.reduce(0) { sum, stream in
      stream.priority == mix.rows[place].priority ? sum + share * stream.arrivals.values[at] : sum
    }
  }

  /// Books what police are spared of one category and priority.
  private mutating func spare(_ place: Int) {
    let row = mix.rows[place]
    guard let parts = shares.parts[row.category] else { return }
    for (district, id) in demand.districts.enumerated() {
      let unitTime = mix.unitTime(row: place, district: district)
      for hour in 0..<HourOfWeek.count {
        let share = mix.share(row: place, district: district, hour: hour)
        guard share > 0 else { continue }
        var gone = 0.0
        var worked = 0.0
        for taking in shares.takings(of: row.category, in: id, hour: hour) {
          let part = parts[taking.part]
          let kind = shares.responders[part.responder].kind
          let spared = taking.taken * (1 - Self.kept(part.share, kind))
          worked += spared
          if kind != .coResponse { gone += spared }
        }
        let at = district * HourOfWeek.count + hour
        for (stream, calls) in demand.streams.enumerated() where calls.priority == row.priority {
          let arrivals = share * calls.arrivals.values[at]
          callsSpared[stream][at] += arrivals * gone
          workSpared[stream][at] += arrivals * worked * unitTime
          spread(
            arrivals * worked * unitTime, over: unitTime / calls.unitsPerCall[district].mean,
            from: hour, district)
        }
      }
    }
  }

  /// Spreads work that begins at any time of an hour, evenly, over the hours that it covers.
  private mutating func spread(_ work: Double, over length: Double, from hour: Int, _ row: Int) {
    guard work > 0, length > 0 else { return }
    var done = 0.0
    var step = 0
    while done < 1 - 1e-12 {
      // The work done before the end of the hour, of a call that begins u after the hour, is
      // min(length, end − u); its mean over u is taken apart where the two cross.
      let end = Double(step + 1)
      let turn = min(1, max(0, end - length))
      let covered = (length * turn + end * (1 - turn) - (1 - turn * turn) / 2) / length
      let place = HourOfWeek(wrapping: hour + step).index
      busySpared[row * HourOfWeek.count + place] += work * (covered - done)
      done = covered
      step += 1
    }
  }

  /// The demand that police have left.
  var left: Demand {
    var answer = Demand(
      districts: demand.districts,
      streams: demand.streams.enumerated().map { place, stream in left(place, stream) },
      busyUnits: HourlyTable(
        districts: demand.districts,
        values: zip(demand.busyUnits.values, busySpared).map { max(0, $0 - $1) }),
      callsObserved: demand.callsObserved, imputed: demand.imputed)
    answer.removedUnits = demand.removedUnits
    return answer
  }

  private func left(_ place: Int, _ stream: Demand.Stream) -> Demand.Stream {
    let values = zip(stream.arrivals.values, callsSpared[place]).map { max(0, $0 - $1) }
    let arrivals = HourlyTable(districts: demand.districts, values: values)
    let times = demand.districts.enumerated().map { row, district -> Hours in
      let calls = arrivals.total(of: district)
      let hours = row * HourOfWeek.count..<(row + 1) * HourOfWeek.count
      let spared = workSpared[place][hours].reduce(0, +)
      guard calls > 0, spared > 0 else { return stream.unitTimePerCall[row] }
      let work = stream.arrivals.total(of: district) * stream.unitTimePerCall[row].value
      return Hours(max(0, work - spared) / calls)
    }
    return Demand.Stream(
      priority: stream.priority, arrivals: arrivals, unitTimePerCall: times,
      unitsPerCall: stream.unitsPerCall)
  }
}
