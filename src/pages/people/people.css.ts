/** The style of the pages that tell who members are. */
export const peopleStyle = `
.person-name { display: flex; flex-wrap: wrap; gap: 0 0.75rem; overflow-wrap: anywhere; }
.person-name.large { font-size: 1.5rem; font-weight: 700; }
.identity { display: flex; flex-wrap: wrap; align-items: center; gap: 1rem; margin: 0.75rem 0; }
.face {
  flex: none;
  width: 10rem;
  height: 10rem;
  object-fit: cover;
  border: 2px solid var(--rule);
  border-radius: 0.5rem;
  background: var(--sheet);
}
.face.none {
  display: grid;
  place-content: center;
  justify-items: center;
  gap: 0.25rem;
  padding: 0.5rem;
  text-align: center;
  color: var(--quiet);
}
.face.none svg { width: 4rem; height: 4rem; }
section.pair { margin-top: 1.5rem; }
.apart { margin-top: 2.5rem; padding-top: 1rem; border-top: 2px solid var(--line); }
.group { min-width: 0; margin: 0; padding: 0.75rem; border: 1px solid var(--line); border-radius: 0.5rem; }
.group legend { padding: 0 0.25rem; font-weight: 700; }
.entry input { line-height: 1.75; }
.group .field + .field { margin-top: 0.75rem; }
input[type='file'] { min-height: 48px; max-width: 100%; font: inherit; }
`
