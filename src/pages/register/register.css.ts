/** The register of agencies, the roads abroad, and the poster. */
export const registerStyle = `
.open { display: grid; gap: 0.75rem; }
.figures > * { min-width: 0; }
.figures td { white-space: normal; }
.figures details td:last-child { text-align: left; }
.open h2 { margin: 0; }
a.button[aria-current] { border-width: 3px; }
.agencies { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.5rem; }
.agencies > li { padding: 0.625rem 1rem; border: 1px solid var(--line); border-radius: 0.875rem; background: var(--sheet); overflow-wrap: anywhere; }
.licence { --tone: var(--bad); border-left: 8px solid var(--tone); padding-left: 0.5rem; }
.licence.is-licensed { --tone: var(--good); }
.licence.is-warned { --tone: var(--warn); }
.look-up { display: grid; gap: 0.5rem 1rem; }
.look-up .buttons { margin: 0; }
.roads-table th, .roads-table td { text-align: left; vertical-align: top; white-space: normal; }
.roads-table td { min-width: 8rem; }
.roads-table .sum { white-space: nowrap; font-weight: 700; }
.roads-table ul, .roads-table ol { margin: 0; padding-left: 1.125rem; }
.figures-part td:last-child { width: 40%; }
.bar { width: 100%; height: 0.75rem; display: block; }
.bar rect { fill: var(--act); }
.digest { overflow-wrap: anywhere; }
@media (min-width: 60rem) {
  .agencies { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .look-up { grid-template-columns: 1fr 1fr auto; align-items: end; max-width: 60rem; }
}
@media print {
  .agencies { display: block; columns: 2; column-gap: 8mm; }
  .agencies > li { break-inside: avoid; border: 0; border-bottom: 1px solid #000; border-radius: 0; padding: 1mm 0; }
}
`
