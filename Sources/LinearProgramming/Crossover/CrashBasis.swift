internal import LinearAlgebra

extension ComplementaryPoint {
  /// A basis near this point: columns between their bounds, the heaviest first, as far as they can
  /// be matched with rows, and the slacks of the other rows.
  func crashBasis(_ form: ComputationalForm) -> Basis {
    let n = form.variableCount
    var matching = WeightedMatching(rowCount: form.rowCount)
    var candidates = places.indices.filter { places[$0] == .between }
    candidates.sort { (weights[$0], $1) > (weights[$1], $0) }
    for column in candidates { matching.augment(by: column, of: form.matrix) }
    var status = places.indices.map { column -> Basis.Status in
      switch places[column] {
      case .atLower: .atLower
      case .atUpper: .atUpper
      case .between: nearestStatus(of: column, form)
      }
    }
    for (row, column) in matching.columns.enumerated() {
      status[column < 0 ? n + row : Int(column)] = .basic
    }
    return Basis(variables: Array(status.prefix(n)), rows: status.dropFirst(n).map(\.mirrored))
  }

  private func nearestStatus(of column: Int, _ form: ComputationalForm) -> Basis.Status {
    let (low, high) = (form.lower[column], form.upper[column])
    if low == -.infinity && high == .infinity { return .free }
    return values[column] - low <= high - values[column] ? .atLower : .atUpper
  }
}
