/// The approximate minimum degree ordering of a symmetric matrix.
///
/// Rows that meet few others are eliminated first, which keeps the triangular factor sparse.
/// Degrees are bounded from above instead of counted; rows with the same neighbors are treated
/// as one; a row whose neighbors all lie in the element just made goes with it; elements that the
/// new one covers are absorbed. Rows that meet very many others come last.
///
/// Source: P. R. Amestoy, T. A. Davis and I. S. Duff, "An approximate minimum degree ordering
/// algorithm", *SIAM J. Matrix Anal. Appl.* 17 (1996), 886–905.
package enum MinimumDegree {
  /// Returns the rows of `pattern` in the order of their elimination, those from `heldFrom` on
  /// after all others.
  package static func order(of pattern: SymmetricPattern, heldFrom: Int = .max) -> [Int32] {
    let order = pattern.order
    var graph = QuotientGraph(pattern, heldFrom: heldFrom)
    let limit = max(16, Int(10 * Double(order).squareRoot()))
    var late: [Int] = []
    for row in 0..<order {
      if graph.length[row] > limit {
        late.append(row)
        graph.weight[row] = 0
        graph.eliminated += 1
      } else {
        graph.degrees.insert(row, degree: graph.key(row, degree: graph.length[row]))
      }
    }
    var pivots: [Int] = []
    while graph.eliminated < order, let pivot = graph.degrees.popLeast() {
      pivots.append(pivot)
      graph.eliminate(pivot)
    }
    var sequence: [Int32] = []
    sequence.reserveCapacity(order)
    for pivot in pivots {
      var member = Int32(pivot)
      while member >= 0 {
        sequence.append(member)
        member = graph.nextMember[Int(member)]
      }
    }
    late.sort { (graph.length[$0], $0) < (graph.length[$1], $1) }
    sequence.append(contentsOf: late.map { Int32($0) })
    return sequence
  }
}

extension QuotientGraph {
  /// Eliminates the variable `pivot`, which becomes an element.
  mutating func eliminate(_ pivot: Int) {
    formElement(pivot)
    measureOverlaps(with: pivot)
    updateNeighbors(of: pivot)
    base += order + 1
    mergeIndistinguishable(in: pivot)
    finish(pivot)
  }

  /// Collects the variables that the pivot meets; each is taken off its degree list.
  private mutating func formElement(_ pivot: Int) {
    let elements = start[pivot]..<start[pivot] + elementCount[pivot]
    var need = length[pivot]
    for place in elements { need += length[Int(store[place])] }
    reserve(need)
    let (first, count, size) = (start[pivot], elementCount[pivot], length[pivot])
    eliminated += weight[pivot]
    weight[pivot] = -weight[pivot]
    let begin = free
    var total = 0
    for part in 0...count {
      let source = part < count ? Int(store[first + part]) : pivot
      if part < count && mark[source] == 0 { continue }
      let range =
        part < count
        ? start[source]..<start[source] + length[source] : first + count..<first + size
      for place in range {
        let variable = Int(store[place])
        let size = weight[variable]
        if size <= 0 { continue }
        total += size
        weight[variable] = -size
        store[free] = Int32(variable)
        free += 1
        degrees.remove(variable, degree: key(variable, degree: degree[variable]))
      }
      if part < count { mark[source] = 0 }
    }
    start[pivot] = begin
    length[pivot] = free - begin
    degree[pivot] = total
  }

  /// Sets the mark of every element that shares a variable with the pivot's to `base` plus the
  /// number of its rows outside.
  private mutating func measureOverlaps(with pivot: Int) {
    for place in start[pivot]..<start[pivot] + length[pivot] {
      let variable = Int(store[place])
      let size = -weight[variable]
      let first = start[variable]
      for entry in first..<first + elementCount[variable] {
        let element = Int(store[entry])
        let seen = mark[element]
        if seen >= base {
          mark[element] = seen - size
        } else if seen != 0 {
          mark[element] = degree[element] + base - size
        }
      }
    }
  }

