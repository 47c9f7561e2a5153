const buttons = `
a.button, button.button {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  min-height: 48px;
  min-width: 48px;
  padding: 0.25rem 1rem;
  border: 2px solid var(--rule);
  border-radius: 0.5rem;
  background: var(--sheet);
  color: var(--act);
  font: inherit;
  text-decoration: none;
  cursor: pointer;
}
a.button.main, button.button.main {
  border-color: var(--act);
  background: var(--act);
  color: var(--on-act);
  font-weight: 700;
}
button:focus-visible, input:focus-visible, select:focus-visible {
  outline: 3px solid var(--act);
  outline-offset: 2px;
}
h1.with-picture, .example h3 { display: flex; align-items: center; gap: 0.5rem; }
h1.with-picture { margin: 0.75rem 0; }
h1.with-picture svg, .example h3 svg, .told svg { flex: none; width: 2.5rem; height: 2.5rem; }
`

const doors = `
.first-screen { display: grid; gap: 1.5rem; margin-top: 1rem; }
.for-whom { margin: 0.75rem 0 0; padding-inline-start: 1.25rem; display: grid; gap: 0.25rem; max-width: 44rem; }
.doors { list-style: none; margin: 0.75rem 0 0; padding: 0; display: grid; gap: 0.75rem; }
.doors-part > h3 { margin: 1rem 0 0; font-size: 1.125rem; overflow-wrap: anywhere; }
.door {
  display: flex;
  align-items: center;
  gap: 0.75rem;
  width: 100%;
  min-height: 5rem;
  padding: 0.75rem 1rem;
  border: 2px solid var(--tone, var(--rule));
  border-left-width: 8px;
  border-radius: 0.5rem;
  background: var(--sheet);
  color: var(--ink);
  font: inherit;
  text-align: left;
  text-decoration: none;
  cursor: pointer;
}
.door svg { flex: none; width: 3rem; height: 3rem; color: var(--tone, var(--quiet)); }
.door strong { display: block; font-size: 1.25rem; }
.door .meaning { display: block; }
.door.later { border-style: dashed; border-left-style: dashed; }
.door.locked { cursor: default; background: var(--paper); }
@media (min-width: 60rem) {
  .first-screen { grid-template-columns: minmax(0, 24rem) minmax(0, 1fr); gap: 2rem; }
  .first-screen .cards { grid-template-columns: 1fr 1fr; }
}
@media (min-width: 40rem) {
  main > .doors, main > .doors-part > .doors { grid-template-columns: 1fr 1fr; }
}
`

const examples = `
.examples-part { margin-top: 1.5rem; }
.examples {
  list-style: none;
  margin: 0.75rem 0 0;
  padding: 0;
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
  align-items: start;
  gap: 0.75rem;
}
.example {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 0.5rem;
  min-width: 0;
  padding: 0.75rem 1rem;
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  background: var(--sheet);
}
.example h3, .example h4 { margin: 0; font-size: 1.125rem; }
.example .sides { display: grid; gap: 0.5rem; }
.example .side { padding: 0.5rem 0.75rem; border-left: 6px solid var(--tone, var(--rule)); }
.example .side.dear { --tone: var(--bad); background: var(--bad-soft); }
.example .figure, p.pin {
  font-size: 1.75rem;
  font-weight: 700;
  font-variant-numeric: tabular-nums;
}
.example .steps { display: grid; gap: 0.5rem; margin: 0; }
.example .steps dd { margin: 0; font-size: 1.5rem; }
.two-sides :is(th, td) { padding-inline: 0.2rem; }
.two-sides :is(th, td) + td { padding-left: 0.75rem; }
.two-sides td { white-space: normal; }
.mark {
  display: inline-block;
  margin: 0.5rem 0;
  justify-self: start;
  padding: 0 0.5rem;
  border: 2px dashed var(--rule);
  border-radius: 0.25rem;
  background: var(--warn-soft);
}
`

const forms = `
.entry { display: grid; gap: 1rem; max-width: 32rem; margin: 0.75rem 0; }
.field { display: grid; gap: 0.25rem; }
.field label { font-weight: 700; }
.field input, .field select {
  width: 100%;
  min-height: 48px;
  padding: 0.25rem 0.75rem;
  border: 2px solid var(--rule);
  border-radius: 0.5rem;
  background: var(--sheet);
  color: var(--ink);
  font: inherit;
  font-size: 1.125rem;
}
.buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 0.75rem 0; }
.told {
  display: flex;
  align-items: center;
  gap: 0.75rem;
  max-width: 44rem;
  margin: 0.75rem 0;
  padding: 0.75rem 1rem;
  border: 2px solid;
  border-radius: 0.5rem;
  color: var(--ink);
}
.told.fault { border-color: var(--bad); background: var(--bad-soft); }
.told.fault svg { color: var(--bad); }
.told.good { border-color: var(--good); background: var(--good-soft); }
.told.good svg { color: var(--good); }
main > p { max-width: 44rem; }
main > p.lead { font-size: 1.125rem; margin: 0.25rem 0 0.5rem; }
.card form { margin-top: 0.5rem; }
`

const log = `
bdi { line-height: 1.75; }
.log-day { max-width: 44rem; margin-block-start: 1rem; }
.log-day p { margin-block-start: 0.75rem; }
.log li > :first-child { flex: none; }
.log li > :last-child { min-width: 0; }
.log { list-style: none; margin: 0; padding: 0; }
.log li { display: flex; gap: 0.75rem; padding: 0.375rem 0; overflow-wrap: anywhere; }
.log li + li { border-block-start: 1px solid var(--line); }
.log .mark { margin: 0; }
.log li.refused .mark { border-color: var(--bad); }
`

const printed = `
.printed { display: grid; gap: 1rem; max-width: 26rem; margin: 1rem 0; }
.printed section { padding: 1rem; border: 2px dashed var(--ink); background: var(--sheet); }
.printed .square-code { display: block; width: 100%; max-width: 18rem; height: auto; background: #fff; color: #000; }
.printed .code { font-family: ui-monospace, monospace; }
.printed .code.whole { overflow-wrap: anywhere; }
.ways { display: grid; gap: 0.25rem; margin: 0; padding: 0; border: 0; }
.ways legend { padding: 0; font-weight: 700; }
.printed .code span { display: inline-block; }
@media print {
  .printed { max-width: none; }
  .printed section { width: 90mm; }
  .printed .square-code { width: 50mm; }
  .screen-only, h1.screen-only, .buttons, .doors-part, .examples-part { display: none; }
  .printed section { break-inside: avoid; }
}
`

/** The style of everything between the first page and the desks. */
export const entranceStyle: string = [buttons, doors, examples, forms, log, printed].join('')
