/// One number for each district and hour of the week.
public struct HourlyTable: Hashable, Sendable {
  /// The districts, in the order of the rows.
  public let districts: [District.ID]
  /// The numbers, district by district, Monday midnight first.
  public private(set) var values: [Double]
  private let rows: [District.ID: Int]

  /// Creates a table of zeros.
  public init(districts: [District.ID]) {
    self.districts = districts
    values = [Double](repeating: 0, count: districts.count * HourOfWeek.count)
    rows = Dictionary(districts.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// Creates a table from numbers that are already in its order.
  ///
  /// - Precondition: There are 168 numbers for each district.
  public init(districts: [District.ID], values: [Double]) {
    precondition(values.count == districts.count * HourOfWeek.count, "168 numbers per district")
    self.init(districts: districts)
    self.values = values
  }

  /// Returns the row of `district`, or nothing if it is not in the table.
  public func row(of district: District.ID) -> Int? { rows[district] }

  /// The number for `district` and `hour`; 0 for a district that is not in the table.
  public subscript(district: District.ID, hour: HourOfWeek) -> Double {
    guard let row = rows[district] else { return 0 }
    return values[row * HourOfWeek.count + hour.index]
  }

  /// The sum over all districts and hours.
  public var total: Double { values.reduce(0, +) }

  /// Returns the sum over the hours of `district`.
  public func total(of district: District.ID) -> Double {
    guard let row = rows[district] else { return 0 }
    return values[row * HourOfWeek.count..<(row + 1) * HourOfWeek.count].reduce(0, +)
  }

  /// Returns the table with every number of hour h divided by `occurrences[h]`, or 0 where the
  /// hour never occurred.
  public func perOccurrence(_ occurrences: [Double]) -> HourlyTable {
    precondition(occurrences.count == HourOfWeek.count, "168 occurrences")
    let means = values.enumerated().map { position, value in
      let occurred = occurrences[position % HourOfWeek.count]
      return occurred > 0 ? value / occurred : 0
    }
    return HourlyTable(districts: districts, values: means)
  }

  /// Returns the table with every number multiplied by the factor of its district, in the order of
  /// ``districts``.
  ///
  /// - Precondition: There is a factor for each district.
  public func scaled(byDistrict factors: [Double]) -> HourlyTable {
    precondition(factors.count == districts.count, "A factor for each district")
    let scaled = values.enumerated().map { $1 * factors[$0 / HourOfWeek.count] }
    return HourlyTable(districts: districts, values: scaled)
  }

  /// Returns the table with every number multiplied by `factor`.
  public func scaled(by factor: Double) -> HourlyTable {
    HourlyTable(districts: districts, values: values.map { $0 * factor })
  }
}
