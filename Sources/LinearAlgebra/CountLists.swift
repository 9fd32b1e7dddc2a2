/// Rows, or columns, kept in doubly linked lists by how many entries they have.
struct CountLists {
  private var heads: [Int]
  private var following: [Int]
  private var preceding: [Int]
  /// The count of each member, or -1 once it is removed.
  private var counts: [Int]

  init(counts: [Int]) {
    self.counts = counts
    heads = [Int](repeating: -1, count: counts.count + 1)
    following = [Int](repeating: -1, count: counts.count)
    preceding = following
    for member in counts.indices.reversed() { link(member) }
  }

  /// The members left, in rising order.
  var members: [Int] { counts.indices.filter { counts[$0] >= 0 } }

  /// The first member with the given count, or -1.
  func first(_ count: Int) -> Int { heads[count] }

  /// The member after `member` in its list, or -1.
  func next(_ member: Int) -> Int { following[member] }

  /// Changes the count of `member`.
  mutating func move(_ member: Int, to count: Int) {
    if counts[member] == count { return }
    unlink(member)
    counts[member] = count
    link(member)
  }

  /// Takes `member` out.
  mutating func remove(_ member: Int) {
    unlink(member)
    counts[member] = -1
  }

  private mutating func link(_ member: Int) {
    let head = heads[counts[member]]
    following[member] = head
    preceding[member] = -1
    if head >= 0 { preceding[head] = member }
    heads[counts[member]] = member
  }

  private mutating func unlink(_ member: Int) {
    let (before, after) = (preceding[member], following[member])
    if before >= 0 { following[before] = after } else { heads[counts[member]] = after }
    if after >= 0 { preceding[after] = before }
  }
}
