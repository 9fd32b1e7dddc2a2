import Charts
import Foundation
import Testing

@Suite("Colours")
struct PaletteTests {
  static let themes = [Palette.light, Palette.dark]

  /// Source of truth: WCAG 2.2, success criteria 1.4.3 (text, 4.5 to 1) and 1.4.11 (graphics, 3 to 1).
  @Test(arguments: themes)
  func `texts and marks stand out from what they lie on`(theme: Palette.Theme) {
    #expect(Palette.contrast(theme.ink, theme.ground) >= 4.5)
    #expect(Palette.contrast(theme.quiet, theme.ground) >= 4.5)
    for color in theme.series { #expect(Palette.contrast(color, theme.ground) >= 3, "\(color)") }
    for fill in theme.series + theme.steps + theme.parted {
      #expect(Palette.contrast(Palette.ink(on: fill), fill) >= 4.5, "\(fill)")
    }
  }

  /// Source of truth: WCAG 2.2: black on white is 21 to 1; #767676 on white is 4.54 to 1.
  @Test func `contrast is that of the guidelines`() {
    #expect(Palette.contrast("#000000", "#ffffff") == 21)
    #expect(abs(Palette.contrast("#767676", "#ffffff") - 4.54) < 0.01)
  }

  /// Source of truth: the matrices of Machado, Oliveira and Fernandes (2009) at full severity.
  ///
  /// Distances are those of CIE 1976, where a difference of 2.3 is just seen.
  @Test(arguments: themes)
  func `series stay apart for every kind of colour vision`(theme: Palette.Theme) {
    for (name, matrix) in Self.visions {
      let seen = theme.series.map { Self.lab($0, matrix) }
      for one in seen.indices {
        for other in seen.indices where other > one {
          let distance = Self.distance(seen[one], seen[other])
          #expect(distance >= 14, "\(name): \(theme.series[one]) and \(theme.series[other])")
        }
      }
    }
  }

  /// Source of truth: the same; a step of a scale is told from the next, and both hues of a parted
  /// scale from one another.
  @Test(arguments: themes)
  func `steps of a scale stay apart for every kind of colour vision`(theme: Palette.Theme) {
    for (name, matrix) in Self.visions {
      for scale in [theme.steps, theme.parted] {
        for (one, next) in zip(scale, scale.dropFirst()) {
          #expect(
            Self.distance(Self.lab(one, matrix), Self.lab(next, matrix)) >= 7,
            "\(name): \(one) \(next)")
        }
      }
      for place in 0..<3 {
        let (low, high) = (theme.parted[place], theme.parted[6 - place])
        #expect(
          Self.distance(Self.lab(low, matrix), Self.lab(high, matrix)) >= 20, "\(name): \(place)")
      }
    }
  }

  /// Source of truth: what one hue from little to much means: lightness goes one way.
  @Test(arguments: themes)
  func `a scale without a target goes one way in lightness`(theme: Palette.Theme) {
    let lightness = theme.steps.map { Self.lab($0, Self.visions[0].1)[0] }
    #expect(lightness == lightness.sorted() || lightness == lightness.sorted().reversed())
  }

  private static let visions: [(String, [[Double]])] = [
    ("all colours", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    (
      "protanopia",
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    ),
    (
      "deuteranopia",
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    ),
  ]

  private static func times(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).map { $0 * $1 }.reduce(0, +) }
  }

  private static func lab(_ color: String, _ vision: [[Double]]) -> [Double] {
    let seen = times(vision, Palette.linear(color)).map { max(0, min($0, 1)) }
    let standard = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
      [0.0193339, 0.1191920, 0.9503041],
    ]
    let white = [0.95047, 1, 1.08883]
    let parts = zip(times(standard, seen), white).map { part, white -> Double in
      let share = part / white
      return share > 0.008856 ? cbrt(share) : 7.787 * share + 16 / 116
    }
    return [116 * parts[1] - 16, 500 * (parts[0] - parts[1]), 200 * (parts[1] - parts[2])]
  }

  private static func distance(_ one: [Double], _ other: [Double]) -> Double {
    zip(one, other).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }
}
