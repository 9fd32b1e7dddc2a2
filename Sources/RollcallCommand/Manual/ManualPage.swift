/// The manual page of a command, in the macros of `man`.
struct ManualPage {
  /// The name of the page: the words of the command with hyphens.
  let name: String
  private let title: String
  private let command: CommandDescription
  private let others: [String]
  private let version: String

  /// Returns the pages of `command` and of all of its subcommands.
  static func all(of command: CommandDescription, version: String) -> [ManualPage] {
    pages(of: command, under: [], version: version)
  }

  private static func pages(
    of command: CommandDescription, under parents: [String], version: String
  ) -> [ManualPage] {
    let words = parents + [command.commandName]
    let name = words.joined(separator: "-")
    let children = command.shownSubcommands
    let others =
      parents.indices.map { parents[0...$0].joined(separator: "-") }
      + children.map { "\(name)-\($0.commandName)" }
    let page = ManualPage(
      name: name, title: words.joined(separator: " "), command: command, others: others,
      version: version)
    return [page] + children.flatMap { pages(of: $0, under: words, version: version) }
  }

  /// The page.
  var text: String {
    var lines = [
      ".TH \"\(name.uppercased())\" 1 \"\" \"rollcall \(version)\" \"Rollcall\"", ".SH NAME",
      "\(Self.escaped(name)) \\- \(Self.escaped(command.abstract ?? ""))", ".SH SYNOPSIS", ".nf",
      synopsis, ".fi",
    ]
    lines += described(command.discussion ?? "")
    let shown = (command.arguments ?? []).filter(\.shouldDisplay)
    lines += section("ARGUMENTS", shown.filter { $0.kind == "positional" })
    lines += section("OPTIONS", shown.filter { $0.kind != "positional" })
    let children = command.shownSubcommands
    if !children.isEmpty {
      lines.append(".SH COMMANDS")
      for child in children {
        lines += [".TP", "\\fB\(Self.escaped(child.commandName))\\fR"]
        lines.append(Self.line(child.abstract ?? ""))
      }
    }
    if !others.isEmpty {
      lines.append(".SH SEE ALSO")
      lines.append(others.map { "\\fB\(Self.escaped($0))\\fR(1)" }.joined(separator: ",\n"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var synopsis: String {
    let shown = (command.arguments ?? []).filter(\.shouldDisplay)
    var words = ["\\fB\(Self.escaped(title))\\fR"]
    if shown.contains(where: { $0.kind != "positional" }) { words.append("[options]") }
    for argument in shown where argument.kind == "positional" {
      let name = "\\fI\(Self.escaped(argument.valueName ?? ""))\\fR"
      let word = argument.isRepeating ? "\(name) ..." : name
      words.append(argument.isOptional ? "[\(word)]" : word)
    }
    if !command.shownSubcommands.isEmpty { words.append("\\fIcommand\\fR") }
    return words.joined(separator: " ")
  }

  private func section(
    _ heading: String, _ arguments: [CommandDescription.Argument]
  ) -> [String] {
    guard !arguments.isEmpty else { return [] }
    var lines = [".SH \(heading)"]
    for argument in arguments {
      let value = "\\fI\(Self.escaped(argument.valueName ?? ""))\\fR"
      var head = (argument.names ?? []).map { "\\fB\(Self.escaped($0.typed))\\fR" }
        .joined(separator: ", ")
      if argument.kind == "option" { head += " " + value }
      lines += [".TP", argument.kind == "positional" ? value : head]
      lines.append(Self.line(argument.abstract ?? ""))
      if let more = argument.discussion, !more.isEmpty {
        lines += more.split(separator: "\n").map { Self.line(String($0)) }
      }
    }
    return lines
  }

  /// A discussion: lines in capitals are headings, indented lines stand as they are, others flow.
  private func described(_ text: String) -> [String] {
    var lines: [String] = []
    var isLiteral = false
    var needsHeading = true
    func end() { if isLiteral { lines.append(".fi") } }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isHeading = !line.isEmpty && line.allSatisfy { $0.isUppercase || $0 == " " }
      let literal = line.hasPrefix("  ")
      if isLiteral, !literal {
        lines.append(".fi")
        isLiteral = false
        if !line.isEmpty, !isHeading { lines.append(".PP") }
      }
      if isHeading {
        lines.append(".SH \(line)")
        needsHeading = false
      } else if line.isEmpty {
        if lines.last != ".PP", lines.last?.hasPrefix(".SH") == false { needsHeading = true }
      } else {
        if needsHeading {
          lines.append(lines.contains(".SH DESCRIPTION") ? ".PP" : ".SH DESCRIPTION")
          needsHeading = false
        }
        if literal, !isLiteral {
          lines.append(".nf")
          isLiteral = true
        }
        lines.append(Self.line(String(literal ? line.dropFirst(2) : line)))
      }
    }
    end()
    return lines
  }

  /// A line of text, which must not look like a request.
  private static func line(_ text: String) -> String {
    let text = escaped(text)
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }

  /// Text in ASCII, in which nothing is a request or is set as another sign.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing(
      "'", with: "\\(aq"
    )
    .replacing("^", with: "\\(ha").replacing("~", with: "\\(ti").replacing("`", with: "\\(ga")
    return plain.unicodeScalars.map { scalar in
      guard !scalar.isASCII else { return String(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
    }.joined()
  }
}
