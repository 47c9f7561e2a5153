/** The style of a household's own pages; printed, they are a leaf of the passbook. */
export const householdStyle: string = `
.own { display: grid; gap: 1rem; margin-block-start: 0.75rem; }
.own .fold { max-width: none; }
.own > * { min-width: 0; margin: 0; }
.head .quick-exit button { gap: 0.5rem; padding-inline-end: 1rem; color: var(--bad); font-weight: 700; }
.whose-book { display: flex; align-items: center; gap: 0.75rem; }
.whose-book h1 { margin: 0; }
.initials { flex: none; display: grid; place-items: center; min-width: 3rem; height: 3rem; padding-inline: 0.25rem; border-radius: 1.5rem; background: var(--act-soft); color: var(--act); font-weight: 700; line-height: 1.75; }
.three-figures.two dd { font-size: 1.625rem; }
.due-next { padding: 1rem; border: 1px solid var(--line); border-radius: 0.875rem; background: var(--sheet); }
.due-next.is-late { border-color: var(--bad); background: var(--bad-soft); }
.due-next h2 { display: flex; align-items: center; gap: 0.5rem; font-size: 1rem; font-weight: 400; color: var(--quiet); }
.due-next h2 svg { width: 1.5rem; height: 1.5rem; }
.due-next.is-late h2 { color: var(--bad); font-weight: 700; }
.due-next .figure { font-size: 2.5rem; font-weight: 700; line-height: 1.25; font-variant-numeric: tabular-nums; }
.early { padding-block-start: 0.5rem; border-block-start: 1px solid var(--line); }
.three-ways { display: grid; grid-template-columns: 1.5fr 1fr 1fr; gap: 0.5rem; }
.three-ways > .button, .more-ways > summary { display: flex; align-items: center; justify-content: center; gap: 0.75rem; width: 100%; height: 100%; min-height: 3rem; margin: 0; padding: 0.25rem 0.5rem; border: 1.5px solid var(--rule); border-radius: 0.625rem; background: var(--sheet); color: var(--ink); font-weight: 700; line-height: 1.25; text-align: center; text-decoration: none; cursor: pointer; }
:is(.three-ways > .button, .more-ways > summary):lang(km) { line-height: 1.75; }
.more-ways[open] { grid-column: 1 / -1; }
.more-ways[open] > summary { height: auto; margin-block-end: 0.5rem; }
.sums-said { margin: 0; }
.sums-said dd { margin: 0 0 0.5rem; }
.own .cards { margin: 0; }
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
  font-size: 1rem;
  cursor: pointer;
}
.listen[aria-pressed='true'] { background: var(--act); color: var(--on-act); }
.listen svg { flex: none; width: 1.75rem; height: 1.75rem; }
.goal-bar { display: block; width: 100%; height: 1rem; color: var(--good); }
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
.own .buttons .button { gap: 0.5rem; }
.own .buttons svg { flex: none; width: 1.75rem; height: 1.75rem; }
.looks ol { list-style: none; margin: 0; padding: 0; }
.looks ol li { display: flex; gap: 0.75rem; padding: 0.125rem 0; border: 0; }
@media (min-width: 40rem) {
  .own { max-width: 44rem; margin-inline: auto; }
  .three-figures.two dd { font-size: 2.5rem; }
  .looks > li { grid-template-columns: 12rem minmax(0, 1fr) auto; }
}
@media print {
  .each-loan .on { display: none; }
  .own { max-width: 105mm; gap: 4mm; }
  .own .cards { grid-template-columns: 1fr; gap: 3mm; }
    .own .card { padding: 2mm 3mm; border: 1px solid #1f1d1a; }
    .each-loan a.button { border: 0; padding: 0; min-height: 0; }
  .own-lines li { padding: 1mm 0; break-inside: avoid; }
}
`
