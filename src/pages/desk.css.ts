const frame = `
.desk { display: grid; gap: 1rem; margin-top: 0.5rem; }
.desk > * { min-width: 0; }
.desk h1 { margin: 0; }
.desk section > h2 { margin: 0 0 0.5rem; }
.desk .button, .desk button {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  min-height: 52px;
  min-width: 52px;
  padding: 0.5rem 1rem;
  border: 2px solid var(--rule);
  border-radius: 0.5rem;
  background: var(--sheet);
  color: var(--act);
  font: inherit;
  font-weight: 700;
  /* A name in Khmer may stand on a button of an English page. */
  line-height: 1.75;
  text-align: center;
  text-decoration: none;
  cursor: pointer;
}
.desk button.go { border-color: var(--act); background: var(--act); color: var(--on-act); }
.desk a:focus-visible, .desk button:focus-visible, .desk input:focus-visible,
.desk select:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
.desk .buttons { display: grid; gap: 0.75rem; margin-top: 0.5rem; }
/* A way that stands in a part of a page, or in a row, keeps clear of what it follows. */
.desk :is(section, li) > .way-back { margin-block-start: 0.75rem; }
.desk .figure { font-weight: 700; font-variant-numeric: tabular-nums; }
.whose { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.75rem; }
.whose > span:last-child { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.75rem; }
.whose:has(> .at-face) { flex-wrap: nowrap; }
.whose b { font-size: 1.25rem; }
.whose .at-face + span .called { flex-basis: 100%; }
.whose .at-face { inline-size: 3rem; block-size: 3rem; }
.desk .fault:not(.told), .desk .mended { font-weight: 700; color: var(--bad); }
.desk .fault:not(.told)::before, .desk .mended::before { content: '\\25b2\\00a0'; }
@media (min-width: 40rem) {
  .desk .buttons { grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); max-width: 44rem; }
}
`

const lists = `
.tasks { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.75rem; }
.task {
  display: flex;
  align-items: center;
  gap: 1rem;
  min-height: 88px;
  padding: 0.75rem 1rem;
  border: 2px solid var(--tone);
  border-left-width: 8px;
  border-radius: 0.5rem;
  background: var(--sheet);
  color: var(--ink);
  text-decoration: none;
}
.task svg { flex: none; width: 3rem; height: 3rem; color: var(--tone); }
.task b { display: block; font-size: 1.375rem; color: var(--tone); }
.search { display: grid; gap: 0.25rem; max-width: 44rem; }
.search label, .record label, .record legend { font-weight: 700; }
.search .line { display: flex; gap: 0.5rem; }
.desk input:not([type='hidden']), .desk select {
  min-height: 52px;
  min-width: 0;
  padding: 0.25rem 0.75rem;
  border: 2px solid var(--rule);
  border-radius: 0.5rem;
  background: var(--sheet);
  color: var(--ink);
  font: inherit;
  /* A name in Khmer may stand in a field of an English page. */
  line-height: 1.75;
}
.search input { flex: 1 1 8rem; }
.desk input[aria-invalid='true']:not([type='hidden']), .desk select[aria-invalid='true'] { border: 4px double var(--bad); }
.found { font-size: 1.25rem; font-weight: 700; }
.card-choices {
  list-style: none;
  margin: 0;
  padding: 0;
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(5.5rem, 1fr));
  gap: 0.5rem;
}
.card-choices .button { width: 100%; font-size: 1.25rem; overflow-wrap: anywhere; }
.card-choices.named { grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); }
.card-choices.named .button { flex-direction: column; gap: 0; height: 100%; }
.card-choices .called { font-size: 1rem; }
.people-sums :is(a, div) { display: flex; align-items: baseline; justify-content: space-between; gap: 0 0.75rem; padding: 0.25rem 0.75rem; color: var(--ink); font-variant-numeric: tabular-nums; }
.people-sums div { min-height: 3.25rem; }
.people-sums :is(a, div):not(:has(small)) { align-items: center; }
.people-sums a b { font-weight: 700; }
.people-sums a > :first-child bdi { line-height: 1.75; }
.people-sums :is(a, div) > :first-child { flex: 1 0 6.5rem; }
.people-sums small { display: block; font-size: 1rem; color: var(--quiet); }
.people-sums .sum { text-align: end; }
.people-sums .wide { display: none; }
@media (min-width: 60rem) {
  .desk .people-sums :is(a, div) { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 2fr) minmax(0, 2fr); }
  .people-sums .wide { display: block; }
  .people-sums .sum { grid-column: 3; }
  .people-sums :first-child:has(+ .sum) { grid-column: 1 / 3; }
}
`

