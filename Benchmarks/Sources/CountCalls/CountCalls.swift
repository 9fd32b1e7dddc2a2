import PlanningFiles
import PolicingDomain

/// Counts the calls of a canonical export by district and hour of the day.
///
/// `CountCalls PROFILE FILE`
@main
enum CountCalls {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { fatalError("CountCalls PROFILE FILE") }
    let profile = try ColumnProfile(contentsOf: arguments[1])
    let none = [Int](repeating: 0, count: 24)
    var counts: [District.ID?: [Int]] = [:]
    _ = try CallImport.read(files: [arguments[2]], profile: profile) { call in
      let hour = call.received.hourNumber % 24
      counts[call.district, default: none][hour] += 1
    }
    let lines = counts.flatMap { district, hours in
      let name = district.map(\.description) ?? ""
      return hours.enumerated().filter { $1 > 0 }.map { "\(name),\($0),\($1)" }
    }
    print(lines.sorted().joined(separator: "\n"))
  }
}
