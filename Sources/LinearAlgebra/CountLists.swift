/// Rows, or columns, kept in doubly linked lists by how many entries they have.
struct CountLists: ~Copyable, Sendable {
  private var heads: Storage<Int32>
  private var following: Storage<Int32>
  private var preceding: Storage<Int32>
  /// The count of each member, or -1 while it is in no list.
  private var counts: Storage<Int32>

  /// Creates empty lists for members 0..<`size` with counts up to `size`.
  init(size: Int) {
    heads = Storage(repeating: -1, count: size + 1)
    following = Storage(repeating: -1, count: size)
    preceding = Storage(repeating: -1, count: size)
    counts = Storage(repeating: -1, count: size)
  }

  /// The first member with the given count, or -1.
  @inline(__always)
  func first(_ count: Int) -> Int { Int(heads.lane[count]) }

  /// The member after `member` in its list, or -1.
  @inline(__always)
  func next(_ member: Int) -> Int { Int(following.lane[member]) }

  /// Puts `member` into the list of `count`, taking it out of the one it was in.
  @inline(__always)
  func move(_ member: Int, to count: Int32) {
    let counts = self.counts.lane
    if counts[member] == count { return }
    remove(member)
    let (heads, following, preceding) = (heads.lane, following.lane, preceding.lane)
    let head = heads[count]
    following[member] = head
    preceding[member] = -1
    if head >= 0 { preceding[head] = Int32(member) }
    heads[count] = Int32(member)
    counts[member] = count
  }

  /// Takes `member` out of its list, if it is in one.
  @inline(__always)
  func remove(_ member: Int) {
    let counts = self.counts.lane
    let count = counts[member]
    if count < 0 { return }
    let (heads, following, preceding) = (heads.lane, following.lane, preceding.lane)
    let (before, after) = (preceding[member], following[member])
    if before >= 0 { following[before] = after } else { heads[count] = after }
    if after >= 0 { preceding[after] = before }
    counts[member] = -1
  }
}
