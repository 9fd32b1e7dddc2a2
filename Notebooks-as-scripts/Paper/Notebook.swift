public import Charts
import Foundation
public import PolicingDomain
import Reports

/// A program to read from top to bottom: what it shows is printed, or stands on a page beside the
/// lines of the program that made it.
///
///     var notebook = Notebook()
///     notebook.say("2 + 2 = \(2 + 2)")
///     notebook.check(2 + 2 == 4, "two and two are four")
///     notebook.close()
///
/// Run plainly, it prints. Run with `--html FOLDER`, it reads its own source, in which comments at the
/// beginning of a line are prose in Markdown, and writes a page with prose, code and what was shown.
public struct Notebook {
  /// One thing that was shown.
  enum Output {
    case words(String)
    case table(ResultTable, limit: Int?)
    case chart(any Chart)
    case checked(String)
  }

  /// What was shown, each with the line of the program that showed it.
  private(set) var outputs: [(line: Int, output: Output)] = []
  private let source: String
  private let pageFolder: String?
  private var checks = 0

  /// Begins a notebook.
  ///
  /// - Parameters:
  ///   - arguments: The arguments of the program; `--html FOLDER` asks for a page.
  ///   - source: The path of the program's own text.
  public init(arguments: [String] = CommandLine.arguments, source: String = #filePath) {
    self.source = source
    let flag = arguments.firstIndex(of: "--html")
    pageFolder = flag.flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
    if flag != nil, pageFolder == nil { Self.stop("--html needs the folder of the pages") }
  }

  /// Says a sentence, or several lines.
  public mutating func say(_ words: String, line: Int = #line) {
    record(.words(words), at: line) { words }
  }

  /// Shows a table, or its first rows.
  public mutating func show(_ table: ResultTable, rows limit: Int? = nil, line: Int = #line) {
    record(.table(table, limit: limit), at: line) { table.text(notice: nil, limit: limit) }
  }

  /// Shows a chart; in a terminal its title and what is to be seen.
  public mutating func show(_ chart: any Chart, line: Int = #line) {
    record(.chart(chart), at: line) { "[chart] \(chart.title)\n        \(chart.summary)" }
  }

  /// Ends the program with status 1 unless `holds`, naming what must hold and the line.
  ///
  /// - Parameters:
  ///   - holds: Whether it holds.
  ///   - statement: What must hold, as a sentence.
  ///   - line: The line of the program.
  public mutating func check(_ holds: Bool, _ statement: String, line: Int = #line) {
    guard holds else { Self.stop("\(source):\(line): this does not hold: \(statement)") }
    checks += 1
    record(.checked(statement), at: line) { "checked: \(statement)" }
  }

  /// Returns a value that the program cannot do without; ends it with status 1 where there is none.
  public func need<Value>(_ value: Value?, _ remedy: String, line: Int = #line) -> Value {
    guard let value else { Self.stop("\(source):\(line): \(remedy)") }
    return value
  }

  /// Ends the notebook: it must have checked something, and its page is written if one is wanted.
  public func close() {
    guard checks > 0 else { Self.stop("\(source): a notebook ends in a check") }
    guard let pageFolder else { return }
    do {
      try NotebookPage(source: source, outputs: outputs).write(to: pageFolder)
    } catch {
      Self.stop("the page could not be written to \(pageFolder): \(error)")
    }
  }

  private mutating func record(_ output: Output, at line: Int, text: () -> String) {
    if pageFolder == nil { print(text()) } else { outputs.append((line, output)) }
  }

  private static func stop(_ words: String) -> Never {
    FileHandle.standardError.write(Data((words + "\n").utf8))
    exit(1)
  }
}

extension Double {
  /// The number as people read it, rounded to so many digits after the point.
  public func digits(_ decimals: Int = 0) -> String { Format.number(self, decimals: decimals) }
}
