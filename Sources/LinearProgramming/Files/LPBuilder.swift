/// Gathers the parts of a program in the order in which LP text gives them.
struct LPBuilder {
  var sense = Sense.minimize
  var objective: LPSum?
  var notes: [String] = []
  /// For each variable, whether the text calls it integer or binary.
  var isInteger: [Bool] = []

  private(set) var variables = NameIndex()
  private(set) var lower: [Double] = []
  private(set) var upper: [Double] = []
  private var boundLines: [Int32] = []

  private var labels = NameIndex()
  private var rowLabels: [Range<Int>?] = []
  private var rowLowers: [Double] = []
  private var rowUppers: [Double] = []
  private var rowStarts = [0]
  private var terms: [LinearExpression.Term] = []

  /// Returns the variable that is named at `range`, a new one if need be.
  mutating func variable(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Int {
    if let known = variables.position(text, range) { return known }
    lower.append(0)
    upper.append(.infinity)
    boundLines.append(0)
    isInteger.append(false)
    return variables.insert(text, range) ?? variables.count
  }

  mutating func setBounds(of variable: Int, lower: Double, upper: Double, line: Int) {
    self.lower[variable] = lower
    self.upper[variable] = upper
    boundLines[variable] = Int32(clamping: line)
  }

  mutating func addRow(
    _ text: borrowing Span<UInt8>, label: LPToken?, sum: LPSum, lower: Double, upper: Double
  ) throws(LPTextError) {
    if let label {
      guard labels.insert(text, label.range) != nil else {
        throw label.error(
          "Row \(text.string(at: label.range)) is declared twice.", "Give each row its own name.")
      }
    }
    rowLabels.append(label?.range)
    terms += try merged(sum)
    rowStarts.append(terms.count)
    // An infinite end stays infinite whatever the constant is.
    rowLowers.append(lower == -.infinity ? lower : lower - sum.constant)
    rowUppers.append(upper == .infinity ? upper : upper - sum.constant)
  }

  /// The terms of `sum`, each variable once and in order.
  private func merged(_ sum: LPSum) throws(LPTextError) -> [LinearExpression.Term] {
    let merged = LinearExpression(terms: sum.terms).mergedTerms
    guard merged.allSatisfy(\.weight.isFinite) else {
      throw sum.place.error(
        "The coefficients of a variable add up to an infinite one.", "Make them smaller.")
    }
    return merged
  }

  /// Puts the program together.
  func document(
    _ text: borrowing Span<UInt8>, isEncoded: Bool, title: Range<Int>?
  ) throws(LPTextError) -> LPDocument {
    for index in lower.indices where !(lower[index] <= upper[index]) {
      throw LPTextError(
        line: Int(boundLines[index]), column: 1,
        "Variable \(variables.names[index]) has the lower bound \(lower[index]) above its upper "
          + "bound \(upper[index]).",
        remedy: "State both, as in -inf <= x <= -1; without a word the lower bound is 0.")
    }
    let decode = { (name: String) in isEncoded ? MPSNames.decoded(name) : name }
    var names = NameList()
    for name in variables.names { names.append(decode(name)) }
    let goal = try objective.map { sum throws(LPTextError) in
      LinearExpression(terms: try merged(sum), constant: sum.constant)
    }
    let program = LinearProgram(
      name: title.map { decode(text.string(at: $0)) } ?? "", sense: sense,
      objective: goal ?? LinearExpression(), variableNames: names, lowerBounds: lower,
      upperBounds: upper, rowNames: rowNames(text, decode), rowLowers: rowLowers,
      rowUppers: rowUppers, rowStarts: rowStarts, terms: terms)
    let integers = isInteger.indices.filter { isInteger[$0] }.map(Variable.init(index:))
    let relaxation = ProgramNotes.relaxation(integerCount: integers.count)
    return LPDocument(
      program: program, integerVariables: integers, notes: [relaxation].compactMap { $0 } + notes)
  }

  /// The names of the rows; row 3 is named c3 if the text gives it no name, with underscores
  /// behind it if another row is named so.
  private func rowNames(_ text: borrowing Span<UInt8>, _ decode: (String) -> String) -> NameList {
    var names = NameList()
    let known = rowLabels.contains(nil) ? Set(labels.names.map(decode)) : []
    for (index, label) in rowLabels.enumerated() {
      if let label {
        names.append(decode(text.string(at: label)))
        continue
      }
      var name = "c\(index + 1)"
      while known.contains(name) { name += "_" }
      names.append(name)
    }
    return names
  }
}
