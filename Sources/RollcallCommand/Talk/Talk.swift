import Foundation
import Rollcall

/// Text for standard error.
enum Talk {
  /// Says something, with words of severity in colour where there are colours.
  static func say(_ text: String) {
    FileHandle.standardError.write(Data((Terminal.talk.marked(text) + "\n").utf8))
  }

  /// Says what is wrong with the words of the command line, in the form that all problems have.
  static func problem(_ code: String, _ message: String, help: String) {
    say("error[\(code)]: \(message)\n   = help: \(help)")
  }
}

/// Text for standard output; a reader who has gone away, such as `head`, is no error.
enum Page {
  static func show(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      if errno == EPIPE { return }
      Talk.problem(
        "E092", "standard output cannot be written: \(error.localizedDescription)",
        help: "check that the disk has room, or write to a file with -o")
      throw Exit.badInput
    }
  }
}

/// Runs `body` and turns its planning errors into words and an exit code.
func explainingErrors<Value>(_ body: () throws(PlanningError) -> Value) throws -> Value {
  do {
    return try body()
  } catch {
    Talk.say(error.description)
    throw Exit.badInput
  }
}

/// Runs `body` with something to tell its progress to, which leaves the terminal as it was.
func explainingErrors<Value>(
  showing options: ProgressOptions, stages: [String] = [],
  _ body: (ProgressBar) throws(PlanningError) -> Value
) throws -> Value {
  let bar = options.bar(stages)
  do {
    let value = try body(bar)
    bar.finish()
    return value
  } catch {
    bar.finish()
    Talk.say(error.description)
    throw Exit.badInput
  }
}
