internal import PolicingDomain

/// Which figures of a set of tables are withheld.
struct GuardedFigures {
  /// The figures and their sums.
  let system: FigureSystem
  /// The positions of the figures withheld.
  private(set) var hidden: Set<Int> = []
  /// Figures that are withheld in vain: whatever else is withheld, a reader can narrow them down.
  private(set) var exposed: Set<Int> = []
  private let minimum: Double
  private let values: [Double]
  /// Of each sum, how many parts are withheld and what they come to.
  private var hiddenParts: [(count: Int, sum: Double)]
  private var isTotalHidden: [Bool]
  private var changed: [Int] = []

  /// Withholds what is small itself, and then whatever it follows from.
  init(_ tables: [ResultTable], rule: SmallCounts) {
    let system = FigureSystem(tables)
    self.system = system
    minimum = rule.minimum
    values = system.figures.map { $0.value ?? 0 }
    hiddenParts = [(count: Int, sum: Double)](repeating: (0, 0), count: system.equations.count)
    isTotalHidden = [Bool](repeating: false, count: system.equations.count)
    for (position, figure) in system.figures.enumerated() {
      guard let value = figure.value, value < rule.minimum else { continue }
      let isPrimary = figure.places.contains { rule.guards(tables[$0.table], $0.row, $0.column) }
      if isPrimary { hide(position) }
    }
    hideWhatFollows()
  }

  /// Withholds a figure and those that go with it.
  private mutating func hide(_ position: Int) {
    var waiting = [position]
    while let next = waiting.popLast() {
      guard system.figures[next].standing != .known, hidden.insert(next).inserted else { continue }
      for number in system.memberships[next] {
        if system.equations[number].total == next {
          isTotalHidden[number] = true
        } else {
          hiddenParts[number].count += 1
          hiddenParts[number].sum += values[next]
        }
        changed.append(number)
      }
      waiting += system.companions[next].filter { !hidden.contains($0) }
    }
  }

  /// Withholds further counts until each withheld one could be ``minimum`` larger or smaller.
  private mutating func hideWhatFollows() {
    while true {
      hideWithinSums()
      let bare = bareFigures.filter { !exposed.contains($0) }
      guard !bare.isEmpty else { return }
      // Of many, several are dealt with before the sums are solved again.
      for position in bare.prefix(max(1, bare.count / 8)) {
        if let next = companion(for: position) { hide(next) } else { exposed.insert(position) }
      }
    }
  }

  /// Gives room within each sum by itself, which is quick and leaves little for solving them all.
  private mutating func hideWithinSums() {
    while let number = changed.popLast() {
      while isBare(number), let next = companion(in: [system.equations[number]]) { hide(next) }
    }
  }

  private func isBare(_ number: Int) -> Bool {
    let parts = hiddenParts[number]
    if isTotalHidden[number] { return parts.count == 0 }
    return parts.count > 0 && (parts.count == 1 || parts.sum < minimum)
  }

  /// The withheld figures that all sums together leave too little room.
  private var bareFigures: [Int] {
    var bare: [Int] = []
    for part in HiddenParts(hidden: hidden, system: system).parts {
      let room = HiddenRoom(hidden: part.figures, values: values, equations: part.equations)
      bare += part.figures.filter { room.width(of: $0) < minimum - 1e-6 }
    }
    return bare.sorted()
  }

  /// The next figure to withhold so that the one at `position` follows from nothing.
  private func companion(for position: Int) -> Int? {
    func count(_ number: Int) -> Int {
      hiddenParts[number].count + (isTotalHidden[number] ? 1 : 0)
    }
    let own = system.memberships[position].sorted { (count($0), $0) < (count($1), $1) }
    if let found = companion(in: own.map { system.equations[$0] }) { return found }
    // Its own sums are all withheld: what else its withheld neighbours are summed with.
    let neighbours = own.flatMap { system.equations[$0].members }
    let sums = Set(neighbours.flatMap { system.memberships[$0] }).subtracting(own).sorted()
    return companion(in: sums.map { system.equations[$0] })
  }

  /// A part of the first sum that has one, one that another sum with withheld counts shares if there
  /// is one, and the smallest that gives room enough; a total, or a figure that several tables show,
  /// only when nothing else is left, and of those the cheapest; a part of nothing last, beside
  /// which a total can grow.
  private func companion(in equations: [SumEquation]) -> Int? {
    for equation in equations {
      let open = equation.parts.filter {
        system.figures[$0].key == nil && !hidden.contains($0) && values[$0] > 0
      }
      if let best = open.min(by: { rank($0, equation) < rank($1, equation) }) { return best }
    }
    let rest = equations.flatMap { equation in
      equation.parts.filter { values[$0] > 0 } + [equation.total]
    }.filter { !hidden.contains($0) && system.figures[$0].standing != .known }
    let cheapest = rest.map { system.figures[$0].standing }.min()
    if let cheapest { return rest.first { system.figures[$0].standing == cheapest } }
    return equations.lazy.flatMap(\.parts).first {
      !hidden.contains($0) && system.figures[$0].standing != .known
    }
  }

  private func rank(_ position: Int, _ equation: SumEquation) -> (Int, Int, Double, Int) {
    let closes = system.memberships[position].contains { number in
      system.equations[number] != equation
        && (hiddenParts[number].count > 0 || isTotalHidden[number])
    }
    let value = values[position]
    let isEnough = value >= minimum
    return (closes ? 0 : 1, isEnough ? 0 : 1, isEnough ? value : -value, position)
  }
}

/// Withheld figures that no sum ties to others are dealt with apart.
private struct HiddenParts {
  let parts: [(figures: [Int], equations: [SumEquation])]

  init(hidden: Set<Int>, system: FigureSystem) {
    var parts: [(figures: [Int], equations: [SumEquation])] = []
    var seen: Set<Int> = []
    for start in hidden.sorted() where !seen.contains(start) {
      seen.insert(start)
      var figures = [start]
      var numbers: Set<Int> = []
      var next = 0
      while next < figures.count {
        for number in system.memberships[figures[next]] where numbers.insert(number).inserted {
          for member in system.equations[number].members where hidden.contains(member) {
            if seen.insert(member).inserted { figures.append(member) }
          }
        }
        next += 1
      }
      parts.append((figures.sorted(), numbers.sorted().map { system.equations[$0] }))
    }
    self.parts = parts
  }
}

extension SmallCounts {
  /// Whether a count at a place is one that is withheld when it is small.
  func guards(_ table: ResultTable, _ row: Int, _ column: Int) -> Bool {
    switch table.columns[column].privacy {
    case .countOfPeople: true
    case .countOfCalls:
      table.columns.indices.contains { position in
        guard table.columns[position].privacy == .callType,
          case .text(let name) = table.rows[row][position]
        else { return false }
        return isSensitive(name)
      }
    case .none, .callType, .meanPerCall: false
    }
  }
}
