/// The graph of what remains of a symmetric matrix during elimination.
///
/// A node is a variable, that is, a row that has not been eliminated or a group of such rows with
/// the same neighbors, or an element, which stands for the clique that an eliminated variable left
/// behind. The list of a variable names its elements first and then the variables that it meets
/// outside of them; the list of an element names its variables. Cliques are never written out, so
/// the graph needs no more room than the matrix.
///
/// Source: P. R. Amestoy, T. A. Davis and I. S. Duff, "An approximate minimum degree ordering
/// algorithm", *SIAM J. Matrix Anal. Appl.* 17 (1996), 886–905, §§3–5.
struct QuotientGraph {
  /// The number of rows.
  let order: Int
  /// All lists, one after the other, with gaps.
  var store: [Int32]
  /// Where the unused end of `store` begins.
  var free: Int
  /// Where the list of each node begins, and how long it is.
  var start: [Int]
  var length: [Int]
  /// How many elements lead the list of each variable.
  var elementCount: [Int]
  /// The number of rows in each variable; zero if gone; negative while in the pivot's element.
  var weight: [Int]
  /// An upper bound of the degree of each variable; the number of rows in each element.
  var degree: [Int]
  /// Marks; zero for an element that has been absorbed.
  var mark: [Int]
  /// Marks below this are old.
  var base = 1
  /// The number of rows eliminated.
  var eliminated = 0
  /// The rows of each variable or element, as linked lists.
  var nextMember: [Int32]
  var lastMember: [Int32]
  /// Variables by degree.
  var degrees: DegreeLists
  /// Buckets of variables that might be indistinguishable.
  var bucketHead: [Int32]
  var bucketNext: [Int32]
  var fingerprint: [Int]

  /// Rows from here on are eliminated after all others.
  let heldFrom: Int

  init(_ pattern: SymmetricPattern, heldFrom: Int) {
    self.heldFrom = heldFrom
    order = pattern.order
    let spare = pattern.neighbors.count / 5 + 2 * order + 16
    store = pattern.neighbors + [Int32](repeating: 0, count: spare)
    free = pattern.neighbors.count
    start = Array(pattern.starts.prefix(order))
    length = (0..<order).map { pattern.starts[$0 + 1] - pattern.starts[$0] }
    elementCount = [Int](repeating: 0, count: order)
    weight = [Int](repeating: 1, count: order)
    degree = length
    mark = [Int](repeating: 0, count: order)
    nextMember = [Int32](repeating: -1, count: order)
    lastMember = (0..<order).map { Int32($0) }
    degrees = DegreeLists(order: order, keys: 2 * order + 1)
    bucketHead = [Int32](repeating: -1, count: order)
    bucketNext = [Int32](repeating: -1, count: order)
    fingerprint = [Int](repeating: 0, count: order)
  }

  /// Where a variable of the given degree stands in the order of elimination.
  func key(_ node: Int, degree: Int) -> Int { node >= heldFrom ? degree + order : degree }

  /// Adds the rows of `other` to those of `node`.
  mutating func adopt(_ other: Int, into node: Int) {
    nextMember[Int(lastMember[node])] = Int32(other)
    lastMember[node] = lastMember[other]
  }

  /// Makes sure that `need` places are free at the end of `store`.
  mutating func reserve(_ need: Int) {
    if free + need <= store.count { return }
    var fresh: [Int32] = []
    fresh.reserveCapacity(max(store.count, need))
    for node in 0..<order {
      let isVariable = weight[node] != 0
      if !isVariable && mark[node] == 0 { continue }
      let old = start[node]
      start[node] = fresh.count
      fresh.append(contentsOf: store[old..<old + length[node]])
    }
    free = fresh.count
    let size = max(store.count, free + need + order)
    fresh.append(contentsOf: repeatElement(0, count: size - free))
    store = fresh
  }
}

/// Variables in doubly linked lists, one for each degree.
struct DegreeLists {
  private var head: [Int32]
  private var next: [Int32]
  private var previous: [Int32]
  private var least = 0

  init(order: Int, keys: Int) {
    head = [Int32](repeating: -1, count: keys)
    next = [Int32](repeating: -1, count: order)
    previous = [Int32](repeating: -1, count: order)
  }

  mutating func insert(_ node: Int, degree: Int) {
    let first = head[degree]
    next[node] = first
    previous[node] = -1
    if first >= 0 { previous[Int(first)] = Int32(node) }
    head[degree] = Int32(node)
    least = min(least, degree)
  }

  mutating func remove(_ node: Int, degree: Int) {
    let (before, after) = (previous[node], next[node])
    if after >= 0 { previous[Int(after)] = before }
    if before >= 0 { next[Int(before)] = after } else { head[degree] = after }
  }

  /// Removes and returns a variable of least degree.
  mutating func popLeast() -> Int? {
    while least < head.count && head[least] < 0 { least += 1 }
    guard least < head.count else { return nil }
    let node = Int(head[least])
    remove(node, degree: least)
    return node
  }
}