const forms = `
.facts { margin: 0; display: grid; gap: 0.25rem; max-width: 44rem; }
.facts > div, .before-after dl > div {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  align-items: baseline;
  gap: 0 1rem;
  padding: 0.25rem 0;
  border-bottom: 1px solid var(--line);
}
.facts dt { color: var(--quiet); }
.facts dd, .before-after dd { margin: 0; margin-left: auto; text-align: right; }
.facts .figure { font-size: 1.5rem; }
.record { display: grid; gap: 1.25rem; }
.record > * { min-width: 0; }
.field { display: grid; gap: 0.25rem; margin: 0; padding: 0; border: 0; min-width: 0; }
.field label { font-size: 1.125rem; }
.desk .record .number { width: 100%; max-width: 20rem; font-size: 1.75rem; line-height: 1.5; font-weight: 700; }
.record legend { padding: 0; font-size: 1.125rem; line-height: 1.75; }
.day { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 0.25rem; }
.day p { display: grid; gap: 0.25rem; }
.day label { font-weight: 400; font-size: 1rem; }
.day input { width: 3.75rem; }
.day #year { width: 5rem; }
`

/* While a form is on a phone's screen, so are its buttons; those of a question stand under all that is read. */
const atHand = `
@media screen and (max-width: 59.99rem) {
  :is(.desk:not(.loan-gates), .on-line) .record > .buttons {
    position: sticky;
    inset-block-end: calc(var(--bar) + env(safe-area-inset-bottom));
    z-index: 2;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 0.5rem;
    max-width: none;
    margin: 0 -0.75rem;
    padding: 0.5rem 0.75rem;
    background: var(--paper);
    border-block-start: 1px solid var(--line);
  }
  :is(.desk:not(.loan-gates), .on-line) .record > .buttons:has(> :only-child) { grid-template-columns: minmax(0, 1fr); }
}
`

const checks = `
.check {
  --tone: var(--rule);
  display: grid;
  gap: 0.25rem;
  padding: 0.75rem 1rem;
  border: 1px solid var(--line);
  border-left: 8px solid var(--tone);
  border-radius: 0.5rem;
  background: var(--sheet);
  max-width: 44rem;
}
.check.loans { --tone: var(--loans); }
.check.savings { --tone: var(--saved); }
.desk .check h2 { display: flex; align-items: center; gap: 0.5rem; margin: 0; font-size: 1.125rem; }
.check h2 svg { flex: none; width: 2.5rem; height: 2.5rem; color: var(--tone); }
.check > .figure { font-size: 2.5rem; line-height: 1.25; }
.in-notes { display: flex; flex-wrap: wrap; gap: 0.25rem 0.625rem; margin: 0.25rem 0; }
.in-notes span { display: inline-flex; align-items: center; gap: 0.125rem; }
.in-notes text { font-variant-numeric: tabular-nums; }
@media print { .in-notes { display: none; } }
.check > .figure.long { font-size: 1.75rem; }
.check .said { font-size: 1.125rem; }
.check .said:lang(km), .check dd, .listed li { line-height: 1.75; }
.before-after { max-width: 44rem; padding: 0.75rem 1rem; border: 2px solid var(--rule); border-radius: 0.5rem; background: var(--sheet); }
.before-after dl { margin: 0; font-size: 1.25rem; }
.before-after dl > div:last-child { border-bottom: 0; }
.warning {
  display: flex;
  align-items: flex-start;
  gap: 0.75rem;
  max-width: 44rem;
  padding: 0.75rem 1rem;
  border: 4px solid var(--warn);
  border-radius: 0.5rem;
  background: var(--warn-soft);
}
.warning svg { flex: none; width: 3rem; height: 3rem; color: var(--warn); }
@media screen and (max-width: 29.99rem) { .warning svg { width: 2rem; height: 2rem; } }
.warning h2 { margin: 0; }
.warning p { margin-top: 0.25rem; }
.flags { display: flex; align-items: flex-start; gap: 0.75rem; max-width: 44rem; padding: 0.75rem 1rem; border-left: 8px solid var(--warn); background: var(--sheet); }
.flags svg { flex: none; width: 2rem; height: 2rem; color: var(--warn); }
.flags div { display: grid; gap: 0.5rem; }
`

const receipts = `
p.done { display: flex; align-items: center; gap: 0.5rem; font-size: 1.25rem; color: var(--good); }
p.done svg { flex: none; width: 2.5rem; height: 2.5rem; }
.hidden-amount { font-size: 1.25rem; font-weight: 700; }
.proof {
  display: grid;
  gap: 1rem;
  max-width: 44rem;
  padding: 0.75rem 1rem;
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  background: var(--sheet);
}
.qr { width: 100%; max-width: 18rem; margin: 0 auto; }
.qr svg { display: block; width: 100%; height: auto; background: #fff; color: #000; }
.proof .facts { font-size: 1.25rem; }
.proof .code { font-family: ui-monospace, monospace; }
.proof .quiet { margin-top: 0.5rem; }
@media (min-width: 40rem) {
  .proof { grid-template-columns: 16rem minmax(0, 1fr); align-items: center; }
}
@media print {
  .desk .buttons { display: none; }
  .desk { gap: 0.5rem; }
  .check, .proof { break-inside: avoid; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .proof { grid-template-columns: 60mm minmax(0, 1fr); }
}
`

/** How the record-keeper's pages and the receipts look. */
export const deskStyle: string = [frame, lists, forms, atHand, checks, receipts].join('')
