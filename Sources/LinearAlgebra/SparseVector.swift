/// A vector of which few elements may be nonzero, with a list of where those are.
///
/// An element is listed if and only if it is not zero.
package struct SparseVector: Sendable {
  /// All elements.
  package private(set) var values: [Double]
  /// Where the nonzero elements are: the first ``count`` of these, in no order.
  package private(set) var pattern: [Int32]
  /// How many elements are listed.
  package private(set) var count = 0
  /// The number of elements.
  package let length: Int

  /// Entries at most this large are dropped.
  static let smallest = 1e-14

  /// Creates a vector of `length` zeros.
  package init(length: Int) {
    self.length = length
    values = [Double](repeating: 0, count: max(length, 1))
    pattern = [Int32](repeating: 0, count: max(length, 1))
  }

  /// The share of the elements that is listed.
  package var density: Double { length == 0 ? 0 : Double(count) / Double(length) }

  /// Makes all elements zero.
  package mutating func clear() {
    let length = self.length
    update { values, pattern, listed in
      if listed * 4 > length {
        for index in 0..<length { values[index] = 0 }
      } else {
        for entry in 0..<listed { values[pattern[entry]] = 0 }
      }
      return 0
    }
  }

  /// Adds `amount` to the element at `index`.
  @inline(__always)
  package mutating func add(_ amount: Double, at index: Int) {
    let old = values[index]
    if old == 0 {
      // Listed once even if the sum was zero for a while: a cancelled sum never is exactly zero.
      pattern[count] = Int32(truncatingIfNeeded: index)
      count += 1
    }
    let new = old + amount
    values[index] = new == 0 ? 1e-100 : new
  }

  /// Adds `weight` times the given column of `matrix`.
  package mutating func add(column: Int, of matrix: SparseMatrix, times weight: Double) {
    for entry in matrix.starts[column]..<matrix.starts[column + 1] {
      add(weight * matrix.values[entry], at: matrix.rows[entry])
    }
  }

  /// Replaces all elements by those of `elements`.
  package mutating func assign(_ elements: [Double]) {
    precondition(elements.count == length, "the vectors must have the same length")
    clear()
    for index in 0..<length where elements[index] != 0 {
      values[index] = elements[index]
      pattern[count] = Int32(truncatingIfNeeded: index)
      count += 1
    }
  }

  /// Copies the elements of `other`, which has the same length.
  package mutating func assign(_ other: borrowing SparseVector) {
    clear()
    let source = other.pattern.span
    let sourceValues = other.values.span
    let total = other.count
    update { values, pattern, _ in
      for entry in 0..<total {
        let index = source[entry]
        pattern[entry] = index
        values[index] = sourceValues[Int(index)]
      }
      return total
    }
  }

  /// The sum of the squares of the elements.
  package var squaredLength: Double {
    let pattern = self.pattern.span
    let values = self.values.span
    var sum = 0.0
    for entry in 0..<count {
      let value = values[Int(pattern[entry])]
      sum += value * value
    }
    return sum
  }

  /// Lets `body` work on the elements and the list; it returns how many are listed then.
  @inline(__always)
  mutating func update(_ body: (Lane<Double>, Lane<Int32>, Int) -> Int) {
    let listed = count
    var result = 0
    unsafe values.withUnsafeMutableBufferPointer { values in
      unsafe pattern.withUnsafeMutableBufferPointer { pattern in
        guard let first = values.baseAddress, let list = pattern.baseAddress else { return }
        result = unsafe body(
          Lane(first, count: values.count), Lane(list, count: pattern.count), listed)
      }
    }
    count = result
  }
}

extension SparseVector {
  /// Copies all elements to `elements`.
  package func copy(to elements: inout [Double]) {
    let values = self.values.span
    var elements = elements.mutableSpan
    for index in 0..<length { elements[index] = values[index] }
  }
}
