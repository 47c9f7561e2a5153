/** The style of a household's own pages; printed, they are a leaf of the passbook. */
export const householdStyle: string = `
.own { display: grid; gap: 1rem; }
.own > * { min-width: 0; margin: 0; }
.own .whose { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1rem; }
.quick-exit { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1rem; margin-top: 0.5rem; }
.quick-exit button {
  display: inline-flex;
  align-items: center;
  gap: 0.75rem;
  min-height: 56px;
  padding: 0.25rem 1.25rem;
  border: 3px solid var(--ink);
  border-radius: 0.5rem;
  background: var(--warn-soft);
  color: var(--ink);
  font: inherit;
  font-size: 1.25rem;
  font-weight: 700;
  cursor: pointer;
}
.quick-exit svg { flex: none; width: 2.25rem; height: 2.25rem; }
.own .cards { margin: 0; }
.own .cards.two { grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); }
.own .cards:empty { display: none; }
.own .card { display: grid; align-content: start; gap: 0.25rem; }
.own .card .figure { font-size: 1.5rem; }
.listen {
  justify-self: start;
  display: inline-flex;
  align-items: center;
  gap: 0.5rem;
  min-height: 48px;
  padding: 0.25rem 1rem;
  border: 2px solid var(--act);
  border-radius: 0.5rem;
  background: var(--sheet);
  color: var(--act);
  font: inherit;
  cursor: pointer;
}
.listen[aria-pressed='true'] { background: var(--act); color: var(--on-act); }
.listen svg { flex: none; width: 1.75rem; height: 1.75rem; }
.goal-bar { display: block; width: 100%; height: 1rem; color: var(--good); }
.own .two .figure { font-size: 2.5rem; }
.own .two .figure.long { font-size: 1.75rem; }
.own .when { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.75rem; font-size: 1.25rem; }
.pieces { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1rem; }
.own section { display: grid; gap: 0.5rem; }
.each-loan { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.5rem; }
.each-loan a.button {
  display: flex;
  flex-wrap: wrap;
  justify-content: flex-start;
  gap: 0 1rem;
  background: var(--sheet);
  color: var(--ink);
}
.each-loan .on { margin-left: auto; color: var(--act); text-decoration: underline; }
.own-lines, .looks { list-style: none; margin: 0; padding: 0; border-top: 2px solid var(--rule); }
.own-lines li {
  display: flex;
  justify-content: space-between;
  gap: 0 0.75rem;
  padding: 0.5rem 0;
  border-bottom: 1px solid var(--line);
}
.own-lines .what { display: flex; align-items: flex-start; gap: 0.5rem; }
.own-lines svg { flex: none; width: 1.75rem; height: 1.75rem; color: var(--saved); }
.own-lines small { display: block; font-size: 1rem; color: var(--quiet); }
.own-lines .what { min-width: 0; }
.own-lines .sum { flex: none; margin-left: auto; text-align: right; font-variant-numeric: tabular-nums; }
.looks li { display: grid; gap: 0 1rem; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
.asking { display: grid; gap: 0.75rem; padding-left: 1.5rem; max-width: 44rem; }
.own fieldset { margin: 0; padding: 0; border: 0; }
.own .tick { display: flex; align-items: center; gap: 0.75rem; min-height: 48px; font-size: 1rem; font-weight: 400; }
.own .tick input { flex: none; width: 1.5rem; height: 1.5rem; min-height: 0; padding: 0; accent-color: var(--act); }
.own .tick input:focus-visible { outline-offset: 2px; }
.own summary { padding-block: 0.75rem; }
.own .buttons .button { gap: 0.5rem; }
.own .buttons.three { margin-block: 0.75rem; }
.more-ways > summary { display: inline-flex; align-items: center; min-height: 48px; padding: 0.25rem 1rem; border: 2px solid var(--rule); border-radius: 0.5rem; color: var(--act); list-style: none; cursor: pointer; }
.more-ways > summary::-webkit-details-marker { display: none; }
.more-ways[open] > summary { margin-block-end: 0.75rem; }
.own .buttons svg { flex: none; width: 1.75rem; height: 1.75rem; }
@media (min-width: 40rem) {
  .own { max-width: 48rem; }
  .looks li { grid-template-columns: 12rem minmax(0, 1fr) auto; }
}
@media print {
  .quick-exit, .each-loan .on { display: none; }
  .own { max-width: 105mm; gap: 4mm; }
  .own .cards { grid-template-columns: 1fr; gap: 3mm; }
  .own .cards.two { grid-template-columns: 1fr 1fr; }
  .own .card { padding: 2mm 3mm; border: 1px solid #1f1d1a; }
  .own .two .figure { font-size: 1.5rem; }
  .each-loan a.button { border: 0; padding: 0; min-height: 0; }
  .own-lines li { padding: 1mm 0; break-inside: avoid; }
}
`
