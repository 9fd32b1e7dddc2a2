/// The elimination tree of a symmetric matrix under a given order, and the size of its factor.
///
/// The order is refined to a postorder of the tree: every subtree has consecutive numbers, and the
/// parent of a row has a higher number.
///
/// Source: J. W. H. Liu, "The role of elimination trees in sparse factorization", *SIAM J. Matrix
/// Anal. Appl.* 11 (1990), 134–172.
struct EliminationTree {
  /// The row that stands at each place.
  private(set) var rows: [Int32]
  /// The place of each row.
  private(set) var places: [Int32]
  /// The parent of each place; −1 for a root.
  private(set) var parents: [Int32]
  /// The number of entries of each column of the factor, with the diagonal.
  private(set) var counts: [Int]

  /// The number of rows.
  var order: Int { rows.count }

  /// Analyzes `pattern` under the order `sequence`.
  ///
  /// - Complexity: Nearly linear in the number of entries of the pattern.
  init(of pattern: SymmetricPattern, order sequence: [Int32]) {
    rows = sequence
    places = Self.inverse(of: sequence)
    parents = Self.parents(pattern, rows, places)
    counts = []
    let post = Self.postorder(of: parents)
    let rank = Self.inverse(of: post)
    rows = post.map { sequence[Int($0)] }
    places = Self.inverse(of: rows)
    let old = parents
    parents = post.map { old[Int($0)] < 0 ? -1 : rank[Int(old[Int($0)])] }
    counts = Self.counts(pattern, rows, places, parents)
  }

  private static func inverse(of permutation: [Int32]) -> [Int32] {
    var inverse = [Int32](repeating: 0, count: permutation.count)
    for (place, row) in permutation.enumerated() { inverse[Int(row)] = Int32(place) }
    return inverse
  }

  private static func parents(
    _ pattern: SymmetricPattern, _ rows: [Int32], _ places: [Int32]
  ) -> [Int32] {
    let order = rows.count
    var parentStore = [Int32](repeating: -1, count: order)
    var ancestorStore = [Int32](repeating: -1, count: order)
    var parents = parentStore.mutableSpan
    var ancestors = ancestorStore.mutableSpan
    let neighbors = pattern.neighbors.span
    let places = places.span
    for place in 0..<order {
      let row = Int(rows[place])
      for entry in pattern.starts[row]..<pattern.starts[row + 1] {
        var node = Int(places[Int(neighbors[entry])])
        if node >= place { continue }
        while node >= 0 && node != place {
          let next = Int(ancestors[node])
          ancestors[node] = Int32(place)
          if next < 0 { parents[node] = Int32(place) }
          node = next
        }
      }
    }
    return parentStore
  }

  /// Children before parents, each subtree in one piece.
  private static func postorder(of parents: [Int32]) -> [Int32] {
    let order = parents.count
    var firstChild = [Int32](repeating: -1, count: order)
    var sibling = [Int32](repeating: -1, count: order)
    for node in stride(from: order - 1, through: 0, by: -1) where parents[node] >= 0 {
      sibling[node] = firstChild[Int(parents[node])]
      firstChild[Int(parents[node])] = Int32(node)
    }
    var sequence: [Int32] = []
    sequence.reserveCapacity(order)
    var stack: [Int] = []
    for root in 0..<order where parents[root] < 0 {
      stack.append(root)
      while let node = stack.last {
        let child = Int(firstChild[node])
        if child < 0 {
          sequence.append(Int32(node))
          stack.removeLast()
        } else {
          firstChild[node] = sibling[child]
          stack.append(child)
        }
      }
    }
    return sequence
  }

  /// Counts the entries of each column from the leaves of its row subtrees.
  ///
  /// Source: J. R. Gilbert, E. G. Ng and B. W. Peyton, "An efficient algorithm to compute row and
  /// column counts for sparse Cholesky factorization", *SIAM J. Matrix Anal. Appl.* 15 (1994),
  /// 1075–1091.
  private static func counts(
    _ pattern: SymmetricPattern, _ rows: [Int32], _ places: [Int32], _ parents: [Int32]
  ) -> [Int] {
    let order = rows.count
    var countStore = [Int](repeating: 0, count: order)
    var firstStore = (0..<order).map { Int32($0) }
    var counts = countStore.mutableSpan
    var first = firstStore.mutableSpan
    for node in 0..<order {
      if first[node] == Int32(node) { counts[node] = 1 }
      let parent = Int(parents[node])
      if parent >= 0 { first[parent] = min(first[parent], first[node]) }
    }
    var ancestors = DisjointSets(order)
    var latestStore = [Int32](repeating: -1, count: order)
    var leafStore = latestStore
    var latest = latestStore.mutableSpan
    var leaf = leafStore.mutableSpan
    let neighbors = pattern.neighbors.span
    let places = places.span
    for node in 0..<order {
      let parent = Int(parents[node])
      if parent >= 0 { counts[parent] -= 1 }
      let row = Int(rows[node])
      for entry in pattern.starts[row]..<pattern.starts[row + 1] {
        let other = Int(places[Int(neighbors[entry])])
        if other <= node || first[node] <= latest[other] { continue }
        latest[other] = first[node]
        let previous = Int(leaf[other])
        leaf[other] = Int32(node)
        counts[node] += 1
        if previous >= 0 { counts[ancestors.root(of: previous)] -= 1 }
      }
      if parent >= 0 { ancestors.attach(node, to: parent) }
    }
    for node in 0..<order where parents[node] >= 0 {
      counts[Int(parents[node])] += counts[node]
    }
    return countStore
  }
}

/// Trees of numbers, whose paths shorten as they are walked.
private struct DisjointSets {
  private var parent: [Int32]

  init(_ count: Int) { parent = (0..<count).map { Int32($0) } }

  mutating func attach(_ node: Int, to other: Int) { parent[node] = Int32(other) }

  mutating func root(of node: Int) -> Int {
    var root = node
    while Int(parent[root]) != root { root = Int(parent[root]) }
    var step = node
    while step != root {
      let next = Int(parent[step])
      parent[step] = Int32(root)
      step = next
    }
    return root
  }
}
