/// Which rows and bounds of a program may give, and what a unit of giving costs at each end.
///
///     var prices = RelaxationPrices()               // every row gives for 1 a unit, no bound does
///     prices.setPrice(of: .row(budget), to: nil)    // but the budget is hard
///     prices.setPrice(of: .row(demand), at: .lower, to: 5)
///
/// A price says how bad it is to miss an end by one unit of that row or variable. Since rows come
/// in different units, ``unit`` compares hours with dollars; ``distance(in:)`` does not depend on
/// how a row is scaled.
public struct RelaxationPrices: Sendable {
  private var row: Double?
  private var bound: Double?
  private var lower: [ProgramPart: Double?] = [:]
  private var upper: [ProgramPart: Double?] = [:]

  /// Gives every row the price `rows` and every bound of a variable the price `bounds`.
  ///
  /// - Parameters:
  ///   - rows: What one unit costs at either end of a row; `nil` makes rows hard.
  ///   - bounds: What one unit costs at either bound of a variable; `nil` makes bounds hard.
  public init(rows: Double? = 1, bounds: Double? = nil) {
    row = rows
    bound = bounds
  }

  /// Every row gives at a price of one; bounds are hard.
  public static var unit: RelaxationPrices { RelaxationPrices() }

  /// Every row gives at a price of one ÷ the Euclidean length of its weights; bounds are hard.
  ///
  /// What a row costs is then how far the solution lies outside it, as a distance, so that
  /// stating a row in other units changes nothing. A row without weights has the price one.
  public static func distance(in program: LinearProgram) -> RelaxationPrices {
    var prices = RelaxationPrices()
    for row in program.rows {
      let largest = program.terms(of: row).reduce(0) { max($0, abs($1.weight)) }
      guard largest > 0, largest.isFinite else { continue }
      let square = program.terms(of: row).reduce(0) { sum, term in
        sum + (term.weight / largest) * (term.weight / largest)
      }
      prices.setPrice(of: .row(row), to: 1 / (largest * square.squareRoot()))
    }
    return prices
  }

  /// Sets what one unit costs at `end` of a row or a variable; `nil` makes it hard.
  public mutating func setPrice(
    of part: ProgramPart, at end: RangeEnd = .both, to price: Double?
  ) {
    if end != .upper { lower.updateValue(price, forKey: part) }
    if end != .lower { upper.updateValue(price, forKey: part) }
  }

  /// Returns what one unit costs at the lower or upper end of `part`; `nil` if it is hard.
  ///
  /// - Parameters:
  ///   - part: The row or the variable.
  ///   - end: Lower or upper; both counts as lower.
  /// - Returns: The price, or `nil`.
  public func price(of part: ProgramPart, at end: RangeEnd) -> Double? {
    let stated = end == .upper ? upper[part] : lower[part]
    if let stated { return stated }
    switch part {
    case .row: return row
    case .variable: return bound
    }
  }

  /// Checks that the prices of all finite ends of `program` are finite and not negative.
  func validate(for program: LinearProgram) throws(SolverError) {
    let parts =
      program.rows.map(ProgramPart.row) + program.variables.map(ProgramPart.variable)
    for part in parts {
      for end in [RangeEnd.lower, .upper] {
        guard let price = price(of: part, at: end) else { continue }
        guard price >= 0, price.isFinite else {
          throw .invalidRelaxationPrice(name: program.name(of: part), price: price)
        }
      }
    }
  }
}
