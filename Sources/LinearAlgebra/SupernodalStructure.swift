/// The pattern of a Cholesky factor, in groups of columns that share their rows.
///
/// A supernode is a run of columns stored as one dense panel, first its own rows and then the rows
/// below. Small supernodes are united with their parents where that stores few zeros.
///
/// Source: C. Ashcraft and R. Grimes, "The influence of relaxed supernode partitions on the
/// multifrontal method", *ACM Trans. Math. Softw.* 15 (1989), 291–309.
package struct SupernodalStructure: Sendable {
  /// The row that stands at each place of the elimination.
  package let rows: [Int32]
  /// The place of each row.
  package let places: [Int32]
  /// The first column of each supernode, and the number of columns at the end.
  let firstColumns: [Int]
  /// Where the rows of each supernode begin in `panelRows`.
  let rowStarts: [Int]
  /// The rows of each supernode, as places in rising order.
  let panelRows: [Int32]
  /// Where the panel of each supernode begins; the last element is the size of the factor.
  let panelStarts: [Int]
  /// The supernode of each column.
  let supernodeOfColumn: [Int32]

  /// The number of rows of the matrix.
  package var order: Int { rows.count }
  /// The number of supernodes.
  package var count: Int { firstColumns.count - 1 }
  /// The number of elements stored.
  package var storedCount: Int { panelStarts[count] }
  /// The number of multiplications and additions of one factorization, roughly.
  package let factorCost: Double

  /// Orders and analyzes `pattern`.
  package init(of pattern: SymmetricPattern) {
    self.init(of: pattern, order: MinimumDegree.order(of: pattern))
  }

  /// Analyzes `pattern` under the order `sequence`, which is refined to a postorder.
  package init(of pattern: SymmetricPattern, order sequence: [Int32]) {
    let tree = EliminationTree(of: pattern, order: sequence)
    rows = tree.rows
    places = tree.places
    let groups = Self.supernodes(of: tree)
    firstColumns = groups
    var supernodes = [Int32](repeating: 0, count: tree.order)
    for supernode in 0..<groups.count - 1 {
      for column in groups[supernode]..<groups[supernode + 1] {
        supernodes[column] = Int32(supernode)
      }
    }
    supernodeOfColumn = supernodes
    (rowStarts, panelRows) = Self.panelRows(pattern, tree, groups, supernodes)
    var panelStarts = [0]
    var cost = 0.0
    for supernode in 0..<groups.count - 1 {
      let height = rowStarts[supernode + 1] - rowStarts[supernode]
      let width = groups[supernode + 1] - groups[supernode]
      panelStarts.append(panelStarts[supernode] + height * width)
      for column in 0..<width { cost += Double((height - column) * (height - column)) }
    }
    self.panelStarts = panelStarts
    factorCost = cost
  }

  /// The first column of each supernode, and the number of columns.
  private static func supernodes(of tree: EliminationTree) -> [Int] {
    var stack: [Group] = []
    var column = 0
    while column < tree.order {
      var group = Group(first: column, width: 1, height: tree.counts[column])
      group.entries = tree.counts[column]
      column += 1
      // Columns of the very same pattern belong together in any case.
      while column < tree.order && Int(tree.parents[column - 1]) == column
        && tree.counts[column] == tree.counts[column - 1] - 1
      {
        group.width += 1
        group.entries += tree.counts[column]
        column += 1
      }
      while let below = stack.last {
        let parent = Int(tree.parents[below.first + below.width - 1])
        guard parent >= 0, parent < column, let united = below.united(with: group) else { break }
        stack.removeLast()
        group = united
      }
      stack.append(group)
    }
    return stack.map(\.first) + [tree.order]
  }

  /// A run of columns with one pattern.
  private struct Group {
    let first: Int
    var width: Int
    /// The number of rows of the first column.
    let height: Int
    /// The number of entries that need not be zero.
    var entries = 0

    /// This group and its parent `other` as one, unless that would store too many zeros.
    func united(with other: Group) -> Group? {
      let wide = width + other.width
      let tall = width + other.height
      var union = Group(first: first, width: wide, height: tall)
      union.entries = entries + other.entries
      let stored = wide * tall - wide * (wide - 1) / 2
      let zeros = Double(stored - union.entries) / Double(stored)
      let limit = wide <= 4 ? 1 : wide <= 16 ? 0.5 : wide <= 48 ? 0.15 : 0.05
      return zeros <= limit ? union : nil
    }
  }

  /// The rows of each supernode: those of its columns and those that its children pass on.
  private static func panelRows(
    _ pattern: SymmetricPattern, _ tree: EliminationTree, _ groups: [Int], _ supernodes: [Int32]
  ) -> ([Int], [Int32]) {
    let count = groups.count - 1
    var starts = [0]
    var list: [Int32] = []
    var seenStore = [Int32](repeating: -1, count: tree.order)
    var firstChild = [Int32](repeating: -1, count: count)
    var sibling = [Int32](repeating: -1, count: count)
    for supernode in 0..<count {
      let (first, end) = (groups[supernode], groups[supernode + 1])
      let begin = list.count
      var seen = seenStore.mutableSpan
      for column in first..<end {
        list.append(Int32(column))
        seen[column] = Int32(supernode)
      }
      for column in first..<end {
        let row = Int(tree.rows[column])
        for entry in pattern.starts[row]..<pattern.starts[row + 1] {
          let place = tree.places[Int(pattern.neighbors[entry])]
          if Int(place) < end || seen[Int(place)] == Int32(supernode) { continue }
          seen[Int(place)] = Int32(supernode)
          list.append(place)
        }
      }
      var child = Int(firstChild[supernode])
      while child >= 0 {
        for entry in starts[child]..<starts[child + 1] {
          let place = list[entry]
          if Int(place) < end || seen[Int(place)] == Int32(supernode) { continue }
          seen[Int(place)] = Int32(supernode)
          list.append(place)
        }
        child = Int(sibling[child])
      }
      list[begin...].sort()
      starts.append(list.count)
      if list.count - begin > end - first {
        let parent = Int(supernodes[Int(list[begin + end - first])])
        sibling[supernode] = firstChild[parent]
        firstChild[parent] = Int32(supernode)
      }
    }
    return (starts, list)
  }
}
