internal import PolicingDomain

/// Seconds on the street by district, class of unit and real hour, whole numbers all of them, so that
/// the order in which they are added has no part in the sums.
struct StreetCells {
  /// Seconds of units and of officers.
  struct Amount: Hashable {
    var units = 0
    var officers = 0

    static func += (lhs: inout Amount, rhs: Amount) {
      lhs.units += rhs.units
      lhs.officers += rhs.officers
    }

    static func - (lhs: Amount, rhs: Amount) -> Amount {
      Amount(units: lhs.units - rhs.units, officers: lhs.officers - rhs.officers)
    }
  }

  /// A district, by its place in a list, and a class.
  struct Row: Hashable {
    let district: Int
    let unitClass: UnitClass
  }

  private struct Key: Hashable {
    let row: Row
    let day: Int
  }

  private var places: [Key: Int] = [:]
  private var amounts: [Amount] = []
  private(set) var rows: Set<Row> = []
  private(set) var total = Amount()

  /// Adds `amount` to one real hour.
  mutating func add(_ amount: Amount, to row: Row, realHour: Int) {
    let (day, hour) = Self.split(realHour)
    let key = Key(row: row, day: day)
    let place: Int
    if let known = places[key] {
      place = known
    } else {
      place = amounts.count
      places[key] = place
      amounts += repeatElement(Amount(), count: 24)
      rows.insert(row)
    }
    amounts[place + hour] += amount
    total += amount
  }

  /// Notes that `row` is in the records, even if nobody was on the street.
  mutating func note(_ row: Row) { rows.insert(row) }

  /// Returns what is in one real hour.
  func amount(of row: Row, realHour: Int) -> Amount {
    let (day, hour) = Self.split(realHour)
    guard let place = places[Key(row: row, day: day)] else { return Amount() }
    return amounts[place + hour]
  }

  private static func split(_ realHour: Int) -> (day: Int, hour: Int) {
    let day = realHour >= 0 ? realHour / 24 : (realHour - 23) / 24
    return (day, realHour - day * 24)
  }
}