  /// Drops what the pivot's element covers from the lists of its variables, and bounds their
  /// degrees outside of it.
  private mutating func updateNeighbors(of pivot: Int) {
    for place in start[pivot]..<start[pivot] + length[pivot] {
      let variable = Int(store[place])
      let (outside, sum, isAlone) = prune(variable, pivot: pivot)
      if isAlone {
        let size = -weight[variable]
        degree[pivot] -= size
        eliminated += size
        weight[variable] = 0
        length[variable] = 0
        mark[variable] = 0
        adopt(variable, into: pivot)
      } else {
        degree[variable] = min(degree[variable], outside)
        let bucket = sum % order
        fingerprint[variable] = bucket
        bucketNext[variable] = bucketHead[bucket]
        bucketHead[bucket] = Int32(variable)
      }
    }
  }

  /// Rewrites the list of `variable`; returns a bound of its degree outside the pivot's element, a
  /// checksum of the list, and whether nothing but the pivot is left in it.
  private mutating func prune(_ variable: Int, pivot: Int) -> (Int, Int, Bool) {
    let first = start[variable]
    let end = first + length[variable]
    var target = first
    var outside = 0
    var sum = 0
    for entry in first..<first + elementCount[variable] {
      let element = Int(store[entry])
      let seen = mark[element]
      if seen == 0 { continue }
      if seen > base {
        outside += seen - base
        sum &+= element
        store[target] = Int32(element)
        target += 1
      } else {
        mark[element] = 0
      }
    }
    let elementEnd = target
    for entry in first + elementCount[variable]..<end {
      let other = Int(store[entry])
      let size = weight[other]
      if size <= 0 { continue }
      outside += size
      sum &+= other
      store[target] = Int32(other)
      target += 1
    }
    if target == first { return (0, 0, true) }
    store[target] = store[elementEnd]
    store[elementEnd] = store[first]
    store[first] = Int32(pivot)
    elementCount[variable] = elementEnd - first + 1
    length[variable] = target - first + 1
    return (outside, sum, false)
  }

  /// Unites variables of the pivot's element whose lists are the same.
  private mutating func mergeIndistinguishable(in pivot: Int) {
    for place in start[pivot]..<start[pivot] + length[pivot] {
      let variable = Int(store[place])
      if weight[variable] == 0 { continue }
      let bucket = fingerprint[variable]
      var leader = bucketHead[bucket]
      if leader < 0 { continue }
      bucketHead[bucket] = -1
      while leader >= 0 {
        if bucketNext[Int(leader)] >= 0 && weight[Int(leader)] != 0 { merge(into: Int(leader)) }
        leader = bucketNext[Int(leader)]
      }
    }
  }

  /// Unites with `leader` the variables that follow it in its bucket and have the same list.
  private mutating func merge(into leader: Int) {
    base += 1
    let first = start[leader]
    for entry in first + 1..<first + length[leader] { mark[Int(store[entry])] = base }
    // An element that is marked here keeps its life: marks other than zero mean no more.
    var follower = Int(bucketNext[leader])
    while follower >= 0 {
      let begin = start[follower]
      if weight[follower] != 0 && length[follower] == length[leader]
        && elementCount[follower] == elementCount[leader]
        && (begin + 1..<begin + length[follower]).allSatisfy({ mark[Int(store[$0])] == base })
      {
        weight[leader] += weight[follower]
        weight[follower] = 0
        length[follower] = 0
        mark[follower] = 0
        adopt(follower, into: leader)
      }
      follower = Int(bucketNext[follower])
    }
  }

  /// Puts the variables of the new element back on their degree lists.
  private mutating func finish(_ pivot: Int) {
    var target = start[pivot]
    let total = degree[pivot]
    for place in start[pivot]..<start[pivot] + length[pivot] {
      let variable = Int(store[place])
      if weight[variable] == 0 { continue }
      let size = -weight[variable]
      weight[variable] = size
      let bound = max(0, min(degree[variable] + total - size, order - eliminated - size))
      degree[variable] = bound
      degrees.insert(variable, degree: key(variable, degree: bound))
      store[target] = Int32(variable)
      target += 1
    }
    length[pivot] = target - start[pivot]
    free = target
    weight[pivot] = 0
    mark[pivot] = length[pivot] == 0 ? 0 : base
    base += 1
  }
}
