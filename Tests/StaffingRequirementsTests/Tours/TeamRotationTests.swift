import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Rotations of teams")
struct TeamRotationTests {
  private func rotation(
    _ groups: [String: Int],
    relief: [String: [String]] = [
      "E": ["10", "30"], "F": ["20", "40"],
    ], cycle: DayOffRotation? = PublishedSchedules.fourTwo
  ) throws -> TeamRotation {
    let own = ["A": ["10"], "B": ["20"], "C": ["30"], "D": ["40"]]
    return TeamRotation(
      name: "test",
      teams: groups.keys.sorted().map { name in
        TeamRotation.Team(
          name: name, group: DayOffGroup("\(groups[name] ?? 0)"),
          duties: own[name] ?? relief[name] ?? [])
      }, rotation: try #require(cycle), provenance: PublishedSchedules.source)
  }

  /// The teams that cover 10, 20, 30 and 40 on the day on which these groups are off.
  private func column(_ check: TeamRotationCheck, off groups: [Int]) throws -> String {
    let names = Set(groups.map { DayOffGroup("\($0)") })
    let days = check.days.filter { Set($0.groupsOff) == names }
    let first = try #require(days.first)
    for day in days { #expect(day.cover == first.cover) }
    let order = ["10", "20", "30", "40"]
    return order.compactMap { duty in
      check.duties.firstIndex(of: duty).map { first.cover[$0].joined(separator: "&") }
    }.joined()
  }

  private let pairs = [[61, 62], [62, 63], [63, 64], [64, 65], [65, 66], [66, 61]]

  /// Source of truth: published: directive D20-02, rotation of the series 61/63/65, every cell.
  @Test func `series 61-63-65 is covered as published`() throws {
    let check = TeamRotationCheck(
      of: try rotation(["A": 61, "B": 63, "C": 65, "D": 61, "E": 63, "F": 65]))
    let expected = ["EBCF", "AFCD", "AFCD", "ABED", "ABED", "EBCF"]
    for (pair, cover) in zip(pairs, expected) {
      #expect(try column(check, off: pair) == cover, "\(pair)")
    }
    #expect(check.holds)
    #expect(check.teams.allSatisfy { $0.on == 4 && $0.off == 2 && $0.covering == 4 })
  }

  /// Source of truth: published: directive D20-02, rotation of the series 62/64/66, every cell, and its
  /// rows of teams off.
  @Test func `series 62-64-66 is covered as published`() throws {
    let check = TeamRotationCheck(
      of: try rotation(["A": 62, "B": 64, "C": 66, "D": 62, "E": 64, "F": 66]))
    let expected = ["EBCF", "EBCF", "AFCD", "AFCD", "ABED", "ABED"]
    let off = [["A", "D"], ["A", "D"], ["B", "E"], ["B", "E"], ["C", "F"], ["C", "F"]]
    for (position, pair) in pairs.enumerated() {
      #expect(try column(check, off: pair) == expected[position], "\(pair)")
      let day = check.days.first { Set($0.groupsOff) == Set(pair.map { DayOffGroup("\($0)") }) }
      #expect(day?.off == off[position])
    }
    #expect(check.holds)
    #expect(check.days.map { $0.groupsOff.map(\.description) }.contains(["61", "62"]))
    #expect(check.days.map { $0.groupsOff.map(\.description) }.contains(["66", "61"]))
  }

  /// Source of truth: published: notice D14-10, matrix of field assignments of the seven squads; on
  /// three days the relief of the rapid squad is the one that no sector needs.
  @Test func `the seven squads are covered as published`() throws {
    let check = TeamRotationCheck(
      of: try rotation(
        ["A": 71, "B": 73, "C": 75, "D": 77, "E": 74, "F": 76, "G": 72],
        relief: ["E": ["10", "40"], "F": ["20", "40"], "G": ["30", "40"]],
        cycle: PublishedSchedules.squads))
    let triples = [
      [71, 72, 73], [72, 73, 74], [73, 74, 75], [74, 75, 76], [75, 76, 77], [76, 77, 71],
      [77, 71, 72],
    ]
    let expected = ["EFCD", "AFCD", "AFGD", "ABGD", "ABGE", "EBCG", "EBCF"]
    for (triple, cover) in zip(triples, expected) {
      #expect(try column(check, off: triple) == cover, "\(triple)")
    }
    #expect(check.holds)
    #expect(check.days.allSatisfy { $0.groupsOff.count == 3 })
  }

  /// Source of truth: constructed: with A and C off together, E would have to relieve two sectors.
  @Test func `a relief team that is needed twice is found`() throws {
    let check = TeamRotationCheck(
      of: try rotation(["A": 61, "B": 63, "C": 61, "D": 61, "E": 63, "F": 65]))
    #expect(!check.holds)
    #expect(check.findings.contains { $0.contains("needed twice") })
  }

  /// Source of truth: constructed.
  @Test func `a duty that nobody covers, one that two cover, and an unknown group are found`()
    throws
  {
    let alone = TeamRotationCheck(of: try rotation(["A": 61, "E": 61]))
    #expect(alone.findings.contains { $0.contains("nobody covers 10") })
    let twice = TeamRotation(
      name: "twice",
      teams: ["61", "62"].map { .init(name: $0, group: DayOffGroup($0), duties: ["10"]) },
      rotation: try #require(PublishedSchedules.fourTwo), provenance: PublishedSchedules.source)
    #expect(TeamRotationCheck(of: twice).findings.contains { $0.contains("several teams") })
    let unknown = TeamRotationCheck(of: try rotation(["A": 99]))
    #expect(unknown.findings.contains { $0.contains("99") })
  }
}
