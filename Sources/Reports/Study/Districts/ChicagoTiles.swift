import PolicingDomain

/// Squares for the 22 police districts of Chicago in roughly their position.
///
/// Source: centres of the district boundaries that the City of Chicago publishes; each district was
/// put by hand into the square that keeps its neighbours best.
enum ChicagoTiles {
  /// Rows from north to south, columns from west to east, by the number of the district.
  private static let grid: [[Int]] = [
    [0, 0, 0, 24, 0, 0],
    [16, 0, 17, 20, 0, 0],
    [0, 25, 14, 19, 18, 0],
    [0, 15, 11, 12, 1, 0],
    [0, 0, 10, 9, 2, 0],
    [0, 0, 8, 7, 3, 0],
    [0, 0, 0, 22, 6, 0],
    [0, 0, 0, 0, 5, 4],
  ]

  /// Where each district lies, in their order; nothing where the study is of another place, or its
  /// districts are not exactly those of Chicago.
  static func places(of ids: [String], in subject: RunRecord.Subject) -> [(row: Int, column: Int)]?
  {
    guard (subject.name + " " + subject.title).lowercased().contains("chicago") else { return nil }
    let numbers = ids.compactMap { Int($0) }
    guard numbers.count == ids.count, numbers.sorted() == all else { return nil }
    return numbers.compactMap(place)
  }

  /// The numbers of all districts, in ascending order.
  private static var all: [Int] { grid.flatMap { $0 }.filter { $0 > 0 }.sorted() }

  private static func place(of number: Int) -> (row: Int, column: Int)? {
    for row in grid.indices {
      if let column = grid[row].firstIndex(of: number) { return (row, column) }
    }
    return nil
  }
}
