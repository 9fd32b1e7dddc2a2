import Rollcall
import TestSupport
import Testing

@Suite("Bundled schedules")
struct BundledSchedulesTests {
  /// Source of truth: published: tours and paid hours a year of the schedules of Chicago (E02-02 and
  /// D14-10), and 365 × the share of days on of the others.
  @Test(arguments: [
    ("chicago-8.5-fixed", 260.71, 2085.7), ("chicago-8.5-rotating", 260.71, 2085.7),
    ("chicago-9.0", 243.33, 2068.3), ("chicago-10.5", 208.57, 2085.7),
    ("twelve-hour-2-2-3", 182.5, 2190), ("four-tens", 208.57, 2085.7),
    ("five-eights", 260.71, 2085.7),
  ])
  func `a bundled schedule has its tours and paid hours`(
    name: String, tours: Double, paid: Double
  ) throws {
    let schedule = try TourSchedules().schedule(name)
    let figures = try ScheduleFigures(of: schedule)
    #expect(abs(figures.scheduledTours - tours) < 0.005)
    #expect(abs(figures.paidHours.value - paid) < 0.05)
    #expect(!schedule.provenance.source.isEmpty)
  }

  /// Source of truth: by hand: fixed groups keep their weekdays; group 9 has Friday and Saturday off,
  /// group 14 Thursday and Friday.
  @Test func `fixed groups have the weekdays off that the directive names`() throws {
    let rotation = try TourSchedules().schedule("chicago-8.5-fixed").rotation
    let off: [String: [Int]] = [
      "8": [5, 6], "9": [4, 5], "10": [0, 6], "11": [0, 1], "12": [1, 2], "13": [2, 3],
      "14": [3, 4],
    ]
    for (position, group) in rotation.groups.enumerated() {
      let days = (0..<7).filter { !rotation.isOn(groupAt: position, phase: $0) }
      #expect(days == off[group.description], "\(group)")
    }
  }

  /// Source of truth: constructed: some tour of every schedule reaches every hour of the day.
  @Test func `every hour of the day is reached by some tour`() throws {
    for schedule in try TourSchedules().schedules {
      let coverage = ScheduleCoverage(of: schedule)
      let cells = coverage.cells(required: [Double](repeating: 1, count: 168))
      #expect(cells.allSatisfy { $0.shares.reduce(0, +) > 0.2 }, "\(schedule.id)")
    }
  }

  @Test func `the bundled rotations of teams hold`() throws {
    let checks = try TourSchedules().checks(of: nil)
    #expect(checks.map(\.name) == ["61-63-65", "62-64-66", "71-77"])
    for check in checks { #expect(check.holds, "\(check.findings)") }
  }

  @Test func `a name that there is not is answered with the nearest one`() throws {
    do {
      _ = try TourSchedules().schedule("chicago-9.O")
      Issue.record("found")
    } catch {
      #expect(error.description.contains("did you mean `chicago-9.0`?"))
    }
  }
}
