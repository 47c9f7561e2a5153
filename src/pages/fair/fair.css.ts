const rules = `
.fair { display: grid; gap: 1rem; margin-top: 0.5rem; }
.fair > * { min-width: 0; margin: 0; }
.fair h2 { margin: 0 0 0.5rem; }
.fair h3 { margin: 0; font-size: 1.125rem; overflow-wrap: anywhere; }
.rule-groups { display: grid; gap: 1rem 1.5rem; }
.rule-groups > * { min-width: 0; }
.rule-groups .fold { margin: 0 0 0.5rem; break-inside: avoid; }
.rules { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.5rem; }
.rule {
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--line);
  border-left: 8px solid var(--rule);
  border-radius: 0.5rem;
  background: var(--sheet);
  overflow-wrap: anywhere;
}
.rule.hard { border-left-color: var(--good); }
.rule.everywhere { border-left: 8px double var(--saved); }
.rule.byVote { border-left: 8px dotted var(--warn); }
.rule ul, .versions ul { margin: 0; padding-left: 1.25rem; }
.versions ol { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.5rem; }
.rule-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 0.75rem; }
.firm { font-weight: 700; }
.firm-hard { color: var(--good); }
.firm-everywhere { color: var(--saved); }
.firm-byVote { color: var(--warn); }
.fair .facts { margin: 0; }
.fair .facts > div {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 0 0.75rem;
  padding: 0.125rem 0;
}
.fair .facts dd { margin: 0; }
@media (min-width: 60rem) {
  .rule-groups { display: block; columns: 2; column-gap: 1.5rem; }
  .rule-groups > * { margin-bottom: 1rem; }
  .rule { break-inside: avoid; }
}
@page rules { size: A4 portrait; margin: 8mm; }
@media print {
  .fair .screen-only { display: none; }
  body:has(.rules-page) { page: rules; }
  .rules-page { gap: 1mm; font-size: 7.2pt; line-height: 1.15; }
  .rules-page:lang(km) { line-height: 1.3; font-size: 6.7pt; }
  .rules-page h1 { font-size: 12pt; }
  .rules-page h2 { font-size: 9.5pt; margin: 0; }
  .rules-page h3 { font-size: 8pt; }
  .rules-page .rule-groups { display: block; columns: 2; column-gap: 4mm; }
  .rules-page .rule-groups > * { margin-bottom: 1mm; }
  .rules-page .fold { padding: 0; border: 0; }
  .rules-page .fold > summary { display: block; min-height: 0; }
  .rules-page .fold > summary::after { display: none; }
  .rules-page .rules { gap: 0.5mm; }
  .rules-page .rule { padding: 0.25mm 1.5mm; border-left-width: 1.5mm; border-radius: 0; break-inside: avoid; }
  .rules-page .firm { font-size: 7pt; }
  .rules-page .facts > div { padding: 0; min-height: 0; border: 0; }
  body:has(.rules-page) .practice { padding: 0; font-size: 9pt; }
}
`

const rulings = `
.rulings { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.5rem; max-width: 44rem; }
.ruling {
  --tone: var(--bad);
  display: flex;
  align-items: flex-start;
  gap: 0.75rem;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--line);
  border-left: 8px solid var(--tone);
  border-radius: 0.5rem;
  background: var(--sheet);
  break-inside: avoid;
}
.ruling.for-the-meeting { --tone: var(--met); border-left-style: double; }
.ruling.advised { --tone: var(--warn); border-left-style: dotted; }
.ruling svg { flex: none; color: var(--tone); }
@media screen and (max-width: 29.99rem) { .ruling { gap: 0.5rem; } .ruling svg { width: 1.5rem; height: 1.5rem; } }
.ruling > div { min-width: 0; }
.ruling .button { margin-top: 0.25rem; }
`

