/// A chart laid out for one width: its marks, and where its texts are.
public struct Drawing: Sendable {
  /// A text and the room that it takes.
  package struct PlacedText: Hashable, Sendable {
    /// What is written.
    package let words: String
    /// The room.
    package let box: Box
  }

  /// The kinds of text, each with its class in the style sheet.
  enum Look: String {
    /// Numbers and names along an axis.
    case tick = "c-t"
    /// What is compared.
    case label = "c-l"
    /// A number beside its mark.
    case value = "c-v"
    /// A number within a cell.
    case cell = "c-c"
    /// A number within a cell that has little room.
    case small = "c-cs"

    var size: Double {
      switch self {
      case .tick, .value: 12
      case .label: 13
      case .cell: 11
      case .small: 10
      }
    }

    /// Whether the style sheet puts the middle of the text at its position.
    var isCentered: Bool { self == .cell || self == .small }

    /// The height of one line.
    var line: Double { size * 1.2 }

    func width(of words: String) -> Double { TextWidths.width(words, size: size) }
  }

  /// Which end of a text its position is.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// The pattern of places without data.
  static let hatch = "hatch"

  /// The width in units.
  package let width: Double
  /// The height in units.
  package var height = 0.0
  /// The texts that have been placed.
  package private(set) var texts: [PlacedText] = []
  private var marks: [Piece] = []
  private var isHatched = false

  /// Patterns are referred to by ids that only the picture knows.
  private enum Piece: Sendable {
    case mark(Markup)
    case hatched(String, Info?)
  }

  /// What a mark stands for: for readers who point at it, and for scripts.
  struct Info: Sendable {
    let label: String
    let value: String
  }

  let isNarrow: Bool

  init(_ width: ChartWidth) {
    self.width = width.units
    isNarrow = width == .narrow
  }

  /// Adds a line of text with its baseline at `y`; `full` is shown to readers who point at it.
  mutating func text(
    _ words: String, x: Double, y: Double, _ look: Look, anchor: Anchor = .start,
    extra: String? = nil, full: String? = nil
  ) {
    let length = look.width(of: words)
    let left =
      switch anchor {
      case .start: x
      case .middle: x - length / 2
      case .end: x - length
      }
    guard !words.isEmpty else { return }
    texts.append(
      PlacedText(
        words: words,
        box: Box(
          left: left, top: y - look.size * TextWidths.ascent, right: left + length,
          bottom: y + look.size * TextWidths.descent)))
    let style = extra.map { "\(look.rawValue) \($0)" } ?? look.rawValue
    let content: [Markup] = (full.map { [.element("title", $0)] } ?? []) + [.text(words)]
    let (across, down) = (PathText.number(x), PathText.number(y))
    add(
      anchor == .start || look.isCentered
        ? .node("text", ["class": style, "x": across, "y": down], content)
        : .node(
          "text", ["class": "\(style) c-\(anchor.rawValue)", "x": across, "y": down], content))
  }

  /// Adds lines of text around a middle.
  mutating func lines(
    _ fit: TextFit, x: Double, middle: Double, _ look: Look, anchor: Anchor = .start,
    extra: String? = nil, full: String? = nil
  ) {
    for (place, line) in fit.lines.enumerated() {
      let offset = Double(place) - Double(fit.lines.count - 1) / 2
      text(
        line, x: x, y: middle + offset * look.line + look.size * 0.345, look, anchor: anchor,
        extra: extra, full: fit.isWhole ? nil : full)
    }
  }

  /// Adds a shape.
  mutating func path(_ style: String, _ path: String, _ info: Info? = nil) {
    guard let info else {
      add(.node("path", ["class": style, "d": path], []))
      return
    }
    add(
      .node(
        "path",
        ["class": style, "d": path, "data-label": info.label, "data-value": info.value],
        titles(info)))
  }

  /// What a reader who points at a mark sees; narrow screens have no pointers.
  private func titles(_ info: Info) -> [Markup] {
    isNarrow ? [] : [.element("title", "\(info.label): \(info.value)")]
  }

  /// Adds a shape filled with the pattern of places without data.
  mutating func hatched(_ path: String, _ info: Info? = nil) {
    isHatched = true
    marks.append(.hatched(path, info))
  }

  /// Adds any other piece.
  mutating func add(_ piece: Markup) { marks.append(.mark(piece)) }

  /// Adds a straight line.
  mutating func line(_ style: String, x: Double, y: Double, toX: Double, toY: Double) {
    path(style, PathText.line([(x, y), (toX, toY)]))
  }

  /// The pieces of the drawing, with ids that begin with `id`.
  func content(id: String) -> [Markup] {
    let name = "\(id)-\(Self.hatch)"
    let pattern = Markup.element(
      "pattern",
      [
        "id": name, "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
        "patternTransform": "rotate(45)",
      ],
      [
        .node("rect", ["class": "c-bare", "width": "6", "height": "6"], []),
        .node("path", ["class": "c-hatch", "d": "M0 0V6"], []),
      ])
    let pieces = marks.map { piece -> Markup in
      switch piece {
      case .mark(let mark): return mark
      case .hatched(let path, let info):
        let fill = "url(#\(name))"
        guard let info else {
          return .node("path", ["class": "c-none", "d": path, "fill": fill], [])
        }
        return .node(
          "path",
          [
            "class": "c-none", "d": path, "fill": fill, "data-label": info.label,
            "data-value": info.value,
          ], titles(info))
      }
    }
    return (isHatched ? [.element("defs", [:], [pattern])] : []) + pieces
  }
}
