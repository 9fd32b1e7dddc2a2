/// What classes of customers ask of the servers, added up from the most urgent class on, with the
/// mean service time as the unit of time.
///
/// Tables are flat, with one row for each number of classes, from no class to all of them, and
/// one column for each number of servers from 1 to `widest`.
struct ServerDemand: Hashable, Sendable {
  /// The classes, most urgent first.
  let classes: [CustomerClass]
  /// The tasks that one busy server completes per unit of time.
  let serviceRate: Double
  /// The largest number of servers that any customer asks for.
  let widest: Int
  /// Arrivals of customers who ask for at least the servers of the column.
  let asking: [Double]
  /// The offered load of the first classes, in servers; one element more than there are classes.
  let loads: [Double]
  /// The sum of the last row of `asking` from its column on.
  let remaining: [Double]

  init(classes: [CustomerClass], serviceRate: Double) {
    precondition(serviceRate > 0 && serviceRate.isFinite, "A service rate is positive")
    self.classes = classes
    self.serviceRate = serviceRate
    widest = max(1, classes.map(\.servers.count).max() ?? 1)
    var asking = [Double](repeating: 0, count: (classes.count + 1) * widest)
    var loads = [0.0]
    for (row, one) in classes.enumerated() {
      let rate = one.arrivalRate / serviceRate
      var atLeast = 0.0
      var load = 0.0
      for column in stride(from: widest - 1, through: 0, by: -1) {
        if column < one.servers.count { atLeast += one.servers[column] }
        let sum = asking[row * widest + column] + rate * atLeast
        asking[(row + 1) * widest + column] = sum
        load += sum
      }
      loads.append(load)
    }
    self.asking = asking
    self.loads = loads
    var rest = 0.0
    var remaining = [Double](repeating: 0, count: widest)
    for column in stride(from: widest - 1, through: 0, by: -1) {
      rest += asking[classes.count * widest + column]
      remaining[column] = rest
    }
    self.remaining = remaining
  }

  /// The offered load of all classes, in servers.
  var load: Double { loads[classes.count] }

  /// The first column of the row of all classes.
  var allClasses: Int { classes.count * widest }
}
