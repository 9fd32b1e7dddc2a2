import ArgumentParser
import Foundation

/// What the parser knows of a command: the words of its help.
struct CommandDescription: Decodable {
  /// An argument, option or flag.
  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String

      /// The name as it is typed.
      var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    let kind: String
    let abstract: String?
    let discussion: String?
    let names: [Name]?
    let valueName: String?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool
  }

  let commandName: String
  let abstract: String?
  let discussion: String?
  let arguments: [Argument]?
  let subcommands: [CommandDescription]?
  let shouldDisplay: Bool?

  private struct Document: Decodable {
    let command: CommandDescription
  }

  /// Describes `command` with all of its subcommands.
  init(of command: any ParsableCommand.Type) throws {
    self = try JSONDecoder().decode(
      Document.self, from: Data(command._dumpHelp().utf8)
    ).command
  }

  /// The subcommands that help shows.
  var shownSubcommands: [CommandDescription] {
    (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
  }
}
