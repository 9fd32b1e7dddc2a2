/// Calls in, calls out.
extension CallBatch {
  /// Where the responses of the call at `index` lie in ``responses``.
  @inlinable
  public func responseRange(at index: Int) -> Range<Int> {
    let start = index == 0 ? 0 : Int(rows[index - 1].responsesEnd)
    return start..<Int(rows[index].responsesEnd)
  }

  /// The number of the call at `index`.
  public func number(at index: Int) -> String {
    let start = index == 0 ? 0 : Int(rows[index - 1].numberEnd)
    return String(decoding: letters[start..<Int(rows[index].numberEnd)], as: UTF8.self)
  }

  /// Adds a call at the end.
  public mutating func append(_ call: CallForService) {
    var row = Row(
      received: call.received, category: names.position(of: call.category.description))
    row.dispatched = Stamp(call.dispatched)
    row.enroute = Stamp(call.enroute)
    row.arrived = Stamp(call.arrived)
    row.cleared = Stamp(call.cleared)
    row.closed = Stamp(call.closed)
    row.district = call.district.map { names.position(of: $0.description) } ?? -1
    row.beat = call.beat.map { names.position(of: $0.description) } ?? -1
    row.unitCount = call.unitCount.map { Int16(clamping: $0) } ?? -1
    row.priority = call.priority.map { Int8(clamping: $0.level) } ?? -1
    row.origin = call.origin
    row.outcome = call.outcome
    letters.append(contentsOf: call.id.utf8)
    row.numberEnd = Int32(letters.count)
    for response in call.responses {
      var packed = Response()
      packed.dispatched = Stamp(response.dispatched)
      packed.enroute = Stamp(response.enroute)
      packed.arrived = Stamp(response.arrived)
      packed.cleared = Stamp(response.cleared)
      packed.home = response.home.map { names.position(of: $0.description) } ?? -1
      packed.officers = response.officers.map { Int16(clamping: $0) } ?? -1
      packed.unitClass = response.unitClass
      responses.append(packed)
    }
    row.responsesEnd = Int32(responses.count)
    rows.append(row)
  }

  /// Returns the call at `index`.
  public func call(at index: Int) -> CallForService {
    let row = rows[index]
    return CallForService(
      id: number(at: index), received: row.received, dispatched: row.dispatched.time,
      enroute: row.enroute.time, arrived: row.arrived.time, cleared: row.cleared.time,
      priority: CallPriority(Int(row.priority)), category: CallCategory(names[row.category]),
      origin: row.origin, district: row.district < 0 ? nil : District.ID(names[row.district]),
      beat: row.beat < 0 ? nil : Beat.ID(names[row.beat]),
      unitCount: row.unitCount < 0 ? nil : Int(row.unitCount), closed: row.closed.time,
      outcome: row.outcome,
      responses: responses[responseRange(at: index)].map { part in
        UnitResponse(
          unitClass: part.unitClass, home: part.home < 0 ? nil : District.ID(names[part.home]),
          officers: part.officers < 0 ? nil : Int(part.officers),
          dispatched: part.dispatched.time, enroute: part.enroute.time,
          arrived: part.arrived.time, cleared: part.cleared.time)
      })
  }
}
