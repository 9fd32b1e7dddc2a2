import ArgumentParser
import Foundation
import Rollcall

/// Writes the manual pages, for those who package the tool.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Write the manual pages of every command to a folder.",
    discussion: """
      EXAMPLES
        rollcall manual -o man1
      """, shouldDisplay: false)

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The folder, made if it is not there.", valueName: "folder"),
    completion: .directory)
  var folder: String

  func run() throws {
    let description = try CommandDescription(of: RollcallCommand.self)
    let pages = ManualPage.all(of: description, version: Version.current)
    let place = URL(filePath: folder)
    do {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for page in pages {
        try Data(page.text.utf8).write(
          to: place.appending(path: "\(page.name).1"), options: .atomic)
      }
    } catch {
      Talk.problem(
        "E092", "the manual cannot be written: \(error.localizedDescription)",
        help: "check that \(folder) may be written and has room")
      throw Exit.badInput
    }
    Talk.say("wrote \(pages.count) pages to \(folder)")
  }
}
