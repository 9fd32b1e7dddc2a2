/// What pages of reports look like beyond every other page.
enum ReportStyle {
  static let sheet = """
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: .5rem; top: .5rem; background: var(--ground); padding: .5rem; z-index: 9; }
    header.top { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1.25rem 0; }
    header.top + main { padding-top: 0; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .notice, .caution { border-left: 4px solid var(--care); padding: .3rem .8rem; margin: .8rem 0;
      background: var(--panel); max-width: 46rem; }
    figure { margin: 1.5rem 0 2rem; }
    figcaption { max-width: 46rem; margin: 0 0 .6rem; }
    .certainty { margin: .4rem 0; }
    .words { min-width: 7rem; overflow-wrap: break-word; }
    @media (max-width: 40rem) { .words { min-width: 4rem; } }
    thead th.number { max-width: 8rem; }
    ul.pages { list-style: none; padding: 0; columns: 15rem; column-gap: 2rem; max-width: none; }
    ul.pages li { padding: .15rem 0; break-inside: avoid; overflow-wrap: anywhere; }
    table a.why { color: inherit; text-decoration: underline dotted; text-underline-offset: .2em; }
    tr.total th, tr.total td { font-weight: 600; border-top: 2px solid var(--line); }
    .tools { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center;
      margin: .8rem 0 -.6rem; font-size: .875rem; }
    button, select, input { font: inherit; color: inherit; background: var(--panel);
      border: 1px solid var(--line); border-radius: .35rem; padding: .15rem .5rem; }
    select, input, .tools label { max-width: min(100%, 22rem); }
    @media (max-width: 40rem) { nav a { white-space: normal; } select { max-width: 70vw; } }
    button { cursor: pointer; }
    th button.sort { all: unset; cursor: pointer; }
    th button.sort:focus-visible { outline: 3px solid var(--accent); }
    th[aria-sort="ascending"] button::after { content: " ▲"; }
    th[aria-sort="descending"] button::after { content: " ▼"; }
    .why-box { color: var(--ink); background: var(--ground); border: 1px solid var(--line);
      border-radius: .6rem; max-width: 46rem; width: calc(100% - 2rem); max-height: 85vh;
      padding: 1rem 1.25rem; overflow: auto; }
    .why-box::backdrop { background: rgb(0 0 0 / .45); }
    .why-box h2 { border: 0; margin: 0; padding: 0; }
    .why-box .answer { font-size: 1.1rem; }
    .why-box li { overflow-wrap: anywhere; }
    .tip { position: fixed; z-index: 8; pointer-events: none; background: var(--ink);
      color: var(--ground); padding: .2rem .5rem; border-radius: .3rem; font-size: .8125rem;
      max-width: 20rem; }
    .tip[hidden] { display: none; }
    @media (max-width: 40rem) { header.top { padding: 1rem .9rem 0; } }
    @media print {
      .tools > :not(.quiet), .skip, figure + button, main button { display: none; }
      header.top { padding: 0; max-width: none; }
      section { break-before: auto; }
      body { font-size: 9pt; }
      h1 { font-size: 15pt; }
      h2 { margin: .8rem 0 .2rem; padding-top: .4rem; font-size: 12pt; }
      h3 { margin: .6rem 0 .1rem; font-size: 10pt; }
      .facts { grid-template-columns: repeat(auto-fit, minmax(6.4rem, 1fr)); gap: .4rem;
        margin-top: .6rem; }
      .facts div { padding: .3rem .4rem; }
      .facts dd { font-size: 11pt; } .facts dt, .facts small { font-size: 7.5pt; }
      figure { margin: .6rem 0 .8rem; } .certainty { margin: .2rem 0; }
      ul { margin: .3rem 0; padding-left: 1.2rem; } li, p { margin: .15rem 0; }
      .scroll { margin-top: .5rem; } main { padding: 0; }
      p, li, dd, figcaption { max-width: none; }
      figure { break-inside: avoid; }
      details:not([open]) { display: none; }
      table a.why { text-decoration: none; }
      .scroll table { font-size: 7.5pt; }
      .words { min-width: 0; }
    }

    """

  /// What puts two pictures side by side on paper, where one page is to hold all.
  static let onePage = """
    @media print {
      main { display: grid; grid-template-columns: 1fr 1fr; column-gap: .8cm; align-items: start; }
      main section { grid-column: 1 / -1; min-width: 0; }
      main #need, main #targets { grid-column: auto; }
      main #need:not(:has(+ #targets)) { grid-column: 1 / -1; }
      main #targets { align-self: start; }
      body { font-size: 7.6pt; line-height: 1.35; }
      h1 { font-size: 13pt; } h2 { margin: .4rem 0 .1rem; padding-top: .2rem; font-size: 10.5pt; }
      h3 { margin: .4rem 0 0; font-size: 9pt; }
      .quiet, .certainty, .notice { font-size: 7pt; } .certainty { margin: .1rem 0; }
      .facts { margin-top: .3rem; } .facts dd { font-size: 10pt; line-height: 1.2; }
      .facts dt, .facts small { font-size: 6.5pt; }
      figure { margin: 0; } .c-chart .c-wide { max-width: 11cm; }
      .c-chart .c-narrow { max-width: 3.8cm; }
      .scroll { margin-top: .2rem; } td, th { padding-top: .05rem; padding-bottom: .05rem; }
      li, p { margin: .05rem 0; } .notice { margin: .2rem 0; }
    }

    """
}
