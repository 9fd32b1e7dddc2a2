import PolicingDomain
import TestSupport
import Testing
import Workbooks

@Suite("Another spreadsheet works the workbook out again", .serialized)
struct RecalculationTests {
  /// Source of truth: LibreOffice, which computes every formula itself; and worked by hand in
  /// `ExampleRecord`.
  @Test(.tags(.slow), .enabled(if: runsSlowTests && LibreOffice.isThere))
  func `every formula gives what the workbook says and every cell is read back`() throws {
    let office = try LibreOffice()
    defer { office.remove() }
    let study = StudyWorkbook(ExampleRecord.record())
    let found = try office.sheets(of: study.bytes())
    #expect(Set(found.keys) == Set(study.workbook.sheets.map(\.name)))
    var formulas = 0
    for sheet in study.workbook.sheets {
      let rows = try #require(found[sheet.name])
      for cell in sheet.cells {
        let place = cell.place
        let words = rows.indices.contains(place.row) ? rows[place.row] : []
        let shown = words.indices.contains(place.column) ? words[place.column] : ""
        switch cell.value {
        case .number(let number) where number.isFinite:
          expectEqual(shown, number, "\(sheet.name) \(place.address)")
        case .formula(_, gives: .number(let number)):
          expectEqual(shown, number, "\(sheet.name) \(place.address)")
          formulas += 1
        case .formula(_, gives: .text(let text)):
          #expect(shown == text, "\(sheet.name) \(place.address)")
        case .text(let text):
          #expect(plain(shown) == plain(SafeText(text).text), "\(sheet.name) \(place.address)")
        default: break
        }
      }
    }
    #expect(formulas > 60)
  }

  /// Source of truth: by hand: at a half, 290.8 officer-hours a week ÷ 1,422 net hours.
  @Test(.tags(.slow), .enabled(if: runsSlowTests && LibreOffice.isThere))
  func `a changed target moves the need of patrol`() throws {
    let office = try LibreOffice()
    defer { office.remove() }
    let bytes = try StudyWorkbook(ExampleRecord.record()).bytes()
    let found = try office.sheets(of: bytes, changing: ("Inputs", 0.4, 0.5))
    let ladder = try #require(found["Patrol staffing"])
    let need = try #require(ladder.first { $0.first == "Patrol need" })
    expectEqual(need[1], 290.8 * 365 / 7 / 1422, "patrol need")
    let change = try #require(ladder.first { $0.first == "Change against this run" })
    expectEqual(change[1], (290.8 - 274) * 365 / 7 / 1422, "change", within: 1e-4)
  }

  /// Words without escapes of the format, and without the white space before them, which the way through
  /// another format loses.
  private func plain(_ words: String) -> String {
    let whole = words.split(separator: "_x005F_", omittingEmptySubsequences: false)
      .joined(separator: "_")
    return String(whole.drop { $0.isWhitespace })
  }

  private func expectEqual(
    _ shown: String, _ number: Double, _ place: String, within tolerance: Double = 1e-9
  ) {
    let isPercent = shown.hasSuffix("%")
    let value = Double(isPercent ? String(shown.dropLast()) : shown).map {
      isPercent ? $0 / 100 : $0
    }
    #expect(
      value.map { agrees($0, number, within: tolerance) } == true, "\(place): \(shown), \(number)")
  }
}
