import { html } from 'hono/html'
import type { At } from '#src/pages/desk/parts.ts'
import { meetingWordsAt } from '#src/pages/meeting/parts.ts'
import type { Html } from '#src/pages/layout.ts'

/** Reads a list back: how many are here, and those who are not. */
export const attendancePart = (
  at: At,
  {
    members,
    absent,
    tooFew,
  }: {
    readonly members: number
    readonly absent: readonly string[]
    /** How many a decision needs, where fewer are here. */
    readonly tooFew: number | undefined
  },
): Html => {
  const words = meetingWordsAt(at)
  return html`<section class="check meeting">
    <h2>${words.presentOf(String(members - absent.length), String(members))}</h2>
    ${tooFew === undefined ? '' : html`<p><b>${words.quorumMissing(String(tooFew))}</b></p>`}
    <p>${words.absentOnes}:</p>
    <p>${absent.length === 0 ? words.everybodyHere : html`<bdi>${absent.join(', ')}</bdi>`}</p>
  </section>`
}
