/// The look of every page: light or dark as the reader's system is, good on paper, on narrow
/// screens and without colour.
///
/// Texts have a contrast of at least 4.5 to 1 on their ground. The steps of a heat map are one hue
/// from pale to deep, which every kind of colour vision tells apart, and each cell prints its
/// number as well.
enum HTMLStyle {
  static let sheet = variables + text + tables + pictures + media

  private static let variables = """
    :root {
      color-scheme: light dark;
      --ground: #ffffff; --panel: #f5f7f9; --ink: #1b232b; --quiet: #55616d; --line: #d4dae0;
      --accent: #0b5cad; --bar: #3b7fbf;
      --grave: #a3261b; --care: #8a5200; --good: #1d6b41; --note: #55616d;
      --h0: #f4f7fa; --h1: #dfeaf4; --h2: #c0d7ea; --h3: #93bcdc; --h4: #4f8fc4; --h5: #1f64a3;
      --h6: #0b3d73; --on-pale: #1b232b; --on-middle: #10171d; --on-deep: #ffffff;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #12171c; --panel: #1b2229; --ink: #e4e9ee; --quiet: #a3afba; --line: #38434d;
        --accent: #7db8f0; --bar: #5d9fdb;
        --grave: #ff9a8d; --care: #f0b45c; --good: #7fd1a3; --note: #a3afba;
        --h0: #1b232b; --h1: #1f3244; --h2: #25486a; --h3: #2f6496; --h4: #5d9fdb; --h5: #9cc9ef;
        --h6: #d8ebfb; --on-pale: #e4e9ee; --on-middle: #0d1217; --on-deep: #0d1217;
      }
    }

    """

  private static let text = """
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--ground); color: var(--ink);
      font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
    main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
    h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 .5rem; padding-top: .75rem;
      border-top: 1px solid var(--line); }
    h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
    p, li, dd { max-width: 46rem; }
    p { margin: .4rem 0; overflow-wrap: anywhere; }
    a { color: var(--accent); }
    .quiet { color: var(--quiet); font-size: .875rem; }
    nav { margin: 1rem 0 0; font-size: .875rem; }
    nav a { margin-right: 1rem; white-space: nowrap; display: inline-block; padding: .1rem 0; }
    .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem;
      margin: 1.25rem 0 0; }
    .facts div { background: var(--panel); border: 1px solid var(--line); border-radius: .5rem;
      padding: .6rem .8rem; margin: 0; }
    .facts dt { color: var(--quiet); font-size: .8125rem; }
    .facts dd { margin: 0; font-size: 1.25rem; font-variant-numeric: tabular-nums; line-height: 1.3;
      overflow-wrap: anywhere; }
    .facts small { display: block; font-size: .8125rem; color: var(--quiet); }
    .items { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr));
      column-gap: 2rem; align-items: start; }
    .item { border-left: 4px solid var(--note); padding: .1rem 0 .1rem .8rem; margin: .8rem 0; }
    .item h3 { margin: 0; }
    .item p { margin: .15rem 0; }
    .item.grave { border-color: var(--grave); } .item.care { border-color: var(--care); }
    .item.good { border-color: var(--good); }
    .mark { font-size: .75rem; font-weight: 600; text-transform: uppercase; letter-spacing: .04em;
      margin-right: .5rem; color: var(--note); white-space: nowrap; }
    .mark.grave { color: var(--grave); } .mark.care { color: var(--care); }
    .mark.good { color: var(--good); }
    .figure { font-variant-numeric: tabular-nums; }

    """

  private static let tables = """
    .scroll { overflow-x: auto; margin: 1.25rem 0 0; }
    .picture { margin-top: .5rem; }
    table { border-collapse: collapse; font-size: .875rem; line-height: 1.4; }
    caption { text-align: left; font-weight: 600; padding: 0 0 .35rem; caption-side: top; }
    th, td { padding: .25rem .7rem .25rem 0; text-align: left; vertical-align: top;
      border-bottom: 1px solid var(--line); }
    thead th.number { white-space: normal; max-width: 6.5rem; }
    thead th { color: var(--quiet); font-weight: 600; vertical-align: bottom;
      border-bottom: 2px solid var(--line); }
    tbody th { font-weight: 400; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .words { min-width: 11rem; max-width: 32rem; overflow-wrap: anywhere; }
    svg.bar { display: block; width: 3rem; height: .35rem; margin: .15rem 0 0 auto; }
    svg.bar .track { fill: var(--h1); } svg.bar .part { fill: var(--bar); }
    details { margin: .6rem 0 0; } summary { cursor: pointer; color: var(--accent); }

    """

  private static let pictures = """
    .picture svg { display: block; width: 100%; min-width: 46rem; height: auto; }
    .picture text { font-size: 12px; fill: var(--ink); font-family: inherit; }
    .picture .axis { fill: var(--quiet); }
    .h0 { fill: var(--h0); } .h1 { fill: var(--h1); } .h2 { fill: var(--h2); }
    .h3 { fill: var(--h3); } .h4 { fill: var(--h4); } .h5 { fill: var(--h5); }
    .h6 { fill: var(--h6); }
    .picture rect.few { fill: none; stroke: var(--line); }
    .picture text.pale { fill: var(--on-pale); } .picture text.deep { fill: var(--on-deep); }
    .picture text.middle { fill: var(--on-middle); }
    .picture text.faint { fill: var(--quiet); font-size: 10px; }

    """

  private static let media = """
    @media (max-width: 40rem) {
      main { padding: 1rem .9rem 3rem; }
      h1 { font-size: 1.4rem; }
      .facts { grid-template-columns: repeat(2, 1fr); }
      .facts dd { font-size: 1.05rem; }
    }
    @media print {
      :root { --ground: #ffffff; --panel: #ffffff; --ink: #000000; --quiet: #444444; }
      body { font-size: 10pt; }
      main { max-width: none; padding: 0; }
      nav { display: none; }
      h2, h3, caption { break-after: avoid; }
      tr, .item, svg { break-inside: avoid; }
      .scroll { overflow: visible; }
      .picture svg { min-width: 0; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """
}
