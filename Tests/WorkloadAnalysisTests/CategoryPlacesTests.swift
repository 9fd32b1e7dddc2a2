import PolicingDomain
import Testing
import WorkloadAnalysis

/// Calls of categories by district, and by hour.
@Suite("Categories by place")
struct CategoryPlacesTests {
  static let noise = CallCategory("noise")
  static let other = District.ID("002")

  /// Thirty-two calls, one of them without a clearance, one elsewhere and one by an officer.
  static func calls() throws -> [CallForService] {
    var calls: [CallForService] = []
    for number in 0..<15 {
      calls.append(
        try WorkloadTests.call(number, received: WorkloadTests.monday(1), minutes: 20))
      calls.append(
        try WorkloadTests.call(
          100 + number, received: WorkloadTests.monday(2), minutes: 40, district: other,
          units: 2, category: noise))
    }
    calls.append(
      try WorkloadTests.call(200, received: WorkloadTests.monday(3), minutes: nil, category: noise))
    calls.append(
      try WorkloadTests.call(
        201, received: WorkloadTests.monday(3), minutes: 60, district: .init("999")))
    calls.append(
      try WorkloadTests.call(202, received: WorkloadTests.monday(3), minutes: 60, origin: .officer))
    return calls
  }

  static func workload(_ calls: [CallForService]) throws -> Workload {
    try Workload(
      of: calls, during: WorkloadTests.week(), districts: [WorkloadTests.district, other])
  }

  /// Source of truth: worked by hand; the call without a clearance takes the mean of its kind, 40 minutes.
  @Test func `calls and work of a category stand in their district and hour`() throws {
    let rows = try Self.workload(Self.calls()).categoryPlaces
    #expect(rows.map(\.category) == [WorkloadTests.fight, Self.noise])
    #expect(rows.map(\.calls) == [[15, 0], [1, 15]])
    #expect(abs(rows[0].unitHours[0] - 5) < 1e-9)
    #expect(abs(rows[1].unitHours[1] - 20) < 1e-9 && rows[1].unitHours[0] > 0)
    #expect(rows[1].callsByHour[2] == 15 && rows[1].callsByHour[3] == 1)
    #expect(rows[0].callsByHour.reduce(0, +) == 16)
  }

  /// Source of truth: the tables by priority of the same workload.
  @Test func `categories hold the calls and the work of the tables by priority`() throws {
    let workload = try Self.workload(Self.calls())
    for (row, district) in workload.communityUnitHours.districts.enumerated() {
      let calls = workload.categoryPlaces.reduce(0) { $0 + $1.calls[row] }
      let work = workload.categoryPlaces.reduce(0) { $0 + $1.unitHours[row] }
      #expect(
        calls == workload.priorities.reduce(0) { $0 + $1.callsWithUnit.total(of: district) })
      let all = workload.priorities.reduce(0) { $0 + $1.unitHoursByArrival.total(of: district) }
      #expect(abs(work - all) < 1e-9)
    }
  }

  /// Source of truth: one tally of all calls.
  @Test func `tallies of parts give the same rows in any order`() throws {
    let calls = try Self.calls()
    let whole = try Self.workload(calls).categoryPlaces
    #expect(try Self.workload(calls.reversed()).categoryPlaces == whole)
    var first = WorkloadTally(
      period: try WorkloadTests.week(), districts: [WorkloadTests.district, Self.other])
    var second = first
    for (number, call) in calls.enumerated() {
      if number.isMultiple(of: 3) { first.add(call) } else { second.add(call) }
    }
    second.merge(first)
    #expect(second.finish(intervals: nil).categoryPlaces == whole)
  }
}
