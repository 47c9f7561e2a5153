const fontFace = (weight: 400 | 700): string => `@font-face {
  font-family: 'Noto Sans Khmer';
  font-style: normal;
  font-weight: ${weight};
  font-display: swap;
  src: url('/fonts/noto-sans-khmer-${weight}.woff2') format('woff2');
  unicode-range: U+1780-17FF, U+19E0-19FF, U+200B-200D, U+25CC, U+17DB;
}
`

/*
 * The sign of the riel stands a tenth larger than digits and is never bold, in running text and in every heading alike:
 * of two fonts of one name the later one draws what both have.
 */
const rielFace = (weight: 400 | 700): string => `@font-face {
  font-family: 'Noto Sans Khmer';
  font-style: normal;
  font-weight: ${weight};
  font-display: swap;
  src: url('/fonts/noto-sans-khmer-400.woff2') format('woff2');
  size-adjust: 110%;
  unicode-range: U+17DB;
}
`

/* The Khmer font comes first in every language: English pages write the riel sign too. */
const base = `
/* One set of colours, and the same by night; paper is printed as by day. */
:root {
  color-scheme: light dark;
  --paper: #f4f0e6; --sheet: #fffdf8; --line: #dcd4c4; --rule: #857b6b; --ink: #221e19; --quiet: #5a5247; --margin: #d3836f;
  --act: #12506b; --on-act: #fff; --act-soft: #dceaee;
  --good: #1c6640; --good-soft: #e0eee1; --warn: #7d4500; --warn-soft: #fbeac3; --bad: #9c2413; --bad-soft: #fae4dc;
  --saved: #14507a; --met: #0b5d63; --loans: #6a3d8a; --loans-soft: #f0e4f7;
  --touch: 3rem; --bar: 3.75rem;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #161411; --sheet: #211e1a; --line: #3e3931; --rule: #92887a; --ink: #f2ede3; --quiet: #bfb6a7; --margin: #9a5546;
    --act: #93cee2; --on-act: #0b2430; --act-soft: #1d3640;
    --good: #8fd3a6; --good-soft: #1c3325; --warn: #f2c36b; --warn-soft: #3a2c12; --bad: #f5a08c; --bad-soft: #431f17;
    --saved: #9cc6ee; --met: #7fd0d4; --loans: #d0b0e8; --loans-soft: #33243d;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html {
  font-family: 'Noto Sans Khmer', system-ui, sans-serif;
  font-size: 100%;
  line-height: 1.5;
  color: var(--ink);
  background: var(--paper);
  -webkit-text-size-adjust: 100%;
  scroll-padding-block: 4rem 9rem;
}
:lang(km) { line-height: 1.75; }
body { margin: 0; }
main { padding: 0 0.75rem 2rem; min-width: 0; }
h1, h2 { font-weight: 700; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0.5rem 0 0; }
h2 { font-size: 1.25rem; margin: 0; }
p { margin: 0; text-wrap: pretty; }
a { color: var(--act); }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
.quiet { color: var(--quiet); }
`

