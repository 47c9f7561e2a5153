const register = `
.hash { overflow-wrap: anywhere; }
.states ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.5rem; }
.desk .states a[aria-current] { border-color: var(--act); background: var(--act); color: var(--on-act); }
.register { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.5rem; }
.register > li {
  display: grid;
  gap: 0.25rem 1rem;
  align-items: center;
  padding: 0.25rem 0.75rem;
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  background: var(--sheet);
  font-variant-numeric: tabular-nums;
}
.register .name { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.75rem; min-height: 48px; overflow-wrap: anywhere; }
.register .marks { display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
.register .marks { display: grid; gap: 0.25rem; }
.register.queue .pair { display: grid; }
.register .pair { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 0.5rem; }
@media (min-width: 60rem) {
  .register.queue > li { grid-template-columns: 16rem 12rem minmax(0, 1fr) 14rem 14rem; }
  .register.todo > li { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 14rem 14rem; }
  .register.lines > li { grid-template-columns: minmax(0, 1fr) 10rem 14rem; }
}
@media print {
  .states, .register .step { display: none; }
  .register { gap: 0; }
  .register > li { grid-template-columns: 3fr 2fr 2fr 4fr 2fr; padding: 1mm 0; border: 0; border-bottom: 1px solid #1f1d1a; border-radius: 0; break-inside: avoid; }
  .register .name { min-height: 0; }
  .register .pair { display: grid; }
}
`

const forms = `
.task.plain { --tone: var(--rule); }
.record .field, .desk .quote, .desk .figures { max-width: 44rem; }
.desk input[type='radio'], .desk input[type='checkbox'] { flex: none; width: 1.5rem; height: 1.5rem; min-height: 0; padding: 0; accent-color: var(--act); }
.desk input[type='radio'] { border-radius: 50%; }
.record .tick { font-size: 1rem; font-weight: 400; }
.record > .field:has(> .tick) + .field:has(> .tick) { margin-block-start: -1rem; }
/* What is asked for one purpose alone is a fold while that purpose is chosen. */
.record:has(#purpose option:not([value='papers-and-travel']):checked) > .fold:has(#channel):not([open]),
.record:has(#purpose option:not([value='buy-out']):checked) > .fold:has(#burdenBefore):not([open]) { display: none; }
.record .ticks { gap: 0 1.5rem; }
@media screen and (max-width: 29.99rem) { .record .ticks { gap: 0 0.75rem; } }
.second { display: grid; gap: 0.75rem; max-width: 44rem; padding: 0.75rem 1rem; border: 2px solid var(--act); border-radius: 0.5rem; background: var(--sheet); }
.second h2 { margin: 0; }
.desk .before-after h3 { margin: 0.5rem 0 0; font-size: 1.125rem; }
.desk .warning .button { margin-top: 0.5rem; }
`

const price = `
.price { display: grid; gap: 0.75rem; max-width: 44rem; }
.price:empty { display: none; }
/* With its script the price stands there by itself. */
@media (scripting: enabled) { .see-price { display: none; } }
.price .three-figures > div { flex-basis: 6.5rem; padding: 0.5rem 0.75rem; }
.price .three-figures dd { font-size: 1.25rem; }
.price[aria-busy='true'] { opacity: 0.5; }
.price h2, .price h3, .price p { margin: 0; }
.by-hand-only { display: grid; gap: 0.5rem; max-width: 44rem; margin-top: 1rem; padding: 0.75rem 1rem; border: 2px dashed var(--rule); border-radius: 0.5rem; break-inside: avoid; }
.by-hand-only h2 { margin: 0; font-size: 1.125rem; }
.by-hand-only .by-hand { padding-top: 1.5rem; margin: 0; }
`

const life = `
.health .acts { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.5rem; }
.health .acts a, .health .correct {
  display: inline-flex;
  align-items: center;
  min-height: 48px;
  padding: 0.25rem 1rem;
  border: 2px solid var(--rule);
  border-radius: 0.5rem;
  background: var(--sheet);
}
.health .acts a { text-decoration: none; }
.health .acts + .fold { margin-top: 0.5rem; }
.health .acts .go { border-color: var(--act); background: var(--act); color: var(--on-act); font-weight: 700; }
.health .correct { min-height: 48px; padding: 0.25rem 0.5rem; border: 0; background: none; }
@media print { .health .correct { display: none; } }
`

const gates = `
.gate-columns { display: grid; gap: 1rem; align-items: start; }
.gate-columns > * { min-width: 0; }
@media (min-width: 60rem) { .gate-columns { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2rem; } }
.gate-columns .three-figures > div { flex-basis: 6.5rem; padding: 0.5rem 0.75rem; }
.gate-columns .three-figures dd { font-size: 1.25rem; }
.gate-columns > div h2:not(:first-child) { margin-block-start: 0.5rem; }
.gates { list-style: none; margin: 0; padding: 0; }
.owing { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.25rem; }
.loan-gates .at-table { margin: 0 0 0.25rem; }
.gates > li { position: relative; padding: 0 0 0 2.75rem; }
.gates > .now { padding-bottom: 0.75rem; }
@media screen and (max-width: 29.99rem) {
  .gates .record { gap: 0.75rem; }
  .loan-gates { gap: 0.5rem; }
}
.gates > li:not(:last-child)::before { content: ''; position: absolute; inset-block: 2.5rem -0.5rem; inset-inline-start: 1rem; border-inline-start: 2px solid var(--line); }
.gates > .done::before { border-color: var(--good); }
.dot { position: absolute; inset: 0.4rem auto auto 0; display: grid; place-items: center; width: 2.125rem; height: 2.125rem; border: 2px solid var(--rule); border-radius: 50%; background: var(--paper); color: var(--quiet); font-weight: 700; line-height: 1; }
.dot .i { width: 1.25rem; height: 1.25rem; }
.done > .dot { border-color: var(--good); background: var(--good); color: var(--paper); }
.now > .dot { border-color: var(--act); background: var(--act); color: var(--on-act); }
.gates > li > p, .gates > li > h2 { margin: 0; padding-top: 0.6rem; }
.gates > li > h2 { padding-top: 0.2rem; }
.gates > li > p { min-height: 48px; }
.gates > li > .fold > summary { color: var(--ink); font-weight: 400; }
.record:has([name='said']):not(:has([name='said'][value='refuse']:checked)) .field:has(#reason) { display: none; }
/* Hands are those of a meeting: where officers vote there are none. */
.record:has([name='by'][value='officers']:checked) .field:is(:has(#present), :has(#yes), :has(#no)) { display: none; }
/* Chosen by a finger, the officers' fold opens as it does on a page that knows. */
.record:has([name='by'][value='officers']:checked) > .fold:has([name^='vote-'])::details-content { content-visibility: visible; block-size: auto; }
@media print { .gates form { display: none; } }
`

/** How the loan register and the pages of lending look. */
export const lendingStyle: string = [register, forms, price, life, gates].join('')
