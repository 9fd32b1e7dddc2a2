public import PolicingDomain

/// The hours of a lockup: never fewer people than the post, and as many as the arrests keep busy
/// in each hour (FORMULATION 6).
public struct CustodyHours: Hashable, Sendable {
  /// The people needed in each hour of the week, from Monday 00:00: 168 figures.
  public let people: [Double]
  /// The people whom arrests keep busy in each hour of the week: 168 figures.
  public let busy: [Double]
  /// The people of the post, in the hours that it is covered.
  public let post: Double

  /// Works out the people of each hour: the larger of the post, while it is covered, and of those
  /// whom arrests keep busy.
  ///
  /// An arrest comes at any moment of its hour with equal chance and keeps one person busy from
  /// then on; what reaches past the end of the week is work of its beginning. A post that is covered
  /// for less than the week is covered in the hours in which arrests keep most people busy, the
  /// earlier of two equal ones; its last hour may be covered in part.
  ///
  /// - Parameters:
  ///   - posts: People of the post.
  ///   - hoursPerWeek: Hours a week for which it is covered, from 0 to 168.
  ///   - work: The arrests.
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)``.
  /// - Complexity: O(168 × hours per arrest).
  public init(
    posts: Double, hoursPerWeek: Double, work: CustodyWork
  ) throws(RequirementsError) {
    let posts = try Figure("The number of posts of the lockup", posts).checked()
    guard (0...168).contains(hoursPerWeek) else {
      throw .invalidFigure(what: "The hours a week of the lockup", value: hoursPerWeek)
    }
    let duration = try Figure("The hours that an arrest takes", work.hoursPerArrest).checked()
    guard duration <= 24 * Year.days else {
      throw .invalidFigure(what: "The hours that an arrest takes", value: duration)
    }
    var busy = [Double](repeating: 0, count: work.arrestsByHour.count)
    let weights = Self.hoursAfterArrest(duration)
    for (hour, arrests) in work.arrestsByHour.enumerated() {
      let arrests = try Figure("The arrests of an hour", arrests).checked()
      for (later, weight) in weights.enumerated() {
        busy[(hour + later) % busy.count] += arrests * weight
      }
    }
    var people = busy
    var left = hoursPerWeek
    for hour in busy.indices.sorted(by: { (-busy[$0], $0) < (-busy[$1], $1) }) where left > 0 {
      let covered = min(1, left)
      people[hour] = covered * max(posts, busy[hour]) + (1 - covered) * busy[hour]
      left -= covered
    }
    self.people = people
    self.busy = busy
    post = posts
  }

  /// Person-hours a week.
  public var hoursPerWeek: Hours { Hours(people.reduce(0, +)) }

  /// Hours of the week in which arrests need more people than the post.
  public var hoursAboveThePost: Int { busy.count { $0 > post } }

  /// The hours that an arrest of `duration` takes in its own hour and in each one after it, when it
  /// comes at any moment of its hour with equal chance; they sum to `duration`.
  static func hoursAfterArrest(_ duration: Double) -> [Double] {
    /// The mean of the earlier of `time` and a moment of the first hour.
    func meanOfEarlier(_ time: Double) -> Double {
      switch time {
      case ...0: time
      case ...1: time - time * time / 2
      default: 0.5
      }
    }
    func until(_ time: Double) -> Double {
      duration + meanOfEarlier(time - duration) - meanOfEarlier(time)
    }
    return (0..<Int(duration.rounded(.up)) + 1).map { hour in
      max(0, until(Double(hour + 1)) - until(Double(hour)))
    }
  }
}
