import Foundation
import Rollcall
import TestSupport
import Testing

/// Reports as a reader's browser shows them.
@Suite("Reports in a browser", .tags(.slow), .enabled(if: runsSlowTests), .serialized)
struct ReportBrowserTests {
  /// Writes the pages of a study to a new folder.
  private func pages(of study: String) async throws -> [URL] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "rollcall-pages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try await ReportRun.pages(of: study).map { page in
      let file = folder.appending(path: "\(page.name).html")
      try Data(page.html.utf8).write(to: file)
      return file
    }
  }

  /// Source of truth: the limit of one second, and a console without an error.
  @Test(.enabled(if: Browser.isPresent), arguments: ["generic", "chicago"])
  func `a page is there within a second, and nothing fails`(study: String) async throws {
    for page in try await pages(of: study) {
      let found = try Browser.findings(of: page, width: 1200)
      #expect(found.errors == [], "\(page.lastPathComponent)")
      #expect(found.contentLoaded < 1000, "\(page.lastPathComponent)")
    }
  }

  /// Source of truth: what a reader sees: no text over another, none cut, no page wider than the screen,
  /// at the widths of a telephone, a tablet and a desk.
  @Test(.enabled(if: Browser.isPresent), arguments: [320, 700, 1200])
  func `nothing overlaps and no page is wider than the screen`(width: Int) async throws {
    let script = """
      const wide = document.documentElement.scrollWidth > window.innerWidth + 1
        ? ['page is ' + document.documentElement.scrollWidth + ' wide'] : [];
      return wide.concat((function () { \(Browser.chartScript) })());
      """
    for study in ["generic", "chicago"] {
      for page in try await pages(of: study).prefix(4) {
        let found = try Browser.findings(of: page, width: width, script: script)
        #expect(found.results == [], "\(page.lastPathComponent) at \(width)")
      }
    }
  }

  /// Source of truth: what a reader without a mouse needs: names for everything that can be operated,
  /// headings in order, tables with captions, and dialogs that open and close.
  @Test(.enabled(if: Browser.isPresent))
  func `keyboard and screen reader reach everything`() async throws {
    let script = """
      const found = [];
      for (const part of document.querySelectorAll('button, a[href], select, input, [tabindex]')) {
        const label = part.closest('label');
        const name = part.getAttribute('aria-label') || part.textContent.trim()
          || (label ? label.textContent.trim() : '');
        if (!name) found.push('no name: ' + part.outerHTML.slice(0, 80));
      }
      let last = 0;
      for (const head of document.querySelectorAll('h1, h2, h3')) {
        const level = Number(head.tagName[1]);
        if (level > last + 1) found.push('heading skips: ' + head.textContent);
        last = level;
      }
      for (const table of document.querySelectorAll('main table')) {
        if (!table.caption) found.push('no caption');
        if (table.querySelector('thead th:not([scope])')) found.push('head without scope');
      }
      const link = document.querySelector('a.why');
      if (!link) { found.push('nothing is explained'); return found; }
      link.click();
      const box = document.querySelector('dialog');
      if (!box || !box.open) found.push('no explanation opens');
      else if (box.textContent.length < 80) found.push('an empty explanation');
      else { box.querySelector('button').click(); if (box.open) found.push('it does not close'); }
      return found;
      """
    for study in ["generic", "chicago"] {
      let page = try #require(try await pages(of: study).first)
      #expect(try Browser.findings(of: page, width: 1200, script: script).results == [])
    }
  }

  /// Source of truth: a table of the page sorted, filtered and shown whole, counted in the browser.
  @Test(.enabled(if: Browser.isPresent))
  func `tables sort, filter and show all their rows`() async throws {
    let script = """
      const found = [];
      const table = document.querySelector('table[data-name="positions"]');
      if (!table) return ['no table of positions'];
      const seen = () => [...table.tBodies[0].rows].filter(row => !row.hidden).length;
      const all = table.tBodies[0].rows.length;
      if (all > 20 && seen() !== 15) found.push('shows ' + seen() + ' of ' + all);
      const heads = [...table.tHead.rows[0].cells];
      const required = heads.findIndex(head => head.textContent.trim().startsWith('Required'));
      const button = heads[required].querySelector('button');
      button.click(); button.click();
      const numbers = [...table.tBodies[0].rows].slice(0, 10)
        .map(row => Number(row.cells[required].textContent.replace(/,/g, '')));
      if (numbers.some((value, place) => place > 0 && value > numbers[place - 1])) {
        found.push('not sorted: ' + numbers);
      }
      const tools = table.closest('.scroll').previousElementSibling;
      const select = tools.querySelector('select');
      if (!select) { found.push('no filter'); return found; }
      select.value = select.options[1].value;
      select.dispatchEvent(new Event('change'));
      const more = [...table.closest('.scroll').parentNode.querySelectorAll('button')]
        .find(button => button.textContent === 'Show all rows');
      if (more && !more.hidden) more.click();
      const filtered = seen();
      if (!(filtered > 0 && filtered < all)) found.push('filter leaves ' + filtered);
      return found;
      """
    for study in ["generic", "chicago"] {
      let page = try #require(try await pages(of: study).first)
      #expect(try Browser.findings(of: page, width: 1200, script: script).results == [])
    }
  }

  /// Source of truth: the whole report takes more sheets than it has parts of a page each; the executive
  /// summary is one sheet.
  @Test(.enabled(if: Browser.isPresent))
  func `reports print to PDF`() async throws {
    for (position, page) in try await pages(of: "chicago").enumerated().prefix(2) {
      let file = page.deletingPathExtension().appendingPathExtension("pdf")
      let count = try Browser.print(page, to: file)
      #expect(position == 0 ? (8...150).contains(count) : count == 1, "\(count)")
    }
  }
}
