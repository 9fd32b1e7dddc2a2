/// The look of charts: the part of a style sheet that pages with charts include.
///
/// Colours follow the reader's theme. A page may set `--ink`, `--quiet`, `--line` and `--ground`;
/// charts use them, and colours of their own where they are not set.
public enum ChartStyle {
  /// Rules for the classes that pictures use, all of which begin with `c-`.
  public static let sheet =
    ".c-chart {\n\(variables(of: Palette.light))}\n" + "@media (prefers-color-scheme: dark) {\n"
    + ".c-chart {\n\(variables(of: Palette.dark))}\n}\n" + shapes + fills + sizes
    + "@media print {\n.c-chart {\n\(variables(of: Palette.light, isFixed: true))}\n\(paper)}\n"

  private static func variables(of theme: Palette.Theme, isFixed: Bool = false) -> String {
    func own(_ name: String, _ page: String, _ color: String) -> String {
      isFixed ? "--c-\(name): \(color); " : "--c-\(name): var(--\(page), \(color)); "
    }
    func all(_ name: String, _ colors: [String]) -> String {
      colors.enumerated().map {
        "--c-\(name)\($0.offset + 1): \($0.element); "
          + "--c-on-\(name)\($0.offset + 1): \(Palette.ink(on: $0.element)); "
      }.joined()
    }
    return own("ground", "ground", theme.ground) + own("ink", "ink", theme.ink)
      + own("quiet", "quiet", theme.quiet) + own("line", "line", theme.line) + "\n"
      + all("f", theme.series) + "\n" + all("s", theme.steps) + "\n" + all("d", theme.parted) + "\n"
  }

  private static let shapes = """
    .c-chart { container-type: inline-size; width: 100%; margin: .5rem 0; }
    .c-chart svg { display: block; width: 100%; height: auto; overflow: visible; }
    .c-chart text { font-family: inherit; fill: var(--c-ink); font-variant-numeric: tabular-nums;
      letter-spacing: normal; }
    .c-chart path { vector-effect: none; }
    .c-t, .c-v { font-size: 12px; } .c-l { font-size: 13px; } .c-c { font-size: 11px; }
    .c-cs { font-size: 10px; }
    .c-head { font-size: 17px; font-weight: 600; }
    .c-chart .c-t { fill: var(--c-quiet); } .c-chart .c-k { fill: var(--c-ink); }
    .c-chart .c-empty { fill: var(--c-quiet); }
    .c-c, .c-cs, .c-middle { text-anchor: middle; } .c-end { text-anchor: end; }
    .c-halo { paint-order: stroke; stroke: var(--c-ground); stroke-width: 3px;
      stroke-linejoin: round; }
    .c-grid { stroke: var(--c-line); stroke-width: 1; fill: none; }
    .c-zero { stroke: var(--c-quiet); stroke-width: 1; fill: none; }
    .c-goal { stroke: var(--c-ink); stroke-width: 1.2; stroke-dasharray: 4 3; fill: none; }
    .c-whisker { stroke: var(--c-ink); stroke-width: 1.3; fill: none; }
    .c-link { stroke: var(--c-line); stroke-width: 5; fill: none; }
    .c-join { stroke: var(--c-quiet); stroke-width: 1; stroke-dasharray: 2 2; fill: none; }
    .c-break { stroke: var(--c-ground); stroke-width: 2; }
    .c-edge { stroke: var(--c-ground); stroke-width: 1; }
    .c-ink { stroke: var(--c-ink); stroke-width: 2.4; fill: none; stroke-linejoin: round; }
    .c-under { stroke: var(--c-ground); stroke-width: 5; fill: none; stroke-linejoin: round; }
    .c-chart .c-lead { stroke-width: 1.4; stroke-dasharray: none; }
    .c-chart .c-solid { stroke-dasharray: none; }
    .c-level { fill: var(--c-quiet); } .c-mark { fill: var(--c-ink); }
    .c-chart .c-on-level { fill: var(--c-ground); }
    .c-side, .c-c, .c-cs { pointer-events: none; }
    .c-bare { fill: var(--c-ground); } .c-hatch { stroke: var(--c-quiet); stroke-width: 1.4; }
    .c-none { stroke: var(--c-line); stroke-width: 1; }
    .c-area { fill-opacity: .82; }
    .c-band { opacity: .18; stroke: none; }
    .c-hit { fill: transparent; stroke: none; }
    .c-hit:hover { fill: var(--c-quiet); fill-opacity: .25; }
    .c-cell { stroke: none; } .c-on-pale { fill: var(--c-ink); }
    .c-place { stroke: var(--c-ground); stroke-width: 1; fill-rule: evenodd; }
    .c-chart [data-value]:hover { stroke: var(--c-ink); stroke-width: 1.5; }
    .c-chart .c-hit[data-value]:hover { stroke: none; }

    """

  /// Dashes that tell lines apart without their colour.
  private static let dashes = [
    "none", "7 3", "2 3", "10 3 2 3", "5 2", "1 4", "12 4", "6 2 2 2 2 2",
  ]

  private static let fills: String = {
    var rules = ""
    for place in 1...Palette.count {
      rules += ".c-f\(place) { fill: var(--c-f\(place)); } "
      rules += ".c-chart .c-of\(place) { fill: var(--c-on-f\(place)); }\n"
      rules += ".c-l\(place) { stroke: var(--c-f\(place)); stroke-width: 2.2; fill: none; "
      rules += "stroke-linejoin: round; stroke-dasharray: \(dashes[place - 1]); }\n"
    }
    for name in ["s", "d"] {
      for place in 1...7 {
        rules += ".c-\(name)\(place) { fill: var(--c-\(name)\(place)); } "
        rules += ".c-chart .c-o\(name)\(place) { fill: var(--c-on-\(name)\(place)); }\n"
      }
    }
    return rules
  }()

  private static let sizes = """
    .c-chart .c-wide { max-width: 46rem; } .c-chart .c-narrow { max-width: 27rem; display: none; }
    @container (max-width: 34.99rem) {
      .c-chart .c-wide { display: none; } .c-chart .c-narrow { display: block; }
    }
    @supports not (container-type: inline-size) {
      @media (max-width: 34.99rem) {
        .c-chart .c-wide { display: none; } .c-chart .c-narrow { display: block; }
      }
    }
    svg.c-alone { background: var(--c-ground); container-type: normal; max-width: 60rem;
      font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
    @media (forced-colors: active) {
      .c-chart svg { forced-color-adjust: none; background: var(--c-ground); }
    }

    """

  private static let paper = """
    .c-chart svg { break-inside: avoid; max-width: none; print-color-adjust: exact;
      -webkit-print-color-adjust: exact; }

    """
}
