import Foundation

/// The colours of charts, in a light and a dark theme.
///
/// Series colours are at least 3 to 1 against their ground, differ in lightness as well as in hue,
/// and stay apart under simulated protanopia and deuteranopia; texts on fills are black or white,
/// whichever stands out more.
package enum Palette {
  /// A theme.
  package struct Theme: Hashable, Sendable {
    /// What a chart lies on.
    package let ground: String
    /// Texts.
    package let ink: String
    /// Texts of less weight.
    package let quiet: String
    /// Gridlines.
    package let line: String
    /// One colour for each series.
    package let series: [String]
    /// From little to much.
    package let steps: [String]
    /// From far below the target, over the target, to far above it.
    package let parted: [String]
  }

  /// How many series have a colour of their own.
  package static let count = 8

  /// Dark marks on white.
  package static let light = Theme(
    ground: "#ffffff", ink: "#1b232b", quiet: "#55616d", line: "#d4dae0",
    series: [
      "#1f6db5", "#d96c0c", "#00593f", "#b8348a", "#15204d", "#8a5a12", "#249fd3", "#878f6b",
    ],
    steps: ["#eef4f9", "#d3e4f1", "#aecde6", "#7fb0d6", "#4a8dc0", "#1f64a3", "#0b3d73"],
    parted: ["#a8480a", "#e08a3c", "#f6cfa5", "#f1f2f3", "#b5d3ea", "#5b9bce", "#174f8a"])

  /// Light marks on near black.
  package static let dark = Theme(
    ground: "#12171c", ink: "#e4e9ee", quiet: "#a3afba", line: "#38434d",
    series: [
      "#4a94e0", "#cf6a24", "#33d29a", "#a65fa0", "#e6eefa", "#e0dc6a", "#7fcdfb", "#8d7f78",
    ],
    steps: ["#1d2731", "#20384f", "#265177", "#33709f", "#5594c6", "#8dbde4", "#cfe5f8"],
    parted: ["#f0a35e", "#b96a24", "#5f3b1d", "#252d35", "#1f4263", "#3a7ab3", "#8fc4f2"])

  /// The text colour that stands out more on a fill.
  package static func ink(on fill: String) -> String {
    contrast(fill, "#000000") >= contrast(fill, "#ffffff") ? "#000000" : "#ffffff"
  }

  /// The contrast of two colours by the formula of WCAG 2.2, from 1 to 21.
  package static func contrast(_ one: String, _ other: String) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ color: String) -> Double {
    let parts = linear(color)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// Red, green and blue in proportion to light.
  package static func linear(_ color: String) -> [Double] {
    let digits = Array(color.dropFirst())
    return stride(from: 0, to: 6, by: 2).map { place in
      let byte = Int(String(digits[place...place + 1]), radix: 16) ?? 0
      let share = Double(byte) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
  }
}
