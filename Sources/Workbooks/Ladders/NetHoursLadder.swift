import PolicingDomain

/// From the scheduled year of one officer to the hours on the street, as a workbook works it out again
/// (FORMULATION 5).
struct NetHoursLadder: Hashable {
  /// One item that takes hours.
  struct Item: Hashable {
    let name: String
    /// Tours a year, or hours a year for what is lost within tours that are worked.
    let amount: Double
    let source: String
  }

  let rank: String
  let tour: String
  let scheduledTours: Double
  let paidHoursPerTour: Double
  /// Paid hours of each tour that is worked and not spent on the street.
  let offStreetHoursPerTour: Double
  let offStreetName: String
  let absences: [Item]
  let withinTours: [Item]
  /// What the run found.
  let statedNetHours: Double

  /// Reads the ladder of the first tour of a rank; nothing where the table does not have it.
  init?(of rank: String, in table: ResultTable?) {
    guard let table, let ranks = table.words("rank"), let tours = table.words("tour"),
      let first = ranks.firstIndex(of: rank), let items = table.words("item"),
      let amounts = table.numbers("tours"), let hours = table.numbers("hours"),
      let sources = table.words("source")
    else { return nil }
    let rows = ranks.indices.filter { ranks[$0] == rank && tours[$0] == tours[first] }
    guard rows.count > 2, let last = rows.last, let scheduled = amounts[first], scheduled > 0,
      let paid = hours[first], let net = hours[last], let netTours = amounts[last]
    else { return nil }
    var absences: [Item] = []
    var within: [Item] = []
    for row in rows.dropFirst().dropLast() {
      if let tours = amounts[row] {
        absences.append(Item(name: items[row], amount: -tours, source: sources[row]))
      } else if let hours = hours[row] {
        within.append(Item(name: items[row], amount: -hours, source: sources[row]))
      }
    }
    guard let overhead = within.first, netTours > 0 else { return nil }
    self.rank = rank
    tour = tours[first]
    scheduledTours = scheduled
    paidHoursPerTour = paid / scheduled
    offStreetHoursPerTour = overhead.amount / netTours
    offStreetName = overhead.name
    self.absences = absences
    withinTours = Array(within.dropFirst())
    statedNetHours = net
  }

  /// Tours that are worked.
  var netTours: Double { scheduledTours - absences.reduce(0) { $0 + $1.amount } }

  /// Hours on the street.
  var netHours: Double {
    (paidHoursPerTour - offStreetHoursPerTour) * netTours
      - withinTours.reduce(0) { $0 + $1.amount }
  }
}
