import { fontFaces, frameStyle } from '#src/pages/frame.css.ts'
import { bankStyle } from '#src/pages/bank/bank.css.ts'
import { boxStyle } from '#src/pages/box/box.css.ts'
import { casesStyle } from '#src/pages/cases/cases.css.ts'
import { deskStyle } from '#src/pages/desk.css.ts'
import { entranceStyle } from '#src/pages/entrance/entrance.css.ts'
import { fairStyle } from '#src/pages/fair/fair.css.ts'
import { healthStyle } from '#src/pages/health/health.css.ts'
import { helpStyle } from '#src/pages/help/help.css.ts'
import { householdStyle } from '#src/pages/household/household.css.ts'
import { lendingStyle } from '#src/pages/lending/lending.css.ts'
import { meetingStyle } from '#src/pages/meeting/meeting.css.ts'
import { networkStyle } from '#src/pages/network/network.css.ts'
import { membersStyle } from '#src/pages/members/members.css.ts'
import { dialStyle, keptStyle } from '#src/pages/numbers/numbers.css.ts'
import { watchStyle } from '#src/pages/watch/watch.css.ts'
import { registerStyle } from '#src/pages/register/register.css.ts'
import { peopleStyle } from '#src/pages/people/people.css.ts'
import { savingStyle } from '#src/pages/saving/saving.css.ts'
import { statementsStyle } from '#src/pages/statements/statements.css.ts'
import { quoteStyle } from '#src/pages/quote/quote.css.ts'
import { papersStyle } from '#src/pages/papers/papers.css.ts'

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
  --tone: var(--rule);
  padding: 0.75rem 1rem;
  border: 1px solid var(--line);
  border-left: 8px solid var(--tone);
  border-radius: 0.5rem;
  background: var(--sheet);
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
.cash { --tone: var(--good); }
.savings { --tone: var(--saved); }
.loans { --tone: var(--loans); }
/* No late loan is good news and looks like it. */
.late { --tone: var(--good); }
.late.some { --tone: var(--bad); background: var(--bad-soft); border-color: var(--bad); }
.postponed { --tone: var(--warn); }
.meeting { --tone: var(--met); }
`

const tables = `
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; max-width: 44rem; background: var(--sheet); }
caption { text-align: left; padding: 0.25rem 0.375rem; font-weight: 700; }
th, td { padding: 0.25rem 0.375rem; border-bottom: 1px solid var(--line); text-align: right; }
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
.chart text { font-size: 16px; fill: var(--ink); }
.chart .grid { stroke: var(--line); stroke-width: 1; }
.chart .ground { stroke: var(--ink); stroke-width: 2; }
.bar-savings { fill: var(--saved); }
.bar-loans { fill: var(--loans-soft); stroke: var(--loans); stroke-width: 1.5; }
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
    .months tr { border-bottom: 1px solid var(--line); }
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
  .head, .places, .skip { display: none; }
  main, body:has(.places) main { display: block; padding: 0; }
  body, body:has(.places) { display: block; }
  main > h1:first-child { margin-block-start: 0; }
  .practice, .practice:lang(km) { border: 3px dashed #1f1d1a; padding: 0; background: none; font-size: 8pt; line-height: 1.6; }
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

/** The one style sheet of all server-rendered pages. */
export const styleSheet: string = [
  fontFaces,
  frameStyle,
  cards,
  tables,
  months,
  entranceStyle,
  deskStyle,
  casesStyle,
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
  dialStyle,
  keptStyle,
  registerStyle,
  watchStyle,
  helpStyle,
  print,
  papersStyle,
].join('')

/** What a household's own pages need of it and no more: they are read over a thin line. */
export const ownSheet: string = [
  fontFaces,
  frameStyle,
  cards,
  tables,
  entranceStyle,
  deskStyle,
  householdStyle,
  savingStyle,
  dialStyle,
  print,
  papersStyle,
].join('')

/** What the head and the band have on other pages from sheets that are too heavy to come along here. */
const openHead = `
.practice .practice-mark { display: none; }
.head .quick-exit button { gap: 0.5rem; padding-inline-end: 1rem; color: var(--bad); font-weight: 700; }
`

/** What pages need that anybody reads before signing in, over the same line. */
export const openSheet: string = [
  fontFaces,
  frameStyle,
  openHead,
  tables,
  entranceStyle,
  deskStyle,
  registerStyle,
  print,
].join('')
