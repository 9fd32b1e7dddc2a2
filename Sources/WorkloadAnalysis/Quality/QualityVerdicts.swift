import PolicingDomain

/// What an export can answer, question by question.
struct QualityVerdicts {
  typealias Question = DataQuality.Verdict.Question
  typealias Stamp = DataQuality.Stamp

  private let quality: DataQuality
  private let standards: DataQualityStandards

  init(_ quality: DataQuality) {
    self.quality = quality
    standards = quality.standards
  }

  var all: [DataQuality.Verdict] {
    Question.allCases.map { question in
      var draft = VerdictDraft(question, of: quality.calls)
      if quality.calls == 0 {
        draft.deny("there are no calls", "mend what keeps the rows from becoming calls")
      } else {
        refuse(&draft)
        judge(&draft)
      }
      return draft.verdict
    }
  }

  /// What the ledger or the profile says that the export cannot tell.
  private func refuse(_ draft: inout VerdictDraft) {
    for entry in quality.ledger.refusals {
      for mark in draft.question.marks where entry.what.hasPrefix(mark + ":") {
        draft.deny(String(entry.what.dropFirst(mark.count + 2)), entry.remedy)
      }
    }
  }

  private func judge(_ draft: inout VerdictDraft) {
    let export = quality.export
    switch draft.question {
    case .hoursOfWork: judgeHours(&draft)
    case .waiting: judgeDelay(&draft, .dispatched, [(.received, .dispatched)])
    case .response: judgeDelay(&draft, .arrived, [(.received, .arrived), (.dispatched, .arrived)])
    case .hourOfWeek: judgeHourOfWeek(&draft)
    case .district: judgeColumn(&draft, export.tellsDistrict, [.noDistrict, .unknownDistrict])
    case .beat: judgeColumn(&draft, export.tellsBeat, [.noBeat, .unknownBeat])
    case .priority: judgeColumn(&draft, export.tellsPriority, [.noPriority])
    case .category: judgeColumn(&draft, export.tellsCategory, [.noCategory])
    case .origin: judgeOrigin(&draft)
    case .unitClass: judgeUnitClass(&draft)
    }
  }

  private func judgeHours(_ draft: inout VerdictDraft) {
    let work = quality.work
    draft.usable = work.timedUnits
    draft.of = work.units
    for stamp in [Stamp.dispatched, .cleared] { requireTimes(of: stamp, &draft) }
    guard draft.answer != .no else { return }
    draft.weigh(
      missing: work.units - work.timedUnits, standards, what: "units that went have no usable time",
      remedy: "impute within category and priority, with bounds; ask for the history of units")
    if work.callsOfUnknownUnits > 0 {
      draft.warn(
        "\(work.callsOfUnknownUnits) calls do not tell how many units went: hours are a lower bound",
        "export a row per unit, or state back-up units by category with a source")
    }
    warnOfPriority([.dispatched, .cleared], &draft)
    if quality.findings.contains(where: { $0.key == "unit-time-long" && $0.severity == .care }) {
      draft.warn("much of the time is in very long calls", "look at the longest by category")
    }
    warnOfEqual([(.dispatched, .cleared)], &draft)
  }

  private func judgeDelay(
    _ draft: inout VerdictDraft, _ end: Stamp, _ equal: [(Stamp, Stamp)]
  ) {
    for stamp in [Stamp.received, end] { requireTimes(of: stamp, &draft) }
    let interval: DataQuality.Interval = end == .arrived ? .response : .waiting
    let form = quality.times.first { $0.interval == interval && $0.origin == .community }
    let community = quality.grouping("origin")?.groups.first { $0.label == "community" }?.counts
    draft.of = community?.sent ?? 0
    draft.usable = (form?.known ?? 0) - (form?.negative ?? 0)
    guard draft.answer != .no else {
      draft.usable = 0
      return
    }
    draft.weigh(
      missing: draft.of - draft.usable, standards,
      what: "calls of the community with a unit have no usable time",
      remedy: "show how many have one beside each figure; compare with the location of units")
    warnOfPriority([end], &draft)
    warnOfEqual(equal, &draft)
    if let form, Double(form.negative) > standards.disorderCare * Double(form.known) {
      draft.warn("\(form.negative) times are below zero", "compare the clocks of the consoles")
    }
  }

  private func judgeHourOfWeek(_ draft: inout VerdictDraft) {
    draft.usable = quality.calls
    requireTimes(of: .received, &draft)
    guard draft.answer != .no else {
      draft.usable = 0
      return
    }
    if let span = quality.span {
      if span.weeks == 0 {
        draft.deny("the calls cover no full week", "export several weeks, better a year")
      } else if span.weeks < standards.fewestWeeks {
        draft.warn("only \(span.weeks) full weeks", "export a year, so that seasons show")
      }
    }
    for key in ["days-without-calls", "weeks-with-few-calls", "received-rounded"] {
      if let finding = quality.finding(key) {
        draft.warn("\(finding.count) \(finding.counted): \(finding.what)", finding.remedy)
      }
    }
  }

