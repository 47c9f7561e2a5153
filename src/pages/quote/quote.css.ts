const form = `
.quote { display: grid; gap: 1rem; margin-top: 0.5rem; }
.quote > * { min-width: 0; margin: 0; }
.quote h2 { margin: 0 0 0.25rem; }
.ask { display: grid; gap: 1rem; }
.ask .fields {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
  align-items: end;
  gap: 1rem;
}
.ask textarea {
  width: 100%;
  min-height: 72px;
  padding: 0.25rem 0.75rem;
  border: 2px solid var(--rule);
  border-radius: 0.5rem;
  background: var(--sheet);
  color: var(--ink);
  font: inherit;
}
.ask :is(input, select, textarea)[aria-invalid='true'] { border: 4px double var(--bad); }
.ask textarea:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
.ask .fault, .ask .mended { font-weight: 700; color: var(--bad); }
.ask .fault::before, .ask .mended::before { content: '\\25b2\\00a0'; }
.ask .group { min-width: 0; margin: 1rem 0 0; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.5rem; }
.ask legend { padding: 0 0.25rem; font-weight: 700; }
.ticks { display: flex; flex-wrap: wrap; gap: 0 1.5rem; grid-column: 1 / -1; }
.tick { display: inline-flex; align-items: center; gap: 0.75rem; min-height: 48px; min-width: 48px; cursor: pointer; }
.tick input { flex: none; width: 1.5rem; height: 1.5rem; }
.tick input[type='radio'] { width: 1.5rem; height: 1.5rem; min-height: 0; padding: 0; border-radius: 50%; }
.tick input[type='radio']:checked::before {
  width: 12px;
  height: 12px;
  margin: 0;
  border: 0;
  border-radius: 50%;
  background: var(--act);
  transform: none;
  print-color-adjust: exact;
}
`

const answer = `
.quote .asked { font-size: 1.25rem; }
.verdict {
  --tone: var(--good);
  display: flex;
  align-items: flex-start;
  gap: 0.75rem;
  padding: 0.75rem 1rem;
  border: 2px solid var(--tone);
  border-left-width: 8px;
  border-radius: 0.5rem;
  background: var(--good-soft);
}
.verdict.bad { --tone: var(--bad); background: var(--bad-soft); }
.verdict svg { flex: none; width: 3rem; height: 3rem; color: var(--tone); }
.verdict h2 { font-size: 1.5rem; }
.verdict p { margin-top: 0.25rem; }
.side-by-side { display: grid; align-items: start; gap: 1rem; }
.side-by-side > * { min-width: 0; }
.side-by-side > .fold { margin-block: 0; }
/* As wide as on the page, so that what is written in it stays as large. */
.side-by-side > .fold figure { margin-inline: calc(-1rem - 1px); }
.side-by-side figure { margin: 0; }
.cost {
  padding: 0.75rem 1rem;
  border: 1px solid var(--line);
  border-left: 8px solid var(--loans);
  border-radius: 0.5rem;
  background: var(--sheet);
}
.cost .figure { font-size: 2rem; font-weight: 700; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.cost .facts { margin-top: 0.5rem; }
.cost .said { color: var(--quiet); }
.bar-principal { fill: var(--loans); }
.stripe-ground { fill: var(--on-act); }
.stripe, .bar-edge { fill: var(--warn); }
.schedule tfoot :is(th, td) { border-top: 2px solid var(--ink); font-weight: 700; }
.counted { margin: 0; padding-left: 2.5rem; max-width: 44rem; font-variant-numeric: tabular-nums; }
.counted li { padding: 0.125rem 0; }
@media (min-width: 60rem) {
  .side-by-side { grid-template-columns: minmax(0, 1fr) minmax(0, 26rem); gap: 1rem 2rem; }
}
@supports (grid-template-columns: subgrid) {
  @media screen and (max-width: 30rem) {
    .schedule { display: grid; grid-template-columns: repeat(4, minmax(min-content, 1fr)); }
    .schedule caption { display: block; grid-column: 1 / -1; }
    .schedule :is(thead, tbody, tfoot, tr) {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
    }
    .schedule tr { border-bottom: 1px solid var(--line); }
    .schedule :is(th, td) { border-bottom: 0; }
    .schedule th:first-child { grid-column: 1 / -1; font-weight: 700; padding-bottom: 0; }
  }
}
@media print {
  .verdict, .cost { break-inside: avoid; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .side-by-side.first { grid-template-columns: 1fr 1fr; }
}
`

/** The style of what a loan would cost; printed, it is the answer without the form. */
export const quoteStyle: string = [form, answer].join('')
