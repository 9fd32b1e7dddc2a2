public import PolicingDomain

extension StreetUse {
  /// Unit-hours of one district in a mean week.
  public struct Staffed: Hashable, Sendable {
    /// The district.
    public let district: District.ID
    /// Unit-hours on the street in a week.
    public let perWeek: UnitHours

    /// Creates hours.
    public init(district: District.ID, perWeek: UnitHours) {
      self.district = district
      self.perWeek = perWeek
    }

    /// Returns the hours of the units required: units × hours of their watch over the week.
    public static func required(
      _ requirements: [UnitRequirement], watches: [Watch], districts: [District.ID]
    ) -> [Staffed] {
      districts.map { district in
        var hours = 0.0
        for need in requirements where need.district == district {
          hours += need.units * Double(watches.first { $0.id == need.watch }?.length ?? 0)
        }
        return Staffed(district: district, perWeek: UnitHours(hours))
      }
    }

    /// Returns the hours of the patrol units really on the street; a district of which the records
    /// tell nothing is left out.
    public static func deployed(
      _ deployment: Deployment, districts: [District.ID]
    ) -> [Staffed] {
      districts.compactMap { district in
        deployment.patrolUnits(in: district).map {
          Staffed(district: district, perWeek: UnitHours($0.reduce(0, +)))
        }
      }
    }
  }

  /// Work that calls do not record and that a study states.
  public struct Stated: Hashable, Sendable {
    /// Unit-hours of reports and custody for each call to which a unit goes, where they fall outside
    /// the times that calls record.
    public var reportsPerCall: Hours
    /// The share of the hours staffed that administration on the street takes, as far as it is no
    /// part of the tour that is off the street.
    public var administration: Share

    /// Creates statements; nothing is stated unless given.
    public init(reportsPerCall: Hours = .zero, administration: Share = .none) {
      self.reportsPerCall = reportsPerCall
      self.administration = administration
    }
  }

  /// Works out the use of a mean week (FORMULATION 4.1).
  ///
  /// Calls count by the hours that they really cover; scheduled work counts where its posts come out
  /// of the officers on duty. Work of a district that is not staffed is in no row, but for scheduled
  /// work of the whole city, which has a row of its own without hours.
  ///
  /// - Parameters:
  ///   - staffed: Unit-hours by district, required or deployed.
  ///   - demand: Calls of the community.
  ///   - officerInitiated: Unit-hours an hour of work that officers start, by district and hour of
  ///     the week; nothing where it is not recorded.
  ///   - scheduledWork: Commitments.
  ///   - stated: What calls do not record.
  /// - Throws: ``RequirementsError/invalidFigure(what:value:)``.
  /// - Complexity: O(districts × 168 × streams).
  public init(
    staffed: [Staffed], demand: Demand, officerInitiated: HourlyTable? = nil,
    scheduledWork: ScheduledWork? = nil, stated: Stated = Stated()
  ) throws(RequirementsError) {
    let reports = try Figure("The hours of reports for a call", stated.reportsPerCall.value)
      .checked()
    let kinds: [(StreetUse.Work, HourlyTable?)] = [
      (.uninterruptible, scheduledWork?.onDuty { $0 == .uninterruptible }),
      (
        .interruptible,
        scheduledWork?.onDuty { if case .interruptible = $0 { true } else { false } }
      ), (.anyCall, scheduledWork?.onDuty { $0 == .free }),
    ]
    func row(_ district: District.ID, _ hours: UnitHours) -> Row {
      let calls = demand.streams.reduce(0) { $0 + $1.arrivals.total(of: district) }
      return Row(district: district, staffed: hours) { work in
        switch work {
        case .communityCalls: UnitHours(demand.busyUnits.total(of: district))
        case .reports: UnitHours(calls * reports)
        case .officerInitiated: UnitHours(officerInitiated?.total(of: district) ?? 0)
        case .administration: hours * stated.administration.value
        default: UnitHours(kinds.first { $0.0 == work }?.1?.total(of: district) ?? 0)
        }
      }
    }
    var rows: [Row] = []
    for one in staffed {
      _ = try Figure("The hours staffed in \(one.district)", one.perWeek.value).checked()
      rows.append(row(one.district, one.perWeek))
    }
    let city = row(ScheduledWork.cityRow, .zero)
    self.init(districts: city[.beyond] < .zero ? rows + [city] : rows)
  }
}

extension ScheduledWork {
  /// The work, as units in an hour, of posts that come out of the officers on duty.
  fileprivate func onDuty(
    _ isWanted: (Commitment.Interruptibility) -> Bool
  ) -> HourlyTable? {
    unitsAtWork { $0.supply.lowersPresence && isWanted($0.interruptibility) }
  }
}
