import Foundation
import Synchronization

/// How far a long piece of work is, on standard error.
///
/// On a terminal it is one line that is drawn in place and erased at the end: a bar with the share of
/// stages that are done, the stage, what is done in it and the time since the start. Elsewhere it is
/// nothing, or a line for each stage where those are asked for.
final class ProgressBar: Sendable {
  /// How it is shown.
  enum Style: String, CaseIterable, Sendable {
    /// Not at all.
    case none
    /// A line for each stage.
    case plain
    /// A bar in place.
    case bar
  }

  private struct State {
    var stage = ""
    var detail = ""
    var isDrawn = false
    var isFinished = false
  }

  private let style: Style
  private let stages: [String]
  private let terminal: Terminal
  private let started = Date()
  private let state = Mutex(State())

  /// Begins; a bar draws itself five times a second.
  init(_ style: Style, stages: [String], terminal: Terminal = .talk) {
    self.style = style
    self.stages = stages
    self.terminal = terminal
    guard style == .bar else { return }
    Thread.detachNewThread { [weak self] in
      while let bar = self, bar.draw() { Thread.sleep(forTimeInterval: 0.2) }
    }
  }

  /// Takes the name of a stage as it begins, or of something done within one.
  @Sendable func tell(_ text: String) {
    guard style != .plain else { return Talk.say("rollcall: \(text) …") }
    state.withLock { state in
      if stages.isEmpty || stages.contains(text) {
        state.stage = text
        state.detail = ""
      } else {
        state.detail = text
      }
    }
    _ = draw()
  }

  /// Takes how many calls were read so far; told often, drawn now and then.
  @Sendable func count(_ calls: Int) {
    guard style == .bar else { return }
    let text = "\(Self.grouped(calls)) calls"
    state.withLock { $0.detail = text }
  }

  /// Says something that stays, above the bar.
  @Sendable func note(_ text: String) {
    state.withLock { state in
      if state.isDrawn { erase() }
      state.isDrawn = false
      Talk.say("rollcall: \(text)")
    }
  }

  /// Ends; the terminal is as it was.
  func finish() {
    state.withLock { state in
      if state.isDrawn { erase() }
      state.isDrawn = false
      state.isFinished = true
    }
  }

  /// Draws the line, and returns whether there will be more to draw.
  private func draw() -> Bool {
    guard style == .bar else { return false }
    return state.withLock { state in
      if state.isFinished { return false }
      guard !state.stage.isEmpty else { return true }
      write("\r" + line(state))
      state.isDrawn = true
      return true
    }
  }

  private func line(_ state: State) -> String {
    let seconds = Int(Date().timeIntervalSince(started))
    let clock = "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
    let done = stages.firstIndex(of: state.stage) ?? 0
    var head = ""
    if stages.count > 1 {
      let filled = barLength * done / stages.count
      let (full, empty) = terminal.hasBlocks ? ("█", "░") : ("#", "-")
      head =
        terminal.painted(String(repeating: full, count: filled), .cyan)
        + String(repeating: empty, count: barLength - filled)
        + " \(100 * done / stages.count)% "
    }
    let words = state.stage + (state.detail.isEmpty ? "" : ": \(state.detail)")
    let visible = stages.count > 1 ? barLength + " \(100 * done / stages.count)% ".count : 0
    let room = max(0, terminal.width - 1 - visible - clock.count - 1)
    let shown = String(words.prefix(room))
    return head + shown + String(repeating: " ", count: room - shown.count) + " " + clock
  }

  private var barLength: Int { 20 }

  private func erase() {
    write("\r" + String(repeating: " ", count: terminal.width - 1) + "\r")
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  private static func grouped(_ count: Int) -> String {
    let digits = Array("\(count)")
    return digits.enumerated().map { position, digit in
      (position > 0 && (digits.count - position) % 3 == 0 ? "," : "") + String(digit)
    }.joined()
  }
}
