/// A picture of numbers, drawn as SVG.
///
/// A chart states what it shows in its title, so that a reader who looks at nothing else has the
/// finding; its summary says the same for readers who do not see the picture.
public protocol Chart: Sendable {
  /// What the chart shows, as a sentence that states the finding.
  var title: String { get }
  /// The picture in words, for readers who do not see it: what is drawn, from where to where.
  var summary: String { get }
  /// Draws the chart for a place of some width.
  func drawing(_ width: ChartWidth) -> Drawing
}

/// The widths that a chart is laid out for.
///
/// A picture that shrinks to the width of a telephone has texts that nobody can read, so each chart
/// is laid out twice, with texts of the same size, and the style sheet shows the one that fits.
public enum ChartWidth: String, CaseIterable, Hashable, Sendable {
  /// The column of text of a page, and paper.
  case wide
  /// A telephone.
  case narrow

  /// The width of the picture in its own units, which are about pixels.
  package var units: Double {
    switch self {
    case .wide: 680
    case .narrow: 320
    }
  }
}

extension Chart {
  /// The picture, for a page with ``ChartStyle/sheet``: both layouts in one `div`, each an `svg`
  /// element with `role="img"`, named by the title and the summary.
  ///
  /// The ids within are made from the title and the summary.
  public var picture: Markup {
    picture(id: "c" + Fingerprint.text(of: title + "\u{1F}" + summary))
  }

  /// The picture, with ids that begin with `id`, for pages that show charts of the same title and
  /// summary.
  public func picture(id: String) -> Markup {
    .element(
      "div", ["class": "c-chart"], ChartWidth.allCases.map { svg($0, id: "\(id)-\($0.rawValue)") })
  }

  private func svg(_ width: ChartWidth, id: String) -> Markup {
    let drawing = drawing(width)
    return .element(
      "svg",
      [
        "class": "c-\(width.rawValue)",
        "viewBox": "0 0 \(PathText.number(drawing.width)) \(PathText.number(drawing.height))",
        "role": "img", "aria-labelledby": "\(id)-t \(id)-d",
      ],
      [
        .element("title", ["id": "\(id)-t"], title), .element("desc", ["id": "\(id)-d"], summary),
      ] + drawing.content(id: id))
  }

  /// The picture as an SVG file of its own, with its title above and its style within.
  public var standalone: String {
    let drawing = drawing(.wide)
    let heading = TextFit(title, width: drawing.width - 4, size: 17, lines: 4)
    let top = Double(heading.lines.count) * 22 + 10
    let id = "c" + Fingerprint.text(of: title + "\u{1F}" + summary)
    let box = "0 \(PathText.number(-top)) \(PathText.number(drawing.width)) "
    let lines = heading.lines.enumerated().map { place, line in
      Markup.element(
        "text", ["class": "c-head", "x": "0", "y": PathText.number(Double(place) * 22 + 18 - top)],
        line)
    }
    let document = Markup.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "c-chart c-alone",
        "viewBox": box + PathText.number(drawing.height + top), "role": "img",
        "aria-labelledby": "\(id)-t \(id)-d",
      ],
      [
        .element("title", ["id": "\(id)-t"], title), .element("desc", ["id": "\(id)-d"], summary),
        .style(ChartStyle.sheet),
      ] + lines + drawing.content(id: id))
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    document.write(to: &text)
    return text + "\n"
  }
}

/// Short names made from texts, the same on every machine and day.
enum Fingerprint {
  /// The 64-bit FNV-1a hash of the text, in base 36.
  static func text(of words: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in words.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return String(hash, radix: 36)
  }
}
