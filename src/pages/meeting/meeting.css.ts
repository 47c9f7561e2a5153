import { noteFieldColours } from '#src/pages/banknotes.ts'
import { grantHeadings, headings, payoutHeadings } from '#src/pages/meeting/grid-shown.ts'
import { languages } from '#src/words/catalogue.ts'
import { sheetWords } from '#src/words/words.ts'

type Titled = readonly (readonly [string, string])[]

/** What each cell of a sheet is called on a narrow screen, said once in each language and not in each of its cells. */
const columnNames = languages
  .flatMap((language) => {
    const words = sheetWords.in(language)
    const named = (part: string, columns: Titled): readonly string[] =>
      columns.map(
        ([, title], i) =>
          `:lang(${language}) ${part} td:nth-child(${i + 2})::before { content: '${title}'; }`,
      )
    return [
      ...named('.lines', headings(words)),
      ...named('.of-l', payoutHeadings(words)),
      ...named('.of-g', grantHeadings(words)),
      `:lang(${language}) .lines label::after { content: '${words.present}'; }`,
    ]
  })
  .join('\n  ')

const grid = `
.grid { max-width: none; border-collapse: collapse; }
.grid th[scope='row'] { font-weight: 700; white-space: nowrap; }
.grid thead th { text-align: left; }
.grid td { padding: 0.125rem; white-space: normal; text-align: left; vertical-align: bottom; }
.desk .grid input:not([type='hidden']):not([type='checkbox']), .desk .grid select { width: 100%; min-height: 48px; padding: 0.25rem 0.375rem; line-height: 1.75; }
.grid td:has(> label) { text-align: center; }
.grid td > label { display: inline-flex; align-items: center; justify-content: center; min-width: 48px; min-height: 48px; }
.grid .fault { display: block; font-size: 1rem; }
.grid.short { width: auto; }
/* All of a row opens the turn. */
.register.turns > li { position: relative; }
.turns .name::after { content: ''; position: absolute; inset: 0; }
.totals { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr)); gap: 0.5rem 0.75rem; align-items: start; }
.total { display: grid; gap: 0.25rem; }
.total label { font-weight: 700; }
.desk .total input, .desk .total select { width: 100%; font-size: 1.25rem; line-height: 1.75; padding: 0.25rem 0.75rem; border: 2px solid var(--rule); border-radius: 0.5rem; background: var(--sheet); }
@media screen and (min-width: 60.01rem) {
  .two-figures { max-width: 36rem; }
  /* The parts of one sheet have the same columns. */
  .grid-folds .grid { table-layout: fixed; }
  .grid-folds thead th:first-child { width: 11rem; }
  .grid-folds th[scope='row'] { white-space: normal; }
}
.grid :is(th, td).sum { text-align: right; }
.grid.read td { padding: 0.25rem 0.5rem; }
.grid.read :is(td, th[scope='row']) { vertical-align: baseline; }
.grid.read .sum { white-space: nowrap; font-variant-numeric: tabular-nums; }
.differences .next { min-width: 12rem; }
.lines summary { display: flex; align-items: center; gap: 0.5rem; min-height: 48px; cursor: pointer; }
.lines summary::before { content: '▸'; color: var(--act); }
.lines [open] summary::before { content: '▾'; }
.grid-folds .rows-fold { margin: 0.25rem 0; }
@media screen and (min-width: 60.01rem) {
  .grid-folds .rows-fold { border: 0; background: none; margin: 0; padding: 0; }
  .grid-folds .rows-fold > summary { display: none; }
  .grid-folds .rows-fold::details-content { content-visibility: visible; block-size: auto; }
  .lines summary { pointer-events: none; }
  .lines summary::before { display: none; }
}
.field textarea { width: 100%; max-width: 36rem; background: var(--sheet); color: var(--ink); font: inherit; line-height: 1.75; }
@media screen and (max-width: 60rem) {
  .grid, .grid tbody { display: block; }
  .grid.short { width: 100%; }
  .grid thead { display: none; }
  .grid tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 8rem), 1fr)); gap: 0.25rem 0.5rem; padding: 0.5rem 0; border-bottom: 2px solid var(--rule); }
  .grid th[scope='row'] { grid-column: 1 / -1; border: 0; font-size: 1.25rem; text-align: left; }
  .grid td { border: 0; }
  .grid td.none, .lines tr:has(details:not([open])) td:not(:has(label)) { display: none; }
  .lines tr { grid-template-columns: repeat(auto-fill, minmax(min(100%, 6rem), 1fr)); }
  .lines th[scope='row'] { grid-column: 1 / -2; }
  .lines td:has(label) { grid-column: -2 / -1; }
  .lines td:has(label)::before { display: none; }
  .lines tr:has(details:not([open])) { padding: 0; border-bottom-width: 1px; }
  .grid td::before { content: attr(data-label); display: block; }
  ${columnNames}
  .grid td:has(label), .grid td.sum { text-align: left; }
  .grid.read .sum::before { white-space: normal; }
  .differences td.next { grid-column: 1 / -1; }
  .differences td.next::before { display: none; }
}
`

