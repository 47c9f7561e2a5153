/** Numbers to be dialled: on a phone, and as a poster. */
export const dialStyle = `
.dial :is(.undialled, a[href^='tel:']) { display: grid; grid-template-columns: auto 1fr auto; align-items: center; gap: 0 0.75rem; min-height: 3.25rem; padding: 0.5rem 1rem; }
.dial .by { display: contents; color: var(--ink); }
.dial .by > b { color: var(--ink); overflow-wrap: anywhere; }
.dial small { grid-column: 2 / -1; overflow-wrap: anywhere; }
.dial .i:first-child { grid-row: 1 / span 3; }
.dial .sum { grid-area: 1 / 3; font-size: 1.5rem; font-weight: 700; white-space: nowrap; font-variant-numeric: tabular-nums; }
.dial small { line-height: 1.5; }
.dial small:lang(km) { line-height: 1.75; }
.dial-lists + p { margin-block-start: 1rem; }
.dial-lists { display: grid; gap: 1rem; margin-block-start: 1rem; }
.dial-lists h2 { margin-block-end: 0.5rem; }
@media (min-width: 60rem) { .dial-lists { grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: start; } }
@media print {
  .dial-lists { display: block; }
  .dial-lists section { break-inside: avoid; margin-block-end: 6mm; }
  .dial .sum { font-size: 22pt; }
  .dial .by > b { font-size: 14pt; }
}
`

/** Lists of the staff, with how far each thing can be relied on. */
export const keptStyle = `
.kept { list-style: none; margin: 0.5rem 0 0; padding: 0; display: grid; gap: 0.75rem; max-width: 44rem; }
.kept > li { padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.875rem; background: var(--sheet); overflow-wrap: anywhere; }
.state.is-current { --tone: var(--good); background: var(--good-soft); }
.state.is-waiting { --tone: var(--warn); background: var(--warn-soft); }
.state.is-stale { --tone: var(--bad); background: var(--bad-soft); }
.kept .sum { font-size: 1.25rem; font-weight: 700; }
.kept .button-row { margin-block-start: 0.5rem; }
`
