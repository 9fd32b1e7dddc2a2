extension Explainer {
  /// Explains the positions of a group.
  func explain(group id: PositionGroup.ID) -> Explanation {
    guard let group = groups[id], let need = needs[id] else {
      return Explanation(item: "group:\(id)", title: "\(id)", answer: nil)
    }
    let section = results.study.organization.sections.first { $0.id == group.section }
    var explanation = Explanation(
      item: "group:\(id)",
      title: "\(id): \(group.function), \(title(of: group.rank)), "
        + "\(section?.name ?? group.section.description), \(section?.bureau.description ?? "")",
      answer: answer(group, need))
    explanation.formula = Self.formula(of: group)
    explanation.calculation = need.reason
    explanation.certainty = certainty(group)
    explanation.inputs = inputs(group)
    explanation.binding = binding(group)
    let provenances = explanation.inputs.compactMap(\.provenance)
    explanation.assumptions = assumptions(of: provenances + [group.provenance])
    explanation.notes = notes(on: provenances) + notes(group)
    if follows(fromCalls: group) { explanation.data = dataOfCalls }
    if let place = group.provenance.place { explanation.data.append("stated in \(place)") }
    explanation.related = ["section:\(group.section)", "hours:\(group.rank)", "rank:\(group.rank)"]
    return explanation
  }

  func title(of rank: Rank.ID) -> String {
    results.study.organization.ranks.first { $0.id == rank }?.title ?? rank.description
  }

  private func answer(_ group: PositionGroup, _ need: PositionRequirement) -> String {
    let required = filled(group.id, results.required) ?? need.positions.value
    let word =
      group.basis.isDecided
      ? "decided, not required" : group.supply == .held ? "held seats" : "required"
    var text = "\(required.counted("position", "positions")) \(word)"
    if let recommended = filled(group.id, results.recommended) {
      text += "; \(recommended.written()) filled in the recommended plan"
      let short = required - recommended
      if short > 1e-3 { text += ", \(short.written()) short" }
    }
    return text
  }

  private func follows(fromCalls group: PositionGroup) -> Bool {
    switch group.basis {
    case .coverage, .spanOverTours, .callWorkload, .ratio(of: .callsPerYear, _): true
    default: false
    }
  }

  private func certainty(_ group: PositionGroup) -> String {
    guard follows(fromCalls: group) else {
      return
        "follows from figures that the study states: n, an interval and a share imputed do not "
        + "apply; see how the sources differ"
    }
    guard results.reasonAgainstIntervals == nil, group.basis.isSizedByTours,
      let range = relativeInterval(of: group.section)
    else {
      return certaintyOfCalls(interval: nil)
    }
    let words = "\((range.lowerBound * 100).written(1)) to \((range.upperBound * 100).written(1)) %"
    return certaintyOfCalls(
      interval: "officer-hours required lie between \(words) of the estimate (sampling and "
        + "imputation, 90 %)")
  }

  /// The officer-hours required of a district at the ends of their interval, over those required.
  private func relativeInterval(of section: Section.ID) -> ClosedRange<Double>? {
    let own = results.units.filter { $0.district.description == section.description }
    let all = own.reduce(0) { $0 + $1.units * $1.crew }
    guard all > 0, own.contains(where: { $0.interval != nil }) else { return nil }
    let low = own.reduce(0) { $0 + ($1.interval?.lowerBound ?? $1.units) * $1.crew }
    let high = own.reduce(0) { $0 + ($1.interval?.upperBound ?? $1.units) * $1.crew }
    return low / all...max(low, high) / all
  }

  /// The formula of a basis, in words.
  static func formula(of group: PositionGroup) -> String {
    switch group.basis {
    case .coverage:
      "the fewest officers on tours and day-off groups such that Σ presence × share of the hour on the "
        + "street × officers ≥ officers required, in every hour and phase of the rotation "
        + "(FORMULATION 7.1); cross-check: officer-hours a year ÷ net street hours (5.4)"
    case .spanOverTours:
      "one sergeant for each span of officers on the same tour and day-off group (unity of command), "
        + "and the field minimum on each watch (7.3)"
    case .workload: "hours of work a year ÷ net available hours (6)"
    case .callWorkload: "calls a year × hours a call ÷ net available hours (6)"
    case .spanOfControl: "positions supervised ÷ span of control (6)"
    case .ratio: "the driver ÷ the number of it for one position (6)"
    case .fixedPost: "posts × hours a week × 365/7 ÷ net available hours (5.4 and 6)"
    case .custody:
      "Σ over the hours of a week of the larger of the posts and the people whom arrests keep busy, "
        + "× 365/7 ÷ net available hours (6)"
    case .caseload:
      "the larger of: hours of the cases ÷ net available hours, with hours = Σ types new cases × "
        + "(triage + workable share × hours by age) + cases carried over + court + call-outs; and the "
        + "people on call (6)"
    case .fixedCount: "a number that follows from the organization (6)"
    case .policySet: "a level that somebody decided; no work requires it (6)"
    }
  }

  private func inputs(_ group: PositionGroup) -> [Explanation.Input] {
    var inputs: [Explanation.Input] = []
    let source = group.provenance
    func add(_ name: String, _ value: String, item: String? = nil) {
      inputs.append(Explanation.Input(name, value, from: source, item: item))
    }
    switch group.basis {
    case .coverage: inputs += streetInputs(group)
    case .spanOverTours(let span):
      add("span of control", "\(span.written()) officers for each sergeant")
      inputs.append(
        Explanation.Input(
          "officers on tours", "of the district", item: "group:\(patrol(group.section))"))
    case .workload(let hours): add("work", "\(hours.written(1)) hours a year")
    case .callWorkload(let priority, let hours):
      add("time of a call", "\(hours.written()) hours each of \(priority)")
    case .spanOfControl(let over, let span):
      add("span of control", "\(span.written()) positions for each")
      inputs += over.map(groupInput)
    case .ratio(let driver, let per):
      add("ratio", "one for \(per.written()) of: \(Self.words(driver))")
      if case .groups(let ids) = driver { inputs += ids.map(groupInput) }
    case .fixedPost(let posts, let hours):
      add("posts", posts.counted("post", "posts"))
      add("hours covered", "\(hours.written()) a week")
    case .custody(let posts, let hours, let work):
      add("posts", "\(posts.counted("post", "posts")), \(hours.written()) hours a week")
      add(
        "arrests",
        "\((work.arrestsByHour.reduce(0, +) * Year.weeks).written(0)) a year, "
          + "\(work.hoursPerArrest.written()) hours of custody each")
    case .caseload(let onCall): inputs += caseInputs(group, onCall)
    case .fixedCount(let count), .policySet(let count):
      add("level", count.counted("position", "positions"))
    }
    inputs += netHoursInput(group)
    return inputs
  }

  private func caseInputs(
    _ group: PositionGroup, _ onCall: OnCallMinimum?
  ) -> [Explanation.Input] {
    let types = results.study.organization.caseloads.filter { $0.group == group.id }
    var inputs = types.map { type in
      Explanation.Input(
        "cases of \(type.name)",
        "\(type.newCases.written(0)) new a year, \((type.workable.value * 100).written()) % worked, "
          + "\(type.ages.reduce(0) { $0 + $1.reached.value * $1.hours.value }.written(1)) h each, "
          + "triage \(type.triage.value.written()) h, court \(type.court.value.written()) h, "
          + "\(type.carriedOver.written(0)) carried over", from: type.provenance)
    }
    if let onCall {
      inputs.append(
        Explanation.Input(
          "on call",
          "\(onCall.teams.written()) teams of \(onCall.size.written()), "
            + "\(onCall.hoursPerWeek.written()) hours a week", from: group.provenance))
    }
    return inputs
  }

  private func patrol(_ section: Section.ID) -> PositionGroup.ID {
    results.study.organization.positions.first { $0.section == section && $0.basis == .coverage }?
      .id
      ?? PositionGroup.ID("\(section)-patrol")
  }

  private func groupInput(_ id: PositionGroup.ID) -> Explanation.Input {
    let need = needs[id]?.positions.value ?? 0
    let count = filled(id, results.required) ?? need
    return Explanation.Input("\(id)", count.counted("position", "positions"), item: "group:\(id)")
  }

  private func streetInputs(_ group: PositionGroup) -> [Explanation.Input] {
    results.study.schedule.watches.compactMap { watch in
      let own = results.units.filter {
        $0.district.description == group.section.description && $0.watch == watch.id
      }
      guard let most = own.max(by: { $0.officers < $1.officers }) else { return nil }
      return Explanation.Input(
        "officers required on the \(watch.id) watch",
        "\(most.officers.written()) on \(most.weekday) (\(most.units.written()) units × "
          + "\(most.crew.written()); decided by \(most.governing.rawValue))",
        item: "units:\(most.district)/\(most.watch)/\(most.weekday)")
    }
  }

  private func netHoursInput(_ group: PositionGroup) -> [Explanation.Input] {
    switch group.basis {
    case .fixedCount, .policySet, .ratio, .spanOfControl: return []
    default: break
    }
    let street = group.basis.isSizedByTours ? PositionGroup.WorkingHours.street : group.workingHours
    guard let found = availability(of: group.rank, street) else { return [] }
    return [
      Explanation.Input(
        "net available hours of a \(title(of: group.rank).lowercased())",
        "\(found.netHours(street).value.written(1)) h a year (\(street.rawValue) hours on the tour "
          + "\(found.tour.id)); presence \((found.presence * 100).written(1)) %",
        item: "hours:\(group.rank)")
    ]
  }

  func availability(
    of rank: Rank.ID, _ working: PositionGroup.WorkingHours
  ) -> Availability? {
    let own = results.availabilities.filter { $0.rank == rank }
    let office = results.study.schedule
    let desk = [office.officeTour.id, office.civilianTour.id]
    return own.first { (working == .desk) == desk.contains($0.tour.id) } ?? own.first
  }

  private func binding(_ group: PositionGroup) -> [String] {
    var lines: [String] = []
    if !group.provenance.authority.isEmpty {
      lines.append(
        group.provenance.authority + (group.isMinimum ? " – a minimum by rule" : ""))
    }
    let own = results.units.filter { $0.district.description == group.section.description }
    if group.basis == .coverage {
      for watch in results.study.schedule.watches {
        let days = own.filter { $0.watch == watch.id }
        let standards = UnitNeeds.Governing.allCases.filter { standard in
          days.contains { $0.governing == standard }
        }
        let words = standards.map { standard in
          "\(standard.rawValue) (\(days.count { $0.governing == standard }) of \(days.count) days)"
        }
        lines.append("\(watch.id) watch: \(words.joined(separator: ", "))")
      }
    }
    if group.basis.isSizedByTours {
      let district = District.ID(group.section.description)
      lines += results.study.rules.filter { rule in
        rule.applies(in: district) && RuleReading.planned.contains(rule.name)
      }.map { ruleLine($0) + " → rule:\($0.name)" }
    }
    return lines
  }

  func ruleLine(_ rule: StaffingRule) -> String {
    "\(rule.name) \(rule.statement.isEmpty ? rule.value.written() : rule.statement): "
      + "\(rule.authority.rawValue), \(rule.citation), in force in \(rule.scope), citation "
      + (rule.isVerified ? "verified" : "not verified") + (rule.isOn ? "" : ", switched off")
  }

  private func notes(_ group: PositionGroup) -> [String] {
    var notes: [String] = []
    if group.basis.isDecided {
      notes.append("nobody has shown that this level is needed; who decided it stands above")
    }
    if group.basis.isSizedByTours {
      notes.append(
        "tours decide the number; net hours are a cross-check and never counted on top (7.4)")
    }
    if !group.alsoFits.isEmpty {
      notes.append(
        "may also be held by: "
          + group.alsoFits.map { title(of: $0).lowercased() }.joined(separator: ", "))
    }
    return notes
  }

  static func words(_ driver: RatioDriver) -> String {
    switch driver {
    case .groups: "positions of other groups"
    case .rank(let rank): "assigned people of the rank \(rank)"
    case .swornStrength: "assigned sworn members"
    case .civilianStrength: "assigned civilians"
    case .headcount: "people on the roster"
    case .band(let rank, let band): "members of \(rank) in the band \(band) years"
    case .entries(let rank): "entries into the rank \(rank) a year"
    case .arrestsPerYear: "arrests a year"
    case .districts: "districts"
    case .beats: "beats"
    case .population: "residents"
    case .callsPerYear: "community calls a year"
    }
  }
}
