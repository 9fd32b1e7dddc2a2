import PlanningFiles
import TestSupport
import Testing

@Suite("Delimited reader")
struct DelimitedReaderTests {
  private struct Reading {
    var header: [String]
    var rows: [[String]] = []
    var lines: [Int] = []
    var remarks: DelimitedReader.Remarks
  }

  private func read(_ bytes: [UInt8]) throws(FileError) -> Reading {
    var reader = try DelimitedReader.open(.bytes(bytes, name: "in.csv"))
    var reading = Reading(header: reader.header, remarks: reader.remarks)
    while try reader.next() {
      var fields: [String] = []
      for index in 0..<reader.fieldCount { fields.append(reader.field(index)) }
      reading.rows.append(fields)
      reading.lines.append(reader.line)
    }
    reading.remarks = reader.remarks
    return reading
  }

  private func read(_ text: String) throws(FileError) -> Reading { try read(Array(text.utf8)) }

  private func issue(of bytes: [UInt8]) throws -> FileIssue {
    let error = try #require(throws: FileError.self) { try read(bytes) }
    return try #require(error.issues.first)
  }

  /// Source of truth: RFC 4180, section 2, rules 5 to 7.
  @Test func `quoted fields hold commas, quotes and line ends`() throws {
    let reading = try read("a,b,c\n\"1,2\",\"say \"\"hi\"\"\",\"two\nlines\"\nx,\"\",z\n")
    #expect(reading.header == ["a", "b", "c"])
    #expect(reading.rows == [["1,2", "say \"hi\"", "two\nlines"], ["x", "", "z"]])
    #expect(reading.lines == [2, 4])
    #expect(reading.remarks.rowsOfManyLines.lines == [2])
  }

  /// Source of truth: worked by hand; the three line ends that exist.
  @Test(arguments: ["\n", "\r\n", "\r"])
  func `rows end by LF, CRLF or CR`(end: String) throws {
    let reading = try read(["a,b", "1,2", "3,\"4\"", "5,"].joined(separator: end) + end)
    #expect(reading.rows == [["1", "2"], ["3", "4"], ["5", ""]])
    let withoutLastEnd = try read(["a,b", "1,2", "3,\"4\""].joined(separator: end))
    #expect(withoutLastEnd.rows == [["1", "2"], ["3", "4"]])
  }

  @Test func `a byte order mark is not part of the first column`() throws {
    #expect(try read([0xEF, 0xBB, 0xBF] + Array("id,x\n1,2\n".utf8)).header == ["id", "x"])
  }

  @Test func `a quote inside an unquoted field is a letter`() throws {
    #expect(try read("a,b\n5\" pipe,x\n").rows == [["5\" pipe", "x"]])
  }

  @Test func `letters after a closing quote belong to the field and are counted`() throws {
    let reading = try read("a,b\n\"ab\"cd\"e,x\n1,2\n")
    #expect(reading.rows == [["abcd\"e", "x"], ["1", "2"]])
    #expect(reading.remarks.strayText.lines == [2])
  }

  /// Source of truth: ISO 8859-1 maps each byte to the scalar of the same number.
  @Test func `bytes that are not UTF-8 are read as Latin-1, field by field`() throws {
    let reading = try read(Array("a,b\nPe".utf8) + [0xF1] + Array("a,Peña\n".utf8))
    #expect(reading.rows == [["Peña", "Peña"]])
    #expect(reading.remarks.latin1Fields.count == 1)
  }

  @Test func `a row of a million letters is read`() throws {
    let long = String(repeating: "x", count: 1_000_000)
    let reading = try read("a,b\n\(long),\"\(long)\"\n1,2\n")
    #expect(reading.rows == [[long, long], ["1", "2"]])
  }

  @Test func `a quote that is never closed is an error at the line that opens it`() throws {
    let issue = try issue(of: Array("a,b\n1,2\n\"3\n4\",\"5\n6,7\n".utf8))
    #expect(issue.code == "E105")
    #expect(issue.line == 4)
  }

  @Test(arguments: [(";", "semicolon", ";"), ("\t", "tab", "\\t"), ("|", "bar", "|")])
  func `another delimiter is named, with the remedy`(
    delimiter: String, name: String, written: String
  ) throws {
    let issue = try issue(of: Array("id\(delimiter)time\n1\(delimiter)2\n".utf8))
    #expect(issue.code == "E104")
    #expect(issue.message.contains(name))
    #expect(issue.remedy.contains("`delimiter: \"\(written)\"`"))
  }

  @Test func `a quoted header may contain other delimiters`() throws {
    let reader = try DelimitedReader.open(
      .bytes(Array("\"a;b\"\n1\n".utf8), name: "in.csv"), delimiter: UInt8(ascii: ";"))
    #expect(reader.header == ["a;b"])
  }

  @Test(arguments: ["", "\n\r\n", "\u{FEFF}"])
  func `an empty file is an error`(text: String) throws {
    #expect(try issue(of: Array(text.utf8)).code == "E103")
  }

  @Test func `a header alone is a file without rows`() throws {
    #expect(try read("a,b").rows.isEmpty)
    #expect(try read("a,b\n").rows.isEmpty)
  }

  @Test func `UTF-16 is refused with the remedy`() throws {
    #expect(try issue(of: [0xFF, 0xFE, 0x61, 0x00]).code == "E109")
  }

  @Test func `rows that are too short or too long are handed out and counted`() throws {
    let reading = try read("a,b,c\n1,2\n1,2,3\n\n1,2,3,4\n1\n")
    #expect(reading.rows == [["1", "2"], ["1", "2", "3"], ["1", "2", "3", "4"], ["1"]])
    #expect(reading.remarks.tooFewFields.lines == [2, 6])
    #expect(reading.remarks.tooManyFields.lines == [5])
    #expect(reading.remarks.blankLines.lines == [4])
  }

  /// Source of truth: what was written; fields of every length meet every end of the buffer.
  @Test(arguments: 1...40)
  func `what the writer writes is read back identically`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet: [Character] = ["a", "Z", " ", ",", "\"", "\n", "\r", "é", "\r\n", "警", ";"]
    let columns = Int.random(in: 1...6, using: &generator)
    let longest = seed % 8 == 0 ? 90_000 : 12
    var rows: [[String]] = []
    for _ in 0..<(seed % 8 == 0 ? 8 : 60) {
      rows.append(
        (0..<columns).map { _ in
          let count = Int.random(in: 0...longest, using: &generator)
          return String((0..<count).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
        })
    }
    var text = ""
    let writer = DelimitedWriter()
    writer.write((0..<columns).map { "column \($0)" }, to: &text)
    for row in rows { writer.write(row, to: &text) }
    let table = try Table(.bytes(Array(text.utf8), name: "round.csv"))
    #expect(table.rows.map(\.fields) == rows)
  }

  @Test func `garbage is read or refused, and never ends the program`() {
    var generator = SeededGenerator(seed: 7)
    let letters = Array(",\"\n\r;ab1\0".utf8) + [0xC3, 0xFF, 0xEF, 0xBB, 0xBF, 0x1F, 0x8B]
    var refused = 0
    for _ in 0..<4000 {
      let count = Int.random(in: 0...80, using: &generator)
      let bytes = (0..<count).map { _ in letters.randomElement(using: &generator) ?? 0 }
      do throws(FileError) {
        let reading = try read(bytes)
        let ragged = reading.remarks.tooFewFields.count + reading.remarks.tooManyFields.count
        #expect(ragged <= reading.rows.count)
      } catch {
        refused += 1
      }
    }
    #expect(refused < 4000)
  }
}
