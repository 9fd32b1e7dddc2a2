internal import PolicingDomain

/// What the columns of texts tell of a call and of a unit.
extension CallRowParser {
  /// Returns what the text of a column stands for, or −1, and counts the row when it is missing.
  @inline(__always)
  private mutating func code(_ column: CallField, _ cutter: inout RowCutter) -> Int32 {
    if places[column.rawValue] == -1 { return TextCode.unmapped }
    let field = field(column, &cutter)
    let meaning = texts.read(field, column, &batch.names)
    if meaning.isLatin1 { tally.latin1Fields.add(line: line) }
    if meaning.value >= 0 { return meaning.value }
    return countUnknown(meaning.value, column, field)
  }

  @inline(never)
  private mutating func countUnknown(
    _ code: Int32, _ column: CallField, _ field: RawField
  ) -> Int32 {
    if code == TextCode.notUnderstood {
      switch column {
      case .priority: tally.unmappedPriorities.add(trimmed(field.text.text), line: line)
      case .origin: tally.unknownOrigins.add(trimmed(field.text.text), line: line)
      case .status:
        tally.unknownStatuses.add(trimmed(field.text.text), line: line)
        return -1
      case .disposition:
        tally.unknownDispositions.add(trimmed(field.text.text), line: line)
        return -1
      case .category:
        tally.unmappedCategories.add(trimmed(field.text.text), line: line)
        return plan.profile.otherCategories.map {
          batch.names.position(of: $0.description)
        } ?? -1
      default: tally.unreadable[column.rawValue].add(line: line)
      }
    }
    tally.missing[column.rawValue].add(line: line)
    return -1
  }

  /// Reads what the texts of a row tell of the call.
  @inline(__always)
  mutating func readTexts(
    _ row: inout CallBatch.Row, _ cutter: inout RowCutter, isDispatched: Bool
  ) {
    _ = code(.firstUnit, &cutter)
    _ = code(.primeUnit, &cutter)
    row.priority = Int8(truncatingIfNeeded: code(.priority, &cutter))
    row.category = code(.category, &cutter)
    if row.category < 0 { row.category = unrecordedCategory() }
    let origin = code(.origin, &cutter)
    row.origin =
      origin < 0 ? otherOrigin : origin == 0 ? .community : .officer
    row.district = code(.district, &cutter)
    row.beat = code(.beat, &cutter)
    row.unitCount = Int16(truncatingIfNeeded: code(.unitCount, &cutter))
    if row.unitCount == 0 {
      tally.noUnits.add(line: line)
      if isDispatched { tally.noUnitsThoughDispatched.add(line: line) }
    }
    let outcome = code(.disposition, &cutter)
    if outcome > 0 { row.outcome = CallOutcome.allCases[Int(outcome)] }
    if !hasResponses { _ = code(.unit, &cutter) }
  }

  private mutating func unrecordedCategory() -> Int32 {
    if unrecorded < 0 { unrecorded = batch.names.position(of: CallPlan.unrecorded) }
    return unrecorded
  }

  /// Adds what the row tells of a unit: nothing where its call sign is missing.
  mutating func readResponse(_ row: inout CallBatch.Row, _ cutter: inout RowCutter) {
    var response = CallBatch.Response()
    let sign = code(.unit, &cutter)
    if sign >= 0 {
      let known = texts.signs[Int(sign)]
      response.unit = known.unit
      response.unitClass = known.unitClass
      response.home = known.home
    }
    response.officers = Int16(truncatingIfNeeded: code(.officers, &cutter))
    let home = code(.homeDistrict, &cutter)
    if home >= 0 { response.home = home }
    let unitClass = code(.unitClass, &cutter)
    if unitClass >= 0 { response.unitClass = UnitClass.allCases[Int(unitClass)] }
    if plan.profile.grain == .status {
      readStatus(&response, &cutter)
    } else {
      response.dispatched = row.dispatched
      response.enroute = row.enroute
      response.arrived = row.arrived
      response.cleared = row.cleared
    }
    if sign < 0, places[CallField.unit.rawValue] != -1 {
      if plan.profile.grain == .status {
        // A change of status without a unit is one of the call.
        row.dispatched = response.dispatched
        row.enroute = response.enroute
        row.arrived = response.arrived
        row.cleared = response.cleared
      }
      return
    }
    batch.responses.append(response)
  }

  private mutating func readStatus(
    _ response: inout CallBatch.Response, _ cutter: inout RowCutter
  ) {
    let status = code(.status, &cutter)
    let time = CallBatch.Stamp(raw: stamp(.statusTime, &cutter))
    guard status >= 0, tellsTime else { return }
    switch ColumnProfile.Status.allCases[Int(status)] {
    case .dispatched: response.dispatched = time
    case .enroute: response.enroute = time
    case .arrived: response.arrived = time
    case .cleared: response.cleared = time
    case .other: break
    }
  }
}
