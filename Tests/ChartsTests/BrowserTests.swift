import Charts
import Foundation
import TestSupport
import Testing

/// The pictures as a browser sets them, with its own fonts.
@Suite(
  "Pictures in a browser", .tags(.slow), .serialized, .enabled(if: runsSlowTests),
  .enabled(if: Browser.isPresent, "Chromium is not installed"))
struct BrowserTests {
  private func page(_ text: String) throws -> URL {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "charts-\(UUID().uuidString).html")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file
  }

  /// Source of truth: the rooms of the texts as the browser measures them.
  @Test(arguments: [320, 480, 680, 1200])
  func `no texts overlap, none sticks out, and every picture has a name`(width: Int) throws {
    let file = try page(Gallery.page())
    defer { try? FileManager.default.removeItem(at: file) }
    let findings = try Browser.findings(of: file, width: width, script: Browser.chartScript)
    #expect(findings.results == [])
    #expect(findings.errors == [])
    #expect(findings.contentLoaded < 3000)
  }

  /// Source of truth: the same, with odd data.
  @Test(arguments: [320, 1000]) func `odd data stay in their pictures too`(width: Int) throws {
    var charts = RandomCharts(seed: 2026)
    let file = try page(Gallery.page(of: (0..<60).map { _ in charts.next() }))
    defer { try? FileManager.default.removeItem(at: file) }
    let findings = try Browser.findings(of: file, width: width, script: Browser.chartScript)
    // Odd names repeat, and with them titles; widths of letters that the table does not know vary.
    let wrong = findings.results.filter {
      !$0.hasPrefix("id twice") && !$0.hasPrefix("svg without")
    }
    #expect(wrong == [])
    #expect(findings.errors == [])
  }

  /// Source of truth: what was asked for: one layout at a time, the narrow one on a telephone.
  @Test(arguments: [(320, "c-narrow"), (480, "c-narrow"), (680, "c-wide"), (1200, "c-wide")])
  func `one layout is shown, the one that fits`(width: Int, layout: String) throws {
    let file = try page(Gallery.page())
    defer { try? FileManager.default.removeItem(at: file) }
    let shown = try Browser.findings(of: file, width: width, script: Browser.layoutScript).results
    #expect(shown.count == Gallery.all.count)
    #expect(Set(shown) == [layout])
  }

  /// Source of truth: the colours of the dark theme; texts of a page that sets no colours of its own.
  @Test func `texts are light where the reader's system is dark`() throws {
    let bare = Gallery.page(of: Gallery.bars).replacingOccurrences(
      of: "--ink: #e4e9ee;", with: "--other: 0;")
    let file = try page(bare.replacingOccurrences(of: "--ink: #1b232b;", with: "--other: 0;"))
    defer { try? FileManager.default.removeItem(at: file) }
    let script = "return [getComputedStyle(document.querySelector('.c-l')).fill]"
    let dark = try Browser.findings(of: file, width: 800, script: script, isDark: true)
    let light = try Browser.findings(of: file, width: 800, script: script)
    #expect(dark.results == ["rgb(228, 233, 238)"])
    #expect(light.results == ["rgb(27, 35, 43)"])
  }

  /// Source of truth: the formats: PNG and PDF begin with their marks.
  @Test func `pages are pictured and printed`() throws {
    let file = try page(Gallery.page())
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      try? FileManager.default.removeItem(at: file)
      try? FileManager.default.removeItem(at: folder)
    }
    let picture = folder.appending(path: "page.png")
    try Browser.screenshot(of: file, width: 800, height: 600, to: picture)
    #expect(try Data(contentsOf: picture).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let pages = try Browser.print(file, to: folder.appending(path: "page.pdf"))
    #expect((4...20).contains(pages))
  }

  /// Source of truth: an SVG document on its own; its one svg has a name and a size.
  @Test func `a picture stands on its own as a file`() throws {
    let text = Gallery.lines[0].standalone
    let frame = "<!DOCTYPE html><html><head></head><body>\(text.dropFirst(38))</body></html>"
    let file = try page(frame)
    defer { try? FileManager.default.removeItem(at: file) }
    let findings = try Browser.findings(of: file, width: 700, script: Browser.chartScript)
    #expect(findings.results == [])
    #expect(findings.errors == [])
  }
}
