import Charts
import TestSupport
import Testing

@Suite("Texts and where they go")
struct TextTests {
  /// Source of truth: the advances of DejaVu Sans: W 99, i 28, a space 32 hundredths of an em.
  @Test func `the width of a text is the sum of its letters`() {
    #expect(agrees(TextWidths.width("Wi ", size: 10), 9.9 + 2.8 + 3.2))
    #expect(TextWidths.width("", size: 10) == 0)
    #expect(TextWidths.width("e\u{301}", size: 10) == TextWidths.width("e", size: 10))
  }

  /// Source of truth: what was asked for: lines within the width, in order, nothing lost unless said.
  @Test func `a text is broken at spaces and cut where the lines do not suffice`() {
    let text = "one two three four five six seven"
    let whole = TextFit(text, width: 90, size: 12, lines: 9)
    #expect(whole.isWhole)
    #expect(whole.lines.joined(separator: " ") == text)
    let cut = TextFit(text, width: 90, size: 12, lines: 2)
    #expect(!cut.isWhole)
    #expect(cut.lines.count == 2 && cut.lines[1].hasSuffix("…"))
    #expect(TextFit("", width: 90, size: 12).lines.isEmpty)
    #expect(
      TextFit("Unbreakableword", width: 40, size: 12, lines: 9).lines.joined() == "Unbreakableword")
  }

  /// Source of truth: the width asked for.
  @Test func `no line is wider than its room`() {
    var numbers = SeededGenerator(seed: 11)
    let letters = Array("abcdefgh WMil漢…ß,- ")
    for _ in 0..<400 {
      let text = String(
        (0..<numbers.integer(below: 60)).map { _ in letters[numbers.integer(below: letters.count)] }
      )
      let width = numbers.uniform(in: 25...200)
      let fit = TextFit(text, width: width, size: 12, lines: 1 + numbers.integer(below: 3))
      for line in fit.lines { #expect(TextWidths.width(line, size: 12) <= width + 0.02, "\(line)") }
    }
  }

  /// Source of truth: worked by hand: labels that touch centre on the mean of the places that they wish for.
  @Test func `labels that meet are moved apart evenly`() {
    #expect(LabelSpread.spread([50, 50], lengths: [10, 10], in: 0...100) == [45, 55])
    #expect(LabelSpread.spread([0, 100], lengths: [10, 10], in: 0...100) == [5, 95])
    #expect(LabelSpread.spread([20, 80], lengths: [10, 10], in: 0...100) == [20, 80])
    // All three touch: the starts that they wish for the group are 37, 39 and 31.
    let three = LabelSpread.spread([52, 40, 50], lengths: [10, 6, 10], in: 0...100)
    #expect(zip(three, [170.0 / 3, 116.0 / 3, 140.0 / 3]).allSatisfy { agrees($0, $1) })
  }

  /// Source of truth: the definition: no two overlap, the order stays, all are within the range.
  @Test func `labels never overlap`() {
    var numbers = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      let count = 1 + numbers.integer(below: 8)
      let places = (0..<count).map { _ in numbers.uniform(in: -20...220) }
      let lengths = (0..<count).map { _ in numbers.uniform(in: 5...25) }
      let middles = LabelSpread.spread(places, lengths: lengths, in: 0...200)
      let order = places.indices.sorted { (middles[$0], $0) < (middles[$1], $1) }
      #expect(order == places.indices.sorted { (places[$0], $0) < (places[$1], $1) })
      for (one, next) in zip(order, order.dropFirst()) {
        #expect(middles[one] + lengths[one] / 2 <= middles[next] - lengths[next] / 2 + 1e-9)
      }
      for label in 0..<count {
        #expect(middles[label] - lengths[label] / 2 >= -1e-9)
        #expect(middles[label] + lengths[label] / 2 <= 200 + 1e-9)
      }
    }
  }
}
