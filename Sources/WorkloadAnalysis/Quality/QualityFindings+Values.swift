import PolicingDomain

/// Outcomes, places, units and gaps.
extension QualityFindings {
  mutating func findOutcomes() {
    let outcomes: [(QualityAspect, String)] = [
      (.duplicate, "leave them out of counts; their time stays on the call that they repeat"),
      (.cancelled, "count as unmet demand where no unit went, and apart in the work"),
      (.elsewhere, "count apart: demand that other services took"),
    ]
    for (aspect, remedy) in outcomes {
      guard let cost = quality.cost(aspect.key), cost.calls > 0 else { continue }
      let isDouble = aspect == .duplicate
      found.append(
        Finding(
          key: cost.key,
          severity: isDouble && severity(ofShare: cost.calls, of: quality.calls) != .note
            ? .care : .note, what: cost.what, count: cost.calls, of: quality.calls,
          unitHours: cost.units > 0 ? cost.unitHours : nil,
          fate: isDouble ? .countedTwice : .doubted, remedy: remedy))
    }
  }

  mutating func findPlaces() {
    let export = quality.export
    let columns: [(isTold: Bool, aspect: QualityAspect, remedy: String)] = [
      (export.tellsDistrict, .noDistrict, "geocode the address, or export the district"),
      (export.tellsDistrict, .unknownDistrict, "map these values to districts of the study"),
      (export.tellsBeat, .noBeat, "geocode the address, or export the beat"),
      (export.tellsBeat, .unknownBeat, "map these values to beats of the study"),
      (export.tellsCategory, .noCategory, "export the type; the work goes to `not recorded`"),
      (
        export.tellsPriority, .noPriority,
        "map all priorities; no waiting standard sees these calls"
      ),
    ]
    for (isTold, aspect, remedy) in columns {
      guard isTold, let cost = quality.cost(aspect.key), cost.calls > 0 else { continue }
      found.append(
        Finding(
          key: cost.key, severity: severity(ofShare: cost.calls, of: quality.calls),
          what: cost.what, count: cost.calls, of: quality.calls,
          unitHours: quality.work.timedUnits > 0 ? cost.unitHours : nil, fate: .unplaced,
          remedy: remedy))
    }
    for values in quality.values where values.unmatched == nil && !values.listed.isEmpty {
      let count = values.listed.reduce(0) { $0 + $1.calls }
      found.append(
        Finding(
          key: "\(values.field)-odd", severity: .note,
          what: "\(values.listed.count) values of \(values.field) look odd", count: count,
          of: quality.calls, remedy: "look at the list; a study's geography tells for certain"))
    }
  }

  mutating func findUnits() {
    let work = quality.work
    if isTimed(.dispatched), isTimed(.cleared), work.callsOfUnknownUnits > 0 {
      found.append(
        Finding(
          key: QualityAspect.unknownUnits.key,
          severity: severity(ofShare: work.callsOfUnknownUnits, of: quality.all.sent) == .note
            ? .note : .care, what: QualityAspect.unknownUnits.what,
          count: work.callsOfUnknownUnits, of: quality.all.sent,
          unitHours: quality.cost(QualityAspect.unknownUnits.key)?.unitHours, fate: .doubted,
          remedy: "counted as one unit each, so hours are a lower bound; export a row per unit"))
    }
    guard quality.responses > 0 else { return }
    if let cost = quality.cost(QualityAspect.unclassifiedUnit.key), cost.units > 0 {
      found.append(
        Finding(
          key: cost.key, severity: severity(ofShare: cost.units, of: quality.responses),
          what: cost.what, count: cost.units, of: quality.responses, counted: "units",
          unitHours: cost.unitHours, fate: .unplaced,
          remedy: "add their call signs to `units` of the profile"))
    }
  }

  mutating func findGaps() {
    guard let span = quality.span else { return }
    let callsOfDay = Double(quality.calls) / Double(span.days - span.emptyDays)
    let hoursOfCall =
      quality.work.timedUnits > 0 ? quality.work.unitHours / Double(quality.calls) : nil
    if span.emptyDays > 0, callsOfDay >= standards.callsOfDay {
      found.append(
        Finding(
          key: "days-without-calls", severity: .care,
          what: "days within the span on which no call was received", count: span.emptyDays,
          of: span.days, counted: "days",
          unitHours: hoursOfCall.map { $0 * callsOfDay * Double(span.emptyDays) }, fate: .lost,
          remedy: "ask for these days, or list them under `missing_days` of the study"))
    }
    if !span.thinWeeks.isEmpty, let median = span.medianOfWeek {
      // The hours of days without any call are told above, and not told again here.
      let lost = span.thinWeeks.reduce(0) { sum, week in
        let empty = span.firstEmptyDays.count { day in
          (0..<7).contains(day.dayNumber - week.monday.dayNumber)
        }
        return sum + max(0, median - Double(week.calls) - median / 7 * Double(empty))
      }
      let isTold = span.firstEmptyDays.count == span.emptyDays
      found.append(
        Finding(
          key: "weeks-with-few-calls", severity: .care,
          what: "weeks with far fewer calls than the others", count: span.thinWeeks.count,
          of: span.weeks, counted: "weeks",
          unitHours: isTold ? hoursOfCall.map { $0 * lost } : nil, fate: .lost,
          remedy: "ask whether the export is whole there; a mean over them is too low"))
    }
    if span.weeks < standards.fewestWeeks {
      found.append(
        Finding(
          key: "few-weeks", severity: .care,
          what: "the span holds few full weeks", count: span.weeks, of: standards.fewestWeeks,
          counted: "weeks", remedy: "an hour of the week needs several weeks; export a year"))
    }
  }
}
