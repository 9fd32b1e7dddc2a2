public import PolicingDomain

/// Writes calls as the columns of the profile `canonical`, which reads them back identically.
///
///     var text = ""
///     let writer = CanonicalCalls()
///     writer.writeHeader(to: &text)
///     for call in calls { writer.write(call, to: &text) }
///
/// Texts must not be empty, nor begin or end with a space; those of an import never do.
public struct CanonicalCalls: Hashable, Sendable {
  /// The columns, in order.
  public static let header = [
    "id", "received", "dispatched", "enroute", "arrived", "cleared", "priority", "category",
    "origin", "district", "beat", "unit_count",
  ]

  private let writer = DelimitedWriter()

  /// Creates a writer.
  public init() {}

  /// Writes the line of the column names to `sink`.
  public func writeHeader(to sink: inout some TextOutputStream) {
    writer.write(Self.header, to: &sink)
  }

  /// Writes one call to `sink`; what is not known becomes an empty field.
  public func write(_ call: CallForService, to sink: inout some TextOutputStream) {
    let fields = [
      call.id, call.received.description, text(call.dispatched), text(call.enroute),
      text(call.arrived), text(call.cleared), call.priority.map { String($0.level) } ?? "",
      call.category.description, call.origin.rawValue, call.district?.description ?? "",
      call.beat?.description ?? "", call.unitCount.map { String($0) } ?? "",
    ]
    writer.write(fields, to: &sink)
  }

  private func text(_ moment: LocalTime?) -> String { moment?.description ?? "" }
}
