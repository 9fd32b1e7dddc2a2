import LinearProgramming
import PolicingDomain
import StaffAllocation
import TestSupport
import Testing

/// The programs of a tiny fit and of a tiny transition as text, read by a person.
@Suite("Programs of fits and transitions")
struct ProgramsOfYearsAndToursTests {
  /// Source of truth: by hand: one tour, two groups in turn, two hours of which nobody reaches one.
  @Test func `a fit on a page`() throws {
    let rotation = try #require(
      DayOffRotation(daysOn: 1, daysOff: 1, groups: [DayOffGroup("A"), DayOffGroup("B")]))
    let tour = Tour(
      id: .init("day"), watch: nil, start: Hours(8), length: Hours(8), paid: Hours(8),
      meal: .zero, rollCall: .zero, relief: .zero, checkOff: .zero)
    let schedule = TourSchedule(
      id: .init("turns"), title: "turns", tours: [tour], rotation: rotation,
      provenance: TransitionFixture.source)
    let cells = [
      CoverageCell(
        hour: HourOfWeek(wrapping: 8), day: 0, shares: [1, 0], required: 3, occurrences: 7),
      CoverageCell(
        hour: HourOfWeek(wrapping: 32), day: 1, shares: [0, 0.5], required: 2, occurrences: 7),
      CoverageCell(
        hour: HourOfWeek(wrapping: 2), day: 0, shares: [0, 0], required: 1, occurrences: 14),
    ]
    let question = TourFitQuestion(
      schedule: schedule, cells: cells, calendarDays: 14, presence: 0.8)
    try expectGolden("\(try question.program(covering: true))\n", "TourFit.lp.txt")
    // 3 / 0.8 of group A and 2 / (0.8 · 0.5) of group B.
    let fit = try TourFit(of: question)
    #expect(agrees(fit.officersToCover.value, 3.75 + 5, within: 1e-6))
    #expect(fit.decidingHour == HourOfWeek(wrapping: 32))
  }

  /// Source of truth: by hand: two years, officers hired with half a year to solo, a sergeant promoted,
  /// and a desk of which a part can be converted.
  @Test func `a transition on a page`() throws {
    let question = TransitionFixture.question(
      years: 2, months: 6, limit: 4, budget: 7000, converting: true, seats: 5, moves: 3,
      authorized: 60, cut: 0.2)
    try expectGolden("\(try question.program())\n", "Transition.lp.txt")
  }
}
