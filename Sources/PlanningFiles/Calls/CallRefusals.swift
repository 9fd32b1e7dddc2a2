internal import PolicingDomain

/// The questions that exports of one kind cannot answer, each with the reason.
extension ColumnProfile {
  var refusals: [CallLedger.Entry] {
    let first = [hoursOfWorkRefusal, hoursOfWeekRefusal, responseTimeRefusal]
    return first.compactMap { $0 } + columnRefusals + [unitRowsRefusal].compactMap { $0 }
  }

  private func refusal(_ question: String, _ why: String, _ remedy: String) -> CallLedger.Entry {
    CallLedger.Entry(what: "\(question): \(why)", rows: 0, remedy: remedy)
  }

  private var hoursOfWorkRefusal: CallLedger.Entry? {
    if tellsHoursOfWork { return nil }
    let absent = [CallField.dispatched, .cleared].filter { header(of: $0) == nil }
    let lack: String
    switch absent.count {
    case 0: lack = "has dates only"
    case 1: lack = "has no \(absent[0].name) time"
    default: lack = "has none"
    }
    return refusal(
      CallLedger.Question.hoursOfWork.rawValue,
      "they need dispatched and cleared times; this export \(lack)",
      "export both with hours and minutes, or take mean times from another source and say so")
  }

  private var hoursOfWeekRefusal: CallLedger.Entry? {
    guard precision == .day else { return nil }
    return refusal(
      CallLedger.Question.hoursOfWeek.rawValue,
      "they need a time of receipt; this export has dates only",
      "export the time with hours and minutes")
  }

  private var responseTimeRefusal: CallLedger.Entry? {
    let isMapped = header(of: .arrived) != nil
    if isMapped, precision == .second { return nil }
    return refusal(
      "response times",
      "they need arrival times; this export has \(isMapped ? "dates only" : "none")",
      "export the time of arrival with hours and minutes")
  }

  private var columnRefusals: [CallLedger.Entry] {
    let questions: [(field: CallField, question: String, column: String)] = [
      (.priority, "results by priority", "the priority"),
      (.category, "results by category", "the type of the call"),
      (.origin, "community and officer-initiated work apart", "who started the call"),
      (.district, "results by district", "the district"),
      (.beat, "results by beat", "the beat"),
      (.unitCount, "units per call", "the number of units"),
    ]
    return questions.compactMap { field, question, column in
      guard header(of: field) == nil else { return nil }
      return refusal(question, "this export does not tell \(column)", "export \(column)")
    }
  }

  private var unitRowsRefusal: CallLedger.Entry? {
    guard grain == .unit else { return nil }
    return refusal(
      CallLedger.Question.countsOfCalls.rawValue,
      "a row is one unit on a call, so that a call comes once per unit",
      "make one row per call, with its number of units, to count calls")
  }
}
