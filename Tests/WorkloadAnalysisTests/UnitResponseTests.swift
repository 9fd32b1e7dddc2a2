import PolicingDomain
import TestSupport
import Testing
import WorkloadAnalysis

/// Work unit by unit, by hand.
@Suite("Units on calls")
struct UnitResponseTests {
  static let one = District.ID("001")
  static let two = District.ID("002")

  static func at(_ minute: Int) -> LocalTime {
    LocalTime(seconds: MadeUpCalls.firstDay.dayNumber * 86_400 + minute * 60)
  }

  static func call(
    _ id: Int, _ responses: [UnitResponse], origin: CallOrigin = .community,
    outcome: CallOutcome = .served, district: District.ID = one, closed: LocalTime? = nil,
    dispatched: LocalTime? = nil
  ) -> CallForService {
    CallForService(
      id: "\(id)", received: at(600), dispatched: dispatched, priority: CallPriority(2),
      category: CallCategory("fight"), origin: origin, district: district, closed: closed,
      outcome: outcome, responses: responses)
  }

  static func unit(
    _ unitClass: UnitClass, home: District.ID? = one, officers: Int? = nil, sent: Int?,
    arrived: Int? = nil, free: Int?
  ) -> UnitResponse {
    UnitResponse(
      unitClass: unitClass, home: home, officers: officers, dispatched: sent.map(at),
      arrived: arrived.map(at), cleared: free.map(at))
  }

