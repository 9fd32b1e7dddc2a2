/// Units of one district on the street during one watch of one weekday: required, deployed or planned.
public struct UnitsOnStreet: Hashable, Sendable {
  /// The district.
  public let district: District.ID
  /// The watch.
  public let watch: Watch.ID
  /// The weekday.
  public let weekday: Weekday
  /// The units; not necessarily whole.
  public let units: Double

  /// Creates units.
  public init(district: District.ID, watch: Watch.ID, weekday: Weekday, units: Double) {
    self.district = district
    self.watch = watch
    self.weekday = weekday
    self.units = units
  }

  /// Returns the units of requirements.
  public static func all(_ requirements: [UnitRequirement]) -> [UnitsOnStreet] {
    requirements.map {
      UnitsOnStreet(district: $0.district, watch: $0.watch, weekday: $0.weekday, units: $0.units)
    }
  }
}

extension [UnitsOnStreet] {
  /// Returns the unit-hours of each district in a week; units of a watch that is not in `watches` are
  /// left out.
  public func unitHours(_ watches: [Watch]) -> [District.ID: UnitHours] {
    var sums: [District.ID: UnitHours] = [:]
    for entry in self {
      let length = watches.first { $0.id == entry.watch }?.length ?? 0
      sums[entry.district, default: .zero] += UnitHours(entry.units * Double(length))
    }
    return sums
  }
}
