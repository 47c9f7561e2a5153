/** The desk of cases: where somebody is on the way, what comes next, and the way to the numbers. */
export const casesStyle = `
.case-danger { display: flex; align-items: center; gap: 0.75rem; max-width: 44rem; min-height: 3.25rem; padding: 0.5rem 1rem; border: 2px solid var(--bad); border-radius: 0.875rem; background: var(--bad-soft); color: var(--ink); text-decoration: none; }
.case-danger .i { color: var(--bad); }
.case-danger > span { flex: 1; }
.case-danger small { display: block; font-size: 1rem; }
.case > * + * { margin-block-start: 1rem; }
.case > h1 + .quiet { margin-block-start: 0; }
.case-way { max-width: 44rem; }
.case-way p { display: flex; justify-content: space-between; gap: 0.5rem; }
.case-way ol { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 0.25rem; margin: 0.25rem 0 0; padding: 0; list-style: none; }
.case-way li { border-block-start: 0.5rem solid var(--line); border-radius: 0.25rem; }
.case-way li.gone { border-color: var(--rule); }
.case-way li.now { border-color: var(--act); }
.case-next { max-width: 44rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-inline-start: 8px solid var(--act); border-radius: 0.875rem; background: var(--sheet); }
.case-next.is-late { border-inline-start-color: var(--bad); }
.case .late::before { content: '\\25b2\\00a0'; }
.case .late { color: var(--bad); }
.case section > .button { margin-block-start: 0.5rem; }
.case li > .buttons { margin-block-start: 0.25rem; }
.case-folds { display: grid; gap: 0.5rem; margin-block-start: 0.5rem; }
.case-folds > .fold { margin: 0; min-width: 0; }
.case-folds summary > .quiet { font-weight: 400; }
.case-list { list-style: none; margin: 1rem 0 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 0.75rem; }
.case-list > li { position: relative; display: grid; gap: 0.25rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.875rem; background: var(--sheet); overflow-wrap: anywhere; }
.case-list > li > p { display: flex; align-items: center; flex-wrap: wrap; justify-content: space-between; gap: 0 0.75rem; }
.case-list a { display: inline-flex; align-items: center; min-height: 48px; min-width: 48px; font-size: 1.125rem; }
.case-list a::after { content: ''; position: absolute; inset: 0; }
.case-list a:focus-visible::after { outline: 3px solid var(--act); outline-offset: -3px; }
.paper-how { margin-block: 1rem; }
.on-paper h2::first-letter, .on-paper dt::first-letter { text-transform: uppercase; }
[data-code] > .square-code { display: block; width: 100%; max-width: 18rem; height: auto; background: #fff; color: #000; }
@page a6 {
  size: 105mm 148mm;
  margin: 7mm;
  @bottom-left { content: none; }
  @bottom-right { content: none; }
}
@media print { body:has(.on-a6) { page: a6; } .on-a6 { font-size: 9pt; } .on-a6 .sum { font-size: 13pt; white-space: nowrap; } .on-a6 ul { margin: 0; padding-inline-start: 5mm; } }
@media (min-width: 60rem) {
  .case > .case-way .hear { position: static; display: block; width: auto; height: auto; overflow: visible; clip-path: none; white-space: normal; color: var(--quiet); }
  .case > .case-way p { display: none; }
}
`
