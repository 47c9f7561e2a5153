import { html } from 'hono/html'
import type { Party } from '#domain/network/register/parties.ts'
import { nameOf } from '#domain/network/register/parties.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'

export const paragraph = (text: string): Html => html`<p>${text}</p>`

/** What an agency is called; whoever may be a person has no name here, but the first signs of the own number. */
export const partySaid = (party: Party | undefined, language: Language): string => {
  if (!party) return ''
  const { km, latin } = nameOf(party)
  const said = language === 'km' ? (km ?? latin) : (latin ?? km)
  return said ?? party.partyId.slice(-6)
}
