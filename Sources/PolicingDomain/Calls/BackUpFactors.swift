/// How many units a call draws, by category and watch, where the export has no unit rows
/// (FORMULATION 2.1 and 4.8).
public struct BackUpFactors: Hashable, Sendable {
  private let unitsByHourOfDay: [CallCategory: [Double]]
  private let unitsOfOtherCategories: [Double]

  /// Creates factors.
  ///
  /// - Parameters:
  ///   - units: Units per call for each hour of the day, 24 numbers of at least 1 per category.
  ///   - others: The same for a category that is not listed.
  /// - Precondition: Every list has 24 numbers of at least 1.
  public init(units: [(category: CallCategory, byHourOfDay: [Double])], others: [Double]) {
    for list in units.map(\.byHourOfDay) + [others] {
      precondition(list.count == 24 && list.allSatisfy { $0 >= 1 }, "A call draws a unit at least")
    }
    unitsByHourOfDay = Dictionary(units.map { ($0.category, $0.byHourOfDay) }) { first, _ in first }
    unitsOfOtherCategories = others
  }

  /// One unit for every call.
  public static let single = BackUpFactors(
    units: [], others: [Double](repeating: 1, count: 24))

  /// Returns the units that a call of `category` draws when it comes in at `hour` of the day.
  public func units(for category: CallCategory, hourOfDay hour: Int) -> Double {
    (unitsByHourOfDay[category] ?? unitsOfOtherCategories)[hour]
  }

  /// Returns the expected units that a need for `officers` draws, when a share of the cars carries
  /// one officer and the others two: ⌈officers⌉ one-officer cars, or ⌈officers ÷ 2⌉ two-officer
  /// cars (FORMULATION 4.8).
  public static func expectedUnits(officers: Int, oneOfficerShare: Share) -> Double {
    let single = Double(max(1, officers))
    let double = Double(max(1, (officers + 1) / 2))
    return oneOfficerShare.value * single + oneOfficerShare.complement.value * double
  }
}
