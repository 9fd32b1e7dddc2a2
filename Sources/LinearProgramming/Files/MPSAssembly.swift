extension MPSBuilder {
  /// Puts the program together.
  func document(notes: [String]) throws(MPSError) -> MPSDocument {
    try requireOrderedBounds()
    if let objectiveName, !hasObjective {
      throw MPSError(
        "No N row is named \(objectiveName), as OBJNAME says.",
        remedy: "Correct the name, or remove the section.")
    }
    var bounds = (lower: [Double](), upper: [Double]())
    for row in rowTypes.indices {
      let range = range(of: row)
      bounds.lower.append(range.lowerBound)
      bounds.upper.append(range.upperBound)
    }
    var names = NameList()
    for (index, place) in places.enumerated() where place >= 0 {
      names.append(rowIndex.names, index)
    }
    let rows = termsByRow()
    let program = LinearProgram(
      name: isEncoded ? MPSNames.decoded(name) : name, sense: sense,
      objective: LinearExpression(terms: objective, constant: constant ?? 0),
      variableNames: isEncoded ? decoded(columnIndex.names) : columnIndex.names,
      lowerBounds: lower, upperBounds: upper,
      rowNames: isEncoded ? decoded(names) : names, rowLowers: bounds.lower,
      rowUppers: bounds.upper, rowStarts: rows.starts, terms: rows.terms)
    let integers = isInteger.indices.filter { isInteger[$0] }.map(Variable.init(index:))
    return MPSDocument(
      program: program, droppedObjectiveCount: droppedCount, integerVariables: integers,
      notes: ownNotes(integerCount: integers.count) + notes)
  }

  private func ownNotes(integerCount: Int) -> [String] {
    var notes: [String] = []
    if !hasObjective { notes.append("There is no N row: the objective is zero.") }
    if droppedCount > 0 {
      let rows = droppedCount == 1 ? "1 further N row is" : "\(droppedCount) further N rows are"
      let name = places.firstIndex { $0 == -1 }.map { rowIndex.names[$0] } ?? "none"
      notes.append("\(rows) dropped; \(name) is the objective.")
    }
    if openedCount > 0 {
      notes.append(
        "BOUNDS: \(openedCount) negative upper bounds without a lower bound make the lower one -inf."
      )
    }
    if let note = ProgramNotes.relaxation(integerCount: integerCount) { notes.append(note) }
    return notes
  }

  private func requireOrderedBounds() throws(MPSError) {
    for index in lower.indices where !(lower[index] <= upper[index]) {
      throw MPSError(
        line: boundLines[index] > 0 ? Int(boundLines[index]) : nil,
        "Variable \(columnIndex.names[index]) has the lower bound \(lower[index]) above its upper "
          + "bound \(upper[index]).", remedy: "Correct its lines in BOUNDS.")
    }
  }

  private func decoded(_ names: NameList) -> NameList {
    var decoded = NameList()
    for name in names { decoded.append(MPSNames.decoded(name)) }
    return decoded
  }

  /// The entries by rows, each row in the order of the columns; two passes.
  private func termsByRow() -> (starts: [Int], terms: [LinearExpression.Term]) {
    var starts = [Int](repeating: 0, count: rowTypes.count + 1)
    for row in entryRows { starts[Int(row) + 1] += 1 }
    for row in rowTypes.indices { starts[row + 1] += starts[row] }
    var next = starts
    let nothing = LinearExpression.Term(Variable(index: 0), weight: 0)
    var terms = [LinearExpression.Term](repeating: nothing, count: entryRows.count)
    for column in columnStarts.indices {
      let end = column + 1 < columnStarts.count ? columnStarts[column + 1] : entryRows.count
      for entry in columnStarts[column]..<end {
        let row = Int(entryRows[entry])
        terms[next[row]] = LinearExpression.Term(
          Variable(index: column), weight: entryValues[entry])
        next[row] += 1
      }
    }
    return (starts, terms)
  }

  private func range(of row: Int) -> ClosedRange<Double> {
    let side = sides[row] ?? 0
    let range = ranges[row]
    let width = range.map { abs($0) } ?? .infinity
    switch rowTypes[row] {
    case UInt8(ascii: "L"): return (width < .infinity ? side - width : -.infinity)...side
    case UInt8(ascii: "G"): return side...(width < .infinity ? side + width : .infinity)
    default:
      guard let range else { return side...side }
      // An infinite side less an infinite range would be no number.
      if width == .infinity { return range < 0 ? -.infinity...side : side ... .infinity }
      return range < 0 ? (side + range)...side : side...(side + range)
    }
  }
}
