import PolicingDomain

/// Reads why so many positions of a group are needed.
struct BasisReader {
  let row: StudyRow
  let groups: ReferenceList
  let ranks: ReferenceList
  let drivers: BasisDrivers

  /// The words of the column `basis`.
  private enum Word {
    case workload
    case ratio
    case spanOfControl
    case fixedPost
    case fixedCount
    case policySet
    case caseload
    case custody
  }

  /// The basis; a fixed count of none after a problem was noted.
  func basis() -> PositionBasis {
    let word = row.choice(
      "basis",
      of: [
        "workload": .workload, "ratio": .ratio, "span_of_control": .spanOfControl,
        "caseload": .caseload, "custody": .custody, "fixed_post": .fixedPost,
        "fixed_count": .fixedCount, "policy_set": .policySet,
      ] as KeyValuePairs<String, Word>)
    unusedBut(word)
    switch word {
    case .caseload: return caseload()
    case .custody: return custody()
    case .workload: return workload()
    case .ratio: return ratio()
    case .spanOfControl: return span()
    case .fixedPost:
      unused("driver", "per")
      let hours = row.number("hours_per_week")
      return .fixedPost(posts: quantity(), hoursPerWeek: hours)
    case .fixedCount:
      unused("driver", "per", "hours_per_week")
      return .fixedCount(positions: quantity())
    case .policySet:
      unused("driver", "per", "hours_per_week")
      return .policySet(positions: quantity())
    case nil: return .fixedCount(positions: 0)
    }
  }

  private func quantity() -> Double { row.number("quantity") }

  private func per() -> Double { row.number("per") }

  private func unused(_ columns: String...) {
    for column in columns where !row.text(column).isEmpty {
      row.complain(
        .unusedValue, column,
        "the basis \(row.text("basis").quoted) makes no use of the field \(column.quoted)",
        remedy: "empty the field, or choose the basis that was meant")
    }
  }

  /// Complains of fields of one basis in a row of another.
  private func unusedBut(_ word: Word?) {
    guard let word else { return }
    if word != .caseload { unused("on_call_teams", "on_call_size") }
    if word != .custody { unused("hours_per_arrest", "arrests_share") }
  }

  /// Cases stand in their own table; here is who must stand by on call.
  private func caseload() -> PositionBasis {
    unused("quantity", "driver", "per")
    let teams = row.number(ifAny: "on_call_teams")
    let size = row.number(ifAny: "on_call_size")
    let hours = row.number(ifAny: "hours_per_week")
    guard teams != nil || size != nil || hours != nil else { return .caseload(onCall: nil) }
    let stated = [("on_call_teams", teams), ("on_call_size", size), ("hours_per_week", hours)]
    for (column, value) in stated where value == nil && row.text(column).isEmpty {
      row.complain(
        .missingValue, column, "who stands by on call is stated without \(column.quoted)",
        remedy: "state teams, people in a team and hours a week, or none of the three")
    }
    guard let teams, let size, let hours else { return .caseload(onCall: nil) }
    return .caseload(onCall: OnCallMinimum(teams: teams, size: size, hoursPerWeek: hours))
  }

  private func custody() -> PositionBasis {
    unused("driver", "per")
    let posts = quantity()
    let hours = row.number("hours_per_week")
    if !row.has("hours_per_arrest") {
      row.complain(
        .missingValue, "basis", "the basis `custody` needs the column `hours_per_arrest`",
        remedy: "add the column, with the hours that one arrest keeps one person busy")
    }
    let perArrest = row.number("hours_per_arrest")
    let share = row.number(ifAny: "arrests_share") ?? 1
    guard let arrests = drivers.arrestsByHour else {
      row.complain(
        .unknownReference, "basis", "the study does not say how many arrests there are",
        remedy: "write `arrests_per_year: 5000` into study.yaml, with the right number")
      return .fixedPost(posts: posts, hoursPerWeek: hours)
    }
    return .custody(
      posts: posts, hoursPerWeek: hours,
      work: CustodyWork(arrestsByHour: arrests.map { $0 * share }, hoursPerArrest: perArrest))
  }

