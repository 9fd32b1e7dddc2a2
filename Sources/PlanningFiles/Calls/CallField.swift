/// What a column of a dispatch export can tell about a call.
///
/// These fields are all that an importer ever reads; a column that no profile maps to one of them
/// is not looked at.
public enum CallField: Int, CaseIterable, Hashable, Sendable {
  /// The number of the call.
  case id
  /// When dispatch learned of the call.
  case received
  /// When the first unit was sent.
  case dispatched
  /// When the first unit set out.
  case enroute
  /// When the first unit arrived.
  case arrived
  /// When the last unit was free again.
  case cleared
  /// How urgent the call is.
  case priority
  /// What the call is about.
  case category
  /// Who started the call.
  case origin
  /// The district where the service is needed.
  case district
  /// The beat where the service is needed.
  case beat
  /// How many units went, from 0 to 999.
  case unitCount
  /// The call sign of the first unit; counted, never kept.
  case firstUnit
  /// The call sign of the unit in charge; counted, never kept.
  case primeUnit
  /// When the record of the call was closed, which is no end of service.
  case closed
  /// What became of the call.
  case disposition
  /// The call sign of the unit that the row is about; gives its class and district, never kept.
  case unit
  /// How many officers were in the unit, from 0 to 99.
  case officers
  /// The district that the unit belongs to.
  case homeDistrict
  /// The status that the row notes, in a log of status changes.
  case status
  /// When the unit took that status.
  case statusTime
  /// The class of the unit, where the export tells it in words: a word such as `beat`.
  case unitClass

  private static let names = [
    "id", "received", "dispatched", "enroute", "arrived", "cleared", "priority", "category",
    "origin", "district", "beat", "unit_count", "first_unit", "prime_unit", "closed",
    "disposition", "unit", "officers", "home_district", "status", "status_time", "unit_class",
  ]

  /// The name of the field in profiles and ledgers.
  public var name: String { Self.names[rawValue] }

  /// The stamps that follow the time of receipt, in the order in which they should come.
  static let laterStamps: [CallField] = [.dispatched, .enroute, .arrived, .cleared]

  /// Every field that holds a moment.
  package static let stamps: [CallField] = [.received] + laterStamps + [.closed, .statusTime]
}
