/// A number of rows that share a property, with the lines of the first few.
package struct LineTally: Hashable, Sendable {
  /// How many lines are remembered.
  package static let remembered = 5

  /// How many rows there are.
  package private(set) var count = 0
  /// The lines of the first few, counted from 1.
  package private(set) var lines: [Int] = []

  /// Creates a tally of no rows.
  package init() {}

  /// Counts the row that begins on `line`.
  package mutating func add(line: Int) {
    count += 1
    if lines.count < Self.remembered { lines.append(line) }
  }
}
