/// A picture of numbers, drawn as SVG.
///
/// A chart states what it shows in its title, so that a reader who looks at nothing else has the
/// finding; its summary says the same for readers who do not see the picture.
public protocol Chart: Sendable {
  /// What the chart shows, as a sentence that states the finding.
  var title: String { get }
  /// The picture in words, for readers who do not see it: what is drawn, from where to where.
  var summary: String { get }
  /// The picture: one `svg` element with `role="img"`, named by its title and its summary.
  var picture: Markup { get }
}
