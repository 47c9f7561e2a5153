/** Tables of members that print as a sheet and stand as cards on a phone. */
export const savingStyle = `
.sheet { max-width: none; }
.sheet:not(:has(thead th:nth-child(3))) { max-width: 44rem; }
.sheet th, .sheet td { white-space: normal; text-align: right; padding: 0.4rem 0.5rem; vertical-align: top; }
.sheet th[scope='row'], .sheet thead th:first-child { text-align: left; }
.sheet tbody tr { border-top: 1px solid var(--line); }
.sheet .sign { display: none; }
.sign-off { display: none; }
.sign-off .line { display: inline-block; width: 12rem; border-bottom: 1px solid #000; margin-right: 1.5rem; height: 2.5rem; }
.queue.rows { list-style: none; padding: 0; }
.queue.rows .sum > .quiet { display: block; }
.queue.rows li { display: grid; gap: 0.2rem; padding: 0.75rem 0; border-top: 1px solid var(--line); }
.choose fieldset { border: 0; padding: 0; margin: 0 0 1rem; }
.choose .tick { display: flex; }
.choose .field { margin-block-end: 0.75rem; }
.choose .field > :is(input, select) { max-width: 11rem; }
.pressed tbody tr { position: relative; }
.pressed tbody th a { font-weight: 700; }
.pressed tbody th a::after { content: ''; position: absolute; inset: 0; }
.pressed tbody th a:focus-visible::after { outline: 3px solid var(--act); outline-offset: -3px; }
.elected.figure:lang(km) { line-height: 1.75; }
@media (max-width: 640px) {
  .sheet thead { display: none; }
  .sheet, .sheet caption, .sheet tbody, .sheet tfoot, .sheet tr, .sheet th, .sheet td { display: block; text-align: left; }
  .sheet tr { padding: 0.75rem 0; }
  .sheet td { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: 0.15rem 0.6rem; }
  .sheet td[data-label]::before { content: attr(data-label); color: var(--quiet); }
  .sheet th[scope='row'] { padding: 0.15rem 0.6rem; font-weight: 700; }
  .sheet td:empty, .sheet .sign { display: none; }
  .pressed, .pressed tbody { display: block; }
  .pressed thead { display: none; }
  .pressed tbody tr { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1rem; min-height: 52px; padding: 0.25rem 0.6rem; }
  .pressed tbody :is(th[scope='row'], td) { padding: 0; border: 0; }
  .pressed tbody td { gap: 0.4rem; white-space: normal; }
  .pressed tbody td:is(.zero, .wide) { display: none; }
  /* A member in two short rows: the name with what is paid now and later, below it shares and loan. */
  .plan, .plan :is(thead, tbody) { display: block; }
  .plan tr { display: grid; grid-template-columns: minmax(0, 1fr) 5.25rem 6rem; gap: 0 0.5rem; padding: 0.375rem 0.5rem; }
  .plan tr > *, .plan th[scope='row'] { display: none; padding: 0; border: 0; }
  .plan tr > :first-child { display: block; grid-area: 1 / 1; }
  .plan thead tr > :is(.now-paid, .later-paid) { display: block; font-weight: 400; color: var(--quiet); }
  .plan tr > :is(.now-paid, .later-paid) { text-align: end; white-space: normal; }
  .plan tbody tr > :is(.now-paid, .later-paid):not(.zero) { display: block; grid-row: 1; }
  .plan tr > .now-paid { grid-column: 2; }
  .plan tr > .later-paid { grid-column: 3; }
  .plan tbody tr > :is(.now-paid, .later-paid)::before { content: none; }
  .plan tbody tr > :is(.shares, .owed, .surplus):not(.zero) { display: flex; justify-content: flex-start; gap: 0 0.4rem; white-space: normal; }
  .plan tbody tr > .shares { grid-area: 2 / 1; }
  .plan tbody tr > .owed:not(.zero) { grid-area: 2 / 2 / auto / -1; justify-content: flex-end; }
  .plan tbody tr > .surplus:not(.zero) { grid-area: 3 / 1 / auto / -1; }
}
@media print {
  .rows-fold > summary { display: none; }
  .screen-only { display: none; }
  .sheet .sign { display: table-cell; min-width: 7rem; height: 2.2rem; }
  .sign-off { display: block; }
  .sheet tr { break-inside: avoid; }
}
`
