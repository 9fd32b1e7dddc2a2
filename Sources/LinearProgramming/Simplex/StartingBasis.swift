/// Where the simplex method starts: a status and a value for each column, and the basic columns.
struct StartingBasis {
  /// The status of each variable, then of each slack.
  private(set) var status: [Basis.Status]
  /// The value of each nonbasic column.
  private(set) var values: [Double]
  /// As many basic columns as there are rows.
  private(set) var columns: [Int]

  /// Adapts `basis` to `form`, or makes all slacks basic.
  ///
  /// The status of a row speaks of its activity, that of its slack of minus the activity.
  init(_ form: ComputationalForm, basis: Basis?) {
    let n = form.variableCount
    let m = form.rowCount
    status = [Basis.Status](repeating: .atLower, count: n) + Array(repeating: .basic, count: m)
    if let basis {
      for (index, old) in basis.variables.prefix(n).enumerated() { status[index] = old }
      for (index, old) in basis.rows.prefix(m).enumerated() { status[n + index] = old.mirrored }
    }
    values = [Double](repeating: 0, count: n + m)
    columns = []
    let known = (basis?.variables.count ?? 0, basis?.rows.count ?? 0)
    for column in 0..<n + m {
      if status[column] == .basic && columns.count < m {
        columns.append(column)
        continue
      }
      let isKnown = column < n ? column < known.0 : column - n < known.1
      let wanted = isKnown ? status[column] : nil
      (status[column], values[column]) = Self.place(
        wanted, lower: form.lower[column], upper: form.upper[column])
    }
    // A basis of another program may have too few basic columns; slacks fill the gap.
    for row in 0..<m where columns.count < m && status[n + row] != .basic {
      status[n + row] = .basic
      columns.append(n + row)
    }
  }

  /// Returns a status that the bounds allow, as wanted if possible, else nearest zero.
  static func place(
    _ wanted: Basis.Status?, lower: Double, upper: Double
  ) -> (Basis.Status, Double) {
    if lower == -.infinity && upper == .infinity { return (.free, 0) }
    if wanted == .atLower && lower > -.infinity { return (.atLower, lower) }
    if wanted == .atUpper && upper < .infinity { return (.atUpper, upper) }
    return abs(lower) <= abs(upper) ? (.atLower, lower) : (.atUpper, upper)
  }
}

extension Basis.Status {
  /// The status of minus the quantity.
  var mirrored: Basis.Status {
    switch self {
    case .atLower: .atUpper
    case .atUpper: .atLower
    case .basic, .free: self
    }
  }
}
