import Foundation

/// Writes a made-up dispatch export, always the same for the same seed, to standard output.
///
/// `MakeExport ROWS [SEED]`: seventeen columns, about 165 bytes a row: five stamps as
/// `yyyy-MM-dd HH:mm:ss`, of which arrival is missing on four calls in ten, quoted addresses and
/// types with commas, and one repeated number in a thousand.
@main
enum MakeExport {
  static func main() {
    let arguments = CommandLine.arguments
    let rows = arguments.count > 1 ? Int(arguments[1]) ?? 0 : 1_300_000
    var export = Export(seed: arguments.count > 2 ? UInt64(arguments[2]) ?? 1 : 1)
    export.writeHeader()
    for row in 0..<rows { export.write(row, of: rows) }
    export.flush()
  }
}

/// The rows, gathered in a buffer.
struct Export {
  static let header =
    "Event Number,Agency,Received,Dispatched,Enroute,On Scene,Cleared,Type Code,Type,Priority,"
    + "Source,Disposition,Address,District,Beat,Unit,Units\n"
  static let kinds: [(code: String, name: String)] = [
    ("10A", "DISTURBANCE"), ("240", "\"ASSAULT, NO WEAPON\""), ("415", "NOISE"),
    ("459", "BURGLARY"), ("11-79", "\"CRASH, INJURY\""), ("11-82", "CRASH"), ("925", "SUSPICIOUS"),
    ("10-57", "MISSING PERSON"), ("245", "\"ASSAULT, WEAPON\""), ("T", "TRAFFIC STOP"),
    ("FLUP", "FOLLOW UP"), ("WBC", "WELLBEING CHECK"), ("ALM", "ALARM"), ("DV", "DOMESTIC"),
    ("TRES", "TRESPASS"), ("THFT", "THEFT"),
  ]
  static let streets = ["MAIN ST", "LAKE AV", "OAK ST", "MARTIN LUTHER KING DR", "5 AV", "PARK RD"]
  static let dispositions = [
    "REPORT", "ADVISED", "GONE ON ARRIVAL", "CANCEL", "ARREST", "NO REPORT",
  ]

  private var state: UInt64
  private var bytes: [UInt8] = []

  init(seed: UInt64) {
    state = seed
    bytes.reserveCapacity(1 << 20)
  }

  mutating func writeHeader() { bytes += Array(Self.header.utf8) }

  mutating func write(_ row: Int, of rows: Int) {
    let number = integer(1000) == 0 && row > 9 ? row - 1 - integer(9) : row
    // A year from 1 January 2025 on, in the order of receipt.
    let received = 1_735_689_600 + row * 31_536_000 / max(rows, 1) + integer(40)
    let dispatched = received + 20 + integer(integer(900) + 1)
    let enroute = dispatched + integer(90)
    let arrived = enroute + 60 + integer(900)
    let cleared = arrived + 120 + integer(integer(9000) + 1)
    let kind = Self.kinds[integer(Self.kinds.count)]
    let district = 1 + integer(25)
    put("25-")
    put(number, width: 7)
    put(",PD,")
    put(stamp: received, missing: 0)
    put(stamp: dispatched, missing: 40)
    put(stamp: enroute, missing: 150)
    put(stamp: arrived, missing: 400)
    put(stamp: cleared, missing: 30)
    put("\(kind.code),\(kind.name),")
    put(integer(50) == 0 ? 9 : 1 + integer(5), width: 1)
    put(integer(3) == 0 ? ",OFFICER," : ",PHONE,")
    put(Self.dispositions[integer(Self.dispositions.count)])
    put(",\"")
    put(1 + integer(99), width: 2)
    put("XX \(Self.streets[integer(Self.streets.count)]), N\",")
    put(district, width: 3)
    put(",")
    put(district, width: 2)
    put(1 + integer(4), width: 1)
    put(1 + integer(4), width: 1)
    put(",")
    put(district, width: 1)
    put(integer(100), width: 2)
    put(",")
    put(1 + integer(4), width: 1)
    put("\n")
    if bytes.count > 1 << 19 { flush() }
  }

  mutating func flush() {
    FileHandle.standardOutput.write(Data(bytes))
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func put(_ number: Int, width: Int) {
    var digits = width
    while digits < 12, number >= Self.powers[digits] { digits += 1 }
    var rest = number
    let start = bytes.count
    for _ in 0..<digits { bytes.append(48) }
    for position in stride(from: start + digits - 1, through: start, by: -1) {
      bytes[position] = 48 + UInt8(rest % 10)
      rest /= 10
    }
  }

  private mutating func put(stamp seconds: Int, missing perMille: Int) {
    if perMille == 0 || integer(1000) >= perMille {
      let (year, month, day) = Self.date(seconds / 86_400)
      put(year, width: 4)
      put("-")
      put(month, width: 2)
      put("-")
      put(day, width: 2)
      put(" ")
      put(seconds / 3600 % 24, width: 2)
      put(":")
      put(seconds / 60 % 60, width: 2)
      put(":")
      put(seconds % 60, width: 2)
    }
    put(",")
  }

  private static let powers: [Int] = (0...12).map { power in
    (0..<power).reduce(1) { product, _ in product * 10 }
  }

  /// The date of a day after 1970, by Howard Hinnant's `civil_from_days`.
  private static func date(_ dayNumber: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = shifted / 146_097
    let ofEra = shifted - era * 146_097
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let part = (5 * ofYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return (year + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * part + 2) / 5 + 1)
  }

  private mutating func integer(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) >> 33) % limit
  }
}
