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
      call.id, text(call.received), text(call.dispatched), text(call.enroute),
      text(call.arrived), text(call.cleared), call.priority.map { String($0.level) } ?? "",
      call.category.description, call.origin.rawValue, call.district?.description ?? "",
      call.beat?.description ?? "", call.unitCount.map { String($0) } ?? "",
    ]
    writer.write(fields, to: &sink)
  }

  /// The moment as ``LocalTime`` describes it, written digit by digit because there are millions.
  private func text(_ moment: LocalTime?) -> String {
    guard let moment else { return "" }
    let day = moment.day
    let (year, month, dayOfMonth) = day.parts
    guard (0...9999).contains(year) else { return moment.description }
    let rest = moment.seconds - day.dayNumber * 86_400
    var bytes = Array("0000-00-00T00:00:00".utf8)
    write(year / 100, at: 0, in: &bytes)
    write(year % 100, at: 2, in: &bytes)
    write(month, at: 5, in: &bytes)
    write(dayOfMonth, at: 8, in: &bytes)
    write(rest / 3600, at: 11, in: &bytes)
    write(rest / 60 % 60, at: 14, in: &bytes)
    write(rest % 60, at: 17, in: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(_ number: Int, at position: Int, in bytes: inout [UInt8]) {
    bytes[position] += UInt8(number / 10)
    bytes[position + 1] += UInt8(number % 10)
  }
}
