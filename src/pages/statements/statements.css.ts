/** The style of statements: a table that can be pushed sideways on a phone and stands whole on paper. */
export const statementsStyle: string = `
.statements { display: grid; gap: 1rem; margin-top: 0.5rem; }
.statements > * { min-width: 0; margin: 0; }
.statements table { max-width: none; width: auto; }
.statements .words { text-align: left; white-space: normal; }
.statements td.words, .statements tbody th { min-width: 7rem; }
.statements tbody th.together { min-width: 0; white-space: nowrap; }
.statements tbody th.together small { white-space: normal; }
.statements :is(th, td).sum { text-align: right; white-space: nowrap; }
.statements thead th.sum { white-space: normal; }
.statements .zero { color: var(--quiet); }
.statements tbody th small { display: block; font-size: 1rem; font-weight: 400; color: var(--quiet); }
.statements .beneath th { padding-top: 1rem; font-weight: 700; text-align: left; }
.statements details p { padding: 0.5rem 0; }
@media screen {
  .statements table :is(thead, tbody, tfoot) th:first-child { position: sticky; left: 0; background: var(--sheet); }
}
@media screen and (max-width: 640px) {
  .statements table { width: 100%; }
  .statements table:not(.sheet) :is(td.words, tbody th) { min-width: 0; }
  .statements .sheet td.zero { display: none; }
  .statements .sheet :is(th, td) { border-bottom: 0; padding: 0.1rem 0.375rem; }
  .statements .sheet tr { padding: 0.5rem 0; }
  .statements .sheet td > * { margin-inline-start: auto; text-align: right; }
  .statements .close tr { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; }
  .statements .close th { flex: 1 0 100%; }
  .statements .close td { gap: 0.4rem; }
  .statements.statement-cash-book td:last-child { flex: 1 0 100%; font-weight: 700; }
}
@media screen and (min-width: 640.01px) { .statements .close :is(th, td) { padding: 0.4rem 0.2rem; } }
@media screen and (min-width: 60rem) { body:has(.places):has(.statements) main { max-width: none; padding-inline: 0.75rem; } }
.statements .words.together { white-space: nowrap; min-width: 0; }
.statements .sum + .words { padding-left: 1rem; }
.statements .sum-line { font-weight: 700; }
.statements tfoot { font-weight: 700; border-top: 2px solid var(--ink); }
.statements .choices { list-style: none; padding: 0; display: grid; gap: 0.5rem; }
.statements .choices a { display: inline-flex; align-items: end; min-height: 48px; }
.statements td a { display: inline-flex; align-items: center; justify-content: center; min-width: 48px; min-height: 48px; }
.statements .choices span { display: block; }
.asked { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: end; }
.asked p { margin: 0; display: grid; gap: 0.25rem; }
.asked label { font-weight: 700; }
.asked input {
  min-height: 48px;
  width: 11rem;
  max-width: 100%;
  padding: 0.25rem 0.75rem;
  border: 2px solid var(--rule);
  border-radius: 0.5rem;
  background: var(--sheet);
  color: var(--ink);
  font: inherit;
}
@page statement { size: A4 portrait; margin: 12mm; }
@page statement-lying { size: A4 landscape; margin: 10mm; }
@media print {
  body:has(.statements) { page: statement; }
  body:has(.statement-cash-book, .statement-loan-register) { page: statement-lying; }
  .statements { display: block; }
  .statements > * + * { margin-top: 2mm; }
  .statements h1 { font-size: 14pt; line-height: 1.4; }
  .statements h2 { font-size: 11pt; line-height: 1.4; }
  .statements p { font-size: 9pt; }
  .statements table { font-size: 10pt; width: 100%; }
  .statements :is(th, td) { padding: 0.75mm 1mm; line-height: 1.35; }
  .statements td a { min-width: 0; min-height: 0; }
  .statements :is(th, td):lang(km) { line-height: 1.6; }
  .statements :is(td.words, tbody th) { min-width: 0; }
  .statements :is(thead th, .words, tbody th):lang(km) { font-size: 1.1em; }
  .statement-trial-balance table, .statement-member-statement table { font-size: 9pt; }
  .statement-trial-balance :is(th, td), .statement-member-statement :is(th, td) { padding: 0.4mm 1mm; }
  .statements tbody th small { display: inline; padding-left: 1mm; font-size: 1em; white-space: nowrap; }
  .statement-cash-book table { font-size: 8pt; }
  .statement-loan-register table { font-size: 7.5pt; }
  .statement-loan-register :is(th, td) { padding: 0.4mm 0.6mm; }
}
`