const sides = `
.side-cards {
  list-style: none;
  margin: 0;
  padding: 0;
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
  gap: 0.75rem;
}
.side-card {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  align-content: start;
  gap: 0.25rem;
  padding: 0.75rem 1rem;
  border: 1px solid var(--line);
  border-left: 8px solid var(--loans);
  border-radius: 0.5rem;
  background: var(--sheet);
  break-inside: avoid;
}
.side-card.hollow { border-left: 8px double var(--warn); }
.side-card h3 { margin: 0; font-size: 1.125rem; }
.side-card .offer-mark { font-size: 1rem; font-weight: 400; }
.side-card .figure { font-size: 1.75rem; font-weight: 700; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.side-card .said { color: var(--quiet); }
.offer-mark { padding: 0 0.5rem; border: 2px dashed var(--rule); border-radius: 0.25rem; background: var(--warn-soft); white-space: nowrap; }
.beside { display: grid; gap: 0.75rem; }
.beside > * { min-width: 0; }
.beside h3 { margin: 0; font-size: 1.125rem; }
.beside > .ask { gap: 0.5rem; }
.beside > .ask > .fold { margin: 0; }
.in-all { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 0.75rem; }
.bar { display: block; width: 100%; height: 1.25rem; }
.bar-full { fill: var(--loans); stroke: var(--loans); stroke-width: 2; vector-effect: non-scaling-stroke; }
.bar-hollow { fill: var(--on-act); stroke: var(--warn); stroke-width: 2; vector-effect: non-scaling-stroke; }
.side-cards + .quiet, .buy-out table + p { margin-top: 0.5rem; }
.none-against { display: flex; align-items: center; gap: 0.75rem; }
.none-against svg { flex: none; color: var(--good); }
@media print {
  .bar, .side-card, .ruling { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`

const agreement = `
.agreement { display: grid; gap: 0.25rem; max-width: 48rem; padding: 0.75rem 1rem; border: 1px solid var(--line); background: var(--sheet); }
.agreement > * { min-width: 0; }
.agreement h2 { margin: 0.5rem 0 0; font-size: 1.125rem; }
.agreement .rights { margin: 0; padding-left: 1.25rem; }
.agreement tfoot :is(th, td) { border-top: 2px solid var(--ink); font-weight: 700; }
.agreement .hash { margin-top: 0.5rem; color: var(--quiet); overflow-wrap: anywhere; }
.signing {
  list-style: none;
  margin: 0.25rem 0 0;
  padding: 0;
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 10rem), 1fr));
  gap: 0.75rem;
}
.signing li { display: grid; align-content: start; gap: 0.25rem; break-inside: avoid; }
.thumb { height: 6rem; padding: 0.25rem 0.5rem; border: 2px solid var(--rule); border-radius: 0.5rem; color: var(--quiet); }
.by-hand { padding-top: 0.5rem; border-bottom: 2px solid var(--rule); color: var(--quiet); }
@media screen and (max-width: 30rem) {
  .agreement { padding: 0.5rem 0; border-width: 1px 0; background: none; }
}
@media print {
  body:has(.agreement-page) { page: rules; }
  body:has(.agreement-page) .practice { padding: 0; font-size: 9pt; }
  .agreement { display: block; max-width: none; padding: 0; border: 0; font-size: 9pt; }
  .agreement > * + * { margin-top: 0.5mm; }
  .agreement, .agreement :is(p, li, td, th) { line-height: 1.25; }
  .agreement:lang(km), .agreement :is(p, li, td, th):lang(km) { line-height: 1.45; }
  .agreement h1 { margin: 0; font-size: 13pt; line-height: 1.3; }
  .agreement h2 { margin: 1mm 0 0; font-size: 10pt; line-height: 1.4; }
  .agreement table { max-width: none; }
  .agreement :is(td, th) { padding: 0.25mm 1.5mm; }
  .agreed { display: grid; align-items: start; gap: 3mm; }
  .abreast-2 { grid-template-columns: 1fr 1fr; font-size: 8pt; }
  .abreast-3 { grid-template-columns: repeat(3, auto); gap: 2mm; font-size: 6pt; }
  .agreement .abreast-3 :is(td, th) { padding: 0.25mm 0.3mm; font-weight: 400; white-space: nowrap; }
  .signing { grid-template-columns: repeat(4, 1fr); gap: 4mm; }
  .thumb { height: 24mm; border-radius: 0; }
  .by-hand { padding-top: 4mm; }
  .agreement .hash { font-size: 6.5pt; }
}
`

/** The style of the pages on fair lending; printed, the rules fit on one sheet. */
export const fairStyle: string = [rules, rulings, sides, agreement].join('')
