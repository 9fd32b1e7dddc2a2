internal import PolicingDomain

/// The questions that exports of one kind cannot answer, each with the reason.
extension ColumnProfile {
  var refusals: [CallLedger.Entry] {
    let first = [hoursOfWorkRefusal, closeRefusal, hoursOfWeekRefusal, responseTimeRefusal]
    let computed =
      first.compactMap { $0 } + columnRefusals
      + [ungroupedRefusal, templateRefusal].compactMap { $0 }
    // What a person wrote of a question takes the place of what the columns show.
    let stated = Set(cannotTell.map { question(of: $0) })
    return computed.filter { !stated.contains(question(of: $0)) } + cannotTell
  }

  private func question(of entry: CallLedger.Entry) -> Substring {
    entry.what.prefix { $0 != ":" }
  }

  private func refusal(_ question: String, _ why: String, _ remedy: String) -> CallLedger.Entry {
    CallLedger.Entry(what: "\(question): \(why)", rows: 0, remedy: remedy)
  }

  private var hoursOfWorkRefusal: CallLedger.Entry? {
    if tellsHoursOfWork { return nil }
    let absent = [CallField.dispatched, .cleared].filter { !tells($0) }
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
    let isMapped = tells(.arrived)
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
      (
        .unitCount, "units per call", "the number of units, so that hours of work are a lower bound"
      ),
    ]
    return questions.compactMap { field, question, column in
      // Rows of units and of a log are counted; each is a unit of the call.
      guard !tells(field), field != .unitCount || grain == .call else { return nil }
      let remedy = column.prefix { $0 != "," }
      return refusal(question, "this export does not tell \(column)", "export \(remedy)")
    }
  }

  /// The close of a report is written when somebody has time for it, not when a unit is free.
  private var closeRefusal: CallLedger.Entry? {
    guard tells(.closed), !tells(.cleared) else { return nil }
    return refusal(
      "end of service",
      "`\(header(of: .closed) ?? CallField.closed.name)` is the close of the report, no end of service",
      "export when the last unit was free again; the time until the close is not work")
  }

  /// Rows of units become calls by the number of the call.
  private var ungroupedRefusal: CallLedger.Entry? {
    guard grain == .unit, usesRowNumber else { return nil }
    return refusal(
      CallLedger.Question.countsOfCalls.rawValue,
      "a row is one unit on a call, and nothing tells which rows are of the same call",
      "export the number of the call")
  }

  private var templateRefusal: CallLedger.Entry? {
    guard isTemplate else { return nil }
    return refusal(
      "whether the columns are what they are taken for",
      "no real header of such an export was seen when this profile was written",
      "compare the counts with figures of the agency before any result is used")
  }
}