const desk = `
.desk a.go { border-color: var(--act); background: var(--act); color: var(--on-act); }
.check.meeting { --tone: var(--met); }
.steps { margin: 0; padding: 0; list-style: none; display: grid; gap: 0.75rem; max-width: 44rem; }
.steps .task { flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 1rem; min-height: 64px; }
.steps + h2, .steps + .buttons, .fold section + .buttons { margin-block-start: 1rem; }
.desk .go-large { max-width: 44rem; }
.desk .code-part .code { font-family: ui-monospace, monospace; font-size: 3rem; }
.desk .code { font-family: ui-monospace, monospace; font-weight: 700; }
.desk .coded-text { max-width: 44rem; padding: 0.5rem 0.75rem; background: var(--sheet); font-size: 1.25rem; overflow-wrap: anywhere; user-select: all; }
.notes { display: grid; gap: 0.5rem; max-width: 44rem; padding: 0.75rem 1rem; border-left: 8px solid var(--met); background: var(--sheet); }
.notes p { display: grid; gap: 0.5rem; justify-items: start; }
.beside-all { gap: 1rem; align-items: end; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); }
.beside-all > .buttons { grid-column: 1 / -1; }
.record.beside-grouped > .group { display: grid; gap: 0.75rem; align-items: end; grid-template-columns: repeat(auto-fill, minmax(min(100%, 8.5rem), 1fr)); margin: 0; padding: 0; border: 0; max-width: none; }
.beside-grouped > .group > legend { padding: 0; font-size: 1.25rem; }
.beside-grouped > .group > .fault { grid-column: 1 / -1; }
.record.beside-grouped > .group > .field { margin: 0; }
.desk .beside-grouped > .group input[type='text'] { width: 100%; font-size: 1.25rem; line-height: 1.75; }
.desk .beside-grouped > .group .tick { flex-wrap: wrap; gap: 0.5rem; width: 100%; min-height: 52px; padding: 0.25rem 0.75rem; border: 2px solid var(--rule); border-radius: 0.5rem; background: var(--sheet); font-size: 1.25rem; font-weight: 700; }
.away-tables { display: grid; gap: 0 2rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); }
.running { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1rem; max-width: 44rem; padding: 0.5rem 1rem; border: 2px solid var(--met); border-radius: 0.5rem; background: var(--sheet); }
.running .figure { font-size: 1.75rem; }
@media (min-width: 40rem) {
  .register.turns > li { grid-template-columns: 8rem minmax(0, 1fr) 16rem; }
}
.ways-list.meetings { max-width: 44rem; }
.meetings a { color: var(--ink); }
.meetings b { color: var(--act); }
.rows-fold > .meetings { border: 0; }
.rows-fold:has(.meetings) { max-width: 44rem; }
`

/* The five steps of a meeting, and what stands on them: one large button at the bottom of the screen. */
const line = `
.line { max-width: 44rem; }
.line p { display: flex; justify-content: space-between; gap: 0 1rem; }
.line ol { display: grid; grid-template-columns: repeat(5, 1fr); gap: 0.25rem; margin: 0.25rem 0 0; padding: 0; list-style: none; }
.line li { height: 0.375rem; border-radius: 1rem; background: var(--line); }
.line li span { display: none; }
.line .before { background: var(--good); }
.line [aria-current] { background: var(--act); }
.strip { display: flex; align-items: center; gap: 0.5rem; max-width: 44rem; min-height: 3rem; padding-inline-start: 0.75rem; border-radius: 0.625rem; background: var(--good-soft); line-height: 1.75; }
.strip .i { color: var(--good); }
.strip p { flex: 1; min-width: 0; }
.strip a { display: flex; align-items: center; flex: none; min-height: 3rem; padding-inline: 0.75rem; }
.usual { max-width: 44rem; padding: 0 0.75rem; border: 1px solid var(--line); border-radius: 0.625rem; background: var(--sheet); }
.usual :is(th, td) { padding: 0.375rem 0; vertical-align: baseline; }
.usual th { text-align: start; }
.usual th small { font-size: 1rem; color: var(--quiet); white-space: nowrap; }
.usual td { font-size: 1.25rem; font-weight: 700; }
.usual tfoot :is(th, td) { border: 0; font-weight: 700; }
.usual tfoot td { font-size: 1.75rem; line-height: 1.25; }
.on-line .beside-all > :not(.field) { grid-column: 1 / -1; }
.on-line .record { gap: 0.75rem; }
.on-line .record > .fold + .fold { margin-block-start: -0.25rem; }
.on-line > * + * { margin-block-start: 1rem; }
.on-line.desk > * + * { margin-block-start: 0; }
.on-line .record :is(.group, .record):has(> .field [name^='n-']) { grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); }
.on-line .record .field:has([name^='n-']) { grid-template-columns: 6.5rem 1fr; align-items: center; gap: 0.25rem 0.75rem; }
.on-line .field:has([name^='n-']) .fault { grid-column: 1 / -1; order: 1; }
.on-line label[for^='n-'] { display: grid; place-items: center; min-height: 2.75rem; border: 2px solid rgb(0 0 0 / 0.35); border-radius: 0.25rem; background: var(--note, #e2c39b); background-image: radial-gradient(ellipse 42% 38%, rgb(255 255 255 / 0.55) 98%, transparent); color: #221e19; font-size: 1rem; line-height: 1.75; }
${noteFieldColours}
/* The one button that is left is the one to press. */
.on-line .record:has(details[open] [name='shares']) button[value='check'] { border-color: var(--act); background: var(--act); color: var(--on-act); }
.on-line .beside-grouped > .group:has(.tick) { gap: 0.5rem; align-items: stretch; }
.on-line .beside-grouped > .group .tick { height: 100%; flex-wrap: nowrap; padding: 0.25rem 0.5rem; font-size: 1rem; line-height: 1.75; }
.on-line:has(.record details[open] [name='shares']) :is(.usual, .usual-said, button[value='usual'], .then) { display: none; }
.on-line:not(:has(.record details[open])):has(button[value='usual']) button[value='check'] { display: none; }
.on-line .record details > .record { grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); align-items: end; }
@media (min-width: 60rem) {
  .line p { display: none; }
  .line li { height: auto; padding-block-start: 0.25rem; background: none; border-block-start: 0.375rem solid var(--line); border-radius: 0; color: var(--quiet); }
  .line li span { display: inline; }
  .line .before { background: none; border-color: var(--good); }
  .line [aria-current] { background: none; border-color: var(--act); color: var(--ink); font-weight: 700; }
}
`

