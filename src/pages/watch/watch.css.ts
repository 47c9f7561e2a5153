/** Fingerprints of what was kept, slips to be cut apart, and papers that are filled in by hand. */
export const watchStyle = `
code.digest { font-size: 1rem; overflow-wrap: anywhere; }
.petition :is(th, td) { text-align: start; vertical-align: top; }
.slips { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); }
.slips li { border: 1px dashed var(--ink); padding: 0.75rem; break-inside: avoid; }
.slips b { font-size: 1.25rem; white-space: nowrap; }
.by-hand .dotted { border-block-end: 1px dotted currentColor; height: 2.25rem; }
.boxes { list-style: none; padding: 0; }
.boxes .box { display: inline-block; width: 1rem; height: 1rem; border: 1.5px solid currentColor; margin-inline-end: 0.5rem; }
.rights { border: 2px solid currentColor; padding: 0.75rem; margin-block-start: 1rem; break-inside: avoid; }
@media (min-width: 40rem) { .complaint .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; } }
`