/* The frame of every page: a band in practice, the head, and the places: below on a phone, beside the page on a wide screen. */
const frame = `
.hear, .skip:not(:focus) {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: clip;
  clip-path: inset(50%);
  white-space: nowrap;
}
.skip:focus { position: fixed; z-index: 9; inset: 0 auto auto 0; padding: 0.75rem; background: var(--sheet); }
.i { display: block; flex: none; width: 1.5rem; height: 1.5rem; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
.practice {
  --k: rgb(162 51 31 / 0.55);
  text-align: center;
  line-height: 1.5rem;
  color: #221e19;
  background:
    repeating-linear-gradient(var(--k) 0 4px, transparent 4px 8px),
    repeating-linear-gradient(90deg, var(--k) 0 4px, transparent 4px 8px), #ffdc6b;
}
.practice:lang(km) { line-height: 1.75rem; }
.practice span { display: inline-block; padding-inline: 0.75rem; background: #ffdc6b; }
.head {
  position: sticky;
  inset-block-start: 0;
  z-index: 4;
  display: flex;
  align-items: center;
  min-height: var(--touch);
  background: var(--sheet);
  border-block-end: 1px solid var(--line);
}
/* A name or a language in Khmer may stand in the head of an English page. */
.head, .head button, .places a { line-height: 1.75; }
.head form { margin: 0; }
.head > a, .head > form > button, .head > .before, .menu summary {
  display: flex;
  align-items: center;
  justify-content: center;
  gap: 0.25rem;
  min-width: var(--touch);
  min-height: var(--touch);
  padding-inline: 0.5rem;
  border: 0;
  background: none;
  color: var(--act);
  font: inherit;
  text-decoration: none;
  white-space: nowrap;
  cursor: pointer;
}
.head > span.before { cursor: default; }
.woven { width: 1.5rem; height: 1.5rem; fill: currentColor; }
.head > :is(a, form):last-child:not(.quick-exit) { padding-inline-end: 1rem; }
.fund { flex: 1; min-width: 0; font-weight: 700; white-space: nowrap; overflow: clip; text-overflow: ellipsis; }
.menu > div {
  position: absolute;
  inset-block-start: 100%;
  inset-inline-end: 0.5rem;
  width: 17rem;
  max-width: calc(100vw - 1rem);
  padding: 0.5rem;
  border: 1px solid var(--rule);
  border-radius: 0.625rem;
  background: var(--sheet);
}
.menu p { padding: 0.5rem 0.75rem; font-weight: 700; }
.menu :is(a, button) {
  display: block;
  width: 100%;
  min-height: var(--touch);
  padding: 0.5rem 0.75rem;
  border: 0;
  background: none;
  color: var(--act);
  font: inherit;
  text-align: start;
  text-decoration: none;
  cursor: pointer;
}
.places {
  position: fixed;
  inset-block-end: 0;
  inset-inline: 0;
  z-index: 3;
  display: flex;
  background: var(--sheet);
  border-block-start: 1px solid var(--line);
  padding-block-end: env(safe-area-inset-bottom);
}
.places a {
  flex: 1 1 auto;
  display: grid;
  justify-items: center;
  align-content: center;
  min-width: 0;
  min-height: var(--bar);
  color: var(--quiet);
  text-decoration: none;
  white-space: nowrap;
}
.places svg { width: 3.25rem; height: 1.75rem; padding: 0.125rem; border-radius: 1rem; }
.places [aria-current] { color: var(--act); }
.places [aria-current] svg { background: var(--act-soft); stroke-width: 2.25; }
.head :focus-visible, .places :focus-visible { outline: 3px solid var(--act); outline-offset: -3px; }
main > h1:first-child { margin-block-start: 0.75rem; }
.ways-lists { display: grid; gap: 1rem; margin-block-start: 0.75rem; max-width: 44rem; }
.ways-lists > .fold { margin-block: 0; }
.ways-lists.wide > * { break-inside: avoid; }
@media (min-width: 75rem) { .ways-lists.wide { display: block; max-width: none; columns: 2; column-gap: 1.5rem; } .ways-lists.wide > * + *, .ways-lists.wide > .fold + .fold { margin-block-start: 1rem; } }
.button-row { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0; }
.button-row + .button-row { margin-block-start: 0.5rem; }
.ways-lists h2 { margin-block-end: 0.5rem; }
.ways-list { list-style: none; margin: 0; padding: 0; background: var(--sheet); border: 1px solid var(--line); border-radius: 0.875rem; overflow: clip; }
.ways-list li + li { border-block-start: 1px solid var(--line); }
.ways-list a { display: flex; align-items: center; justify-content: space-between; gap: 0.75rem; min-height: 3.25rem; padding: 0.5rem 1rem; text-decoration: none; }
.ways-list small { display: block; font-size: 1rem; color: var(--quiet); }
.ways-list .sum { text-align: end; margin-inline-start: auto; }
.waiting a { justify-content: flex-start; color: var(--ink); line-height: 1.35; }
.waiting a:lang(km) { line-height: 1.75; }
.waiting b { min-width: 2ch; font-size: 1.5rem; text-align: end; font-variant-numeric: tabular-nums; }
.waiting .is-late { color: var(--bad); }
.waiting a > span { flex: 1; }
.go-large {
  display: grid;
  grid-template-columns: 1fr auto;
  align-items: center;
  gap: 0.25rem 0.75rem;
  padding: 1rem;
  border-radius: 0.875rem;
  background: var(--act);
  color: var(--on-act);
  line-height: 1.75;
  text-decoration: none;
}
.go-large small { grid-column: 1 / -1; font-size: 1rem; }
.go-large strong { display: block; font-size: 1.5rem; }
.fold { max-width: 44rem; margin-block: 0.75rem; padding-inline: 1rem; border: 1px solid var(--line); border-radius: 0.875rem; background: var(--sheet); }
.fold + .fold { margin-block-start: 0; }
/* What lies in a grid has its gaps from the grid; folds one after another stand closer. */
:is(.record, .desk) > .fold { margin-block: 0; }
.record > .fold + .fold { margin-block-start: -0.75rem; }
.desk > .fold + .fold { margin-block-start: -0.5rem; }
.fold > summary { display: flex; align-items: center; gap: 0.5rem; min-height: 3.25rem; color: var(--act); font-weight: 700; cursor: pointer; }
.fold > summary, .more-ways > summary, .menu > summary { list-style: none; }
:is(.fold, .more-ways, .menu) > summary::-webkit-details-marker { display: none; }
:is(.fold, .more-ways) > summary::after { content: ''; flex: none; width: 0.5rem; height: 0.5rem; margin-inline: auto 0.25rem; border: solid; border-width: 0 2px 2px 0; transform: rotate(45deg); }
.more-ways > summary::after { margin-inline: 0; }
:is(.fold, .more-ways)[open] > summary::after { transform: rotate(225deg); }
.fold > summary :is(h2, h3) { margin: 0; font-size: 1.125rem; }
.fold > summary:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
.fold > :last-child:not(summary) { margin-block-end: 1rem; }
/* A fold of a list, and one in a part of its own, is as wide as what it stands in. */
:is(.rows-fold, section > .fold, .fold .fold), .fold:has(.grid, .scroll, .register) { max-width: none; }
.rows-fold { padding-inline: 0.5rem; }
:is(.card, .side-card, .signs, .trend, .gates > li) .fold, .entry-list { margin: 0; padding: 0; border: 0; background: none; }
@media print { .fold::details-content { content-visibility: visible; block-size: auto; } }
.glossary dt { margin-block-start: 1rem; }
.glossary dd { margin: 0; max-width: 44rem; }
.two-columns, .two-columns > div { display: grid; gap: 1rem; align-content: start; min-width: 0; }
.two-columns { margin-block: 0.75rem 1rem; }
.three-figures { display: flex; flex-wrap: wrap; gap: 1px; margin: 0; background: var(--line); border: 1px solid var(--line); border-radius: 0.875rem; overflow: clip; }
.three-figures > div { display: flex; flex-direction: column; justify-content: space-between; flex: 1 1 9.25rem; padding: 0.75rem 1rem; background: var(--sheet); }
.three-figures dt { color: var(--quiet); }
.three-figures dd { margin: 0; font-size: 1.5rem; font-weight: 700; white-space: nowrap; font-variant-numeric: tabular-nums; }
@media (min-width: 48rem) { .two-columns { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.5rem; } }
body:not(:has(.places)) { --bar: 0px; }
body:has(.places) main { padding-block-end: calc(var(--bar) + 1.5rem); }
@media (max-width: 59.99rem) {
  a.before > span { position: absolute; width: 1px; height: 1px; overflow: clip; clip-path: inset(50%); }
}
@media (min-width: 60rem) {
  .head { padding-inline: 0.5rem 1rem; }
  .fund { padding-inline-start: 0.5rem; }
  main { width: 100%; max-width: 76rem; margin-inline: auto; padding: 0.5rem 2rem 3rem; }
  /* A line of running text is no longer than one reads with ease. */
  main :is(p:not([class]), p.quiet) { max-width: 44rem; }
  body:has(.places) {
    display: grid;
    grid-template: 'band band' auto 'head head' auto 'places page' 1fr / 13.5rem minmax(0, 1fr);
    min-height: 100vh;
  }
  .practice { grid-area: band; }
  .head { grid-area: head; }
  body:has(.places) main { grid-area: page; margin-inline: 0; padding-block-end: 3rem; }
  .places {
    grid-area: places;
    position: sticky;
    inset-block: 3rem auto;
    align-self: start;
    flex-direction: column;
    gap: 0.25rem;
    padding: 1.5rem 0.75rem;
    background: none;
    border: 0;
  }
  .places a { flex: none; grid-template-columns: auto 1fr; justify-items: start; align-items: center; gap: 0.75rem; min-height: var(--touch); padding-inline: 0.75rem; border-radius: 0.625rem; font-size: 1.125rem; }
  .places svg { width: 1.5rem; height: 1.5rem; padding: 0; }
  .places [aria-current] { background: var(--act-soft); font-weight: 700; }
}
`

/** The font that comes first on every page. */
export const fontFaces: string = [fontFace(400), fontFace(700), rielFace(400), rielFace(700)].join(
  '',
)

/** Colours, ground and the frame that every page stands in. */
export const frameStyle: string = base + frame
