import PolicingDomain

/// The order, the form and the lengths of stamps.
extension QualityFindings {
  mutating func findDisorder() {
    for pair in quality.disorder where pair.count > 0 {
      // Cleared before dispatched is found with the hours that rest on it.
      if pair.earlier == .dispatched, pair.later == .cleared { continue }
      found.append(
        Finding(
          key: "\(pair.later.name)-before-\(pair.earlier.name)",
          severity: severity(ofFault: pair.count, of: pair.known),
          what: "\(pair.later.name) before \(pair.earlier.name)", count: pair.count,
          of: pair.known,
          remedy: "such a length of time counts as missing; compare the clocks of call taking and "
            + "dispatch"))
    }
  }

  mutating func findEqualStamps() {
    let suspect: [(Stamp, Stamp, String)] = [
      (.received, .dispatched, "waiting times would be too short"),
      (.dispatched, .enroute, "turnout cannot be told from driving"),
      (.dispatched, .arrived, "travel times would be too short"),
      (.arrived, .cleared, "times at the scene would be too short"),
      (.dispatched, .cleared, "hours of work would be too few"),
    ]
    for (earlier, later, consequence) in suspect {
      guard isTimed(earlier), isTimed(later),
        let pair = quality.equals.first(where: { $0.earlier == earlier && $0.later == later }),
        pair.communityKnown >= standards.fewestOfKind,
        Double(pair.community) > standards.equalCare * Double(pair.communityKnown)
      else { continue }
      found.append(
        Finding(
          key: "\(later.name)-equals-\(earlier.name)",
          severity: later == .enroute ? .note : .care,
          what: "\(later.name) equals \(earlier.name) to the second on calls of the community",
          count: pair.community, of: pair.communityKnown,
          remedy: "looks entered together; \(consequence): ask how the stamp is set"))
    }
  }

  mutating func findHeaping() {
    for form in quality.stamps where form.known >= standards.fewestOfKind && isTimed(form.stamp) {
      let known = Double(form.known)
      if Double(form.atMidnight) > standards.midnightShare * known {
        found.append(
          Finding(
            key: "\(form.stamp.name)-at-midnight", severity: .grave,
            what: "\(form.stamp.name) is at midnight to the second: a date without a time",
            count: form.atMidnight, of: form.known, remedy: "export the time of day"))
        continue
      }
      if form.onMinute * 10 > form.known,
        Double(form.onFiveMinutes) > standards.heapedShare * Double(form.onMinute)
      {
        found.append(
          Finding(
            key: "\(form.stamp.name)-rounded", severity: .care,
            what: "\(form.stamp.name) falls on five-minute marks more often than chance",
            count: form.onFiveMinutes, of: form.known,
            remedy: "looks entered by hand and afterwards; short times are not exact"))
      } else if Double(form.onMinute) > standards.minuteShare * known {
        found.append(
          Finding(
            key: "\(form.stamp.name)-to-the-minute", severity: .note,
            what: "\(form.stamp.name) is told to the minute", count: form.onMinute,
            of: form.known,
            remedy: "times below a minute cannot be told; rules in seconds do not bite"))
      }
    }
  }

  mutating func findOddTimes() {
    findOddUnitTimes()
    for interval in [DataQuality.Interval.waiting, .travel, .response] {
      let forms = quality.times.filter { $0.interval == interval && $0.origin == .community }
      let known = forms.reduce(0) { $0 + $1.known }
      let long = forms.reduce(0) { $0 + $1.long + $1.tooLong }
      guard long > 0 else { continue }
      found.append(
        Finding(
          key: "\(interval.key)-long", severity: severity(ofFault: long, of: known),
          what: "\(interval.name) of a call of the community above "
            + "\(standards.longSeconds / 3600) hours", count: long, of: known, counted: "times",
          remedy: "calls held over or entered later: look at the longest before a mean is shown"))
    }
  }

  private mutating func findOddUnitTimes() {
    let forms = quality.times.filter { $0.interval == .unitTime }
    let known = forms.reduce(0) { $0 + $1.known }
    let zero = forms.reduce(0) { $0 + $1.zero }
    let short = forms.reduce(0) { $0 + $1.short }
    let long = forms.reduce(0) { $0 + $1.long }
    let longHours = forms.reduce(0) { $0 + $1.longHours }
    if zero > 0 {
      found.append(
        Finding(
          key: "unit-time-zero", severity: severity(ofShare: zero, of: known),
          what: "a unit was cleared in the second in which it was sent", count: zero, of: known,
          counted: "unit times", unitHours: 0, fate: .doubted,
          remedy: "entered afterwards, or sent and recalled: drop by a cleaning rule, or impute"))
    }
    if short > 0 {
      found.append(
        Finding(
          key: "unit-time-short", severity: severity(ofShare: short, of: known),
          what: "unit time below \(standards.shortestSeconds) seconds", count: short, of: known,
          counted: "unit times", unitHours: forms.reduce(0) { $0 + $1.shortHours }, fate: .doubted,
          remedy: "hardly work: drop by a cleaning rule"))
    }
    if long > 0 {
      let isMuch = longHours > standards.missingCare * quality.work.timedUnitHours
      found.append(
        Finding(
          key: "unit-time-long", severity: isMuch ? .care : .note,
          what: "unit time above \(standards.longSeconds / 3600) and up to "
            + "\(standards.longestSeconds / 3600) hours", count: long, of: known,
          counted: "unit times", unitHours: longHours, fate: .doubted,
          remedy: "guard duty and scenes held are real, units never cleared are not: look at them"))
    }
    findFarTimes(of: known)
  }

  private mutating func findFarTimes(of known: Int) {
    let far = quality.oddTimes.filter { $0.interval == .unitTime }
    let high = far.reduce(0) { $0 + $1.high }
    guard high > 0 else { return }
    found.append(
      Finding(
        key: "unit-time-far", severity: .note,
        what: "unit time far above the median of its category", count: high, of: known,
        counted: "unit times", unitHours: far.reduce(0) { $0 + $1.highHours }, fate: .doubted,
        remedy: "the tables name the categories; these hours weigh on means, less on medians"))
  }
}
