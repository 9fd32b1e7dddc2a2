import PolicingDomain

/// What responders take of a call of one category, by district and hour (FORMULATION 3).
struct ResponderShares {
  /// One responder's share of one category.
  struct Part {
    /// The responder's place in the study.
    let responder: Int
    let share: Responder.Share
  }

  /// What one part takes of a call.
  struct Taking {
    /// Where the part stands among those of the category.
    let part: Int
    let eligible: Double
    let inService: Double
    let taken: Double
  }

  let responders: [Responder]
  let eligibility: ResponderMix.Eligibility
  /// The share of each hour of the week in which a responder is in service.
  let inService: [[Double]]
  /// The parts of each category, in the order of the study.
  let parts: [CallCategory: [Part]]

  init(
    _ responders: [Responder], _ eligibility: ResponderMix.Eligibility, _ geography: Geography
  ) throws(RequirementsError) {
    let known = Set(geography.districts.map(\.id))
    var parts: [CallCategory: [Part]] = [:]
    for (place, responder) in responders.enumerated() {
      if let wrong = responder.districts.first(where: { !known.contains($0) }) {
        throw .responderElsewhere(responder.id, wrong)
      }
      try Self.check(responder)
      for share in responder.shares {
        parts[share.category, default: []].append(Part(responder: place, share: share))
      }
    }
    self.responders = responders
    self.eligibility = eligibility
    self.parts = parts
    inService = responders.map { Self.inService($0.window) }
    if eligibility == .disjoint { try checkSums(geography.districts.map(\.id)) }
  }

  private static func check(_ responder: Responder) throws(RequirementsError) {
    if let wait = responder.meanWait, !(wait > .zero && wait.value.isFinite) {
      throw .invalidFigure(
        what: "The mean wait of the responder \(responder.id)", value: wait.value)
    }
    if responder.busyShare <= .none {
      throw .invalidFigure(what: "The busy share of the responder \(responder.id)", value: 0)
    }
    for member in responder.crew {
      _ = try Figure("The crew of the responder \(responder.id)", member.count).checked()
    }
    for share in responder.shares {
      let name = "of the responder \(responder.id) for \(share.category)"
      let service = try Figure("The service time \(name)", share.service.value).checked()
      if service == 0 { throw .invalidFigure(what: "The service time \(name)", value: 0) }
      _ = try Figure("The delay before return \(name)", share.returnDelay.value).checked()
    }
  }

  /// The share of each hour of the week that a window covers; its dates do not matter.
  private static func inService(_ window: WeeklyWindow) -> [Double] {
    var shares = [Double](repeating: 0, count: HourOfWeek.count)
    for weekday in window.weekdays {
      for part in window.minutesByHour(startingOn: weekday) {
        shares[part.hour.index] += Double(part.minutes) / 60
      }
    }
    return shares.map { min(1, $0) }
  }

  func serves(_ responder: Int, _ district: District.ID) -> Bool {
    let districts = responders[responder].districts
    return districts.isEmpty || districts.contains(district)
  }

  /// Refuses categories of which several responders claim more than all calls in one hour.
  private func checkSums(_ districts: [District.ID]) throws(RequirementsError) {
    let wrong = parts.keys.sorted().filter { category in
      districts.contains { district in
        HourOfWeek.all.contains { hour in
          let sum = (parts[category] ?? []).reduce(0) { sum, part in
            let works =
              serves(part.responder, district) && inService[part.responder][hour.index] > 0
            return works ? sum + part.share.eligible.value : sum
          }
          return sum > 1 + 1e-9
        }
      }
    }
    if !wrong.isEmpty { throw .overlappingResponders(wrong) }
  }

  /// Returns what each part takes of a call of `category`, in the order of the study.
  ///
  /// Eligible shares are of all calls where they are disjoint, else of what is left; what is taken adds
  /// up to 1 at most.
  func takings(of category: CallCategory, in district: District.ID, hour: Int) -> [Taking] {
    var left = 1.0
    var takings: [Taking] = []
    for (place, part) in (parts[category] ?? []).enumerated() {
      guard serves(part.responder, district) else { continue }
      let eligible = part.share.eligible.value * (eligibility == .ordered ? left : 1)
      let served = eligible * inService[part.responder][hour]
      let taken = min(left, served * part.share.accepted.value)
      takings.append(
        Taking(part: place, eligible: eligible, inService: served, taken: taken))
      left -= taken
    }
    return takings
  }
}
