extension CallTally {
  /// Adds what was counted in a later part of the files.
  ///
  /// - Parameters:
  ///   - part: What was counted, with lines from 0 on.
  ///   - line: The line of the file at which the part begins.
  ///   - file: The file, in which all of it lies.
  mutating func append(_ part: CallTally, line: Int, file: Int) {
    rowsRead += part.rowsRead
    rowsUsed += part.rowsUsed
    Self.append(part.setAside, to: &setAside, line, file)
    Self.append(part.missing, to: &missing, line, file)
    Self.append(part.sentinels, to: &sentinels, line, file)
    Self.append(part.unreadable, to: &unreadable, line, file)
    Self.append(part.disorder, to: &disorder, line, file)
    repeatedNumbers.append(part.repeatedNumbers, line: line, file: file)
    noUnits.append(part.noUnits, line: line, file: file)
    noUnitsThoughDispatched.append(part.noUnitsThoughDispatched, line: line, file: file)
    secondTimeRound.append(part.secondTimeRound, line: line, file: file)
    skippedHour.append(part.skippedHour, line: line, file: file)
    tooFewFields.append(part.tooFewFields, line: line, file: file)
    tooManyFields.append(part.tooManyFields, line: line, file: file)
    blankLines.append(part.blankLines, line: line, file: file)
    strayText.append(part.strayText, line: line, file: file)
    rowsOfManyLines.append(part.rowsOfManyLines, line: line, file: file)
    latin1Fields.append(part.latin1Fields, line: line, file: file)
    unmappedPriorities.append(part.unmappedPriorities, line: line, file: file)
    unknownOrigins.append(part.unknownOrigins, line: line, file: file)
    unknownStatuses.append(part.unknownStatuses, line: line, file: file)
    unknownDispositions.append(part.unknownDispositions, line: line, file: file)
    unmappedCategories.append(part.unmappedCategories, line: line, file: file)
  }

  private static func append(
    _ part: [PlacedTally], to whole: inout [PlacedTally], _ line: Int, _ file: Int
  ) {
    for index in whole.indices where part[index].rows > 0 {
      whole[index].append(part[index], line: line, file: file)
    }
  }
}
