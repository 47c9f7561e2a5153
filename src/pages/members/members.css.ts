/** The style of the pages that tell of members, households and offices. */
export const membersStyle = `
.told-table :is(th, td) { text-align: left; white-space: normal; vertical-align: middle; }
.told-table th[scope='row'] { overflow-wrap: anywhere; }
.card-link { display: inline-flex; align-items: center; min-width: 48px; min-height: 48px; font-weight: 700; }
.cards-told { display: flex; flex-wrap: wrap; gap: 0 24px; margin: 0; padding: 0; list-style: none; }
`
