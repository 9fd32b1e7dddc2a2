import Foundation
import Rollcall
import TestSupport
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("Quality report")
struct QualityReportTests {
  /// Calls with dirt of several kinds and a category that wants to be markup.
  private static func quality() throws -> DataQuality {
    var text =
      "id,received,dispatched,enroute,arrived,cleared,priority,category,origin,district,beat,"
      + "unit_count\n"
    for number in 0..<300 {
      let hour = padded(number % 24)
      let day = padded(1 + number % 28)
      let stamp = "2025-03-\(day)T\(hour)"
      let category = number % 3 == 0 ? "<script>alert('a & b')</script>" : "THEFT \"BIKE\""
      let arrived = number % 4 == 0 ? "" : "\(stamp):20:0\(number % 9)"
      let cleared = number % 7 == 0 ? "" : "\(stamp):5\(number % 9):01"
      text +=
        "\(number),\(stamp):01:00,\(stamp):05:1\(number % 9),,\(arrived),\(cleared),"
        + "\(1 + number % 5),\"\(category.replacing("\"", with: "\"\""))\","
        + "\(number % 6 == 0 ? "officer" : "community"),D<\(number % 3)>,B\(number % 8),"
        + "\(number % 2 + 1)\n"
    }
    text += "300,,,,,,,,,,,\n"
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try Doctor().examine([file.path], profile: "canonical", cleaning: .cpsm)
  }

  private static func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }

  private static func document(_ text: String) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `JSON has the keys that are documented, and every row is accounted for`() throws {
    let page = try Self.document(try Self.quality().json)
    #expect(
      Set(page.keys) == [
        "schema", "export", "rows", "calls", "span", "verdicts", "findings", "work", "costs",
        "stamps", "missing", "priority_tests", "pairs", "times", "odd_times", "values",
        "thresholds",
      ])
    let rows = try #require(page["rows"] as? [String: Any])
    let aside = try #require(rows["set_aside"] as? [[String: Any]])
    let asideRows = aside.compactMap { $0["rows"] as? Int }.reduce(0, +)
    #expect(rows["read"] as? Int == 301)
    #expect(rows["used"] as? Int == 300)
    #expect(asideRows == 1)
    let missing = try #require(page["missing"] as? [String: Any])
    let cells = try #require(missing["cells"] as? [[String: Any]])
    #expect(cells.compactMap { $0["calls"] as? Int }.reduce(0, +) == 300)
    let all = try #require((missing["all"] as? [String: Any])?["missing"] as? [Int])
    for position in 0..<4 {
      let sum = cells.compactMap { ($0["missing"] as? [Int])?[position] }.reduce(0, +)
      #expect(sum == all[position])
    }
    #expect((page["verdicts"] as? [Any])?.count == DataQuality.Verdict.Question.allCases.count)
    let cleaning = try #require(rows["cleaning"] as? [String: Any])
    #expect(cleaning["rules"] as? String == "cpsm")
  }

  @Test func `HTML is well-formed and no text of the export becomes markup`() throws {
    let page = try Self.quality().html
    let reading = PageReading()
    let parser = XMLParser(data: Data(page.dropFirst("<!DOCTYPE html>".count).utf8))
    parser.delegate = reading
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert(&#39;a &amp; b&#39;)"))
    #expect(reading.text.contains("<script>alert('a & b')</script>"))
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("url("))
    #expect(reading.tables > 5)
    #expect(reading.captions == reading.tables)
    #expect(reading.headsWithoutScope == 0)
    #expect(reading.missingTargets.isEmpty, "\(reading.missingTargets)")
  }

  @Test func `HTML holds every count and hour of the findings, verdicts and costs`() throws {
    let quality = try Self.quality()
    let page = quality.html
    for finding in quality.findings {
      #expect(page.contains("\(grouped(finding.count)) of \(grouped(finding.of))"))
      if let hours = finding.unitHours {
        #expect(page.contains("\(decimal(hours)) unit-hours"), "\(finding.key)")
      }
    }
    for verdict in quality.verdicts {
      #expect(page.contains("\(grouped(verdict.usable)) of \(grouped(verdict.of)) usable"))
    }
    for cost in quality.costs where cost.calls > 0 {
      #expect(page.contains(">\(grouped(cost.calls))</td>"), "\(cost.key)")
      #expect(page.contains(">\(decimal(cost.toldUnitHours))</td>"), "\(cost.key)")
    }
    for form in quality.stamps {
      #expect(page.contains(">\(grouped(form.known))</td>"))
      #expect(page.contains(">\(grouped(quality.all.missing(form.stamp)))</td>"))
    }
  }

  @Test func `text fits a hundred columns and says what HTML says`() throws {
    let quality = try Self.quality()
    let text = quality.text
    for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    for verdict in quality.verdicts {
      #expect(text.contains(verdict.answer.rawValue.uppercased()))
    }
    #expect(text.contains("no enroute") == false || quality.form(of: .enroute)?.known == 0)
    #expect(text.contains("rows were set aside"))
  }

  @Test func `equal exports give equal bytes`() throws {
    #expect(try Self.quality().json.dropFirst(400) == Self.quality().json.dropFirst(400))
  }

  private func grouped(_ count: Int) -> String {
    count < 1000 ? "\(count)" : "\(count / 1000),\(String(1000 + count % 1000).dropFirst())"
  }

  private func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return grouped(tenths / 10) + ".\(tenths % 10)"
  }
}

/// What an XML parser sees of a page.
private final class PageReading: NSObject, XMLParserDelegate {
  var text = ""
  var tables = 0
  var captions = 0
  var headsWithoutScope = 0
  private var targets: Set<String> = []
  private var links: Set<String> = []

  var missingTargets: Set<String> { links.subtracting(targets) }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    if element == "table" { tables += 1 }
    if element == "caption" { captions += 1 }
    if element == "th", attributes["scope"] == nil { headsWithoutScope += 1 }
    if let id = attributes["id"] { targets.insert(id) }
    if let link = attributes["href"] { links.insert(String(link.dropFirst())) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
