public import Foundation

/// Headless Chromium, for tests of pages as readers see them.
///
/// A page is shown in a frame of the width asked for, because Chromium's own windows are never
/// narrower than 500 pixels. Tests that need the browser are skipped by name where it is absent:
///
///     @Test(.enabled(if: Browser.isPresent)) func …
public enum Browser {
  /// What a script found out about a page.
  public struct Findings: Sendable {
    /// What the page wrote to the console as an error, and what it failed with.
    public let errors: [String]
    /// What the script returned.
    public let results: [String]
    /// From the start of the navigation to `DOMContentLoaded`, in milliseconds.
    public let contentLoaded: Double
  }

  /// Why there are no findings.
  public struct Failure: Error, CustomStringConvertible {
    /// What happened.
    public let description: String
  }

  /// The program, where it is installed.
  public static var program: URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    for folder in folders + ["/usr/bin"] {
      for name in ["chromium", "chromium-browser", "google-chrome"] {
        let file = URL(filePath: String(folder)).appending(path: name)
        if FileManager.default.isExecutableFile(atPath: file.path) { return file }
      }
    }
    return nil
  }

  /// Whether the browser is installed.
  public static var isPresent: Bool { program != nil }

  /// Runs a script in a page once it has been loaded, and returns what it finds.
  ///
  /// - Parameters:
  ///   - page: The file of the page; it is not changed.
  ///   - width: The width that it is shown at, in pixels.
  ///   - script: The body of a function that returns a list of texts; see ``chartScript``.
  ///   - isDark: Whether the reader's system is dark.
  /// - Returns: What was found.
  /// - Throws: `Failure` where the browser is absent or says nothing.
  public static func findings(
    of page: URL, width: Int, script: String = "return []", isDark: Bool = false
  ) throws -> Findings {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(at: folder) }
    let wrapper = try wrap(page, width: width, height: 4000, script: script, in: folder)
    let text = try run(["--dump-dom"] + theme(isDark), wrapper, width: width, height: 900)
    guard let start = text.range(of: "<pre id=\"findings\">"),
      let end = text.range(of: "</pre>", range: start.upperBound..<text.endIndex),
      let bytes = Data(base64Encoded: String(text[start.upperBound..<end.lowerBound]))
    else { throw Failure(description: "\(page.lastPathComponent) told the browser nothing") }
    let report = try JSONDecoder().decode(Report.self, from: bytes)
    return Findings(
      errors: report.errors, results: report.results, contentLoaded: report.contentLoaded)
  }

  /// Writes a picture of a page as PNG.
  ///
  /// - Parameters:
  ///   - page: The file of the page.
  ///   - width: The width that it is shown at.
  ///   - height: The height of the picture.
  ///   - file: Where the picture goes.
  ///   - isDark: Whether the reader's system is dark.
  /// - Throws: `Failure` where the browser is absent or writes nothing.
  public static func screenshot(
    of page: URL, width: Int, height: Int, to file: URL, isDark: Bool = false
  ) throws {
    let folder = try scratch()
    defer { try? FileManager.default.removeItem(at: folder) }
    let wrapper = try wrap(page, width: width, height: height, script: "return []", in: folder)
    _ = try run(
      ["--screenshot=\(file.path)", "--hide-scrollbars"] + theme(isDark), wrapper,
      width: max(width, 500), height: height)
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw Failure(description: "No picture of \(page.lastPathComponent)")
    }
  }

  /// Prints a page to PDF, and returns the number of its pages.
  ///
  /// - Parameters:
  ///   - page: The file of the page.
  ///   - file: Where the PDF goes.
  /// - Returns: The number of pages.
  /// - Throws: `Failure` where the browser is absent or writes nothing.
  public static func print(_ page: URL, to file: URL) throws -> Int {
    _ = try run(
      ["--print-to-pdf=\(file.path)", "--no-pdf-header-footer"], page, width: 1200, height: 900)
    guard let bytes = try? Data(contentsOf: file) else {
      throw Failure(description: "\(page.lastPathComponent) was not printed")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.matches(of: /\/Type\s*\/Page\b/).count
  }

  private struct Report: Decodable {
    let errors: [String]
    let results: [String]
    let contentLoaded: Double
  }

  private static func theme(_ isDark: Bool) -> [String] {
    ["--blink-settings=preferredColorScheme=\(isDark ? 0 : 1)"]
  }

  private static func scratch() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Writes a copy of the page that reports, and a page that shows it in a frame and listens.
  private static func wrap(
    _ page: URL, width: Int, height: Int, script: String, in folder: URL
  ) throws -> URL {
    let early = """
      <script>
      window.browserErrors = [];
      window.addEventListener('error', e => browserErrors.push(String(e.message)));
      window.addEventListener('unhandledrejection', e => browserErrors.push(String(e.reason)));
      (says => { console.error = (...words) => { browserErrors.push(words.join(' ')); says(...words); };
      })(console.error.bind(console));
      window.addEventListener('load', () => document.fonts.ready.then(() => setTimeout(() => {
        let results = [];
        try { results = (function () { \(script) })(); } catch (e) { browserErrors.push(String(e)); }
        const clock = performance.getEntriesByType('navigation')[0];
        parent.postMessage({ errors: browserErrors, results: results.map(String),
          contentLoaded: clock ? clock.domContentLoadedEventEnd : 0 }, '*');
      }, 50)));
      </script>
      """
    var text = try String(contentsOf: page, encoding: .utf8)
    if let head = text.range(of: "<head>") {
      text.insert(contentsOf: early, at: head.upperBound)
    } else {
      text = early + text
    }
    try text.write(to: folder.appending(path: "page.html"), atomically: true, encoding: .utf8)
    let wrapper = """
      <!DOCTYPE html><html><head><meta charset="utf-8"><style>
      html, body { margin: 0; } pre { display: none; }
      iframe { border: 0; display: block; width: \(width)px; height: \(height)px; }
      </style></head><body><iframe src="page.html"></iframe><pre id="findings"></pre><script>
      window.addEventListener('message', message => {
        const bytes = new TextEncoder().encode(JSON.stringify(message.data));
        let text = '';
        for (const byte of bytes) text += String.fromCharCode(byte);
        document.getElementById('findings').textContent = btoa(text);
      });
      </script></body></html>
      """
    let file = folder.appending(path: "frame.html")
    try wrapper.write(to: file, atomically: true, encoding: .utf8)
    return file
  }

  private static func run(
    _ options: [String], _ page: URL, width: Int, height: Int
  ) throws -> String {
    guard let program else { throw Failure(description: "Chromium is not installed") }
    let profile = try scratch()
    defer { try? FileManager.default.removeItem(at: profile) }
    let process = Process()
    process.executableURL = program
    process.arguments =
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--disable-extensions", "--user-data-dir=\(profile.path)",
        "--window-size=\(width),\(height)", "--virtual-time-budget=8000",
      ] + options + [page.absoluteString]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
