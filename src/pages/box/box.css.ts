/** The style of the box without names, and of its paper. */
export const boxStyle: string = `
.own .figure.receipt { font-size: 1.75rem; font-weight: 700; }
.letter { max-width: 44rem; display: grid; gap: 0.25rem; padding: 0.75rem 1rem; border-left: 4px solid var(--act); background: var(--sheet); overflow-wrap: anywhere; }
.field textarea { width: 100%; max-width: 36rem; padding: 0.5rem 0.75rem; border: 2px solid var(--rule); border-radius: 0.5rem; background: var(--sheet); color: var(--ink); font: inherit; line-height: 1.75; }
.box-paper { display: grid; gap: 0.75rem; max-width: 44rem; }
.box-paper .printed .square-code { max-width: 14rem; }
.box-paper .boxes { list-style: none; margin: 0; padding: 0; }
.write-here p { height: 2.25rem; border-bottom: 1px solid var(--rule); }
.tear { padding-top: 0.75rem; border-top: 2px dashed var(--ink); }
`
