/// The community calls of one category and priority to which a unit went, by district, and by hour of
/// the week (FORMULATION 3).
///
/// The two are margins: a table of category × district × hour would hold hardly a call in a cell. What is said
/// of one district and hour of a category is taken from both.
public struct CategoryPlaces: Hashable, Sendable {
  /// The category.
  public let category: CallCategory
  /// The priority; nothing for calls without one.
  public let priority: CallPriority?
  /// Calls over the period, by district in the order of the tables of the workload.
  public let calls: [Double]
  /// Their unit-hours over the period, those imputed included, in the same order.
  public let unitHours: [Double]
  /// Calls of all places over the period, by the hour of the week received.
  public let callsByHour: [Double]

  /// Creates a row.
  ///
  /// - Precondition: There are as many calls as unit-hours, and 168 hours.
  public init(
    category: CallCategory, priority: CallPriority?, calls: [Double], unitHours: [Double],
    callsByHour: [Double]
  ) {
    precondition(calls.count == unitHours.count && callsByHour.count == HourOfWeek.count)
    self.category = category
    self.priority = priority
    self.calls = calls
    self.unitHours = unitHours
    self.callsByHour = callsByHour
  }
}
