import Testing
import Workbooks

@Suite("Words of cells and names of sheets")
struct SafeTextTests {
  /// Source of truth: XML 1.0, section 2.2: characters that no document may hold.
  @Test func `characters that XML cannot hold are replaced`() {
    #expect(
      SafeText("a\u{0}b\u{1F}c\u{FFFE}d\u{7F}").text == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}")
    #expect(SafeText("é 日本 😀\ttab").text == "é 日本 😀\ttab")
  }

  /// Source of truth: by hand.
  @Test func `ends of lines become one line feed`() {
    #expect(SafeText("a\r\nb\rc\nd").text == "a\nb\nc\nd")
  }

  /// Source of truth: ECMA-376, 22.9.2.19: `_xHHHH_` stands for a character and is escaped by `_x005F_`.
  @Test func `words that look like an escape stay words`() {
    #expect(SafeText("_x0041_").text == "_x005F_x0041_")
    #expect(SafeText("max_x1 _x00G1_ _x0041").text == "max_x1 _x00G1_ _x0041")
  }

  /// Source of truth: a cell holds 32,767 characters of UTF-16.
  @Test func `words longer than a cell are cut with a mark`() {
    let whole = SafeText(String(repeating: "x", count: SafeText.longest))
    #expect(!whole.isCut)
    let long = SafeText(String(repeating: "😀", count: 20_000))
    #expect(long.isCut)
    #expect(long.text.utf16.count <= SafeText.longest)
    #expect(long.text.hasSuffix(SafeText.mark))
  }

  /// Source of truth: what spreadsheets refuse in a name: length, seven characters, an apostrophe at an end.
  @Test func `names of sheets are short, plain and unique regardless of case`() {
    var names = SheetNames()
    #expect(names.take("Units [a]:b*c?/d\\e") == "Units a b c d e")
    #expect(names.take("UNITS a b c d e") == "UNITS a b c d e (2)")
    #expect(names.take("'quoted'") == "quoted")
    let long = String(repeating: "word ", count: 20)
    let first = names.take(long)
    let second = names.take(long)
    #expect(first.utf16.count <= 31 && second.utf16.count <= 31)
    #expect(first.lowercased() != second.lowercased())
    #expect(names.take("") == "Sheet")
    #expect(names.take("History") == "Sheet History")
  }

  /// Source of truth: by hand; a name must not look like the address of a cell.
  @Test func `names of cells are letters, digits and underscores`() {
    #expect(
      Workbook.validName("absence_tours_furlough, band 1-3") == "absence_tours_furlough_band_1_3")
    #expect(Workbook.validName("AB12") == "ab12_")
    #expect(Workbook.validName("1st watch") == "_1st_watch_")
    var book = Workbook(title: "")
    #expect(book.name("net hours", sheet: "S", cell: CellPlace(0, 0)) == "net_hours")
    #expect(book.name("Net-Hours", sheet: "S", cell: CellPlace(1, 0)) == "net_hours_2")
  }

  /// Source of truth: the columns of a spreadsheet: A is 0, Z 25, AA 26, XFD 16,383.
  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func `columns have their letters`(column: Int, letters: String) {
    #expect(CellPlace(9, column).address == "\(letters)10")
  }
}
