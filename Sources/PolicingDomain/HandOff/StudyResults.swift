/// Everything that a run of a study has found out.
///
/// A run that stops early, such as after the workload, leaves the later parts out.
public struct StudyResults: Hashable, Sendable {
  /// What became of one question to the allocation.
  public struct Answer: Hashable, Sendable {
    /// The status of an answer.
    public enum Status: String, Hashable, Sendable {
      /// Every stage is a verified optimum.
      case optimal
      /// No plan exists.
      case infeasible
      /// An objective has no limit.
      case unbounded
      /// A limit was reached.
      case limit
      /// No answer stood up to its check.
      case notProven = "not proven"
    }
    /// What was asked.
    public let mode: StaffingPlan.Mode
    /// What became of it.
    public let status: Status
    /// The plan, if there is one.
    public let plan: StaffingPlan?
    /// Why there is no plan, in words.
    public let reason: String

    /// Creates an answer.
    public init(mode: StaffingPlan.Mode, status: Status, plan: StaffingPlan?, reason: String) {
      self.mode = mode
      self.status = status
      self.plan = plan
      self.reason = reason
    }
  }

  /// One of the books that must close (FORMULATION 12).
  public struct LedgerCheck: Hashable, Sendable {
    /// What must be equal.
    public let name: String
    /// One side.
    public let left: Double
    /// The other side.
    public let right: Double
    /// How far the sides may differ.
    public let tolerance: Double

    /// Creates a check.
    public init(name: String, left: Double, right: Double, tolerance: Double) {
      self.name = name
      self.left = left
      self.right = right
      self.tolerance = tolerance
    }

    /// Whether the sides agree.
    public var closes: Bool { abs(left - right) <= tolerance }
    /// Whether it counts rows and calls, which must agree exactly.
    public var isOfCalls: Bool { tolerance == 0 }
  }

  /// The officers to schedule so that those required are on duty, by two rules (FORMULATION 5.5).
  public struct ScheduledOfficers: Hashable, Sendable {
    /// So many that those required are present on average; on about half of the tours fewer are.
    public let atMean: Double
    /// So many that those required are present on the share of tours ``share``.
    public let atShare: Double
    /// The share of tours.
    public let share: Share

    /// Creates a number of officers to schedule.
    public init(atMean: Double, atShare: Double, share: Share) {
      self.atMean = atMean
      self.atShare = atShare
      self.share = share
    }
  }

  /// The span of control of a team, as it is met on duty.
  public struct TeamSpan: Hashable, Sendable {
    /// Officers present per sergeant present, on average.
    public let present: Double
    /// The share of tours on which the span is kept by sergeants of the own team.
    public let shareOfTours: Double

    /// Creates a span.
    public init(present: Double, shareOfTours: Double) {
      self.present = present
      self.shareOfTours = shareOfTours
    }
  }

  /// The study.
  public var study: Study
  /// What became of the rows of the calls.
  public let calls: CallLedger
  /// The work of the calls.
  public let workload: Workload
  /// The units and officers really on the street, if the study has records or an assumption.
  public var deployment: Deployment?
  /// What the calls tell about the year: season, forecast and dispersion.
  public var seasonFindings: SeasonFindings?
  /// Scheduled work that is no call.
  public var scheduledWork: ScheduledWork?
  /// The availability of each rank on its own schedule.
  public var availabilities: [Availability] = []
  /// The strength by section and rank.
  public var strength: [DeployableStrength] = []
  /// The units on the street.
  public var units: [UnitRequirement] = []
  /// Whose units go to a call, by which ``units`` and ``hourlyUnits`` were found.
  public var pooling = QueueingAssumptions.Pooling.district
  /// The units on the street, each hour of the week by itself.
  public var hourlyUnits: [HourlyRequirement] = []
  /// Predicted and observed waits at the units deployed; nothing without a deployment.
  public var calibration: WaitCalibration?
  /// The officers to schedule for each of ``units``, in the same order.
  public var scheduled: [ScheduledOfficers] = []
  /// The positions by group.
  public var positions: [PositionRequirement] = []
  /// What all standards need.
  public var required: Answer?
  /// The best use of the strength on hand.
  public var recommended: Answer?
  /// How often the teams of the recommended plan are within their span of control, in the order of
  /// the plan's teams.
  public var teamSpans: [TeamSpan] = []
  /// What was found out about the whole department.
  public var department = DepartmentFindings()
  /// How planning in stages differs from one plan; nothing unless asked for.
  public var staged: StagedComparison?
  /// What each choice of value and each alternative to it would need; empty unless asked for.
  public var alternatives: [TargetAlternative] = []
  /// The books.
  public var ledgers: [LedgerCheck] = []
  /// What a reader should know before using a figure.
  public var findings: [String] = []
  /// Those of ``findings`` that say how many calls or rows there are.
  public var countingFindings: [String] = []
  /// The figures that may not be shown, where the run is made public.
  public var withheld: Set<FigureKey> = []

  /// Creates results that end with the workload.
  public init(study: Study, calls: CallLedger, workload: Workload) {
    self.study = study
    self.calls = calls
    self.workload = workload
  }
}
