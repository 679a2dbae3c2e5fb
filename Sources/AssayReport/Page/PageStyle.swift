// Part of Assay. SPDX-License-Identifier: Apache-2.0

/// The page's style: no font, image or address from elsewhere.
enum PageStyle {
    static let text = #"""

        :root {
          color-scheme: light dark;
          --paper: #fbfbf9; --card: #ffffff; --ink: #1d1e1c; --soft: #5d5f5a; --line: #e3e3dd; --track: #eeeee9;
          --strict: #5585b5; --loose: #bcd1e5; --whisker: #16273a; --link: #2a5885;
          --pass: #2b7a4b; --fail: #b23a2e; --invalid: #96600a; --abstain: #66688f; --error: #8a3a86;
          --pass-back: #e6f3ea; --fail-back: #fbe9e6; --invalid-back: #faf0dc; --abstain-back: #ededf6;
          --error-back: #f6e8f5;
          --shade: 53, 97, 143;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #161817; --card: #1e2120; --ink: #e7e8e4; --soft: #a3a69f; --line: #333735; --track: #2a2e2c;
            --strict: #4a7ba8; --loose: #35516c; --whisker: #dfe6ec; --link: #8fb8df;
            --pass: #6cc28d; --fail: #ee8a7d; --invalid: #e0b05c; --abstain: #a9abd6; --error: #d793d3;
            --pass-back: #1d3226; --fail-back: #3d2421; --invalid-back: #382c17; --abstain-back: #2a2b3d;
            --error-back: #38233a;
            --shade: 109, 156, 201;
          }
        }
        * { box-sizing: border-box; }
        [hidden] { display: none !important; }
        html { background: var(--paper); color: var(--ink); scroll-padding-top: 1rem; }
        body {
          margin: 0 auto; max-width: 76rem; padding: 2.5rem 1.5rem 4rem;
          font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
          font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%;
        }
        h1 { font-size: 1.75rem; line-height: 1.2; margin: .2rem 0 .4rem; font-weight: 650; letter-spacing: -.015em;
          overflow-wrap: anywhere; }
        h2 { font-size: 1.15rem; margin: 0 0 .75rem; font-weight: 650; letter-spacing: -.005em; }
        h3 { font-size: .95rem; margin: 1.75rem 0 .5rem; font-weight: 600; }
        h4 { font-size: .78rem; margin: 0 0 .4rem; font-weight: 600; color: var(--soft); }
        p { margin: 0 0 .75rem; }
        a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
        :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
        header { margin-bottom: 2rem; }
        .mark { font-size: .8rem; font-weight: 650; color: var(--soft); margin: 0; letter-spacing: .02em; }
        .sub { color: var(--soft); margin: 0; overflow-wrap: anywhere; }
        section { margin: 0 0 3rem; }
        .hint { color: var(--soft); font-size: .875rem; max-width: 46rem; }
        .strong { font-weight: 600; }

        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem;
          margin: 0 0 1rem; }
        .figure { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .9rem 1rem; }
        .figure p { margin: 0; }
        .figure .name { font-size: .875rem; color: var(--soft); }
        .figure .value { font-size: 2.1rem; line-height: 1.25; font-weight: 600; letter-spacing: -.02em; }
        .figure .unit { font-size: 1.1rem; font-weight: 400; color: var(--soft); }
        .figure .note { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 .75rem; font-size: .8rem;
          color: var(--soft); margin-top: .3rem; }
        svg { display: block; width: 100%; }
        .bar rect.track, .stack rect.track { fill: var(--track); }
        .bar rect.strict { fill: var(--strict); }
        .bar rect.loose { fill: var(--loose); }
        .bar rect.whisker { fill: var(--whisker); }
        .stack { border-radius: 5px; margin: 1.25rem 0 .25rem; }
        rect.l-pass { fill: var(--pass); } rect.l-fail { fill: var(--fail); } rect.l-invalid { fill: var(--invalid); }
        rect.l-abstain { fill: var(--abstain); } rect.l-error { fill: var(--error); }
        .legend { font-size: .8rem; color: var(--soft); display: flex; flex-wrap: wrap; gap: .25rem .4rem;
          align-items: center; }
        .key { width: .8rem; height: .6rem; border-radius: 2px; display: inline-block; }
        .key:not(:first-child) { margin-left: .6rem; }
        .key.strict { background: var(--strict); } .key.loose { background: var(--loose); }
        .key.whisker { height: 2px; background: var(--whisker); }
        .dot { width: .55rem; height: .55rem; border-radius: 50%; display: inline-block; margin-right: .4rem; }
        .dot.l-pass { background: var(--pass); } .dot.l-fail { background: var(--fail); }
        .dot.l-invalid { background: var(--invalid); } .dot.l-abstain { background: var(--abstain); }
        .dot.l-error { background: var(--error); }

        .scroll { overflow-x: auto; margin: 0 0 .5rem; }
        table { border-collapse: collapse; width: 100%; font-size: .875rem; }
        th, td { text-align: right; padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: middle;
          white-space: nowrap; }
        th { font-weight: 500; }
        thead th { color: var(--soft); font-size: .8rem; vertical-align: bottom; }
        th:first-child, td:first-child { text-align: left; padding-left: 0; }
        th:last-child, td:last-child { padding-right: 0; }
        .numbers tbody th { white-space: normal; overflow-wrap: anywhere; min-width: 9rem; }
        .interval { color: var(--soft); font-size: .78rem; margin-left: .35rem; display: inline-block; min-width: 5.2rem; }
        td.chart { width: 22%; min-width: 7rem; }
        tr.group th, tr.group td { padding-top: 1.1rem; font-weight: 600; }
        tr.group .interval, tr.total .interval { font-weight: 400; }
        td.zero { color: var(--soft); }
        tr.total th, tr.total td { font-weight: 600; border-bottom: 0; }
        tr.id th { padding-left: .9rem; }
        tr.alone th { padding-left: 0; }
        tr.alone th, tr.alone td { padding-top: 1.1rem; }
        tr.id th a, .samples .who, code { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas,
          "DejaVu Sans Mono", monospace; font-size: .8125rem; }
        .checks { table-layout: auto; }
        .checks th a { color: inherit; text-decoration-color: var(--line); }
        .matrix th, .matrix td { border: 0; padding: .25rem .5rem; }
        .matrix tbody td { min-width: 3.5rem; border: 1px solid var(--paper); text-align: center; }
        .matrix thead th { text-align: center; min-width: 6rem; max-width: 9rem; white-space: normal; overflow-wrap: anywhere; }
        .matrix tbody th { font-size: .8rem; min-width: 9rem; white-space: normal; }
        .q0 { background: rgba(var(--shade), .03); } .q1 { background: rgba(var(--shade), .07); }
        .q2 { background: rgba(var(--shade), .11); } .q3 { background: rgba(var(--shade), .15); }
        .q4 { background: rgba(var(--shade), .19); } .q5 { background: rgba(var(--shade), .24); }
        .q6 { background: rgba(var(--shade), .29); } .q7 { background: rgba(var(--shade), .34); }
        .q8 { background: rgba(var(--shade), .39); } .q9 { background: rgba(var(--shade), .45); }
        .notes ul { padding-left: 1.1rem; margin: 0; } .notes li { margin: .2rem 0; overflow-wrap: anywhere; }

        .filters { display: grid; grid-template-columns: minmax(12rem, 2fr) repeat(auto-fit, minmax(8.5rem, 1fr));
          gap: .6rem; margin: 0 0 .75rem; align-items: end; }
        .filters label { display: block; font-size: .8rem; color: var(--soft); }
        .filters input, .filters select { display: block; width: 100%; margin-top: .2rem; padding: .45rem .6rem;
          font: inherit; font-size: .9rem; color: var(--ink); background: var(--card); border: 1px solid var(--line);
          border-radius: 7px; min-height: 2.4rem; }
        .status { display: flex; gap: 1rem; align-items: baseline; font-size: .875rem; color: var(--soft);
          margin: 0 0 .5rem; }
        button { font: inherit; color: var(--link); background: none; border: 0; padding: 0; cursor: pointer; }
        .status button { text-decoration: underline; text-underline-offset: .18em; }
        .more { display: block; width: 100%; padding: .7rem; border: 1px solid var(--line); border-radius: 7px;
          margin-top: 1rem; font-size: .9rem; background: var(--card); }
        .samples { table-layout: fixed; }
        .samples th, .samples td { text-align: left; vertical-align: top; padding: .55rem .6rem .55rem 0; }
        .samples .c-id { width: 8.5rem; } .samples .c-label { width: 5.2rem; } .samples .c-value { width: 10rem; }
        .samples .c-checks { width: 34%; }
        .samples td { white-space: normal; overflow-wrap: anywhere; }
        .samples tr.row { cursor: pointer; }
        .samples tr.row:hover td { background: var(--track); }
        .samples tr.row.open td { border-bottom-color: transparent; }
        .samples td.excerpt { color: var(--soft); }
        .clip { display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
        .who { color: var(--ink); text-align: left; overflow-wrap: anywhere; }
        .who::before { content: "›"; display: inline-block; width: .9rem; color: var(--soft); }
        .who[aria-expanded="true"]::before { transform: rotate(90deg) translateX(.05rem); transform-origin: .25rem 50%; }
        .badge { display: inline-block; font-size: .75rem; font-weight: 600; line-height: 1.35; padding: .08rem .45rem;
          border-radius: 5px; white-space: nowrap; }
        .b-pass { color: var(--pass); background: var(--pass-back); }
        .b-fail { color: var(--fail); background: var(--fail-back); }
        .b-invalid { color: var(--invalid); background: var(--invalid-back); }
        .b-abstain { color: var(--abstain); background: var(--abstain-back); }
        .b-error { color: var(--error); background: var(--error-back); }
        .pill { display: inline-flex; align-items: center; font-size: .78rem; margin: 0 .7rem .1rem 0; max-width: 100%; }
        .pill .dot { margin-right: .35rem; flex: none; }
        .pill .dot:not(.l-pass) { border-radius: 1px; }
        td.detail { padding: .25rem 0 1.75rem; }
        .sheet { display: grid; grid-template-columns: minmax(0, 1fr) minmax(16rem, 22rem); gap: 1rem 1.5rem;
          align-items: start; background: var(--card); border: 1px solid var(--line); border-radius: 10px;
          padding: 1.1rem 1.25rem; }
        .reasons { position: sticky; top: 1rem; grid-row: span 2; max-height: calc(100vh - 2rem); overflow-y: auto; }
        .said { white-space: pre-wrap; overflow-wrap: anywhere; max-height: 42rem; overflow-y: auto;
          unicode-bidi: isolate; tab-size: 4; font-size: .9375rem; line-height: 1.55; }
        .prompt { color: var(--soft); }
        .block { min-width: 0; }
        .block + .block { margin-top: 1.1rem; }
        .aside { font-size: .8rem; color: var(--soft); margin: .4rem 0 0; }
        .check { border-top: 1px solid var(--line); padding: .65rem 0; }
        .check:first-of-type { border-top: 0; padding-top: 0; }
        .check .title { display: flex; gap: .5rem; align-items: baseline; flex-wrap: wrap; }
        .check code { overflow-wrap: anywhere; font-weight: 600; }
        .check p { margin: .25rem 0 0; font-size: .85rem; overflow-wrap: anywhere; }
        .check .arguments { color: var(--soft); font-size: .8rem; }
        .check ul { list-style: none; margin: .35rem 0 0; padding: 0; font-size: .85rem; }
        .check li { margin: .2rem 0; overflow-wrap: anywhere; }
        .check li button { text-align: left; text-decoration: underline; text-decoration-style: dotted;
          text-underline-offset: .2em; color: inherit; }
        .check li button.place { text-decoration: none; border: 1px solid var(--line); border-radius: 5px; padding: 0 .4rem;
          margin-left: .3rem; font-size: .78rem; color: var(--link); }
        .required { color: var(--soft); }
        mark { color: inherit; background: var(--invalid-back); border-radius: 2px; padding: .05em 0;
          text-decoration: underline 2px var(--invalid); text-underline-offset: .2em; text-decoration-skip-ink: none; }
        mark.m-fail { background: var(--fail-back); text-decoration-color: var(--fail); }
        mark.m-pass { background: var(--pass-back); text-decoration-color: var(--pass); }
        mark.now { outline: 2px solid currentColor; outline-offset: 1px; }
        .hidden-sign { font-size: .72em; color: var(--error); background: var(--error-back); border-radius: 3px;
          padding: 0 .2em; letter-spacing: 0; unicode-bidi: isolate; }
        footer { border-top: 1px solid var(--line); padding-top: 1.25rem; font-size: .8125rem; color: var(--soft); }
        footer h2 { font-size: .875rem; margin-bottom: .5rem; color: var(--ink); }
        footer .hint { font-size: inherit; margin: 1rem 0 0; }
        dl { margin: 0; display: grid; gap: .2rem; } dl div { display: grid; grid-template-columns: 7rem 1fr; }
        dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; color: var(--ink); }

        @media (max-width: 760px) {
          body { padding: 1.5rem 1rem 3rem; }
          .figures { grid-template-columns: 1fr 1fr; gap: .6rem; }
          .figure { padding: .7rem .65rem; } .figure .value { font-size: 1.55rem; }
          .figure .note { font-size: .72rem; } .figure .note span { white-space: nowrap; }
          .checks thead { display: none; }
          .checks, .checks tbody { display: block; }
          .checks tr { display: flex; flex-wrap: wrap; gap: .15rem .9rem; padding: .6rem 0;
            border-bottom: 1px solid var(--line); }
          .checks tr.group, .checks tr.alone { padding-top: 1.3rem; }
          .checks tr.group ~ tr.id { padding-left: .9rem; }
          .numbers thead th { white-space: normal; }
          .counts { font-size: .8rem; }
          .counts th, .counts td { padding: .35rem .2rem; }
          .counts thead th { font-size: .72rem; }
          .counts tbody th { min-width: 4.5rem; }
          .counts .dot { display: block; margin: 0 0 .15rem auto; }
          .checks th, .checks td { border: 0; padding: 0 !important; text-align: left; }
          .checks th, .checks td.chart { flex: 0 0 100%; }
          .checks td.chart { padding: .2rem 0 !important; }
          .checks td.count:nth-last-child(2)::before { content: "n "; color: var(--soft); }
          .checks td:empty { display: none; }
          .interval { min-width: 0; }
          .compare th:first-child, .matrix th:first-child { position: sticky; left: 0; background: var(--paper);
            max-width: 9.5rem; }
          .filters { grid-template-columns: 1fr 1fr; }
          .filters .wide { grid-column: 1 / -1; }
          .filters input, .filters select { font-size: 16px; }
          .samples, .samples tbody, .samples tr, .samples td { display: block; width: auto; }
          .samples thead { display: none; }
          .samples tr.row { display: flex; flex-wrap: wrap; gap: .25rem .6rem; padding: .7rem 0;
            border-bottom: 1px solid var(--line); }
          .samples tr.row td { border: 0; padding: 0; }
          .samples tr.row td.c-label, .samples tr.row td.c-value { width: auto; }
          .samples tr.row td.c-id { width: auto; flex: 1 1 auto; }
          .samples tr.row td.c-checks, .samples tr.row td.excerpt { flex: 0 0 100%; }
          .samples tr.row.open { border-bottom: 0; }
          td.detail { padding: 0 0 1.25rem; }
          .sheet { display: flex; flex-direction: column; padding: .9rem; align-items: stretch; }
          .reasons { position: static; max-height: none; order: -1; }
          dl div { grid-template-columns: 1fr; } dl { gap: .5rem; }
        }
        @media print {
          :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #ccc; --track: #eee; }
          body { max-width: none; padding: 0; font-size: 11px; }
          .filters, .status, .more { display: none; }
          .scroll { overflow: visible; }
          .said, .reasons { max-height: none; overflow: visible; position: static; }
          .figure, tr, .check { break-inside: avoid; } td.detail { break-inside: auto; }
          svg, mark, .badge, .matrix td, .dot { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }
        @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }

        """#
}
