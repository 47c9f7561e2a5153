/** The style of the lines of a bank or wallet beside the book. */
export const bankStyle = `
.bank-lines { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.75rem; max-width: 44rem; }
.bank-lines > li { --tone: var(--rule); display: grid; gap: 0.25rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-left: 8px solid var(--tone); border-radius: 0.5rem; background: var(--sheet); }
.bank-lines.sure > li { --tone: var(--good); }
.bank-lines.doubt > li { --tone: var(--warn); }
.bank-lines .top { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1rem; margin: 0; }
.bank-lines .top .figure { font-size: 1.5rem; }
.bank-lines .says { margin: 0; overflow-wrap: anywhere; }
.bank-lines .tick { display: flex; min-height: 48px; }
.bank-lines a:not(.button) { display: inline-flex; align-items: center; min-height: 48px; }
.bank-lines fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
.bank-known { display: grid; gap: 0.5rem; max-width: 44rem; margin: 0; }
.bank-known dt { font-weight: 700; }
.bank-known dd { margin: 0; line-height: 1.75; }
.bank-lines .ways { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0; }
`
