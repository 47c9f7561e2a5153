/** The style of the pages that look after people, devices and logins. */
export const networkStyle = `
.desk-part { margin-top: 1.5rem; }
.desk-part > h2 { display: flex; align-items: center; gap: 0.5rem; }
.desk-part > h2 svg { flex: none; width: 2rem; height: 2rem; }
.intro { display: grid; gap: 0.5rem; max-width: 44rem; margin: 0.5rem 0; }
.names { margin: 0.5rem 0; padding-left: 1.25rem; overflow-wrap: anywhere; max-width: 44rem; }
.names .missing { font-weight: 700; color: #8a4b00; }
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
  border: 2px solid #4d4842;
  border-left-width: 8px;
  border-radius: 0.5rem;
  background: #fff;
  color: #1f1d1a;
  text-decoration: none;
  overflow-wrap: anywhere;
}
.person strong { font-size: 1.125rem; color: #0f4c75; }
.marks { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.marks .mark { margin: 0; }
.acts { max-width: 44rem; }
.acts form { display: contents; }
.card > .buttons { margin-bottom: 0; }
.last-day { min-width: 0; margin: 0; padding: 0; border: 0; }
.last-day legend { padding: 0; font-weight: 700; }
.last-day > div { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 0.25rem; }
.last-day label { display: block; }
.last-day input, .last-day select {
  min-height: 48px;
  padding: 0.25rem 0.75rem;
  border: 2px solid #4d4842;
  border-radius: 0.5rem;
  background: #fff;
  color: #1f1d1a;
  font: inherit;
  font-size: 1.125rem;
}
.tick { display: flex; align-items: center; gap: 0.75rem; min-height: 48px; }
.tick input { flex: none; width: 48px; height: 48px; margin: 0; }
.printed .address { overflow-wrap: anywhere; word-break: break-all; }
`
