import PolicingDomain
import TestSupport
import Testing
import WorkloadAnalysis

@Suite("Morgan Hill table")
struct MorganHillTests {
  /// Calls, units per call and minutes by category, police-initiated and other-initiated.
  ///
  /// Source: City of Morgan Hill, Public Safety Master Plan 2015, data analysis by CPSM, page 152.
  static let table: [(String, Int, Double, Double, Int, Double, Double)] = [
    ("Accidents", 31, 1.8, 31.7, 458, 2.3, 46.7),
    ("Alarm", 10, 2.0, 25.8, 1154, 1.7, 13.9),
    ("Animal calls", 13, 1.2, 16.5, 715, 1.2, 29.3),
    ("Assist", 40, 1.3, 25.4, 219, 2.0, 36.5),
    ("Check/investigation", 602, 1.3, 31.6, 1653, 1.7, 32.4),
    ("Crime–persons", 19, 2.1, 34.4, 983, 2.1, 47.9),
    ("Crime–property", 20, 1.5, 37.5, 758, 1.5, 38.1),
    ("Disturbance", 13, 2.5, 56.0, 1374, 2.1, 25.6),
    ("Juvenile", 0, 0, 0, 38, 1.8, 34.7),
    ("Medical", 4, 1.5, 66.7, 315, 2.0, 34.9),
    ("Miscellaneous", 529, 1.2, 31.6, 1131, 1.3, 32.3),
    ("Prisoner–arrest", 160, 2.2, 29.8, 353, 2.3, 55.6),
    ("Suspicious person/vehicle", 948, 1.4, 13.8, 1564, 1.8, 22.4),
    ("Traffic enforcement", 7027, 1.4, 17.5, 528, 1.4, 23.1),
  ]

  private func rows(_ origin: CallOrigin) -> [Workload.CategoryRow] {
    Self.table.map { name, ownCalls, ownUnits, ownMinutes, calls, units, minutes in
      let figures = origin == .officer ? (ownCalls, ownUnits, ownMinutes) : (calls, units, minutes)
      return Workload.CategoryRow(
        category: CallCategory(name), origin: origin, calls: figures.0, callsWithUnit: figures.0,
        unitsPerCall: figures.1, minutesPerUnit: figures.2,
        unitHours: UnitHours(Double(figures.0) * figures.1 * figures.2 / 60))
    }
  }

  private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  /// Source of truth: the printed totals of the same table: 9,416 calls, 1.4 units, 19.3 minutes;
  /// and, from page 156, a service time of 27.0 officer-minutes.
  @Test func `reproduces the totals of police-initiated calls`() {
    let totals = CategoryTotals(of: rows(.officer))
    #expect(totals.calls == 9416)
    #expect(rounded(totals.unitsPerCall) == 1.4)
    #expect(rounded(totals.minutesPerUnit) == 19.3)
    #expect(rounded(rounded(totals.unitsPerCall) * rounded(totals.minutesPerUnit)) == 27.0)
    #expect(totals.unitHours.value.rounded() == 4239)
  }

  /// Source of truth: the printed totals: 11,243 calls, 1.8 units, 30.8 minutes, 55.4
  /// officer-minutes; 10,363.9 unit-hours is the sum of the rows.
  @Test func `reproduces the totals of other-initiated calls`() {
    let totals = CategoryTotals(of: rows(.community))
    #expect(totals.calls == 11_243)
    #expect(rounded(totals.unitsPerCall) == 1.8)
    #expect(rounded(totals.minutesPerUnit) == 30.8)
    #expect(rounded(rounded(totals.unitsPerCall) * rounded(totals.minutesPerUnit)) == 55.4)
    #expect(rounded(totals.unitHours.value) == 10_363.9)
  }
}