  private func judgeColumn(
    _ draft: inout VerdictDraft, _ isTold: Bool, _ lacks: [QualityAspect]
  ) {
    let missing = lacks.reduce(0) { $0 + (quality.cost($1.key)?.calls ?? 0) }
    draft.usable = isTold ? quality.calls - missing : 0
    guard isTold else {
      if draft.answer != .no { draft.deny("the export does not tell it", "export the column") }
      return
    }
    draft.weigh(
      missing: missing, standards, what: "calls have no value that can be used",
      remedy: "see the findings; the rest stands in a row of its own")
    let field = draft.question == .district ? "district" : "beat"
    let isPlace = draft.question == .district || draft.question == .beat
    if isPlace, quality.values.contains(where: { $0.field == field && $0.distinct == nil }) {
      draft.deny("there are too many values for a table", "map another column")
    }
  }

  private func judgeOrigin(_ draft: inout VerdictDraft) {
    let unmapped = quality.ledger.remarks.filter { $0.what.hasPrefix("unmapped origin") }
    let missing = unmapped.reduce(0) { $0 + $1.rows }
    draft.usable = quality.export.tellsOrigin ? quality.calls - missing : 0
    guard quality.export.tellsOrigin else {
      if draft.answer != .no {
        draft.deny("the export does not tell who started a call", "export the source of the call")
      }
      return
    }
    draft.weigh(
      missing: missing, standards, what: "calls have a source that the profile does not map",
      remedy: "add the values under `origins` of the profile")
  }

  private func judgeUnitClass(_ draft: inout VerdictDraft) {
    draft.of = quality.responses
    guard quality.responses > 0 else {
      if draft.answer != .no {
        draft.deny("the export has no rows of units", "export a row for each unit on a call")
      }
      return
    }
    let missing = quality.cost(QualityAspect.unclassifiedUnit.key)?.units ?? 0
    draft.usable = quality.responses - missing
    draft.weigh(
      missing: missing, standards, what: "units have a call sign that fits no pattern",
      remedy: "add patterns under `units` of the profile")
  }
}

extension QualityVerdicts {
  private func requireTimes(of stamp: Stamp, _ draft: inout VerdictDraft) {
    if let finding = quality.finding("\(stamp.name)-at-midnight") {
      draft.deny("\(finding.what) on \(finding.count) of \(finding.of)", finding.remedy)
    }
    let precision = quality.export.precision(of: stamp)
    guard precision != .times else { return }
    if draft.answer == .no { return }
    draft.deny(
      precision == .dates ? "\(stamp.name) is a date only" : "there is no \(stamp.name) time",
      "export it with hours and minutes")
  }

  private func warnOfPriority(_ stamps: [Stamp], _ draft: inout VerdictDraft) {
    for stamp in stamps {
      guard let finding = quality.finding("\(stamp.name)-missing-by-priority") else { continue }
      draft.warn(finding.what, finding.remedy)
    }
  }

  private func warnOfEqual(_ pairs: [(Stamp, Stamp)], _ draft: inout VerdictDraft) {
    for (earlier, later) in pairs {
      guard let finding = quality.finding("\(later.name)-equals-\(earlier.name)") else { continue }
      draft.warn("\(finding.what): \(finding.count) of \(finding.of)", finding.remedy)
    }
  }
}

extension DataQuality.Verdict.Question {
  /// How refusals of this question begin.
  var marks: [String] {
    switch self {
    case .hoursOfWork: ["hours of work"]
    case .waiting: ["waiting times"]
    case .response: ["response times"]
    case .hourOfWeek: ["hours of the week"]
    case .district: ["results by district"]
    case .beat: ["results by beat"]
    case .priority: ["results by priority"]
    case .category: ["results by category"]
    case .origin: ["community and officer-initiated work apart"]
    case .unitClass: ["results by class of unit"]
    }
  }
}

/// A verdict while reasons are gathered.
private struct VerdictDraft {
  let question: DataQuality.Verdict.Question
  var answer = DataQuality.Verdict.Answer.yes
  var usable = 0
  var of: Int
  private var reasons: [String] = []
  private var remedies: [String] = []

  init(_ question: DataQuality.Verdict.Question, of: Int) {
    self.question = question
    self.of = of
  }

  mutating func deny(_ reason: String, _ remedy: String) {
    answer = .no
    add(reason, remedy)
  }

  mutating func warn(_ reason: String, _ remedy: String) {
    if answer == .yes { answer = .withCare }
    add(reason, remedy)
  }

  mutating func weigh(
    missing: Int, _ standards: DataQualityStandards, what: String, remedy: String
  ) {
    guard of > 0 else {
      deny("there is nothing to count", remedy)
      return
    }
    let share = Double(missing) / Double(of)
    let words = "\(missing) of \(of) \(what) (\((share * 1000).rounded() / 10) %)"
    if share > standards.missingNo {
      deny(words, remedy)
    } else if share > standards.missingCare {
      warn(words, remedy)
    }
  }

  private mutating func add(_ reason: String, _ remedy: String) {
    reasons.append(reason)
    if !remedy.isEmpty, !remedies.contains(remedy) { remedies.append(remedy) }
  }

  var verdict: DataQuality.Verdict {
    DataQuality.Verdict(
      question: question, answer: answer, usable: usable, of: of, reasons: reasons,
      remedies: remedies)
  }
}
