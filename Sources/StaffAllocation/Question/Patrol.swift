public import PolicingDomain

extension AllocationQuestion {
  /// How patrol works: its watches, the rosters of its people, and how often they are present.
  public struct Patrol: Sendable {
    /// The watches, which divide the day.
    public let watches: [Watch]
    /// The ways to man the day, side by side.
    public let rosters: [Roster]
    /// The share of scheduled hours on the street that an officer is there: street presence.
    public let presence: Double
    /// Hours a year that one officer is on the street.
    public let netStreetHours: Hours

    /// Creates a description of patrol.
    public init(watches: [Watch], rosters: [Roster], presence: Double, netStreetHours: Hours) {
      self.watches = watches
      self.rosters = rosters
      self.presence = presence
      self.netStreetHours = netStreetHours
    }

    /// Every tour of every roster, in order.
    var tours: [Tour] { rosters.flatMap(\.tours) }
  }

  /// Tours and the rotation of days off that their people follow, such as nine hours, four days on
  /// and two off.
  public struct Roster: Sendable {
    /// The tours; no two tours of a question have the same name.
    public let tours: [Tour]
    /// The rotation of days off.
    public let rotation: DayOffRotation
    /// The districts that have it; empty means all.
    public var districts: [District.ID]

    /// Creates a roster.
    public init(tours: [Tour], rotation: DayOffRotation, districts: [District.ID] = []) {
      self.tours = tours
      self.rotation = rotation
      self.districts = districts
    }

    /// Creates the roster of a schedule.
    public init(_ schedule: TourSchedule, districts: [District.ID] = []) {
      self.init(tours: schedule.tours, rotation: schedule.rotation, districts: districts)
    }

    /// Whether `district` has it.
    func isUsed(in district: District.ID) -> Bool {
      districts.isEmpty || districts.contains(district)
    }
  }
}
