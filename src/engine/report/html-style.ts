/** The looks of a report in a browser and on paper. It stands in the file itself, which needs nothing beside it. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1b1d21, #e6e7ea);
  --quiet: light-dark(#565b66, #a3a8b3);
  --line: light-dark(#d9dce2, #3a3e47);
  --ground: light-dark(#ffffff, #16181c);
  --tint: light-dark(#f4f5f8, #1f2228);
  --accent: light-dark(#2450a8, #9db8f5);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--text);
  font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
}
.page { max-inline-size: 60rem; margin-inline: auto; padding: 3rem 1.5rem 6rem; }
h1, h2, h3, h4, h5 { line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
h1 { margin: 0 0 .75rem; font-size: 2rem; }
h2 { margin: 3.5rem 0 1rem; padding-block-start: 1.25rem; border-block-start: 1px solid var(--line); font-size: 1.5rem; }
h3 { margin: 2rem 0 .5rem; font-size: 1.15rem; }
h4 { margin: 1.25rem 0 .5rem; font-size: 1rem; }
h5 { margin: 1.25rem 0 .5rem; font-size: .95rem; color: var(--quiet); }
p { margin: .5rem 0; max-inline-size: 44rem; white-space: pre-line; overflow-wrap: anywhere; }
.lines p { margin: 0; color: var(--quiet); }
.note, figcaption { font-size: .875rem; color: var(--quiet); }
a { color: var(--accent); }
nav { margin-block: 2rem; padding: 1rem 1.25rem; background: var(--tint); border-radius: 6px; }
nav h2 { margin: 0 0 .5rem; padding: 0; border: 0; font-size: 1rem; }
nav ol { margin: 0; padding-inline-start: 1.5rem; }
nav ol ol { columns: 20rem 2; list-style: none; padding-inline-start: 0; margin-block: .25rem .5rem; font-size: .875rem; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
ul { padding-inline-start: 1.25rem; max-inline-size: 44rem; }
dl { display: grid; grid-template-columns: 9rem 1fr; gap: .25rem 1rem; margin: .5rem 0; max-inline-size: 50rem; }
dt { color: var(--quiet); font-size: .875rem; line-height: 1.75; }
dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; margin-block: 1rem; }
table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
caption { padding-block-end: .5rem; text-align: start; font-weight: 600; }
th, td { padding: .3rem .6rem; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { vertical-align: bottom; border-block-end: 2px solid var(--line); min-inline-size: 4.5rem; max-inline-size: 14rem; }
tbody th { font-weight: 400; min-inline-size: 9rem; max-inline-size: 22rem; }
.n { text-align: end; }
.d1 { padding-inline-start: 1.6rem; } .d2 { padding-inline-start: 2.6rem; } .d3 { padding-inline-start: 3.6rem; } .d4 { padding-inline-start: 4.6rem; }
figure { margin: 1rem 0; }
figure.quote { max-inline-size: 44rem; break-inside: avoid; }
blockquote { margin: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); white-space: pre-line; overflow-wrap: anywhere; }
figure.quote figcaption { margin-block-start: .25rem; padding-inline-start: calc(1rem + 3px); }
figure.quote img { display: block; max-inline-size: 100%; block-size: auto; margin-inline-start: calc(1rem + 3px); background: #fff; border: 1px solid var(--line); }
figure.picture img { display: block; max-inline-size: 100%; block-size: auto; padding: .5rem; background: #fff; border: 1px solid var(--line); }
.spoken { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } }
@media print {
  :root { color-scheme: light; }
  body { font-size: 10.5pt; }
  .page { max-inline-size: none; padding: 0; }
  h2 { break-before: page; border: 0; padding: 0; }
  nav h2 { break-before: auto; }
  h2, h3, h4, h5, caption { break-after: avoid; }
  tr, figure { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  nav a, nav a:visited { color: inherit; }
}
`;
