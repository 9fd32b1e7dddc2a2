/// What patrol units do with their hours on the street in a mean week, by district: every hour once
/// (FORMULATION 4.1 and 12).
///
/// Made by `StreetUse(staffed:demand:…)` in the module StaffingRequirements. The books close: in each
/// row the hours staffed are the sum of all works, and the department is the sum of the districts.
public struct StreetUse: Hashable, Sendable {
  /// What units do.
  public enum Work: String, CaseIterable, Hashable, Sendable {
    /// Calls of the community.
    case communityCalls = "calls of the community"
    /// Reports and custody outside the times that calls record.
    case reports = "reports and custody outside the stamps"
    /// Work that officers start themselves.
    case officerInitiated = "officer-initiated work"
    /// Scheduled work that no call interrupts.
    case uninterruptible = "scheduled work that no call interrupts"
    /// Scheduled work that urgent calls interrupt.
    case interruptible = "scheduled work that urgent calls interrupt"
    /// Scheduled work that any call interrupts.
    case anyCall = "scheduled work that any call interrupts"
    /// Administration on the street.
    case administration = "administration on the street"
    /// What is left: time for patrol and problem solving.
    case free = "free time"
    /// Work that the hours do not hold: negative, and 0 where there is free time.
    case beyond = "work beyond the hours staffed"

    /// Whether it is stated work, not what is left of the hours.
    public var isWork: Bool { self != .free && self != .beyond }
  }

  /// The hours of one district, or of the department.
  public struct Row: Hashable, Sendable {
    /// The district; nothing for the department.
    public let district: District.ID?
    /// Unit-hours on the street in a week.
    public let staffed: UnitHours
    /// Unit-hours a week by work, in the order of `Work.allCases`.
    private let hours: [UnitHours]

    /// Creates a row; what is free, or beyond the hours, follows from the rest.
    ///
    /// - Parameters:
    ///   - district: The district; nothing for the department.
    ///   - staffed: Unit-hours on the street in a week.
    ///   - hours: Unit-hours a week of each work; none for what is left.
    public init(district: District.ID?, staffed: UnitHours, hours: (Work) -> UnitHours) {
      let works = Work.allCases.map { $0.isWork ? hours($0) : .zero }
      let rest = staffed - works.total { $0 }
      self.district = district
      self.staffed = staffed
      self.hours = zip(Work.allCases, works).map { work, own in
        switch work {
        case .free: max(.zero, rest)
        case .beyond: min(.zero, rest)
        default: own
        }
      }
    }

    /// Creates the sum of `rows`.
    public init(sum rows: [Row]) {
      district = nil
      staffed = rows.total(\.staffed)
      hours = Work.allCases.map { work in rows.total { $0[work] } }
    }

    /// Unit-hours a week of a work.
    public subscript(work: Work) -> UnitHours {
      zip(Work.allCases, hours).first { $0.0 == work }?.1 ?? .zero
    }

    /// The share of the hours staffed that a work takes; nothing without hours.
    public func share(of work: Work) -> Double? {
      staffed > .zero ? self[work] / staffed : nil
    }

    /// The share that calls of the community, their reports and administration leave: proactive time
    /// by the preset *community*; negative where they take more than there is, nothing without hours.
    public var proactiveShare: Double? {
      let taken = self[.communityCalls] + self[.reports] + self[.administration]
      return staffed > .zero ? 1 - taken / staffed : nil
    }

    /// The share that all work takes, the saturation index; nothing without hours.
    public var saturation: Double? {
      let work = Work.allCases.filter(\.isWork).total { self[$0] }
      return staffed > .zero ? work / staffed : nil
    }

    /// Hours staffed less every work: 0 but for rounding of the arithmetic.
    public var difference: UnitHours { staffed - hours.total { $0 } }
  }

  /// The districts, in their order; scheduled work that is in no district has a row of its own.
  public let districts: [Row]
  /// The sum.
  public let department: Row

  /// Creates the use of hours; the department is the sum of the districts.
  public init(districts: [Row]) {
    self.districts = districts
    department = Row(sum: districts)
  }
}
