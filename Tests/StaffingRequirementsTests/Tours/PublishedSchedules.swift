import PolicingDomain

/// Schedules of the tests, written down from their sources.
enum PublishedSchedules {
  static let source = Provenance(
    source: "CPD directives E02-02, D20-02, D14-10", date: "2021-05-27")

  static func tour(
    _ name: String, watch: String?, start: Double, length: Double, paid: Double,
    rollCall: Double = 0.75, meal: Double = 0.5
  ) -> Tour {
    Tour(
      id: .init(name), watch: watch.map { Watch.ID($0) }, start: Hours(start),
      length: Hours(length), paid: Hours(paid), meal: Hours(meal), rollCall: Hours(rollCall),
      relief: Hours(0.25), checkOff: Hours(0.25))
  }

  static func days(_ text: String) -> [Bool] { text.map { $0 == "1" } }

  static func groups(_ names: [Int]) -> [DayOffGroup] { names.map { DayOffGroup("\($0)") } }

  static func schedule(
    _ name: String, _ tours: [Tour], _ rotation: DayOffRotation?,
    limits: ScheduleLimits = ScheduleLimits()
  ) throws -> TourSchedule {
    guard let rotation else { throw Unusable() }
    return TourSchedule(
      id: .init(name), title: name, tours: tours, rotation: rotation, limits: limits,
      provenance: source)
  }

  /// 8.5 hours, five on two off, groups 8 to 14: Sa/Su, Fr/Sa, Su/Mo, Mo/Tu, Tu/We, We/Th, Th/Fr.
  static func fixed() throws -> TourSchedule {
    try schedule(
      "8.5", [tour("second", watch: "second", start: 7, length: 8.5, paid: 8)],
      DayOffRotation(
        pattern: days("1111100"), groups: groups(Array(8...14)), starts: [0, 6, 1, 2, 3, 4, 5]))
  }

  static let fourTwo = DayOffRotation(
    daysOn: 4, daysOff: 2, groups: groups([61, 62, 63, 64, 65, 66]))

  /// 9 hours, four on two off, early and late on three watches.
  static func nine() throws -> TourSchedule {
    let starts: [(String, Double)] = [
      ("first", 22), ("first", 23), ("second", 6), ("second", 7), ("third", 14), ("third", 15),
    ]
    return try schedule(
      "9.0",
      starts.map { tour("\($0.0)-\($0.1)", watch: $0.0, start: $0.1, length: 9, paid: 8.5) },
      fourTwo)
  }

  static let squads = DayOffRotation(
    pattern: days("111110001111100011111000111110000111100001111 0000".filter { $0 != " " }),
    groups: groups([71, 72, 73, 74, 75, 76, 77]), starts: [2, 44, 37, 30, 23, 16, 9])

  /// 10.5 hours, three times 5 on 3 off, once 5 on 4 off, twice 4 on 4 off.
  static func ten() throws -> TourSchedule {
    let starts: [(String, Double)] = [
      ("day", 5.5), ("day", 7), ("day", 9), ("night", 16.5), ("night", 18.5), ("night", 20),
    ]
    return try schedule(
      "10.5",
      starts.map { tour("\($0.0)-\($0.1)", watch: $0.0, start: $0.1, length: 10.5, paid: 10) },
      squads, limits: ScheduleLimits(startsPerWatch: 3))
  }

  /// 12 hours, 2-2-3.
  static func twelve() throws -> TourSchedule {
    try schedule(
      "12",
      [
        tour("day", watch: "day", start: 6, length: 12, paid: 12),
        tour("night", watch: "night", start: 18, length: 12, paid: 12),
      ],
      DayOffRotation(
        pattern: days("11001110011000"), groups: [DayOffGroup("A"), DayOffGroup("B")],
        starts: [0, 7]))
  }

  struct Unusable: Error {}
}
