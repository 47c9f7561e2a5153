import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { type ReversalReason, loansOf, reversalReasons } from '#domain/corrections/reversal.ts'
import { isReversible } from '#domain/corrections/reversible.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import type { Entry } from '#domain/village.ts'
import { memberLinesOf } from '#src/app/member-lines.ts'
import { opened } from '#src/app/record.ts'
import { reversalEffect, takenBackBy } from '#src/app/reversal-effect.ts'
import type { Room, Task } from '#src/http/desk/record.ts'
import { cardOf, deskOf } from '#src/http/desk/tasks.ts'
import { type Act, aboutAct, envelopeOf } from '#src/http/lending/act.ts'
import { linesOf, loanOfEntry, memberOfEntry, sumOfEntry } from '#src/http/lending/entry-told.ts'
import { officerChoices, secondsFor } from '#src/http/lending/officers.ts'
import { chooseMemberPage } from '#src/pages/desk/desk.ts'
import { choiceField, choicesOf } from '#src/desk/fields.ts'
import { fact, figure } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { balancesTold } from '#src/pages/lending/balances.ts'
import { entryNamed } from '#src/words/entries.ts'
import { memberLinesPage } from '#src/pages/lending/lines.ts'
import { deskWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

/** What the line says that is to be taken back. */
const entryFacts = (room: Room, entry: Entry): Html => {
  const { at, book } = room
  const words = formWordsAt(at)
  const { seq, body, effectiveOn } = entry
  const amount = sumOfEntry(body)
  const by = takenBackBy(book, entry)
  const { currency } = charterOf(book, effectiveOn)
  const lines = linesOf({ room, isOwn: false }, entry)
  return html`<p>${words.correctionMeaning}</p>
    ${by === undefined ? '' : html`<p><b>${words.takenBackBy(String(by))}</b></p>`}
    <dl class="facts">
      ${fact(words.theLine, html`<b>${entryNamed(at.language, { type: body.type, seq })}</b>`)}
      ${fact(words.happenedOn, dateInWords(effectiveOn, at.language))}
      ${
        amount === undefined
          ? ''
          : fact(words.amountLabel, html`<b class="figure">${figure({ amount, currency })}</b>`)
      }
      ${lines.map(([label, said]) => fact(label, html`<bdi>${said}</bdi>`))}
    </dl>`
}

/** Whose loan or savings an account keeps. */
const ownerOf =
  ({ at, book }: Room) =>
  (account: string): string => {
    const [, kind, id = ''] = account.split(':')
    const words = deskWords.in(at.language)
    if (kind === 'loan') {
      const number = book.loans.find(({ loanId }) => loanId === id)?.number
      return number === undefined ? '' : words.loanOf(number)
    }
    const card = cardOf(book, id)
    return card === '' ? '' : words.cardOf(card)
  }

const concernedIn = (book: FundBook, { body }: Entry): string[] => {
  const own = memberOfEntry(book, body)
  const borrowers = isReversible(body)
    ? loansOf(body).flatMap(
        (loanId) => book.loans.find((loan) => loan.loanId === loanId)?.memberId ?? [],
      )
    : []
  return [...(own === undefined ? [] : [own]), ...borrowers]
}

const taking = (room: Room, entry: Entry): Act => {
  const { at, book } = room
  const words = formWordsAt(at)
  const effect = reversalEffect(book, entry)
  return {
    shown: 'book',
    facts: entryFacts(room, entry),
    dayLegend: words.correctionDay,
    fields: [
      choiceField({
        name: 'reason',
        label: words.correctionReason,
        choices: choicesOf(reversalReasons, (reason) => words[`correction_${reason}`]),
        fault: words.correctionReasonFault,
      }),
      choiceField({
        name: 'approvedBy',
        label: words.approvedBy,
        choices: officerChoices(at, secondsFor(room, concernedIn(book, entry))),
        fault: words.approvedByFault,
      }),
    ],
    command: (filled) => ({
      ...envelopeOf(filled),
      type: 'ReverseEntry',
      reverses: entry.id,
      reason: filled.of('reason') as ReversalReason,
      approvedBy: filled.of('approvedBy'),
    }),
    more: () =>
      html`${entryFacts(room, entry)} ${effect && balancesTold(at, effect, ownerOf(room))}`,
  }
}

/** Whoever came without a line chooses a member, and then a line of the member's. */
const choose = async (room: Room): Promise<Html> => {
  const { context, at, book, today } = room
  const asked = context.req.query('member')
  const member = book.members.find(({ memberId }) => memberId === asked)
  if (!member) return chooseMemberPage(at, 'correction', deskOf(room, true))
  const { memberId, card } = member
  const { store } = context.get('needs')
  const lines = await memberLinesOf(store, at.fundId, { book, memberId })
  return memberLinesPage(at, {
    card,
    memberId,
    currency: charterOf(book, today).currency,
    lines: lines.map((entry) => ({
      entryId: entry.id,
      seq: entry.seq,
      type: entry.body.type,
      on: entry.effectiveOn,
      amount: sumOfEntry(entry.body),
      takenBackBy: takenBackBy(book, entry),
    })),
  })
}

/** Takes a line back, by two people and for a reason that has a name. */
export const correction: Task = {
  name: 'correction',
  rule: 'ReverseEntry',
  subject: 'entry',
  choose,
  about: async (room, id) => {
    const { context, at, book } = room
    const rows = isUuid(id) ? await context.get('needs').store.find(at.fundId, [id]) : []
    const entry = rows[0] && opened(rows[0])
    if (!entry || !isReversible(entry.body)) return undefined
    const memberId = memberOfEntry(book, entry.body)
    const card = memberId === undefined ? '' : cardOf(book, memberId)
    const loan = loanOfEntry(book, entry.body)
    const about = card === '' ? undefined : { card, ...(loan ? { number: loan.number } : {}) }
    const safe = placeOf.receipt(at, id)
    const spoken = { task: 'correction', subject: { field: 'entry', id }, about, safe } as const
    return aboutAct(room, spoken, taking(room, entry))
  },
}
