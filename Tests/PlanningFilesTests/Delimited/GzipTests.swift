import PlanningFiles
import TestSupport
import Testing

@Suite("Compressed input")
struct GzipTests {
  /// Source of truth: `printf 'a,b\n1,2\n' | gzip -n`.
  static let first: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x4B, 0xD4, 0x49, 0xE2,
    0x32, 0xD4, 0x31, 0xE2, 0x02, 0x00, 0x7B, 0x07, 0x97, 0x0A, 0x08, 0x00, 0x00, 0x00,
  ]
  /// Source of truth: `printf '3,4\n5,6\n' | gzip -n`.
  static let second: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x33, 0xD6, 0x31, 0xE1,
    0x32, 0xD5, 0x31, 0xE3, 0x02, 0x00, 0x79, 0x4A, 0x4D, 0x2C, 0x08, 0x00, 0x00, 0x00,
  ]

  private func rows(_ bytes: [UInt8]) throws(FileError) -> [[String]] {
    try Table(.bytes(bytes, name: "calls.csv.gz")).rows.map(\.fields)
  }

  @Test func `a compressed file is read like a plain one`() throws {
    #expect(try rows(Self.first) == [["1", "2"]])
  }

  @Test func `members follow each other, with or without padding`() throws {
    let expected = [["1", "2"], ["3", "4"], ["5", "6"]]
    #expect(try rows(Self.first + Self.second) == expected)
    #expect(try rows(Self.first + [0, 0, 0] + Self.second + [0, 0]) == expected)
  }

  @Test func `a file cut anywhere is an error`() throws {
    let whole = Self.first + Self.second
    for length in 2..<whole.count where length != Self.first.count {
      let error = try #require(throws: FileError.self) { try rows(Array(whole[..<length])) }
      #expect(error.issues.map(\.code) == ["E107"])
      #expect(error.description.contains("ends in the middle"))
    }
  }

  @Test func `a changed byte is an error`() throws {
    var damaged = Self.first
    damaged[damaged.count - 6] ^= 0x55
    let error = try #require(throws: FileError.self) { try rows(damaged) }
    #expect(error.issues.map(\.code) == ["E107"])
  }

  @Test func `damaged bytes are read or refused, and never end the program`() {
    var generator = SeededGenerator(seed: 3)
    let whole = Self.first + Self.second
    for _ in 0..<4000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let position = Int.random(in: 2..<bytes.count, using: &generator)
        bytes[position] = UInt8.random(in: 0...255, using: &generator)
      }
      _ = try? rows(Array(bytes.prefix(Int.random(in: 2...bytes.count, using: &generator))))
    }
  }

  @Test func `letters behind the last member are an error`() throws {
    let error = try #require(throws: FileError.self) { try rows(Self.first + [0x41]) }
    #expect(error.issues.map(\.code) == ["E107"])
  }
}
