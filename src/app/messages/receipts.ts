import { type LocalDate, later } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { Entry } from '#domain/village.ts'
import type { Moved, MessageFacts } from '#src/app/messages/facts.ts'

type Part = { readonly memberId: string } & Partial<Moved>

/** Whose a loan is. */
type OwnerOf = (loanId: string) => string | undefined

const ofLoan = (ownerOf: OwnerOf, loanId: string, moved: Partial<Moved>): readonly Part[] => {
  const memberId = ownerOf(loanId)
  return memberId === undefined ? [] : [{ memberId, ...moved }]
}

/**
 * Whom an entry is a receipt for, and what moved. Nothing but what stands in this list is ever told: no private
 * savings, no support, no fine, no vote.
 */
const partsOf = ({ body }: Pick<Entry, 'body'>, ownerOf: OwnerOf): readonly Part[] => {
  switch (body.type) {
    case 'SharesBought':
    case 'SavingsDeposited':
      return [{ memberId: body.memberId, saved: body.amount }]
    case 'SavingsWithdrawn':
      return [{ memberId: body.memberId, handedOut: body.amount }]
    case 'RepaymentRecorded':
    case 'RepaidFromSavings':
      return ofLoan(ownerOf, body.loanId, { repaid: body.amount })
    case 'PaymentSpread':
      return body.parts.flatMap(({ loanId, amount }) => ofLoan(ownerOf, loanId, { repaid: amount }))
    case 'LoanPaidOut':
      return [{ memberId: body.memberId, lent: body.terms.principal }]
    case 'LoanPartPaidOut':
      return ofLoan(ownerOf, body.loanId, { lent: body.amount })
    default:
      return []
  }
}

const nothing: Moved = { saved: 0, handedOut: 0, repaid: 0, lent: 0 }

const plus = (sum: Moved, part: Partial<Moved>): Moved => ({
  saved: sum.saved + (part.saved ?? 0),
  handedOut: sum.handedOut + (part.handedOut ?? 0),
  repaid: sum.repaid + (part.repaid ?? 0),
  lent: sum.lent + (part.lent ?? 0),
})

const movedOf = ({ saved, handedOut, repaid, lent }: Moved): Moved => ({
  saved,
  handedOut,
  repaid,
  lent,
})

type Receipt = Extract<MessageFacts, { what: 'receipt' }>

const first = (on: LocalDate, currency: Currency): Receipt => ({
  what: 'receipt',
  on,
  count: 0,
  isTakenBack: false,
  currency,
  ...nothing,
})

/**
 * One receipt a member for all entries of a stretch of the journal: at a meeting one person's savings and repayment
 * come within a minute. What was taken back is told as that, without a sum.
 */
export const receiptsOf = (
  entries: readonly { readonly entry: Entry; readonly takesBack?: Entry }[],
  { ownerOf, currency }: { readonly ownerOf: OwnerOf; readonly currency: Currency },
): ReadonlyMap<string, Receipt> => {
  const found = new Map<string, Receipt>()
  for (const { entry, takesBack } of entries) {
    const parts = partsOf(takesBack ?? entry, ownerOf)
    for (const memberId of new Set(parts.map((part) => part.memberId))) {
      const before = found.get(memberId) ?? first(entry.effectiveOn, currency)
      const own = parts.filter((part) => part.memberId === memberId)
      found.set(memberId, {
        ...before,
        ...(takesBack ? {} : own.reduce<Moved>(plus, movedOf(before))),
        on: later(before.on, entry.effectiveOn),
        count: before.count + 1,
        isTakenBack: before.isTakenBack || takesBack !== undefined,
      })
    }
  }
  return found
}