  private func workload() -> PositionBasis {
    unused("per", "hours_per_week")
    let driver = row.needed("driver")
    let stem = "calls_priority_"
    switch driver {
    case "coverage":
      unused("quantity")
      return .coverage
    case "hours": return .workload(hoursPerYear: quantity())
    case "": return .coverage
    default:
      if driver.hasPrefix(stem), let level = Int(driver.dropFirst(stem.count)),
        let priority = CallPriority(level)
      {
        return .callWorkload(priority: priority, hoursPerCall: row.number("quantity", in: 0...1000))
      }
      row.complain(
        .unknownWord, "driver", "work cannot be driven by \(driver.quoted)",
        remedy: advice(for: driver, among: ["coverage", "hours"] + (1...5).map { "\(stem)\($0)" }))
      return .coverage
    }
  }

  private func span() -> PositionBasis {
    unused("quantity", "hours_per_week")
    if row.needed("driver") == "tours" { return .spanOverTours(span: per()) }
    return .spanOfControl(over: drivers(or: ["tours"]), span: per())
  }

  /// A quantity q with a `per` of n means q positions for each n, that is one for each n ÷ q.
  private func ratio() -> PositionBasis {
    unused("hours_per_week")
    let driver = row.needed("driver")
    let each = row.text("quantity").isEmpty ? 1 : row.number("quantity", in: 0.000_001...1_000_000)
    let per = per() / each
    return .ratio(of: RatioReader(basis: self).driver(driver), per: per)
  }

  /// The groups in the column `driver`; `words` are what else could stand there.
  func drivers(or words: [String]) -> [PositionGroup.ID] {
    let names = row.list("driver")
    for name in names where !groups.contains(name) {
      row.complain(
        .unknownReference, "driver", "there is no position group \(name.quoted)",
        remedy: advice(for: name, among: words + groups.names))
    }
    return names.map(PositionGroup.ID.init)
  }
}

/// What drives bases besides groups and ranks.
struct BasisDrivers {
  /// The arrests in each hour of a mean week, if the study says how many there are.
  let arrestsByHour: [Double]?
  /// The bands of seniority of each rank, by name.
  let bands: [SeniorityBand]
  /// The ranks for which the table of flows says how people enter.
  let flows: ReferenceList
}

/// Reads what a ratio counts.
private struct RatioReader {
  let basis: BasisReader

  private static let words = [
    "sworn", "civilians", "headcount", "population", "calls", "arrests", "districts", "beats",
  ]
  private static let stems = ["rank:", "band:", "entries:"]

  func driver(_ text: String) -> RatioDriver {
    switch text {
    case "sworn": return .swornStrength
    case "civilians": return .civilianStrength
    case "headcount": return .headcount
    case "population": return .population
    case "calls": return .callsPerYear
    case "arrests": return arrests()
    case "districts": return .districts
    case "beats": return .beats
    default: break
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      .map { trimmed(String($0)) }
    switch (parts[0], parts.count) {
    case ("rank", 2): return .rank(rank(parts[1]))
    case ("entries", 2): return entries(parts[1])
    case ("band", 3): return band(parts[1], parts[2])
    default: return .groups(basis.drivers(or: Self.words + Self.stems))
    }
  }

  private func rank(_ name: String) -> Rank.ID {
    if name.isEmpty {
      let stem = basis.row.text("driver").prefix { $0 != ":" }
      basis.row.complain(
        .missingValue, "driver", "`\(stem):` names no rank", remedy: "write the rank after it")
    }
    basis.ranks.check(name, from: basis.row, "driver")
    return Rank.ID(name)
  }

  private func arrests() -> RatioDriver {
    if basis.drivers.arrestsByHour == nil {
      basis.row.complain(
        .unknownReference, "driver", "the study does not say how many arrests there are",
        remedy: "write `arrests_per_year: 5000` into study.yaml, with the right number")
    }
    return .arrestsPerYear
  }

  private func entries(_ name: String) -> RatioDriver {
    let rank = rank(name)
    if !basis.drivers.flows.contains(name), basis.ranks.contains(name) {
      basis.row.complain(
        .unknownReference, "driver",
        "the table of flows does not say how people enter the rank \(name.quoted)",
        remedy: "add the table `flows` with a row for the rank")
    }
    return .entries(rank: rank)
  }

  private func band(_ name: String, _ band: String) -> RatioDriver {
    let rank = rank(name)
    let known = basis.drivers.bands.filter { $0.rank == rank }.map(\.band)
    if basis.ranks.contains(name), !known.contains(band) {
      basis.row.complain(
        .unknownReference, "driver",
        "the rank \(name.quoted) has no band of seniority \(band.quoted)",
        remedy: known.isEmpty
          ? "add the bands of the rank to the table `seniority`" : advice(for: band, among: known))
    }
    return .band(rank: rank, band: band)
  }
}
