import { isUuid } from '#domain/kernel/ids.ts'
import { reverseEntry } from '#domain/corrections/operations/reversal.ts'
import { loansOf } from '#domain/corrections/reversal.ts'
import { isReversible } from '#domain/corrections/reversible.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import type { Entry } from '#domain/village.ts'
import { opened } from '#src/app/rows.ts'
import { reversalEffect, takenBackBy } from '#src/app/reversal-effect.ts'
import { type About, atDesk } from '#src/desk/act.ts'
import { accountNamed } from '#src/desk/corrections/accounts.ts'
import { type Desk, cardOf } from '#src/desk/desk.ts'
import { linesOf, loanOfEntry, memberOfEntry, sumOfEntry } from '#src/desk/entries/entry-lines.ts'
import { approver } from '#src/desk/officers.ts'
import { placeOf } from '#src/desk/places.ts'
import { type Fact, type Part, type Content, facts, note } from '#src/desk/content.ts'
import { entryNamed } from '#src/words/entries.ts'
import { dateInWords } from '#src/words/locale.ts'
import { lendingFormWords } from '#src/words/words.ts'

/** A line of the book that can be taken back. */
const aboutEntry: About<Entry, 'reverses'> = {
  field: 'entry',
  fills: 'reverses',
  choose: 'line',
  find: async ({ needs, fundId }, id) => {
    const [row] = isUuid(id) ? await needs.store.find(fundId, [id]) : []
    const entry = row && opened(row)
    return entry && isReversible(entry.body) ? entry : undefined
  },
  whose: ({ book }, { body }) => {
    const memberId = memberOfEntry(book, body)
    const card = memberId === undefined ? '' : cardOf(book, memberId)
    const loan = loanOfEntry(book, body)
    return card === '' ? undefined : { card, ...(loan && { number: loan.number }) }
  },
  back: placeOf.receipt,
}

/** What the line says that is to be taken back. */
const entryContent = (desk: Desk, entry: Entry): Content => {
  const { language, book } = desk
  const words = lendingFormWords.in(language)
  const { seq, body, effectiveOn } = entry
  const amount = sumOfEntry(body)
  const by = takenBackBy(book, entry)
  const { currency } = charterOf(book, effectiveOn)
  return [
    note(words.correctionMeaning),
    ...(by === undefined ? [] : [note(words.takenBackBy(String(by)), 'strong')]),
    facts(
      {
        label: words.theLine,
        tone: 'strong',
        text: entryNamed(language, { type: body.type, seq }),
      },
      { label: words.happenedOn, text: dateInWords(effectiveOn, language) },
      amount === undefined
        ? undefined
        : { label: words.amountLabel, tone: 'main', money: { amount, currency } },
      ...linesOf({ ...desk, isOwn: false }, entry).map(([label, text]): Fact => ({
        label,
        text,
        isMark: true,
      })),
    ),
  ]
}

/** Each balance that taking it back would change; nothing where that cannot be told. */
const balanceParts = (desk: Desk, entry: Entry): readonly Part[] => {
  const changes = reversalEffect(desk.book, entry)
  if (!changes) return []
  const balances = changes.map(({ account, before, after, currency }) => ({
    label: accountNamed(desk, account),
    before: { amount: before, currency },
    after: { amount: after, currency },
  }))
  return [{ is: 'balances', balances }]
}

const concernedIn = (book: FundBook, { body }: Entry): readonly string[] => {
  const own = memberOfEntry(book, body)
  const borrowers = isReversible(body)
    ? loansOf(body).flatMap(
        (loanId) => book.loans.find((loan) => loan.loanId === loanId)?.memberId ?? [],
      )
    : []
  return [...(own === undefined ? [] : [own]), ...borrowers]
}

/** Takes a line back, by two people and for a reason that has a name. */
export const correction = atDesk(reverseEntry, {
  name: 'correction',
  about: aboutEntry,
  shown: (desk, entry) => {
    const words = lendingFormWords.in(desk.language)
    const told = entryContent(desk, entry)
    return {
      shown: 'book',
      dayLegend: words.correctionDay,
      told,
      asks: {
        reason: {
          label: words.correctionReason,
          each: (reason) => words[`correction_${reason}`],
          fault: words.correctionReasonFault,
        },
        approvedBy: approver(desk, concernedIn(desk.book, entry)),
      },
      effect: () => ({ told: [...told, ...balanceParts(desk, entry)] }),
    }
  },
})
