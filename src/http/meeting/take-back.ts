import { html } from 'hono/html'
import { reversalReasons } from '#domain/corrections/reversal.ts'
import { isReversible } from '#domain/corrections/reversible.ts'
import { cashMoved } from '#domain/fund/meeting/cash.ts'
import { charterOf, total } from '#domain/health/book.ts'
import type { Entry } from '#domain/village.ts'
import { entriesOfDay, lastTurnOf, memberOf, standing } from '#src/app/meeting/day-rows.ts'
import { type Placed, makerOf } from '#src/app/meeting/sheet-commands.ts'
import { cardOf } from '#src/desk/desk.ts'
import { sumOfEntry } from '#src/desk/entries/entry-lines.ts'
import { choiceField, choicesOf, tickField } from '#src/desk/fields.ts'
import { namedVisit, noteNames } from '#src/http/desk/names.ts'
import { notFound } from '#src/http/desk/visit.ts'
import type { FormOf, Typed } from '#src/http/form-pages.ts'
import { besideFields, besideGiven } from '#src/http/meeting/beside.ts'
import { type MeetingVisit, meetingVisitOf } from '#src/http/meeting/day.ts'
import { sendAll } from '#src/http/meeting/sending.ts'
import { turnedDown } from '#src/http/meeting/step.ts'
import { figure } from '#src/pages/desk/parts.ts'
import { contentPart } from '#src/pages/desk/content.ts'
import { turnPlace } from '#src/pages/meeting/line.ts'
import { behindMeeting, sheetWordsAt } from '#src/pages/meeting/parts.ts'
import { codeSaid, entryNameOf } from '#src/words/code-words.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { lendingFormWords } from '#src/words/words.ts'
import { whose } from '#src/pages/people/face.ts'

type Wanted = MeetingVisit & {
  readonly memberId: string
  /** What the member brought or took that day and still stands, the last of it first. */
  readonly entries: readonly Entry[]
}

const tickOf = ({ id }: Pick<Entry, 'id'>): string => `e-${id}`

/** What takes an entry back: the same form makes the same ids, so that it counts once. */
const reversalOf = (
  { context, on }: MeetingVisit,
  entry: Entry,
  { formId, reason, approvedBy }: { formId: string; reason: string; approvedBy: string },
): Placed => {
  const make = makerOf({ formId, hash: context.get('needs').hash }, on)
  const place = { part: 'line', row: 0, column: entry.id } as const
  const said = { reverses: entry.id, reason: reason as 'wrong-amount', approvedBy }
  return make(place, { type: 'ReverseEntry', ...said })
}

/** What still stands; and what this very form took back, so that pressing twice counts once. */
const wantedIn = async (
  context: MeetingVisit['context'],
  of: Typed,
): Promise<Wanted | Response> => {
  const bare = await meetingVisitOf(context)
  if (bare instanceof Response) return bare
  const visit = { ...bare, ...(await namedVisit(bare)) }
  const { at, book, on } = visit
  const memberId = context.req.param('memberId') ?? ''
  const { store } = context.get('needs')
  const all = await entriesOfDay(store, { book, fundId: at.fundId, on })
  const ids = new Set(all.map(({ id }) => id))
  const stands = new Set(standing(all))
  const isOwn = (entry: Entry): boolean =>
    ids.has(reversalOf(visit, entry, { formId: of('id'), reason: '', approvedBy: '' }).command.id)
  const entries = all.filter(
    (entry) =>
      memberOf(book, entry) === memberId &&
      cashMoved(entry.body.postings) !== 0 &&
      isReversible(entry.body) &&
      (stands.has(entry) || isOwn(entry)),
  )
  return entries.length === 0
    ? notFound(context)
    : { ...visit, memberId, entries: entries.toReversed() }
}

/** Takes back what was just written down of somebody at the table: the rule of a correction, with the second officer's word. */
export const takingBack: FormOf<Wanted> = {
  path: '/funds/:fundId/meetings/:day/pass/:memberId/back',
  rule: 'ReverseEntry',
  find: wantedIn,
  frame: async ({ at, on }) => behindMeeting(at, on),
  look: (visit) => noteNames(visit, { kind: 'member', id: visit.memberId }),
  form: ({ context, at, book, on, memberId, entries }) => {
    const words = sheetWordsAt(at)
    const reasons = lendingFormWords.in(at.language)
    const second = besideFields(context)
    const { currency } = charterOf(book, on)
    const last = lastTurnOf(book, entries.toReversed(), memberId)
    const cash = total(last.map(({ body }) => cashMoved(body.postings)))
    return {
      shown: 'savings',
      heading: words.takeBackHeading,
      whose: whose(at, { card: cardOf(book, memberId) }),
      told: html`<p>${words.takeBackMeaning}</p>
        <p>${words.takeBackLast}: <b>${figure({ amount: Math.abs(cash), currency })}</b></p>`,
      more: contentPart(at, second.told),
      action: context.req.path,
      hidden: { id: context.get('needs').ids() },
      fields: [
        ...entries.map((entry) => {
          const sum = moneyInFigures({ amount: sumOfEntry(entry.body) ?? 0, currency })
          const said = `${entryNameOf(entry.body.type, at.language)}: ${sum}`
          return tickField({ name: tickOf(entry), label: said, said, group: words.takeBackLines })
        }),
        choiceField({
          name: 'reason',
          label: reasons.correctionReason,
          choices: choicesOf(reversalReasons, (reason) => reasons[`correction_${reason}`]),
          fault: reasons.correctionReasonFault,
        }),
        ...second.fields,
      ],
      prefilled: {
        reason: 'wrong-amount',
        ...Object.fromEntries(last.map((entry) => [tickOf(entry), 'yes'])),
      },
      submit: words.takeBackYes,
      back: { href: turnPlace(at, on, memberId), label: words.takeBackNo },
    }
  },
  take: async (visit, of) => {
    const { at, on, memberId, entries } = visit
    const words = sheetWordsAt(at)
    const ticked = entries.filter((entry) => of(tickOf(entry)) === 'yes')
    if (ticked.length === 0) return { faults: new Map([[words.takeBackLines, words.takeBackNone]]) }
    const beside = await besideGiven(visit, of, { placed: [], action: 'ReverseEntry', memberId })
    if ('fault' in beside) return { fault: beside.fault, status: 403 }
    const { approvedBy } = beside
    if (approvedBy === undefined)
      return { fault: codeSaid('approval-needed', at.language)!, status: 403 }
    const asked = { formId: of('id'), reason: of('reason'), approvedBy }
    const placed = ticked.map((entry) => reversalOf(visit, entry, asked))
    const stop = await turnedDown(
      visit,
      await sendAll(visit, placed, { dryRun: false, vouchedFor: approvedBy }),
    )
    return stop ?? { next: `${turnPlace(at, on, memberId)}?taken=back` }
  },
}
