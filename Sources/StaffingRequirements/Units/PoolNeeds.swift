import PolicingDomain

/// What the districts of a pool need over some hours: each its own, and their share of the wait that
/// all calls have in common.
///
/// The units for the wait, and for wait and travel, are whole numbers for the pool. They are shared out
/// in proportion to the units that each district's calls keep busy, and shares are not rounded. A
/// district needs the largest of its share and its own needs, so that the pool has at least as many
/// units as its calls ask for.
struct PoolNeeds {
  let hours: [HourOfWeek]
  /// The need for wait, or for wait and travel, whichever is larger.
  let hardest: TimeNeed
  /// Units of the pool by which the need for waiting was raised.
  private(set) var raisedBy = 0.0
  /// The share of each member.
  let shares: [Double]
  private let own: [UnitNeeds]
  private let response: Double?
  private(set) var waiting: Double?

  init(of members: [DistrictNeeds], waiting: TimeNeed, response: TimeNeed, hours: [HourOfWeek]) {
    self.hours = hours
    self.waiting = waiting.units.map { Double($0) }
    self.response = response.units.map { Double($0) }
    hardest = (response.units ?? 0) > (waiting.units ?? 0) ? response : waiting
    own = members.map { $0.own(during: hours) }
    let loads = members.count == 1 ? [1] : members.map { $0.load(during: hours) }
    let load = loads.reduce(0, +)
    shares = loads.map { load > 0 ? $0 / load : 1 / Double(loads.count) }
  }

  /// What each member needs.
  var members: [UnitNeeds] { members(waiting: waiting) }

  /// The units of all members.
  var units: Double { members.reduce(0) { $0 + $1.units } }

  /// The units of all members that make up whole ones; shares that add up to a whole number may miss
  /// it by the last digit.
  var wholeUnits: Double { (units + 1e-9).rounded(.down) }

  /// Raises the need for waiting until the pool has one unit more.
  mutating func raise() {
    let goal = wholeUnits + 1
    let before = waiting ?? 0
    var raised = before
    while members(waiting: raised).reduce(0, { $0 + $1.units }) < goal - 1e-9 { raised += 1 }
    raisedBy += raised - before
    waiting = raised
  }

  private func members(waiting: Double?) -> [UnitNeeds] {
    zip(own, shares).map { own, share in
      var needs = own
      needs.waiting = waiting.map { $0 * share }
      needs.response = response.map { $0 * share }
      return needs
    }
  }
}
