import { bankStyle } from '#src/pages/bank/bank.css.ts'
import { boxStyle } from '#src/pages/box/box.css.ts'
import { deskStyle } from '#src/pages/desk.css.ts'
import { entranceStyle } from '#src/pages/entrance/entrance.css.ts'
import { fairStyle } from '#src/pages/fair/fair.css.ts'
import { healthStyle } from '#src/pages/health/health.css.ts'
import { householdStyle } from '#src/pages/household/household.css.ts'
import { lendingStyle } from '#src/pages/lending/lending.css.ts'
import { meetingStyle } from '#src/pages/meeting/meeting.css.ts'
import { networkStyle } from '#src/pages/network/network.css.ts'
import { membersStyle } from '#src/pages/members/members.css.ts'
import { peopleStyle } from '#src/pages/people/people.css.ts'
import { savingStyle } from '#src/pages/saving/saving.css.ts'
import { statementsStyle } from '#src/pages/statements/statements.css.ts'
import { quoteStyle } from '#src/pages/quote/quote.css.ts'
import { papersStyle } from '#src/pages/papers/papers.css.ts'

const fontFace = (weight: 400 | 700): string => `@font-face {
  font-family: 'Noto Sans Khmer';
  font-style: normal;
  font-weight: ${weight};
  font-display: swap;
  src: url('/fonts/noto-sans-khmer-${weight}.woff2') format('woff2');
  unicode-range: U+1780-17FF, U+19E0-19FF, U+200B-200D, U+25CC, U+17DB;
}
`

