internal import PolicingDomain

/// What the parts of all units say of a call.
extension ArraySlice<CallBatch.Response> {
  /// The earliest dispatch, setting out and arrival, and the latest clearance.
  var combined: CallBatch.Response {
    reduce(into: CallBatch.Response()) { all, part in
      all.dispatched = all.dispatched.earlier(part.dispatched)
      all.enroute = all.enroute.earlier(part.enroute)
      all.arrived = all.arrived.earlier(part.arrived)
      all.cleared = all.cleared.later(part.cleared)
    }
  }

  /// How many units there are; each part without a unit is taken as one.
  var distinctUnits: Int {
    let known = filter { $0.unit != 0 }.map(\.unit).sorted()
    var units = count - known.count
    for (place, unit) in known.enumerated() where place == 0 || known[place - 1] != unit {
      units += 1
    }
    return units
  }
}

extension Range<Int> {
  /// Returns the numbers of the range without some of them, which ascend.
  func leaving(_ gone: ArraySlice<Int>) -> [Int] {
    var rest = gone
    return filter { number in
      guard rest.first == number else { return true }
      rest.removeFirst()
      return false
    }
  }
}

extension CallBatch {
  /// Tells the stamps and the number of units of the call at `index` anew, after a part of a unit
  /// was changed or is about to go.
  ///
  /// A stamp that no unit told stays, because it is from a row about the call.
  mutating func summarize(_ index: Int, _ range: Range<Int>, except gone: ArraySlice<Int>) {
    let told = responses[range].combined
    let left = range.leaving(gone).map { responses[$0] }[...]
    let all = left.combined
    if told.dispatched.isKnown { rows[index].dispatched = all.dispatched }
    if told.enroute.isKnown { rows[index].enroute = all.enroute }
    if told.arrived.isKnown { rows[index].arrived = all.arrived }
    rows[index].cleared = all.cleared
    if !gone.isEmpty {
      rows[index].unitCount = min(rows[index].unitCount, Int16(clamping: left.distinctUnits))
    }
  }

  /// Returns the batch without some calls, and without some parts of units in other calls; both
  /// lists ascend.
  func without(_ removed: [Int], _ removedResponses: [Int]) -> CallBatch {
    var kept = CallBatch(names: names)
    kept.rows.reserveCapacity(rows.count - removed.count)
    var calls = removed[...]
    var parts = removedResponses[...]
    for index in rows.indices {
      if calls.first == index {
        calls.removeFirst()
        continue
      }
      let start = index == 0 ? 0 : Int(rows[index - 1].numberEnd)
      kept.letters.append(contentsOf: letters[start..<Int(rows[index].numberEnd)])
      for place in responseRange(at: index) {
        if parts.first == place {
          parts.removeFirst()
        } else {
          kept.responses.append(responses[place])
        }
      }
      var row = rows[index]
      row.numberEnd = Int32(kept.letters.count)
      row.responsesEnd = Int32(kept.responses.count)
      kept.rows.append(row)
    }
    return kept
  }
}