const papers = `
.minutes { margin: 0; padding-left: 2rem; display: grid; gap: 0.75rem; max-width: 52rem; }
.minutes li span { display: block; }
.signs .by-hand { padding-top: 1.5rem; max-width: 32rem; }
.wall .figure { font-size: 2rem; }
.wall .code { font-size: 3rem; }
.blank { border-collapse: collapse; max-width: none; }
.blank :is(th, td) { border: 1px solid var(--rule); padding: 0.125rem 0.375rem; min-width: 4.5rem; height: 2rem; text-align: left; vertical-align: bottom; }
.blank th { font-weight: 700; }
.blank .named { line-height: 1.75; }
.blank .asked-for { text-align: right; white-space: nowrap; background: var(--paper); }
.blank-parts > * { min-width: 0; }
.blank .sum :is(th, td) { border-top: 3px solid var(--ink); }
.blank-parts { display: grid; gap: 0 2rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), max-content)); align-items: start; }
.by-hands { display: grid; gap: 0 2rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr)); }
@page lying { size: A4 landscape; margin: 8mm; }
@page standing { size: A4 portrait; margin: 12mm; }
@media print {
  .read .card-link { min-height: 0; }
  body:has(.blank-page) { page: lying; }
  body:has(.minutes, .wall) { page: standing; }
  .blank-page { font-size: 9pt; }
  .blank-page .blank { width: 100%; }
  .blank-page .blank-parts { grid-template-columns: 1fr 1fr 1.5fr; }
  .blank-page .blank :is(th, td) { height: 7.5mm; padding: 0 1mm; min-width: 0; line-height: 1.2; }
  .blank-page .blank .named { min-width: 30mm; }
  .blank-page .blank-parts .blank td { min-width: 14mm; }
  .blank-page .blank-parts > :first-child .blank td { width: 32mm; }
  .signs { display: grid; grid-template-columns: 1fr 1fr; gap: 0 8mm; }
  .signs h2 { grid-column: 1 / -1; }
  .checkpoint { break-inside: avoid; }
  .checkpoint h2 { margin: 0; }
  .checkpoint > p, .checkpoint .proof .quiet { font-size: 8pt; line-height: 1.4; margin: 0; }
  .checkpoint .proof { grid-template-columns: 34mm minmax(0, 1fr); gap: 3mm; padding: 1mm 2mm; max-width: none; }
  .checkpoint .proof .facts { font-size: 10pt; max-width: none; }
  .checkpoint .facts > div { padding: 0.25mm 0; min-height: 0; }
  .came-in { margin: 0; font-size: 10pt; line-height: 1.4; }
  .came-in:lang(km) { line-height: 1.6; }
  .minutes { gap: 1.5mm; }
  .minutes li, .minutes li :lang(km) { line-height: 1.45; }
  .blank thead { display: table-header-group; }
  .blank tr, .signs, .minutes li { break-inside: avoid; }
  .wall { font-size: 14pt; }
  .wall .figure { font-size: 24pt; }
}
`

/** How the pages of meetings look. */
export const meetingStyle: string = [grid, desk, line, papers].join('')