  static func workload(
    _ calls: [CallForService], assumptions: WorkloadAssumptions = WorkloadAssumptions()
  ) throws -> Workload {
    let period = try #require(
      StudyPeriod(from: MadeUpCalls.firstDay, through: MadeUpCalls.firstDay.advanced(by: 6)))
    return Workload(
      of: calls, during: period, districts: [one, two], assumptions: assumptions)
  }

  /// Source of truth: by hand: 60 + 30 + 15 minutes by three units of two districts.
  @Test func `every unit counts with its own time, class and home`() throws {
    let workload = try Self.workload([
      Self.call(
        1,
        [
          Self.unit(.beat, officers: 2, sent: 600, free: 660),
          Self.unit(.beat, home: Self.two, officers: 1, sent: 605, free: 635),
          Self.unit(.supervisor, home: nil, sent: 610, free: 625),
        ]),
      Self.call(2, [Self.unit(.tactical, sent: 700, free: 760)], origin: .officer),
    ])
    #expect(agrees(workload.totalUnitHours.value, 2.75))
    let beat = try #require(
      workload.classes.first { $0.unitClass == .beat && $0.origin == .community })
    #expect(agrees(beat.unitHours.value, 1.5))
    #expect(agrees(beat.officerHours.value, 2.5))
    #expect(agrees(try #require(beat.crew), 2.5 / 1.5))
    #expect(beat.unitsSent == 2)
    let fromTwo = try #require(workload.matrix.first { $0.supply == .district(Self.two) })
    #expect(fromTwo.need == .district(Self.one) && agrees(fromTwo.community.value, 0.5))
    let unknown = try #require(workload.matrix.first { $0.supply == .unknown })
    #expect(agrees(unknown.community.value, 0.25))
    let credit = workload.patrolCredit
    #expect(agrees(credit.patrol.value, 1.5))
    #expect(credit.credits.map(\.unitClass) == [.supervisor])
    #expect(agrees(try #require(credit.patrolShare).value, 1.5 / 1.75))
    #expect(workload.categories.first { $0.origin == .community }?.unitsPerCall == 3)
    #expect(workload.backUpUnitHours == .zero)
  }

  /// Source of truth: by hand.
  ///
  /// Thirty units travel 10 minutes and stay 20. One has no clearance: its 6 minutes of travel are
  /// kept, and the mean on scene, (30 × 20 + 50) ÷ 31, imputed. One has no dispatch: its 50 minutes
  /// on scene are kept, and the mean travel, (30 × 10 + 6) ÷ 31, imputed. One has neither: 30.
  @Test func `what is known of a unit's time is kept and only the rest imputed`() throws {
    var calls = (0..<30).map {
      Self.call($0, [Self.unit(.beat, sent: 600, arrived: 610, free: 630)])
    }
    calls.append(Self.call(100, [Self.unit(.beat, sent: 600, arrived: 606, free: nil)]))
    calls.append(Self.call(101, [Self.unit(.beat, sent: nil, arrived: 700, free: 750)]))
    calls.append(Self.call(102, [Self.unit(.beat, sent: 600, free: nil)]))
    let workload = try Self.workload(calls)
    let imputed = 650.0 / 31 + 306.0 / 31 + 30
    #expect(agrees(workload.totalUnitHours.value * 60, 900 + 6 + 50 + imputed))
    #expect(agrees(workload.imputedUnitHours.value * 60, imputed))
    let kind = "the same category, priority and class of unit"
    #expect(
      workload.imputationNotes == [
        "1 units took the mean unit time of \(kind)",
        "1 units took the mean travel time of \(kind)",
        "1 units took the mean time on scene of \(kind)",
      ])
    let time = try #require(workload.imputation.quantities.first)
    #expect(time.quantity == .unitTime && time.observed == 30 && time.missing == 3)
    #expect(agrees(time.mean.minutes, (956 + imputed) / 33))
  }

  /// Source of truth: by hand: tactical units stay an hour, beat cars half; each class takes its own
  /// mean, and a class with fewer than thirty takes that of all classes of its calls.
  @Test func `a missing time is taken from the same class of unit`() throws {
    var calls = (0..<30).flatMap { number in
      [
        Self.call(number, [Self.unit(.beat, sent: 600, free: 630)]),
        Self.call(1000 + number, [Self.unit(.tactical, sent: 600, free: 660)]),
      ]
    }
    calls.append(Self.call(2000, [Self.unit(.tactical, sent: 600, free: nil)]))
    calls.append(Self.call(2001, [Self.unit(.wagon, sent: 600, free: nil)]))
    let workload = try Self.workload(calls)
    func minutes(_ unitClass: UnitClass) -> Double {
      workload.classes.filter { $0.unitClass == unitClass }.total(\.unitHours).value * 60
    }
    #expect(agrees(minutes(.tactical), 31 * 60))
    #expect(agrees(minutes(.wagon), 45))
    let wagon = try #require(workload.classes.first { $0.unitClass == .wagon })
    #expect(wagon.reliability.flag == "n < 30, mostly imputed")
  }

  /// Source of truth: by hand: each call is of one kind, and the waits add up.
  @Test func `unmet demand is counted by what became of the call`() throws {
    let sent = Self.unit(.beat, sent: 700, free: 730)
    let workload = try Self.workload([
      Self.call(1, [], outcome: .cancelled, closed: Self.at(630)),
      Self.call(2, [], outcome: .elsewhere, closed: Self.at(606)),
      Self.call(3, []),
      Self.call(4, [sent], dispatched: Self.at(700)),
      Self.call(5, [sent], outcome: .cancelled, dispatched: Self.at(612)),
      Self.call(6, [sent], dispatched: Self.at(660)),
      Self.call(7, [sent], outcome: .duplicate),
      Self.call(8, [], origin: .officer),
    ])
    let rows = workload.unmet.rows
    #expect(
      rows.map(\.kind) == [.cancelledBefore, .cancelledAfter, .neverSent, .elsewhere, .held])
    #expect(rows.map(\.calls) == [1, 1, 1, 1, 1])
    #expect(rows.map(\.callsWithWait) == [1, 1, 0, 1, 1])
    for (row, minutes) in zip(rows, [30.0, 12, 0, 6, 100]) {
      #expect(agrees(row.waited.minutes, minutes), "\(row.kind)")
      #expect(row.priority == CallPriority(2) && row.district == Self.one)
    }
    #expect(workload.callsWithoutUnit == 3)
    #expect(workload.duplicateCalls == 1 && workload.callCount == 7)
    #expect(agrees(workload.duplicateUnitHours.value, 0.5))
    #expect(agrees(workload.totalUnitHours.value, 1.5))
    #expect(workload.unmet.byPriority(.held).map(\.calls) == [1])
  }

  /// Source of truth: by hand: the night of spring: from 01:50 to 03:10 are twenty minutes.
  @Test func `the hour that the clock skips is no work`() throws {
    let period = try TallyMergeTests.period()
    let night = LocalTime(seconds: MadeUpCalls.firstDay.advanced(by: 69).dayNumber * 86_400)
    let call = CallForService(
      id: "1", received: night.advanced(bySeconds: 6600),
      dispatched: night.advanced(bySeconds: 6600), cleared: night.advanced(bySeconds: 11_400),
      category: CallCategory("fight"), district: Self.one)
    let workload = Workload(of: [call], during: period, districts: [Self.one])
    let sunday = Weekday.sunday
    #expect(agrees(workload.totalUnitHours.value, 1.0 / 3))
    #expect(agrees(workload.communityUnitHours[Self.one, .init(sunday, hour: 1)], 1.0 / 6))
    #expect(workload.communityUnitHours[Self.one, .init(sunday, hour: 2)] == 0)
    #expect(agrees(workload.communityUnitHours[Self.one, .init(sunday, hour: 3)], 1.0 / 6))
  }
}
