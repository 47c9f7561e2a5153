/** The style of the pages that tell of members, households and offices. */
export const membersStyle = `
.at-table { display: flex; align-items: center; gap: 0.75rem; margin: 0.5rem 0 0.75rem; }
.at-table h1, .at-table p { margin: 0; overflow-wrap: anywhere; }
.at-face { flex: none; line-height: 1.75; display: grid; place-content: center; inline-size: 4rem; block-size: 4rem; object-fit: cover; border-radius: 50%; background: var(--act-soft); color: var(--act); font-weight: 700; }
.next-strip { display: flex; align-items: center; gap: 0.5rem; padding: 0.5rem 0.75rem; border: 1px solid var(--line); border-radius: 0.625rem; background: var(--sheet); }
.next-strip.is-late { border-color: var(--warn); }
.next-strip svg { flex: none; }
.money-ways { display: grid; grid-template-columns: 1fr 1fr; gap: 0.5rem; margin: 0.75rem 0 1rem; }
.money-ways .button { justify-content: center; margin: 0; }
@media screen and (min-width: 60rem) {
  .wide-open::details-content { content-visibility: visible; block-size: auto; }
  .wide-open > summary { pointer-events: none; }
  .wide-open > summary::after { display: none; }
}
.told-table :is(th, td) { text-align: left; white-space: normal; vertical-align: middle; }
.told-table th[scope='row'] { overflow-wrap: anywhere; }
.card-link { display: inline-flex; align-items: center; min-width: 48px; min-height: 48px; font-weight: 700; }
.cards-told { display: flex; flex-wrap: wrap; gap: 0 24px; margin: 0; padding: 0; list-style: none; }
`
