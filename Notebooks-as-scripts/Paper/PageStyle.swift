import Charts

/// What the pages of notebooks add to the look of all pages: listings, and what they showed.
enum PageStyle {
  static let sheet =
    ChartStyle.sheet + """
      main { max-width: 60rem; }
      pre { overflow-x: auto; font: .8125rem/1.5 ui-monospace, "SF Mono", Menlo, "DejaVu Sans Mono",
        monospace; margin: .8rem 0; }
      code { font-family: ui-monospace, "SF Mono", Menlo, "DejaVu Sans Mono", monospace;
        font-size: .9em; }
      pre code { font-size: inherit; }
      pre.code { background: var(--panel); border: 1px solid var(--line); border-radius: .4rem;
        padding: .7rem .9rem; }
      pre.code .remark { color: var(--quiet); font-style: italic; }
      pre.code .word { color: var(--accent); font-weight: 600; }
      pre.code .quote { color: var(--good); } pre.code .figure { color: var(--care); }
      pre.code .kind { color: var(--ink); }
      pre.figures { border-left: 3px solid var(--line); padding-left: .9rem; }
      .shown { border-left: 3px solid var(--accent); padding: .1rem 0 .1rem 1rem; margin: .8rem 0 1.6rem;
        }
      .shown > :first-child { margin-top: 0; }
      pre.said { margin: .4rem 0; white-space: pre-wrap; }
      .checked { color: var(--good); margin: .3rem 0; }
      figure.chart { margin: 1rem 0; } figure.chart figcaption { color: var(--quiet); margin-bottom: .4rem;
        font-size: .875rem; max-width: 46rem; }
      figure.chart figcaption b { color: var(--ink); } figure.chart svg { max-width: 100%; height: auto; }
      .shelf li { margin: .6rem 0; }
      @media print { pre { white-space: pre-wrap; } pre.code { break-inside: avoid; } }

      """
}
