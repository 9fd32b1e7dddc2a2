import Foundation
import TestSupport
import Testing

/// The examples of the help texts, and a folder in which they can be run as they are printed.
enum HelpExamples {
  /// One example with the command whose help prints it.
  struct Example: Sendable, CustomTestStringConvertible {
    let command: String
    let line: String
    var testDescription: String { "\(command): \(line)" }

    /// Whether it takes the large demonstration.
    var isLarge: Bool {
      line.contains("chicago ") || line.hasSuffix("chicago")
        || line.hasPrefix("rollcall query staffing")
    }
  }

  /// A command as the parser describes it.
  struct Described: Decodable {
    let commandName: String
    let discussion: String?
    let subcommands: [Described]?
  }

  private struct Document: Decodable {
    let command: Described
  }

  /// The command with all of its subcommands, by the words with which they are called.
  static let commands: [(name: String, described: Described)] = {
    guard let dump = try? Command(["--experimental-dump-help"]),
      let root = try? JSONDecoder().decode(Document.self, from: Data(dump.output.utf8)).command
    else { return [] }
    func all(_ command: Described, _ parents: [String]) -> [(name: String, described: Described)] {
      let words = parents + [command.commandName]
      return [(words.joined(separator: " "), command)]
        + (command.subcommands ?? []).filter { $0.commandName != "help" }
        .flatMap { all($0, words) }
    }
    return all(root, [])
  }()

  /// Every example, in the order of the help.
  static let all: [Example] = commands.flatMap { name, command in
    lines(of: command).map { Example(command: name, line: stripped($0)) }
  }

  /// The lines of the examples of a command as they are printed, without their indentation.
  static func lines(of command: Described) -> [String] {
    var lines: [String] = []
    var isInside = false
    for line in (command.discussion ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line == "EXAMPLES" {
        isInside = true
      } else if isInside {
        guard line.hasPrefix("  ") else { break }
        lines.append(String(line.dropFirst(2)))
      }
    }
    return lines
  }

  /// The line without the words that follow it after three blanks or more.
  private static func stripped(_ line: String) -> String {
    guard let comment = line.range(of: "   ") else { return line }
    return String(line[..<comment.lowerBound])
  }

  /// A folder with every file that the examples name, made by the command itself.
  static let folder: URL? = {
    let folder = FileManager.default.temporaryDirectory.appending(path: "examples-\(UUID())")
    let program = """
      set -e
      rollcall init my-study
      cp "$STUDY/calls.csv" calls.csv
      gzip -k calls.csv
      sed -n '1,151p' calls.csv > 2023.csv
      (sed -n 1p calls.csv; sed -n '152,$p' calls.csv) > 2024.csv
      rollcall import calls.csv --into calls.sqlite
      printf 'Maximize\\n gain: 3 wheat + 2 barley\\nSubject To\\n land: wheat + barley <= 4\\n \
      labour: wheat + 3 barley <= 6\\nEnd\\n' > model.lp
      rollcall lp convert model.lp model.mps
      gzip -k model.mps
      rollcall lp solve model.lp --write-solution solution.csv
      printf 'date,watch,district,class,officers,units\\n' > sheets.csv
      printf '2025-01-15,day,1,beat,12,6\\n' >> sheets.csv
      rollcall run my-study --no-prices -o runs/first > run.txt
      rollcall findings runs/first -o board.md
      printf '{"type": "FeatureCollection", "features": [' > districts.geojson
      for number in 1 2 3; do
        east=$((number + 1))
        printf '{"type": "Feature", "properties": {"district": "%s"}, "geometry": {"type": \
      "Polygon", "coordinates": [[[%s,1],[%s,1],[%s,2],[%s,2],[%s,1]]]}}' \
          $number $number $east $east $number $number >> districts.geojson
        [ $number = 3 ] || printf ',' >> districts.geojson
      done
      printf ']}' >> districts.geojson
      """
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let made = try Shell(program, in: folder)
      if made.code != 0 { Issue.record("\(made.talk)") }
      return made.code == 0 ? folder : nil
    } catch {
      Issue.record(error)
      return nil
    }
  }()
}

/// One program of the shell, with the built command on its path.
struct Shell {
  let code: Int32
  let output: String
  let talk: String

  /// Runs `program` with bash in `folder`.
  init(_ program: String, in folder: URL, environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-o", "pipefail", "-c", program]
    process.currentDirectoryURL = folder
    var values = ProcessInfo.processInfo.environment
    let built = Command.executable.deletingLastPathComponent()
    values["PATH"] = "\(built.path):\(values["PATH"] ?? "/usr/bin:/bin")"
    values["STUDY"] =
      built.appending(path: "Rollcall_ReferenceData.resources/Studies/generic-two-districts").path
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] { values[name] = nil }
    process.environment = values.merging(environment) { $1 }
    let files = try (0..<2).map { _ in
      let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try Data().write(to: url)
      return url
    }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    code = process.terminationStatus
    output = String(decoding: try Data(contentsOf: files[0]), as: UTF8.self)
    talk = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
  }
}
