import Foundation
import PlanningFiles
import PolicingDomain

/// Sums the unit-hours of an export by district, hour of the week and priority.
///
/// `SumCalls PROFILE THREADS FILE…` reads by the whole importer: every mapped column, repeated
/// numbers, and the books of every row, whose totals go to standard error with `--books`.
@main
enum SumCalls {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let showsBooks = arguments.first == "--books"
    if showsBooks { arguments.removeFirst() }
    guard arguments.count >= 3, let threads = Int(arguments[1]) else {
      fatalError("SumCalls [--books] PROFILE THREADS FILE…")
    }
    let profile = try ColumnProfile(contentsOf: arguments[0])
    let (sums, ledger) = try CallImport.fold(
      files: Array(arguments[2...]), profile: profile, threads: threads, into: { UnitSums() },
      add: { $0.add($1) }, merge: { $0.merge($1) })
    print(sums.lines().joined(separator: "\n"))
    if showsBooks { printBooks(ledger) }
  }

  private static func printBooks(_ ledger: CallLedger) {
    var text = "rows \(ledger.rowsRead), used \(ledger.rowsUsed), balances \(ledger.balances)\n"
    for entry in ledger.setAside + ledger.missing + ledger.orderViolations + ledger.remarks {
      text += "\(entry.what): \(entry.rows), lines \(entry.lines)\n"
    }
    var sink = StandardError()
    print(text, terminator: "", to: &sink)
  }
}

/// Calls, unit seconds, response seconds and known times of setting out, by district, hour of the
/// week and level of priority (one more for those that are not known).
struct UnitSums: Sendable {
  struct Cell: Sendable {
    var calls = 0
    var unit = 0
    var response = 0
    var enroute = 0
  }

  private static let levels = 11
  private static let perPlace = HourOfWeek.count * levels
  /// The districts, after the empty name of none.
  private var places = [""]
  private var cells = [Cell](repeating: Cell(), count: perPlace)
  /// By position in the names of batches: the position of the district here, or −1.
  private var known: [Int] = []

  mutating func add(_ batch: CallBatch) {
    let missing = batch.names.count - known.count
    if missing > 0 { known.append(contentsOf: repeatElement(-1, count: missing)) }
    for row in batch.rows {
      guard let dispatched = row.dispatched.time else { continue }
      var place = 0
      if row.district >= 0 {
        place = known[Int(row.district)]
        if place < 0 {
          place = position(of: batch.names[row.district])
          known[Int(row.district)] = place
        }
      }
      let hour = dispatched.hourOfWeek.index
      let index = (place * HourOfWeek.count + hour) * Self.levels + Int(row.priority) + 1
      cells[index].calls += 1
      if let cleared = row.cleared.time, cleared >= dispatched {
        cells[index].unit += cleared.seconds - dispatched.seconds
      }
      if let arrived = row.arrived.time {
        cells[index].response += arrived.seconds - row.received.seconds
      }
      if row.enroute.isKnown { cells[index].enroute += 1 }
    }
  }

  private mutating func position(of name: String) -> Int {
    if let position = places.firstIndex(of: name) { return position }
    places.append(name)
    cells.append(contentsOf: repeatElement(Cell(), count: Self.perPlace))
    return places.count - 1
  }

  mutating func merge(_ other: UnitSums) {
    for (place, name) in other.places.enumerated() {
      let target = position(of: name) * Self.perPlace
      for index in 0..<Self.perPlace {
        let more = other.cells[place * Self.perPlace + index]
        cells[target + index].calls += more.calls
        cells[target + index].unit += more.unit
        cells[target + index].response += more.response
        cells[target + index].enroute += more.enroute
      }
    }
  }

  /// The cells with calls, as the other programs print them.
  func lines() -> [String] {
    var lines: [String] = []
    for (index, cell) in cells.enumerated() where cell.calls > 0 {
      let level = index % Self.levels - 1
      let hour = index / Self.levels % HourOfWeek.count
      let place = index / Self.levels / HourOfWeek.count
      lines.append(
        "\(places[place]),\(hour),\(level),\(cell.calls),\(cell.unit),\(cell.response),"
          + "\(cell.enroute)")
    }
    return lines.sorted()
  }
}

private struct StandardError: TextOutputStream {
  mutating func write(_ string: String) {
    let bytes = Array(string.utf8)
    _ = try? FileHandle.standardError.write(contentsOf: bytes)
  }
}
