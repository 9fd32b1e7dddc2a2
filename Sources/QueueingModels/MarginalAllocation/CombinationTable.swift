/// The least cost of the places combined so far, for each number of servers given to them.
struct CombinationTable {
  private var costs: [Double]
  /// For each place that was combined, the servers it gets at each number.
  private var choices: [[Int32]] = []

  /// Starts from the costs of the other places with 0, 1, 2 … servers.
  init(_ costs: [Double], spare: Int) {
    self.costs = costs + [Double](repeating: .infinity, count: spare + 1 - costs.count)
  }

  /// Combines one place more, whose costs with 0, 1, 2 … servers are given.
  ///
  /// Among equal costs the fewest servers for this place are kept.
  mutating func combine(_ place: [Double]) {
    var least = [Double](repeating: .infinity, count: costs.count)
    var choice = [Int32](repeating: 0, count: costs.count)
    for (count, cost) in place.prefix(costs.count).enumerated() where cost < .infinity {
      for number in count..<costs.count {
        let together = costs[number - count] + cost
        if together < least[number] {
          least[number] = together
          choice[number] = Int32(count)
        }
      }
    }
    costs = least
    choices.append(choice)
  }

  /// Returns what the others and each combined place get of all servers, or nothing if no numbers
  /// of finite cost add up.
  func counts() -> (rest: Int, places: [Int])? {
    guard let last = costs.last, last < .infinity else { return nil }
    var left = costs.count - 1
    var counts: [Int] = []
    for choice in choices.reversed() {
      let count = Int(choice[left])
      counts.append(count)
      left -= count
    }
    return (left, counts.reversed())
  }
}
