/// Solves with the lines of a triangular factor, sparsely or by one sweep over all of them.
///
/// Where the right-hand side is so sparse that most of the result is zero, a depth-first search
/// finds the lines that matter first: J. R. Gilbert and T. Peierls, *SIAM J. Sci. Stat. Comput.*
/// 9 (1988), 862–874; J. A. J. Hall and K. I. M. McKinnon, *Comput. Optim. Appl.* 32 (2005),
/// 259–283.
struct TriangularSolver: ~Copyable, Sendable {
  private var marks: Storage<UInt8>
  private var stack: Storage<Int32>
  private var cursors: Storage<Int32>
  private var finished: Storage<Int32>
  private let order: Int

  /// A right-hand side with a larger share of nonzeros is swept.
  static let sparseShare = 0.1

  init(order: Int) {
    self.order = order
    marks = Storage(repeating: 0, count: order)
    stack = Storage(repeating: 0, count: order)
    cursors = Storage(repeating: 0, count: order)
    finished = Storage(repeating: 0, count: order)
  }

  /// For each pivot row p in turn: divides x[p] by its pivot, if there are any, and subtracts
  /// x[p] times line p from x.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - pivots: The pivot of each row, or nil if all are one.
  ///   - sequence: The pivot rows in the order of elimination; negative ones are skipped.
  ///   - length: The length of the sequence.
  ///   - isReversed: Whether to go through the sequence backwards.
  ///   - expected: The share of the result that is expected to be nonzero.
  ///   - x: The right-hand side, replaced by the result.
  mutating func eliminate(
    _ lines: borrowing SparseLines, pivots: Lane<Double>?, sequence: Lane<Int32>, length: Int,
    isReversed: Bool, expected: Double, _ x: inout SparseVector
  ) {
    if x.count == 0 { return }
    if x.density > Self.sparseShare || expected > Self.sparseShare {
      sweep(lines, pivots, sequence, length, isReversed, &x)
      return
    }
    guard let reached = search(lines, x) else {
      sweep(lines, pivots, sequence, length, isReversed, &x)
      return
    }
    substitute(lines, pivots, reached, &x)
  }

  /// Lists the pivot rows that may become nonzero, each after all that depend on it; nil if
  /// they are too many.
  private mutating func search(
    _ lines: borrowing SparseLines, _ x: borrowing SparseVector
  ) -> Int? {
    let (marks, stack) = (self.marks.lane, self.stack.lane)
    let (cursors, finished) = (self.cursors.lane, self.finished.lane)
    let (starts, counts, indices) = (lines.starts.lane, lines.counts.lane, lines.indices.lane)
    let limit = order / 4 + 16
    var done = 0
    let roots = x.pattern.span
    for entry in 0..<x.count {
      let root = roots[entry]
      if marks[root] != 0 { continue }
      marks[root] = 1
      if counts[root] == 0 {
        finished[done] = root
        done += 1
        continue
      }
      var depth = 0
      var node = root
      var cursor = starts[root]
      var end = cursor + counts[root]
      while true {
        if cursor < end {
          let next = indices[cursor]
          cursor += 1
          if marks[next] != 0 { continue }
          marks[next] = 1
          let count = counts[next]
          if count == 0 {
            finished[done] = next
            done += 1
            continue
          }
          stack[depth] = node
          cursors[depth] = cursor
          depth += 1
          node = next
          cursor = starts[next]
          end = cursor + count
        } else {
          finished[done] = node
          done += 1
          if depth == 0 { break }
          depth -= 1
          node = stack[depth]
          cursor = cursors[depth]
          end = starts[node] + counts[node]
        }
      }
      if done > limit {
        for index in 0..<done { marks[finished[index]] = 0 }
        return nil
      }
    }
    return done
  }

  /// Eliminates the rows that the search found, in reverse.
  private mutating func substitute(
    _ lines: borrowing SparseLines, _ pivots: Lane<Double>?, _ reached: Int,
    _ x: inout SparseVector
  ) {
    let (marks, finished) = (self.marks.lane, self.finished.lane)
    let (starts, counts) = (lines.starts.lane, lines.counts.lane)
    let (indices, entries) = (lines.indices.lane, lines.values.lane)
    x.update { values, pattern, _ in
      var listed = 0
      var index = reached
      while index > 0 {
        index -= 1
        let row = finished[index]
        marks[row] = 0
        var value = values[row]
        if abs(value) <= SparseVector.smallest {
          values[row] = 0
          continue
        }
        if let pivots {
          value /= pivots[row]
          values[row] = value
          // A pivot may be so large that nothing is left; what is zero must not be listed.
          if value == 0 { continue }
        }
        pattern[listed] = row
        listed += 1
        let start = starts[row]
        let end = start + counts[row]
        var entry = start
        while entry < end {
          values[indices[entry]] -= value * entries[entry]
          entry += 1
        }
      }
      return listed
    }
  }

  /// Eliminates all rows, then lists what is not zero.
  private func sweep(
    _ lines: borrowing SparseLines, _ pivots: Lane<Double>?, _ sequence: Lane<Int32>,
    _ length: Int, _ isReversed: Bool, _ x: inout SparseVector
  ) {
    let (starts, counts) = (lines.starts.lane, lines.counts.lane)
    let (indices, entries) = (lines.indices.lane, lines.values.lane)
    let order = self.order
    x.update { values, pattern, _ in
      for index in 0..<length {
        let row = sequence[isReversed ? length - 1 - index : index]
        if row < 0 { continue }
        var value = values[row]
        if value == 0 { continue }
        if abs(value) <= SparseVector.smallest {
          values[row] = 0
          continue
        }
        if let pivots {
          value /= pivots[row]
          values[row] = value
        }
        let start = starts[row]
        let end = start + counts[row]
        var entry = start
        while entry < end {
          values[indices[entry]] -= value * entries[entry]
          entry += 1
        }
      }
      var listed = 0
      for row in 0..<order {
        let value = values[row]
        if value == 0 { continue }
        if abs(value) <= SparseVector.smallest {
          values[row] = 0
        } else {
          pattern[listed] = Int32(truncatingIfNeeded: row)
          listed += 1
        }
      }
      return listed
    }
  }
}
