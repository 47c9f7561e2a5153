/** The style of the pages that look after people, devices and logins. */
export const networkStyle = `
.desk-part { margin-top: 1.5rem; }
.desk-part > p { max-width: 44rem; margin-top: 0.5rem; }
.desk-part > h3 { margin-block: 0 0.5rem; }
.desk > h2 + .desk-part { margin-top: 0; }
.desk-part > h2 { display: flex; align-items: center; gap: 0.5rem; }
.desk-part > h2 svg { flex: none; width: 2rem; height: 2rem; }
.names { list-style: none; margin: 0.5rem 0; padding: 0; overflow-wrap: anywhere; max-width: 44rem; }
.names .missing { font-weight: 700; color: var(--warn); }
.people {
  list-style: none;
  margin: 0.75rem 0 0;
  padding: 0;
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
  gap: 0.75rem;
}
.person {
  display: grid;
  align-content: start;
  gap: 0.25rem;
  height: 100%;
  min-height: 48px;
  padding: 0.75rem 1rem;
  border: 2px solid var(--rule);
  border-left-width: 8px;
  border-radius: 0.5rem;
  background: var(--sheet);
  color: var(--ink);
  text-decoration: none;
  overflow-wrap: anywhere;
}
.person strong { font-size: 1.125rem; color: var(--act); }
.marks { display: flex; flex-wrap: wrap; gap: 0.5rem; }
main > .warning, .desk-part > .warning { margin: 0.75rem 0; }
.card .marks { margin: 0.25rem 0; }
.state {
  --tone: var(--rule);
  display: inline-flex;
  align-items: center;
  gap: 0.375rem;
  padding: 0.125rem 0.5rem;
  border: 2px solid var(--tone);
  border-radius: 0.5rem;
  background: var(--sheet);
  color: var(--ink);
}
.state svg { flex: none; width: 1.5rem; height: 1.5rem; color: var(--tone); }
.state.shut-out { --tone: var(--bad); background: var(--bad-soft); }
.state.no-secret { --tone: var(--warn); background: var(--warn-soft); }
.state.secret-set { --tone: var(--good); background: var(--good-soft); }
.next { display: grid; gap: 0.75rem; max-width: 44rem; }
.acts { max-width: 44rem; }
.acts form { display: contents; }
a.button.stopping { gap: 0.5rem; border-color: var(--bad); color: var(--bad); }
.stopping svg { flex: none; width: 1.75rem; height: 1.75rem; }
.card > .buttons { margin-bottom: 0; }
.drawn { list-style: none; margin: 0.5rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.5rem; }
.drawn a { display: inline-flex; align-items: center; justify-content: center; min-width: 48px; min-height: 48px; border: 2px solid var(--rule); border-radius: 0.5rem; background: var(--sheet); }
.hash { font-size: 1rem; overflow-wrap: anywhere; }
.audit blockquote { margin: 0.5rem 0; padding-left: 1rem; border-left: 4px solid var(--rule); max-width: 44rem; overflow-wrap: anywhere; white-space: pre-line; }
.audit tr.differs { background: var(--bad-soft); font-weight: 700; }
.tick { display: flex; align-items: center; gap: 0.75rem; min-height: 48px; }
.tick input {
  appearance: none;
  display: grid;
  place-content: center;
  flex: none;
  margin: 0;
  border: 2px solid var(--rule);
  border-radius: 0.5rem;
  background: var(--sheet);
}
.tick input:checked::before {
  content: '';
  width: 14px;
  height: 7px;
  margin-top: -4px;
  border: solid var(--act);
  border-width: 0 0 4px 4px;
  transform: rotate(-45deg);
}
.tiles, .villages { list-style: none; margin: 0.5rem 0; padding: 0; }
.tiles { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.tiles a {
  display: inline-flex;
  align-items: center;
  gap: 0.5rem;
  min-height: 48px;
  padding: 0.25rem 0.75rem;
  border: 2px solid var(--rule);
  border-radius: 0.5rem;
  background: var(--sheet);
}
.tiles small { display: inline-block; width: 100%; color: var(--quiet); font-size: 1rem; overflow-wrap: anywhere; }
.tiles [aria-current] { border-color: var(--act); background: var(--act-soft); }
.villages { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: 0.75rem; }
.village { padding: 0.5rem 1rem; border: 2px solid var(--rule); border-radius: 0.5rem; background: var(--sheet); overflow-wrap: anywhere; }
.village p { margin: 0.25rem 0; }
.village ul { margin: 0.25rem 0; padding-inline-start: 1.25rem; }
.village .name { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem; margin: 0; }
.village .name a { display: inline-flex; align-items: center; min-width: 48px; min-height: 48px; font-weight: 700; }
.spark { width: 7.5rem; height: 1.5rem; }
.spark polyline { fill: none; stroke: var(--act); stroke-width: 2; }
.printed .address { overflow-wrap: anywhere; word-break: break-all; }
@media print {
  .on-paper h3 { margin: 2mm 0 0; font-size: 10pt; line-height: 1.4; }
  .on-paper h3:lang(km) { line-height: 1.6; }
}
`
