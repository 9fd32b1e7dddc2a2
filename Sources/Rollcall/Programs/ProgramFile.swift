public import LinearProgramming

/// A linear program in a file: MPS or CPLEX LP text, plain or compressed by gzip.
public struct ProgramFile: Sendable {
  /// How a file states a program.
  public enum Format: String, CaseIterable, Sendable {
    /// MPS, free or in fixed columns.
    case mps
    /// CPLEX LP text.
    case lp

    /// The format that the name of a file tells, `.gz` aside; nil if it tells none.
    public init?(path: String) {
      let name = path.lowercased()
      let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
      guard let format = Self.allCases.first(where: { plain.hasSuffix("." + $0.rawValue) }) else {
        return nil
      }
      self = format
    }

    /// The format of text whose file name tells none: LP text begins with its objective.
    init(bytes: [UInt8]) {
      let isBlank = { (byte: UInt8) in byte <= 0x20 }
      var rest = bytes[...]
      while let first = rest.drop(while: isBlank).first, first == UInt8(ascii: "\\") {
        rest = rest.drop { $0 != UInt8(ascii: "\n") }.dropFirst()
      }
      let word = String(decoding: rest.drop(while: isBlank).prefix(3), as: UTF8.self).lowercased()
      self = word == "min" || word == "max" ? .lp : .mps
    }
  }

  /// The file as the user named it.
  public let name: String
  /// The program; integer variables are relaxed.
  public let program: LinearProgram
  /// The number of variables that the file calls integer.
  public let integerCount: Int
  /// What the file says beyond the program, and what became of it, in sentences.
  public let notes: [String]
  /// How long it took to read.
  public let readTime: Duration

  /// Reads the file at `path`; the path `-` is standard input.
  ///
  /// The name of the file tells the format; where it ends in neither `.mps` nor `.lp`, the text
  /// does.
  ///
  /// - Throws: `E101`, `E102` or `E107` when the file cannot be read, `E301` when it is malformed,
  ///   with line and column.
  /// - Complexity: O(bytes).
  public init(reading path: String) throws(PlanningError) {
    let start = ContinuousClock.now
    let file: (bytes: [UInt8], name: String)
    do { file = try WholeFile.read(path) } catch { throw .files(error) }
    name = file.name
    switch Format(path: path) ?? Format(bytes: file.bytes) {
    case .mps:
      do {
        let document = try MPSDocument(parsing: file.bytes)
        program = document.program
        notes = document.notes
        integerCount = document.integerVariables.count
      } catch {
        throw Self.malformed(name, error.problem, error.line, error.column, error.remedy)
      }
    case .lp:
      do {
        let document = try LPDocument(parsing: file.bytes)
        program = document.program
        notes = document.notes
        integerCount = document.integerVariables.count
      } catch {
        throw Self.malformed(name, error.problem, error.line, error.column, error.remedy)
      }
    }
    readTime = ContinuousClock.now - start
  }

  /// Writes the program to the file at `path`, whole or not at all, in the format that its name
  /// tells.
  ///
  /// - Throws: `E302` when the name tells no format or the format cannot hold the program, `E092`
  ///   when the file cannot be written.
  public func write(to path: String) throws(PlanningError) {
    guard let format = Format(path: path), !path.lowercased().hasSuffix(".gz") else {
      throw Self.unwritable(
        path, "the name of the file tells no format", "let it end in .mps or .lp")
    }
    let text: String
    switch format {
    case .mps:
      do { text = try program.mpsText() } catch {
        throw Self.unwritable(path, error.problem, error.remedy)
      }
    case .lp:
      do { text = try program.lpText() } catch {
        throw Self.unwritable(path, error.problem, error.remedy)
      }
    }
    do {
      try TextFile.write(to: path) { file throws(FileError) in file.write(text) }
    } catch {
      throw .files(error)
    }
  }

  private static func malformed(
    _ file: String, _ problem: String, _ line: Int?, _ column: Int?, _ remedy: String
  ) -> PlanningError {
    .files(
      FileError([
        FileIssue(
          code: "E301", problem, file: file, line: line, column: column, remedy: remedy)
      ]))
  }

  private static func unwritable(
    _ file: String, _ problem: String, _ remedy: String
  ) -> PlanningError {
    .files(
      FileError([
        FileIssue(
          code: "E302", "the program cannot be written: \(problem)", file: file, remedy: remedy)
      ]))
  }

  /// Runs `body`, which solves the program, and says where a number makes no sense.
  func solving<Value>(
    _ body: (LinearProgram) throws(SolverError) -> Value
  ) throws(PlanningError) -> Value {
    do {
      return try body(program)
    } catch {
      throw .files(
        FileError([
          FileIssue(
            code: "E303", error.description, file: name,
            remedy: "correct the file, or the option that the message names")
        ]))
    }
  }

  /// What tells the program's size, for pages of JSON.
  var sizes: [(key: String, value: JSONPiece)] {
    [
      ("file", .text(name)), ("name", .text(program.name)),
      ("sense", .text(program.sense.rawValue)),
      ("rows", .count(program.rowCount)), ("columns", .count(program.variableCount)),
      ("nonzeros", .count(program.terms.count)), ("integers", .count(integerCount)),
      ("readSeconds", .number(readTime.seconds)), ("notes", .list(notes.map(JSONPiece.text))),
    ]
  }
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double { self / .seconds(1) }
}
