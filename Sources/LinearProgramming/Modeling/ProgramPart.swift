/// A row or a variable of a linear program: whatever has two ends.
public enum ProgramPart: Hashable, Sendable {
  /// A row, with the ends of its range.
  case row(Row)
  /// A variable, with its bounds.
  case variable(Variable)
}

/// Which end of the range of a row, or which bound of a variable.
public enum RangeEnd: String, CaseIterable, Hashable, Sendable {
  /// The lower end: what a `>=` states.
  case lower
  /// The upper end: what a `<=` states.
  case upper
  /// Both ends, which agree: what an `==` states.
  case both
}

extension LinearProgram {
  /// Returns the name of a row or a variable.
  public func name(of part: ProgramPart) -> String {
    switch part {
    case .row(let row): name(of: row)
    case .variable(let variable): name(of: variable)
    }
  }

  /// Returns the range of a row, or the bounds of a variable.
  ///
  /// - Precondition: Neither end is a NaN.
  public func bounds(of part: ProgramPart) -> ClosedRange<Double> {
    switch part {
    case .row(let row): bounds(of: row)
    case .variable(let variable): bounds(of: variable)
    }
  }

  /// Replaces the range of a row, or the bounds of a variable.
  ///
  /// - Precondition: The row or variable belongs to this program.
  public mutating func setBounds(of part: ProgramPart, to bounds: ClosedRange<Double>) {
    switch part {
    case .row(let row): setBounds(of: row, to: bounds)
    case .variable(let variable): setBounds(of: variable, to: bounds)
    }
  }

  /// The ends of `part` that are finite: none, one, two, or ``RangeEnd/both`` if they agree.
  ///
  /// - Precondition: Neither end is a NaN.
  public func finiteEnds(of part: ProgramPart) -> [RangeEnd] {
    let bounds = bounds(of: part)
    if bounds.lowerBound == bounds.upperBound { return [.both] }
    return (bounds.lowerBound.isFinite ? [.lower] : [])
      + (bounds.upperBound.isFinite ? [.upper] : [])
  }
}

extension ClosedRange<Double> {
  /// This range with only `end` left, the other end infinite.
  package func keeping(_ end: RangeEnd) -> ClosedRange<Double> {
    switch end {
    case .lower: lowerBound ... .infinity
    case .upper: -.infinity...upperBound
    case .both: self
    }
  }

  /// This range with one end moved outward by `amount`; both ends if `end` is both.
  package func widened(at end: RangeEnd, by amount: Double) -> ClosedRange<Double> {
    lowerBound - (end == .upper ? 0 : amount)...upperBound + (end == .lower ? 0 : amount)
  }

  /// The number at `end`; both ends agree where `end` is both.
  package func value(at end: RangeEnd) -> Double { end == .upper ? upperBound : lowerBound }
}
