/// A solution on its way back from a reduced program to the original one.
///
/// Before and after each undo it is optimal for the program of that stage: feasible, with prices
/// of the right signs, complementary, and, if there is a basis, basic. A certificate of
/// infeasibility goes the same way, with all costs zero; then the values mean nothing.
struct Restoration {
  /// What a solution that comes back consists of.
  enum Kind {
    /// Values, prices and a basis.
    case vertex
    /// Values and prices.
    case point
    /// Multipliers of the rows.
    case certificate
  }

  /// The end of a range at which a column or a row is held.
  enum Side {
    case lower, upper
  }

  /// What comes back.
  let kind: Kind
  /// The value of each column.
  var values: [Double]
  /// The price of each row.
  var prices: [Double]
  /// The reduced cost of each column, in the program of the stage.
  var reducedCosts: [Double]
  /// The status of each column.
  var columnStatus: [Basis.Status]
  /// The status of each row's activity.
  var rowStatus: [Basis.Status]

  /// Starts with nothing but zeros.
  init(kind: Kind, columnCount: Int, rowCount: Int) {
    self.kind = kind
    values = [Double](repeating: 0, count: columnCount)
    prices = [Double](repeating: 0, count: rowCount)
    reducedCosts = values
    columnStatus = [Basis.Status](repeating: .atLower, count: columnCount)
    rowStatus = [Basis.Status](repeating: .basic, count: rowCount)
  }

  /// A cost, which for a certificate is zero.
  func cost(_ cost: Double) -> Double { kind == .certificate ? 0 : cost }

  /// The bound at which `column` is held: by its status, or by the sign of its reduced cost.
  func side(ofColumn column: Int) -> Side? {
    if kind == .vertex {
      switch columnStatus[column] {
      case .atLower: return .lower
      case .atUpper: return .upper
      case .basic, .free: return nil
      }
    }
    return Self.side(of: reducedCosts[column])
  }

  /// The end at which the activity of `row` is held: by its status, or by the sign of its price.
  func side(ofRow row: Int) -> Side? {
    if kind == .vertex {
      switch rowStatus[row] {
      case .atLower: return .lower
      case .atUpper: return .upper
      case .basic, .free: return nil
      }
    }
    return Self.side(of: prices[row])
  }

  private static func side(of multiplier: Double) -> Side? {
    multiplier == 0 ? nil : multiplier > 0 ? .lower : .upper
  }

  /// Makes `row` basic, with price zero.
  mutating func release(row: Int) {
    prices[row] = 0
    rowStatus[row] = .basic
  }

  /// Holds an equation: its status follows the sign of its price.
  mutating func hold(equation row: Int) {
    rowStatus[row] = prices[row] >= 0 ? .atLower : .atUpper
  }

  /// Takes a step back.
  mutating func undo(_ step: UndoLog.Step, in log: UndoLog) {
    switch step {
    case .redundantRow(let row): release(row: Int(row))
    case .fixedColumn(let step): undo(step, in: log)
    case .forcingRow(let step): undo(step, in: log)
    case .singletonRow(let step): undo(step)
    case .doubletonEquation(let step): undo(step, in: log)
    case .substitutedColumn(let step): undo(step, in: log)
    case .slackColumn(let step): undo(step, in: log)
    case .costlessColumn(let step): undo(step, in: log)
    case .impliedEquation(let step): undo(step)
    case .parallelRow(let step): undo(step)
    case .parallelColumn(let step): undo(step)
    }
  }
}

extension Restoration.Side {
  /// The status of what is held there.
  var status: Basis.Status { self == .lower ? .atLower : .atUpper }
  /// The other end.
  var opposite: Self { self == .lower ? .upper : .lower }
  /// This end of a quantity, as an end of `weight` times that quantity.
  func times(_ weight: Double) -> Self { weight > 0 ? self : opposite }
}