/* The Khmer font comes first in every language: English pages write the riel sign too. */
const base = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html {
  font-family: 'Noto Sans Khmer', system-ui, sans-serif;
  font-size: 100%;
  line-height: 1.5;
  color: #1f1d1a;
  background: #f7f4ee;
  -webkit-text-size-adjust: 100%;
}
:lang(km) { line-height: 1.75; }
/* The way back may bear a name in Khmer, whatever the language of the page. */
a.elsewhere { line-height: 1.75; }
body { margin: 0; }
.page { max-width: 72rem; margin: 0 auto; padding: 0 0.75rem 2rem; }
h1, h2 { font-weight: 700; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0.5rem 0 0; }
h2 { font-size: 1.25rem; margin: 0; }
p { margin: 0; text-wrap: pretty; }
a { color: #0f4c75; }
a:focus-visible, .scroll:focus-visible { outline: 3px solid #0f4c75; outline-offset: 2px; }
.quiet { color: #4d4842; }
.practice {
  padding: 0.5rem 0.75rem;
  border-bottom: 2px solid #1f1d1a;
  background: repeating-linear-gradient(135deg, #ffd54a 0 14px, #1f1d1a 14px 28px);
  text-align: center;
}
.practice span {
  display: inline-block;
  padding: 0.25rem 0.75rem;
  background: #fff8dc;
  font-weight: 700;
}
.languages { display: flex; flex-wrap: wrap; gap: 0.5rem; padding: 0.5rem 0; }
.languages form { margin: 0; }
.languages a,
.languages button {
  display: inline-flex;
  align-items: center;
  min-height: 48px;
  min-width: 48px;
  padding: 0.25rem 1rem;
  border: 2px solid #4d4842;
  border-radius: 0.5rem;
  background: #fff;
  color: inherit;
  font-family: inherit;
  font-size: 1rem;
  text-decoration: none;
}
.languages a[aria-current],
.languages button[aria-current] {
  border-color: #0f4c75;
  background: #0f4c75;
  color: #fff;
  font-weight: 700;
}
.languages .elsewhere { margin-left: auto; }
.instruction { display: grid; gap: 0.75rem; margin-top: 1rem; max-width: 44rem; }
.instruction code {
  display: block;
  padding: 0.75rem;
  border: 2px solid #4d4842;
  border-radius: 0.5rem;
  background: #fff;
  font-family: ui-monospace, monospace;
  font-size: 1rem;
  overflow-wrap: anywhere;
}
`

const cards = `
.cards {
  list-style: none;
  margin: 1rem 0 0;
  padding: 0;
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
  gap: 0.75rem;
}
.card {
  --tone: #4d4842;
  padding: 0.75rem 1rem;
  border: 1px solid #cfc8bb;
  border-left: 8px solid var(--tone);
  border-radius: 0.5rem;
  background: #fff;
  overflow-wrap: anywhere;
}
.card h2 { display: flex; align-items: center; gap: 0.5rem; font-size: 1.125rem; }
.card svg { flex: none; width: 2.5rem; height: 2.5rem; color: var(--tone); }
.card .figure {
  font-size: 2rem;
  font-weight: 700;
  line-height: 1.5;
  overflow-wrap: normal;
  font-variant-numeric: tabular-nums;
}
.card .figure.long { font-size: 1.5rem; }
.card .figure.words { overflow-wrap: anywhere; }
.card .figure:lang(km) { line-height: 1.75; }
.together { white-space: nowrap; }
.card .count { font-weight: 700; }
.card .quiet { margin-top: 0.25rem; }
.cash { --tone: #1b6b3a; }
.savings { --tone: #14507a; }
.loans { --tone: #6a3d8a; }
/* No late loan is good news and looks like it. */
.late { --tone: #1b6b3a; }
.late.some { --tone: #a3200d; background: #fdf0ec; border-color: #a3200d; }
.postponed { --tone: #8a4b00; }
.meeting { --tone: #0b5d63; }
`

const tables = `
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; max-width: 44rem; background: #fff; }
caption { text-align: left; padding: 0.25rem 0.375rem; font-weight: 700; }
th, td { padding: 0.25rem 0.375rem; border-bottom: 1px solid #cfc8bb; text-align: right; }
thead th { vertical-align: bottom; }
th:first-child { text-align: left; }
tbody th { font-weight: 400; }
td { white-space: nowrap; font-variant-numeric: tabular-nums; }
`

const months = `
.months { margin-top: 1.5rem; }
.months-body { display: grid; gap: 1rem; margin-top: 0.5rem; }
.months figure { margin: 0; }
.chart { display: block; width: 100%; max-width: 26rem; height: auto; }
.chart text { font-size: 16px; fill: #1f1d1a; }
.chart .grid { stroke: #cfc8bb; stroke-width: 1; }
.chart .ground { stroke: #1f1d1a; stroke-width: 2; }
.bar-savings { fill: #14507a; }
.bar-loans { fill: #f0e4f7; stroke: #6a3d8a; stroke-width: 1.5; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; }
.legend span { display: inline-flex; align-items: center; gap: 0.5rem; }
.legend svg { flex: none; width: 20px; height: 20px; }
@supports (grid-template-columns: subgrid) {
  @media screen and (max-width: 30rem) {
    .months table { display: grid; grid-template-columns: repeat(3, minmax(min-content, 1fr)); }
    .months caption { display: block; grid-column: 1 / -1; }
    .months :is(thead, tbody, tr) {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
    }
    .months tr { border-bottom: 1px solid #cfc8bb; }
    .months :is(th, td) { border-bottom: 0; }
    .months th:first-child { grid-column: 1 / -1; font-weight: 700; padding-bottom: 0; }
  }
}
@media (min-width: 60rem) {
  .months-body { grid-template-columns: minmax(0, 26rem) minmax(0, 1fr); gap: 2rem; }
}
`

/*
 * Under each sheet whose it is and which of how many. A browser that knows no boxes in the margin, or takes no text
 * from the page into them, leaves them empty. What is cut into sheets is laid out in blocks: a grid puts what follows
 * a table over its last rows, because it does not count the heads that stand anew on each sheet.
 */
const underSheet =
  "padding-top: 1mm; vertical-align: top; font-family: 'Noto Sans Khmer', sans-serif; font-size: 8pt; line-height: 1.4; color: #000;"

const print = `
html { --printed-for: attr(data-fund); }
@page {
  size: A4;
  margin: 12mm;
  @bottom-left { content: var(--printed-for, ''); text-align: left; ${underSheet} }
  @bottom-right { content: counter(page) ' / ' counter(pages); text-align: right; white-space: nowrap; ${underSheet} }
}
@media print {
  html { background: #fff; }
  .languages { display: none; }
  .page { padding: 0; }
  .practice { border: 3px dashed #1f1d1a; padding: 0; font-size: 8pt; line-height: 1.6; }
  a { color: inherit; text-decoration: none; }
  .practice, .card, .chart { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .cards { grid-template-columns: 1fr 1fr; }
  .card, tr, li, figure { break-inside: avoid; }
  .scroll { overflow-x: visible; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; break-inside: avoid; }
  thead :is(th, td) { break-inside: avoid; }
  h1, h2, h3, caption, h2 + p { break-after: avoid; }
  p { orphans: 3; widows: 3; }
}
`

/** The one style sheet of all server-rendered pages, served at `/style.css`. */
export const styleSheet: string = [
  fontFace(400),
  fontFace(700),
  base,
  cards,
  tables,
  months,
  entranceStyle,
  deskStyle,
  healthStyle,
  householdStyle,
  networkStyle,
  membersStyle,
  peopleStyle,
  bankStyle,
  savingStyle,
  quoteStyle,
  statementsStyle,
  lendingStyle,
  fairStyle,
  meetingStyle,
  boxStyle,
  print,
  papersStyle,
].join('')

/** What a household's own pages need of it and no more, served at `/own.css`: they are read over a thin line. */
export const ownSheet: string = [
  fontFace(400),
  fontFace(700),
  base,
  cards,
  tables,
  entranceStyle,
  deskStyle,
  householdStyle,
  savingStyle,
  print,
  papersStyle,
].join('')
