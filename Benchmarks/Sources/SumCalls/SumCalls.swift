import PlanningFiles
import PolicingDomain

import Foundation

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
  private var texts: [String] = []
  /// By position of the district's name, counted from 1, then 0 for no district.
  private var cells: [Cell] = []

  mutating func add(_ batch: CallBatch) {
    let perPlace = HourOfWeek.count * Self.levels
    let missing = (batch.names.count + 1) * perPlace - cells.count
    if missing > 0 {
      cells.append(contentsOf: repeatElement(Cell(), count: missing))
      texts = batch.names.texts
    }
    for row in batch.rows {
      guard let dispatched = row.dispatched.time else { continue }
      let place = Int(row.district) + 1
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

  mutating func merge(_ other: UnitSums) {
    var names = CallNames()
    for text in texts { _ = names.position(of: text) }
    let perPlace = HourOfWeek.count * Self.levels
    for place in 0..<(other.cells.count / max(1, perPlace)) {
      let target = place == 0 ? 0 : Int(names.position(of: other.texts[place - 1])) + 1
      let missing = (target + 1) * perPlace - cells.count
      if missing > 0 { cells.append(contentsOf: repeatElement(Cell(), count: missing)) }
      for index in 0..<perPlace {
        let more = other.cells[place * perPlace + index]
        cells[target * perPlace + index].calls += more.calls
        cells[target * perPlace + index].unit += more.unit
        cells[target * perPlace + index].response += more.response
        cells[target * perPlace + index].enroute += more.enroute
      }
    }
    texts = names.texts
  }

  /// The cells with calls, as the other programs print them.
  func lines() -> [String] {
    var lines: [String] = []
    for (index, cell) in cells.enumerated() where cell.calls > 0 {
      let level = index % Self.levels - 1
      let hour = index / Self.levels % HourOfWeek.count
      let place = index / Self.levels / HourOfWeek.count
      let name = place == 0 ? "" : texts[place - 1]
      lines.append("\(name),\(hour),\(level),\(cell.calls),\(cell.unit),\(cell.response),\(cell.enroute)")
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
