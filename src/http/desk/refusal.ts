import type { Visit } from '#src/http/desk/visit.ts'
import { currencyOf } from '#src/desk/desk.ts'
import { placeOf, taskPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { ItemAnswer } from '#src/app/submit.ts'
import { type At, deskWordsAt, fact, figure } from '#src/pages/desk/parts.ts'
import { fairPaths } from '#src/pages/fair/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { buyOutWords, lendingFormWords, queueWords } from '#src/words/words.ts'
import { entryNamed } from '#src/words/entries.ts'
import { dateInWords } from '#src/words/locale.ts'

/** What is wrong with the second person's word: the question is asked again, not the whole form. */
const ofSecond: readonly string[] = [
  'approval-needed',
  'approval-of-another',
  'written-off-lately',
  'approver-not-an-officer',
  'approver-reset-lately',
  'sign-in-failed',
  'wait',
  'reset-in-person',
  'device-not-enrolled',
  // Or with the owner's, of what is kept in private.
  'owner-pin-needed',
  'owner-pin-wrong',
  'owner-code-own-hand',
  'owner-code-for-less',
]

export const isOfSecond = (code: string): boolean => ofSecond.includes(code)

type TurnedDown = Extract<ItemAnswer, { readonly code: string }>

/** Entries that must be taken back before, the one to begin with first, each a link to do it. */
const entriesInTheWay = async ({ context, at }: Visit, ids: readonly string[]): Promise<Html> => {
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

type Way = { readonly href: string; readonly label: string }

/** Where what is to be done next has a page of its own; `loan` is what was asked, where that is known. */
const waysOn = (at: At, code: string, loan: string | undefined): readonly Way[] => {
  const words = lendingFormWords.in(at.language)
  const task = (name: 'appraisal' | 'disclosure' | 'withdrawal'): readonly Way[] => {
    if (loan === undefined) return []
    const href = name === 'withdrawal' ? taskPath(at, name, { loan }) : placeOf.loan(at, loan)
    return [{ href, label: words[`act_${name}`] }]
  }
  switch (code) {
    case 'burden-above-half':
      return [
        { href: fairPaths.buyOut(at.fundId), label: buyOutWords.in(at.language).toBuyOut },
        ...task('withdrawal'),
      ]
    case 'not-appraised':
      return task('appraisal')
    case 'not-disclosed':
      return task('disclosure')
    case 'above-ceiling':
    case 'too-long-for-an-emergency':
    case 'second-loan':
      return task('withdrawal')
    case 'already-asking':
    case 'more-than-can-be-lent':
      return [{ href: placeOf.queue(at), label: queueWords.in(at.language).toQueue }]
    default:
      return []
  }
}

/** Why the rules did not take it, and what to do next, with the way there where it has a page. */
export const refusalPart = async (
  visit: Visit,
  answer: TurnedDown,
  loan: string | undefined,
): Promise<Html> => {
  const { at } = visit
  const currency = currencyOf(visit)
  const said = codeSaid(answer.code, at.language) ?? deskWordsAt(at).notAllowedByRule
  const { atMost } = queueWords.in(at.language)
  const most = 'most' in answer ? answer.most : undefined
  const entries = 'entries' in answer ? (answer.entries ?? []) : []
  return html`<p><b>${deskWordsAt(at).stoppedHeading}</b></p>
    <p>${said}</p>
    ${most === undefined ? '' : html`<dl class="facts">${fact(atMost, figure({ amount: most, currency }))}</dl>`}
    ${entries.length === 0 ? '' : await entriesInTheWay(visit, entries)}
    ${waysOn(at, answer.code, loan).map(
      ({ href, label }) => html`<p><a class="button" href="${href}">${label}</a></p>`,
    )}`
}
