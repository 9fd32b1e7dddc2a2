internal import PolicingDomain

extension CallTally {
  /// Returns the ledger of what was counted.
  func ledger(files: [String], profile: ColumnProfile) -> CallLedger {
    CallLedger(
      source: files.joined(separator: ", "), profile: profile.name, grain: profile.grain.rawValue,
      rowsRead: rowsRead, rowsUsed: rowsUsed, setAside: setAsideEntries(files),
      missing: missingEntries(files), orderViolations: disorderEntries(files),
      remarks: stampRemarks(files) + valueRemarks(files) + textRemarks(files),
      refusals: profile.refusals)
  }

  private func entry(
    _ what: String, _ tally: PlacedTally, _ files: [String], remedy: String = ""
  ) -> CallLedger.Entry? {
    guard tally.rows > 0 else { return nil }
    let place = files.count > 1 ? " (lines of \(files[tally.file]))" : ""
    return CallLedger.Entry(
      what: what + place, rows: tally.rows, lines: tally.lines, remedy: remedy)
  }

  private func setAsideEntries(_ files: [String]) -> [CallLedger.Entry] {
    Reason.allCases.compactMap { reason in
      let tally = setAside[reason.rawValue]
      switch reason {
      case .noIdentifier:
        return entry(
          "no number of the call", tally, files,
          remedy: "if the export has none at all, write `id: row number` in the profile")
      case .noReceived:
        return entry("no time of receipt", tally, files, remedy: "export it, if it was recorded")
      case .sentinelReceived:
        return entry(
          "the time of receipt is of a year that stands for none", tally, files,
          remedy: "export the true time, if it was recorded")
      case .unreadableReceived:
        return entry(
          "the time of receipt cannot be read", tally, files,
          remedy: "add the way in which it is written to `times.formats` of the profile")
      }
    }
  }

  private func missingEntries(_ files: [String]) -> [CallLedger.Entry] {
    CallField.allCases.compactMap { entry($0.name, missing[$0.rawValue], files) }
  }

  private func disorderEntries(_ files: [String]) -> [CallLedger.Entry] {
    let stamps = [.received] + CallField.laterStamps
    return stamps.flatMap { later in
      stamps.compactMap { earlier in
        entry(
          "\(later.name) before \(earlier.name)",
          disorder[Self.disorderIndex(later, before: earlier)], files,
          remedy: "the stamps are kept as they are; such a call has no time on the call where "
            + "it would be negative")
      }
    }
  }

  private func stampRemarks(_ files: [String]) -> [CallLedger.Entry] {
    let sentinelEntries = CallField.allCases.compactMap { field in
      entry(
        "sentinel in \(field.name)", sentinels[field.rawValue], files,
        remedy: "counted as missing: the year stands for a time that was not recorded")
    }
    let unreadableEntries = CallField.allCases.compactMap { field in
      let remedy =
        field == .unitCount
        ? "write whole numbers from 0 to 999"
        : "add the way in which it is written to `times.formats`, or the text to `missing`"
      return entry(
        "\(field.name) cannot be read", unreadable[field.rawValue], files,
        remedy: "counted as missing; " + remedy)
    }
    return sentinelEntries + unreadableEntries
  }

  private func valueRemarks(_ files: [String]) -> [CallLedger.Entry] {
    let priorities = entries(
      of: unmappedPriorities, named: "unmapped priority", files,
      remedy: "counted as missing; add the value under `priorities` of the profile")
    let origins = entries(
      of: unknownOrigins, named: "unmapped origin", files,
      remedy: "taken as community; add the value under `origins` of the profile")
    let statuses = entries(
      of: unknownStatuses, named: "unmapped status", files,
      remedy: "not read as a time of a unit; add the value under `statuses` of the profile")
    let categories = entries(
      of: unmappedCategories, named: "unmapped category", files,
      remedy: "taken as the category of all others; add the value under `categories` of the profile"
    )
    let dispositions = entries(
      of: unknownDispositions, named: "unlisted disposition", files,
      remedy: "taken as served; list the value under `outcomes` of the profile")
    let rest = [
      entry(
        "second time round the hour that comes twice in autumn", secondTimeRound, files,
        remedy: "the stamps read out of order and are taken as in order"),
      entry(
        "time that the clock skips in spring", skippedHour, files,
        remedy: "kept as it is; it counts as the end of that hour"),
      entry(
        "repeated id", repeatedNumbers, files,
        remedy:
          "every row is used, and equal rows count twice; if a row is one unit on a call, write "
          + "`grain: unit`"),
      entry("unit_count is 0", noUnits, files),
      entry(
        "unit_count is 0 though a unit was dispatched", noUnitsThoughDispatched, files,
        remedy: "take the number of units of these calls as unknown"),
    ]
    return priorities + categories + origins + statuses + dispositions + rest.compactMap { $0 }
  }

  private func entries(
    of values: ValueTally, named name: String, _ files: [String], remedy: String
  ) -> [CallLedger.Entry] {
    let named = values.entries.compactMap { value, tally in
      entry("\(name) `\(value)`", tally, files, remedy: remedy)
    }
    let others = entry("\(name), other values", values.others, files, remedy: remedy)
    return others.map { named + [$0] } ?? named
  }

  private func textRemarks(_ files: [String]) -> [CallLedger.Entry] {
    [
      entry(
        "fewer fields than the header", tooFewFields, files,
        remedy: "the fields at the end are taken as missing"),
      entry(
        "more fields than the header", tooManyFields, files,
        remedy: "what stands behind the stray delimiter is in the wrong columns, so that priority, "
          + "category and place of these calls may be wrong; quote such fields in the export"),
      entry("blank line, which is no row", blankLines, files),
      entry(
        "letters behind a closing quote", strayText, files,
        remedy: "a quote inside a quoted field is written twice"),
      entry(
        "row of several lines", rowsOfManyLines, files,
        remedy: "right where a column holds free text; otherwise look for a quote too many"),
      entry(
        "field that is not UTF-8, read as Latin-1", latin1Fields, files,
        remedy: "export as UTF-8 if letters look wrong"),
    ].compactMap { $0 }
  }
}
