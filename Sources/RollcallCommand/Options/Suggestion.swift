import ArgumentParser
import Foundation
import Rollcall

/// What somebody who mistyped a word probably meant; it is said, never done.
enum Suggestion {
  /// Returns a sentence that refuses `word` and names what there is.
  static func refusal(of word: String, _ what: String, among known: [String]) -> String {
    let near = NearestMatch.of(word, in: known).map { " Did you mean `\($0)`?" } ?? ""
    return "There is no \(what) `\(word)`.\(near) Use one of: \(known.joined(separator: ", "))."
  }

  /// Returns `did you mean …? ` for the nearest of the words, or nothing.
  static func question(_ word: String, among known: [String]) -> String {
    NearestMatch.of(word, in: known).map { "did you mean `\($0)`? " } ?? ""
  }

  /// Returns what was probably meant by arguments that could not be parsed, if that can be told.
  ///
  /// - Parameters:
  ///   - message: What the parser says.
  ///   - arguments: The arguments.
  ///   - root: The command to which they belong.
  /// - Returns: The word that was meant.
  static func mended(
    _ message: String, _ arguments: [String], of root: any ParsableCommand.Type
  ) -> String? {
    if let value = unknownValue(in: message) {
      return NearestMatch.of(value.word, in: value.known)
    }
    guard message.lowercased().contains("unexpected argument") else {
      return nil
    }
    var command = root
    for word in arguments where !word.hasPrefix("-") {
      let children = subcommands(of: command)
      guard let next = children.first(where: { name(of: $0) == word }) else {
        return NearestMatch.of(word, in: children.map(name))
      }
      command = next
    }
    return nil
  }

  /// The names of the subcommands of `command`, in the order of its help.
  static func subcommands(of command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    command.configuration.subcommands
  }

  /// The word by which a command is called.
  static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? ""
  }

  /// The value that an option refused, and those that it takes.
  private static func unknownValue(in message: String) -> (word: String, known: [String])? {
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false)
    guard message.hasPrefix("The value '"), message.contains("is invalid for"), quoted.count >= 6
    else { return nil }
    let known = stride(from: 5, to: quoted.count, by: 2).map { String(quoted[$0]) }
    return (String(quoted[1]), known)
  }
}
