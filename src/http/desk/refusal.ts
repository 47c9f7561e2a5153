import { html } from 'hono/html'
import type { ItemAnswer } from '#src/app/submit.ts'
import type { Room } from '#src/http/desk/record.ts'
import { taskPath } from '#src/pages/lending/parts.ts'
import { wordsAt } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { codeSaid } from '#src/words/lending-code-words.ts'
import { entryNamed } from '#src/pages/lending/entries.ts'
import { dateInWords } from '#src/words/locale.ts'

/** What is wrong with the second person's word: the question is asked again, not the whole form. */
const ofSecond: readonly string[] = [
  'approval-needed',
  'approval-of-another',
  'approver-not-an-officer',
  'sign-in-failed',
  'wait',
  'reset-in-person',
  'device-not-enrolled',
]

export const isOfSecond = (code: string): boolean => ofSecond.includes(code)

type TurnedDown = Extract<ItemAnswer, { readonly code: string }>

/** Entries that must be taken back before, the one to begin with first, each a link to do it. */
const entriesInTheWay = async ({ context, at }: Room, ids: readonly string[]): Promise<Html> => {
  const rows = await context.get('needs').store.find(at.fundId, ids)
  const inTurn = ids.toReversed().flatMap((id) => rows.find((row) => row.id === id) ?? [])
  return html`<ol>
    ${inTurn.map(
      (row) =>
        html`<li>
          <a class="button" href="${taskPath(at, 'correction', { entry: row.id })}"
            >${entryNamed(at.language, row)}, ${dateInWords(row.effectiveOn, at.language)}</a
          >
        </li>`,
    )}
  </ol>`
}

/** Why the rules did not take it, and what to do next. */
export const refusalTold = async (room: Room, answer: TurnedDown): Promise<Html> => {
  const { at } = room
  const said = codeSaid(answer.code, at.language) ?? wordsAt(at).notAllowedByRule
  const entries = 'entries' in answer ? (answer.entries ?? []) : []
  return html`<p><b>${wordsAt(at).stoppedHeading}</b></p>
    <p>${said}</p>
    ${entries.length === 0 ? '' : await entriesInTheWay(room, entries)}`
}
