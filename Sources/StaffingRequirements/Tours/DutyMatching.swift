/// Relief teams matched with the duties that need them, each at most once.
///
/// Augmenting paths from each duty in turn (J. Edmonds, "Paths, trees, and flowers", *Canad. J.
/// Math.* 17 (1965), in its bipartite form), so that as many duties are relieved as is possible.
struct DutyMatching {
  /// The team of each duty; nothing where it is not relieved.
  private(set) var teamOfDuty: [Int?]

  /// Matches duties with teams.
  ///
  /// - Parameter choices: The teams that may relieve each duty, the preferred ones first.
  /// - Complexity: O(duties × choices).
  init(choices: [[Int]]) {
    teamOfDuty = [Int?](repeating: nil, count: choices.count)
    var dutyOfTeam: [Int: Int] = [:]
    func place(_ duty: Int, _ tried: inout Set<Int>) -> Bool {
      for team in choices[duty] where tried.insert(team).inserted {
        if let holder = dutyOfTeam[team], !place(holder, &tried) { continue }
        dutyOfTeam[team] = duty
        return true
      }
      return false
    }
    for duty in choices.indices {
      var tried: Set<Int> = []
      _ = place(duty, &tried)
    }
    for duty in choices.indices {
      teamOfDuty[duty] = choices[duty].first { dutyOfTeam[$0] == duty }
    }
  }
}
